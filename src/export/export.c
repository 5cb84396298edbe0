/* export: see export.h. */
#include "export/export.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/msg.h"
#include "base/out.h"

static bool
all_on_disk(const struct export_file *files, size_t count)
{
	struct stat info;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(files[i].path, "-") == 0)
			return false;
		if (stat(files[i].path, &info) == 0 && !S_ISREG(info.st_mode))
			return false;
	}
	return true;
}

/* Signals that end the program wait until the files beside the targets have
 * become the targets, or have been removed. Not so when a pipe is written to,
 * which may keep us waiting for ever. */
static void
hold_signals(sigset_t *before, const struct export_file *files, size_t count)
{
	sigset_t held;

	sigemptyset(&held);
	if (all_on_disk(files, count)) {
		sigaddset(&held, SIGHUP);
		sigaddset(&held, SIGINT);
		sigaddset(&held, SIGTERM);
	}
	sigprocmask(SIG_BLOCK, &held, before);
}

static bool
write_aside(struct out **outs, const struct export_file *files, size_t count,
    struct msgs *msgs)
{
	for (size_t i = 0; i < count; i++) {
		outs[i] = out_open(files[i].path, msgs);
		if (outs[i] == NULL)
			return false;
		out_put(outs[i], files[i].bytes);
		if (!out_flush(outs[i]))
			return false;
	}
	return true;
}

static bool
commit(struct out **outs, const struct export_file *files, size_t count,
    struct msgs *msgs)
{
	for (size_t i = 0; i < count; i++) {
		if (out_commit(outs[i]))
			continue;
		for (size_t j = 0; j < i; j++)
			msgs_refuse(msgs, files[j].path, 0,
			    "was written already, without %s", files[i].path);
		return false;
	}
	return true;
}

bool
export_files(const struct export_file *files, size_t count, struct msgs *msgs)
{
	struct out **outs = mem_alloc(count * sizeof(*outs));
	sigset_t before;
	bool ok;

	hold_signals(&before, files, count);
	ok = write_aside(outs, files, count, msgs) &&
	     commit(outs, files, count, msgs);
	for (size_t i = 0; i < count; i++)
		out_free(outs[i]);
	sigprocmask(SIG_SETMASK, &before, NULL);
	free(outs);
	return ok;
}
