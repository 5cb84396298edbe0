/* picture: finds the file, and asks whether it can be shown; see picture.h. */
#include "model/picture.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

/* "my%20weir.png" -> "my weir.png" */
static struct str
decoded(struct arena *arena, struct str url)
{
	struct buf buf = BUF_INIT;
	struct str result;

	for (size_t i = 0; i < url.len; i++) {
		int high = -1, low = -1;
		char c = url.ptr[i];

		if (c == '%' && i + 2 < url.len) {
			high = str_hex_digit(url.ptr[i + 1]);
			low = str_hex_digit(url.ptr[i + 2]);
		}
		if (high >= 0 && low >= 0 && high + low > 0) {
			c = (char)(high * 16 + low);
			i += 2;
		}
		buf_put(&buf, &c, 1);
	}
	result = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return result;
}

/* An address has a scheme, "https:", or names a host, "//host". */
static bool
is_address(struct str url)
{
	size_t colon = str_find(url, ":");
	size_t slash = str_find(url, "/");

	return str_starts(url, "//") ||
	       (colon != (size_t)-1 && (slash == (size_t)-1 || colon < slash));
}

static struct str
folder_of(struct arena *arena, const struct doc *doc)
{
	size_t len = doc->path.len;

	while (len > 0 && doc->path.ptr[len - 1] != '/')
		len--;
	return len > 0 ? str_copy(arena, str_head(doc->path, len))
		       : str_from("./");
}

/* Does the file lie in the folder or below it, wherever links lead? */
static bool
is_below(const char *folder, const char *path)
{
	char *real_folder = realpath(folder, NULL);
	char *real_path = realpath(path, NULL);
	bool below = false;

	if (real_folder != NULL && real_path != NULL) {
		size_t len = strlen(real_folder);

		if (len > 0 && real_folder[len - 1] == '/')
			len--;
		below = strncmp(real_folder, real_path, len) == 0 &&
			real_path[len] == '/';
	}
	free(real_folder);
	free(real_path);
	return below;
}

static const char *
find_file(struct arena *arena, const struct doc *doc, struct str url,
    struct str *path)
{
	struct str folder = folder_of(arena, doc);
	struct stat info;

	if (url.len == 0 || is_address(url) || url.ptr[0] == '/' ||
	    memchr(url.ptr, '\0', url.len) != NULL)
		return "only files beside the draft are put into a paper";
	*path = str_printf(arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(url));
	if (!file_exists(path->ptr))
		*path = str_printf(arena, "%.*s%.*s", STR_ARG(folder),
		    STR_ARG(decoded(arena, url)));
	if (stat(path->ptr, &info) != 0)
		return "there is no such file";
	if (!is_below(folder.ptr, path->ptr))
		return "it lies outside the draft's folder";
	if (!file_exists(path->ptr))
		return "it is no file that can be read";
	if (info.st_size > PICTURE_BYTES_MAX)
		return "it is larger than 16 MiB";
	return NULL;
}

static const char *
read_file(struct arena *arena, struct str path, struct str *bytes)
{
	struct msgs *aside = msgs_new();
	bool ok = file_read(arena, path.ptr, bytes, aside);

	msgs_free(aside);
	return ok ? NULL : "it cannot be read";
}

static bool
begins(struct str bytes, const char *mark, size_t len)
{
	return bytes.len >= len && memcmp(bytes.ptr, mark, len) == 0;
}

static const char *
clean(struct arena *arena, struct picture *picture, struct str bytes)
{
	struct buf buf = BUF_INIT;
	const char *reason = "it is neither PNG nor JPEG";

	*picture = (struct picture){ .turn = 1 };
	if (begins(bytes, "\x89PNG\r\n\x1A\n", 8))
		reason = picture_png_clean(picture, &buf, bytes);
	else if (begins(bytes, "\xFF\xD8\xFF", 3))
		reason = picture_jpeg_clean(picture, &buf, bytes);
	if (reason == NULL)
		picture->bytes = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return reason;
}

const char *
picture_load(struct arena *arena, struct picture *picture,
    const struct doc *doc, struct str url)
{
	struct arena *scratch = arena_new();
	struct str path, bytes = { NULL, 0 };
	const char *reason = find_file(scratch, doc, url, &path);

	*picture = (struct picture){ .turn = 1 };
	if (reason == NULL)
		reason = read_file(scratch, path, &bytes);
	if (reason == NULL)
		reason = clean(arena, picture, bytes);
	arena_free(scratch);
	return reason;
}

const char *
picture_open(struct arena *arena, struct picture *picture, const char *path)
{
	struct arena *scratch = arena_new();
	struct str bytes = { NULL, 0 };
	const char *reason = NULL;
	struct stat info;

	*picture = (struct picture){ .turn = 1 };
	if (stat(path, &info) != 0)
		reason = "there is no such file";
	else if (!file_exists(path))
		reason = "it is no file that can be read";
	else if (info.st_size > PICTURE_BYTES_MAX)
		reason = "it is larger than 16 MiB";
	else
		reason = read_file(scratch, str_from(path), &bytes);
	if (reason == NULL)
		reason = clean(arena, picture, bytes);
	arena_free(scratch);
	return reason;
}
