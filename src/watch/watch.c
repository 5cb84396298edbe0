/* watch: see watch.h. */
#include "watch/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

#include "base/arena.h"
#include "base/str.h"

enum {
	QUIET_MS = 60,   /* without a change: the writer has finished */
	ROUNDS = 20,     /* of waiting for that, at most */
	LOOK_MS = 300,   /* between looks, where nobody tells */
	SELDOM_MS = 3000 /* between looks, where inotify does: what lies on a
			  * share may change without it */
};

/* What a file was like when it was last looked at. */
struct state {
	bool is_there;
	long long size;
	long long second, nanosecond;
	unsigned long long inode;
};

struct item {
	struct str path;
	size_t tag;
	struct state state;
};

struct watch {
	struct arena *arena;
	struct item *items;
	size_t count, cap;
	int fd;     /* inotify's, or -1 */
	int end[2]; /* a pipe; what is in it ends all waiting; or -1 */
};

static struct state
look(const char *path)
{
	struct state state = { false, 0, 0, 0, 0 };
	struct stat info;

	if (stat(path, &info) != 0)
		return state;
	state.is_there = true;
	state.size = (long long)info.st_size;
	state.second = (long long)info.st_mtim.tv_sec;
	state.nanosecond = (long long)info.st_mtim.tv_nsec;
	state.inode = (unsigned long long)info.st_ino;
	return state;
}

static bool
is_same(struct state a, struct state b)
{
	return a.is_there == b.is_there && a.size == b.size &&
	       a.second == b.second && a.nanosecond == b.nanosecond &&
	       a.inode == b.inode;
}

struct watch *
watch_new(void)
{
	struct watch *watch = mem_alloc(sizeof(*watch));

	watch->arena = arena_new();
	watch->fd = -1;
	if (pipe(watch->end) != 0)
		watch->end[0] = watch->end[1] = -1;
	for (int i = 0; i < 2 && watch->end[i] >= 0; i++) {
		fcntl(watch->end[i], F_SETFD, FD_CLOEXEC);
		fcntl(watch->end[i], F_SETFL, O_NONBLOCK);
	}
#ifdef __linux__
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
#endif
	return watch;
}

void
watch_free(struct watch *watch)
{
	if (watch == NULL)
		return;
	if (watch->fd >= 0)
		close(watch->fd);
	for (int i = 0; i < 2 && watch->end[i] >= 0; i++)
		close(watch->end[i]);
	arena_free(watch->arena);
	free(watch);
}

int
watch_end_fd(const struct watch *watch)
{
	return watch->end[1];
}

/* Folders are watched, not files: a file that is saved by renaming is another
 * one afterwards. To watch one twice is to watch it once. */
static void
watch_folder(struct watch *watch, const char *path)
{
#ifdef __linux__
	const char *slash = strrchr(path, '/');
	struct str folder =
	    slash == NULL ? str_from(".")
			  : str_copy(watch->arena, str_range(path, slash + 1));

	if (watch->fd >= 0)
		inotify_add_watch(watch->fd, folder.ptr,
		    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
			IN_DELETE | IN_ATTRIB);
#else
	(void)watch;
	(void)path;
#endif
}

void
watch_add(struct watch *watch, const char *path, size_t tag)
{
	struct item *item;

	watch->items = arena_push(watch->arena, watch->items, &watch->count,
	    &watch->cap, sizeof(*watch->items));
	item = &watch->items[watch->count - 1];
	item->path = str_copy(watch->arena, str_from(path));
	item->tag = tag;
	item->state = look(path);
	watch_folder(watch, path);
}

void
watch_clear(struct watch *watch)
{
	watch->count = 0;
}

/* Looks at all files; true if one of them has changed since. */
static bool
compare(struct watch *watch, bool *changed, size_t count)
{
	bool any = false;

	for (size_t i = 0; i < watch->count; i++) {
		struct item *item = &watch->items[i];
		struct state now = look(item->path.ptr);

		if (is_same(now, item->state))
			continue;
		item->state = now;
		any = true;
		if (item->tag < count)
			changed[item->tag] = true;
	}
	return any;
}

/* False when it is to end. Entries of -1 are passed over by poll. */
static bool
wait_for(struct watch *watch, int most_ms)
{
	struct pollfd waited[] = { { .fd = watch->end[0], .events = POLLIN },
		{ .fd = watch->fd, .events = POLLIN } };
	char events[4096];

	if (poll(waited, 2, most_ms) < 0)
		return errno != EINTR;
	if (waited[0].revents != 0)
		return false;
	while (watch->fd >= 0 && read(watch->fd, events, sizeof(events)) > 0)
		continue;
	return true;
}

bool
watch_wait(struct watch *watch, bool *changed, size_t count)
{
	memset(changed, 0, count * sizeof(*changed));
	while (!compare(watch, changed, count))
		if (!wait_for(watch, watch->fd >= 0 ? SELDOM_MS : LOOK_MS))
			return false;
	for (int i = 0; i < ROUNDS; i++) {
		if (!wait_for(watch, QUIET_MS))
			return false;
		if (!compare(watch, changed, count))
			break;
	}
	return true;
}
