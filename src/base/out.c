/* out: see out.h. */
#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "buf.h"
#include "msg.h"

enum { MAX_TRIES = 100 }; /* names tried for the file beside the target */

struct out {
	struct msgs *msgs;  /* borrowed */
	struct buf path;    /* the target */
	struct buf aside;   /* the file beside it; empty if written direct */
	struct buf pending; /* bytes to write direct, held until commit */
	int fd;             /* -1 once closed */
	int failure;        /* errno of the first failure, or 0 */
	bool flushed;
	bool committed;
};

/* The name does not grow with the target's, which may be as long as the
 * system allows. */
static void
name_aside(struct out *out, int try)
{
	const char *slash = strrchr(out->path.ptr, '/');
	size_t dir_len = slash ? (size_t)(slash - out->path.ptr) + 1 : 0;

	buf_reset(&out->aside);
	buf_put(&out->aside, out->path.ptr, dir_len);
	buf_printf(&out->aside, ".rapporteur-%ld-%d.part", (long)getpid(), try);
}

static int
open_aside(struct out *out)
{
	for (int try = 0; try < MAX_TRIES; try++) {
		int fd;

		name_aside(out, try);
		fd = open(out->aside.ptr,
		    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

/* A device or a pipe is written to, not replaced; a file is replaced by one
 * that the same people may read. */
static int
open_target(struct out *out)
{
	bool exists;
	struct stat info;
	int fd;

	exists = stat(out->path.ptr, &info) == 0;
	if (exists && S_ISDIR(info.st_mode)) {
		errno = EISDIR;
		return -1;
	}
	if (exists && !S_ISREG(info.st_mode))
		return open(out->path.ptr, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	fd = open_aside(out);
	if (fd >= 0 && exists && fchmod(fd, info.st_mode & 0777) != 0)
		out->failure = errno;
	return fd;
}

struct out *
out_open(const char *path, struct msgs *msgs)
{
	struct out *out = mem_alloc(sizeof(*out));
	int code;

	out->msgs = msgs;
	buf_puts(&out->path, path);
	out->fd = STDOUT_FILENO;
	if (strcmp(path, "-") == 0)
		return out;
	out->fd = open_target(out);
	if (out->fd >= 0)
		return out;
	code = errno;
	msgs_refuse(msgs, path, code, "cannot be written");
	buf_reset(&out->aside);
	out_free(out);
	return NULL;
}

static void
write_all(struct out *out, struct str bytes)
{
	while (bytes.len > 0 && out->failure == 0) {
		ssize_t put = write(out->fd, bytes.ptr, bytes.len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			out->failure = errno;
		else
			bytes = str_skip(bytes, (size_t)put);
	}
}

void
out_put(struct out *out, struct str bytes)
{
	if (out->aside.len == 0)
		buf_put_str(&out->pending, bytes);
	else
		write_all(out, bytes);
}

bool
out_flush(struct out *out)
{
	if (out->flushed)
		return out->failure == 0;
	out->flushed = true;
	if (out->aside.len > 0) {
		if (out->failure == 0 && fsync(out->fd) != 0)
			out->failure = errno;
		if (close(out->fd) != 0 && out->failure == 0)
			out->failure = errno;
		out->fd = -1;
	}
	if (out->failure != 0)
		msgs_refuse(out->msgs, out->path.ptr, out->failure,
		    "cannot be written");
	return out->failure == 0;
}

bool
out_commit(struct out *out)
{
	if (!out_flush(out))
		return false;
	if (out->aside.len == 0)
		write_all(out, buf_str(&out->pending));
	else if (rename(out->aside.ptr, out->path.ptr) != 0)
		out->failure = errno;
	if (out->failure != 0) {
		msgs_refuse(out->msgs, out->path.ptr, out->failure,
		    "cannot be written");
		return false;
	}
	out->committed = true;
	return true;
}

void
out_free(struct out *out)
{
	if (out == NULL)
		return;
	if (out->fd > STDOUT_FILENO)
		close(out->fd);
	if (out->aside.len > 0 && !out->committed)
		unlink(out->aside.ptr);
	buf_clear(&out->path);
	buf_clear(&out->aside);
	buf_clear(&out->pending);
	free(out);
}
