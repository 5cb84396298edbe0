/* cli_watch: builds drafts, and builds them again whenever one is saved, or the
 * settings or templates that it is made with. A line on standard output tells
 * of each build. Ends by a signal. */
#include "cli/cli_priv.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "watch/watch.h"

struct watcher {
	const struct cli_options *options;
	const char *program;
	struct arena *arena;
	struct cli_target *targets;
	struct watch *watch;
	struct cli_preview *preview; /* NULL: nothing is served */
};

/* The only thing a handler may touch: a byte in there ends the watching, also
 * when it comes between two waits, where a flag would be seen too late. */
static volatile sig_atomic_t end_fd = -1;

static void
on_signal(int number)
{
	int kept = errno;
	ssize_t done = write(end_fd, "", 1);

	(void)number;
	(void)done;
	errno = kept;
}

/* Without SA_RESTART: what waits is to wake up. */
static void
catch_signals(const struct watch *watch)
{
	struct sigaction action = { .sa_handler = on_signal };

	end_fd = watch_end_fd(watch);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

/* ---- what is watched ---- */

/* The settings beside the draft and in every folder above. */
static void
watch_settings(struct watcher *watcher, const char *draft)
{
	size_t shared = watcher->options->draft_count;
	const char *slash = strrchr(draft, '/');
	struct str folder = str_range(draft, slash ? slash + 1 : draft);
	char *real, *cut;

	folder = str_copy(watcher->arena, folder);
	real = realpath(folder.len > 0 ? folder.ptr : ".", NULL);
	while (real != NULL) {
		watch_add(watcher->watch,
		    str_printf(watcher->arena, "%s/rapporteur.yaml", real).ptr,
		    shared);
		cut = strrchr(real, '/');
		if (cut == NULL || cut == real)
			break;
		*cut = '\0';
	}
	free(real);
}

static void
watch_all(struct watcher *watcher)
{
	const struct cli_options *options = watcher->options;

	watch_clear(watcher->watch);
	for (size_t i = 0; i < options->draft_count; i++) {
		watch_add(watcher->watch, options->drafts[i], i);
		if (options->config == NULL)
			watch_settings(watcher, options->drafts[i]);
	}
	if (options->config != NULL && *options->config != '\0')
		watch_add(
		    watcher->watch, options->config, options->draft_count);
}

/* ---- building ---- */

static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* "14:03:12 plan.md: built in 43 ms, 2 warnings" */
static void
tell(const char *draft, enum cli_status status, struct cli_tally tally,
    double ms)
{
	time_t now = time(NULL);
	struct tm local;
	char clock[16];

	localtime_r(&now, &local);
	strftime(clock, sizeof(clock), "%H:%M:%S", &local);
	printf("%s %s: %s in %.0f ms", clock, draft,
	    status == CLI_REFUSED ? "not built" : "built", ms);
	if (tally.errors > 0)
		printf(", %zu error%s", tally.errors,
		    tally.errors == 1 ? "" : "s");
	if (tally.warnings > 0)
		printf(", %zu warning%s", tally.warnings,
		    tally.warnings == 1 ? "" : "s");
	printf("\n");
	fflush(stdout);
}

/* A session for each round: what it holds may be what has changed. */
static enum cli_status
build_round(struct watcher *watcher, const bool *changed)
{
	const struct cli_options *options = watcher->options;
	struct cli_options quiet = *options;
	enum cli_status status = CLI_REFUSED;
	bool all = changed[options->draft_count];
	struct cli_session session;

	quiet.quiet = true;
	if (cli_session_open(&session, &quiet, watcher->program))
		status = cli_build_ready(&session);
	for (size_t i = 0; status == CLI_WRITTEN && i < options->draft_count;
	     i++) {
		double start = now_ms();
		struct cli_tally tally;
		enum cli_status one;

		if (!all && !changed[i])
			continue;
		one = cli_build_one(&session, &watcher->targets[i], &tally);
		tell(options->drafts[i], one, tally, now_ms() - start);
	}
	cli_session_close(&session);
	return status;
}

static enum cli_status
watch_on(struct watcher *watcher)
{
	size_t count = watcher->options->draft_count + 1;
	bool *changed = arena_alloc(watcher->arena, count * sizeof(*changed));
	enum cli_status status;

	watch_all(watcher);
	changed[count - 1] = true;
	status = build_round(watcher, changed);
	if (status == CLI_WRITTEN && watcher->options->serve) {
		watcher->preview = cli_preview_start(
		    watcher->options, watcher->targets, watcher->program);
		if (watcher->preview == NULL)
			return CLI_REFUSED;
	}
	while (status == CLI_WRITTEN &&
	       watch_wait(watcher->watch, changed, count)) {
		/* a template that is missing for once is no reason to end */
		build_round(watcher, changed);
		cli_preview_changed(watcher->preview);
	}
	return status;
}

enum cli_status
cli_watch(const struct cli_options *options, const char *program)
{
	struct watcher watcher = { options, program, arena_new(), NULL, NULL,
		NULL };
	enum cli_status status = CLI_USAGE;

	watcher.targets = cli_targets_make(watcher.arena, options);
	if (watcher.targets != NULL) {
		watcher.watch = watch_new();
		catch_signals(watcher.watch);
		status = watch_on(&watcher);
		cli_preview_stop(watcher.preview);
		watch_free(watcher.watch);
	}
	arena_free(watcher.arena);
	return status;
}
