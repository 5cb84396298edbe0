/* file: see file.h. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "buf.h"
#include "msg.h"

enum { SIZE_LIMIT = 1024 * 1024 * 1024 /* bytes */, CHUNK = 64 * 1024 };

static bool
read_all(int fd, const char *path, struct buf *buf, struct msgs *msgs)
{
	for (;;) {
		ssize_t got;

		buf_reserve(buf, CHUNK);
		got = read(fd, buf->ptr + buf->len, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			msgs_refuse(msgs, path, errno, "cannot be read");
			return false;
		}
		if (got == 0)
			return true;
		buf->len += (size_t)got;
		if (buf->len > SIZE_LIMIT) {
			msgs_refuse(msgs, path, EFBIG, "cannot be read");
			return false;
		}
	}
}

bool
file_read(
    struct arena *arena, const char *path, struct str *bytes, struct msgs *msgs)
{
	bool is_stdin = strcmp(path, "-") == 0;
	struct buf buf = BUF_INIT;
	bool ok = false;
	struct stat info;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		msgs_refuse(msgs, path, errno, "cannot be opened");
		return false;
	}
	if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
		msgs_refuse(msgs, path, EISDIR, "cannot be read");
		goto done;
	}
	if (!read_all(fd, path, &buf, msgs))
		goto done;
	*bytes = str_copy(arena, buf_str(&buf));
	ok = true;
done:
	buf_clear(&buf);
	if (!is_stdin)
		close(fd);
	return ok;
}

bool
file_exists(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISREG(info.st_mode) &&
	       access(path, R_OK) == 0;
}

bool
file_is_dir(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}
