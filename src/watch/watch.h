/* watch: waits until files change. A file has changed when its size, its time
 * or its inode is another, or when it came or went; so a program that saves by
 * renaming is seen, and one that only touches its folder is not. On Linux
 * inotify tells when to look; elsewhere the clock does. */
#ifndef WATCH_WATCH_H
#define WATCH_WATCH_H

#include <stdbool.h>
#include <stddef.h>

struct watch;

struct watch *watch_new(void);
void watch_free(struct watch *watch); /* takes NULL */

/* Watches the file, whether it is there yet or not. `tag` is what watch_wait
 * gives for it; several files may share one. */
void watch_add(struct watch *watch, const char *path, size_t tag);

/* Forgets all files. */
void watch_clear(struct watch *watch);

/* A byte that is written there ends watch_wait, be it waiting or called later;
 * a signal's handler may do so. -1: only a signal that comes while it waits
 * ends it. */
int watch_end_fd(const struct watch *watch);

/* Waits for a change and then until nothing has changed for a moment. Marks the
 * tags of what changed in changed[], of `count`. False when it was ended. */
bool watch_wait(struct watch *watch, bool *changed, size_t count);

#endif
