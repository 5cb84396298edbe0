/* cli_preview: starts the program rapporteur-preview and tells it what there
 * is to show; see preview/preview.h for what is said. */
#include "cli/cli_priv.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

struct cli_preview {
	pid_t pid;
	FILE *to; /* its standard input */
};

/* Beside this program (a build), in libexec beside its folder, or where it was
 * to be installed. */
static const char *
find_program(struct arena *arena, const char *program)
{
	const char *here = cli_program_dir(arena, program);
	struct str tried[3] = { 0 };

	if (here != NULL) {
		tried[0] = str_printf(arena, "%s/rapporteur-preview", here);
		tried[1] =
		    str_printf(arena, "%s/../libexec/rapporteur-preview", here);
	}
	tried[2] = str_from(RAPPORTEUR_LIBEXEC_DIR "/rapporteur-preview");
	for (size_t i = 0; i < 3; i++)
		if (tried[i].len > 0 && access(tried[i].ptr, X_OK) == 0)
			return tried[i].ptr;
	return NULL;
}

/* In the child: what is said comes in as standard input. */
static void
become(const char *path, int port, int from)
{
	char number[16];

	snprintf(number, sizeof(number), "%d", port);
	if (dup2(from, STDIN_FILENO) >= 0)
		execl(path, path, number, (char *)NULL);
	_exit(127);
}

static struct cli_preview *
start(const char *path, int port)
{
	struct cli_preview *preview;
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		return NULL;
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		close(ends[1]);
		become(path, port, ends[0]);
	}
	close(ends[0]);
	if (pid < 0) {
		close(ends[1]);
		return NULL;
	}
	preview = mem_alloc(sizeof(*preview));
	preview->pid = pid;
	preview->to = fdopen(ends[1], "w");
	return preview;
}

/* By the names that the page of one draft calls its twins by. */
static void
name_files(struct cli_preview *preview, const struct cli_options *options,
    const struct cli_target *targets)
{
	for (size_t i = 0; i < options->draft_count; i++)
		for (size_t j = 0; j < options->format_count; j++) {
			const char *path = targets[i].paths[j];
			const char *slash = strrchr(path, '/');

			fprintf(preview->to, "file %s\t%s\n",
			    slash != NULL ? slash + 1 : path, path);
		}
	fflush(preview->to);
}

struct cli_preview *
cli_preview_start(const struct cli_options *options,
    const struct cli_target *targets, const char *program)
{
	struct arena *arena = arena_new();
	const char *path = find_program(arena, program);
	struct cli_preview *preview = NULL;

	if (path != NULL)
		preview = start(path, options->port);
	if (preview != NULL)
		name_files(preview, options, targets);
	else
		cli_complain("the preview cannot be started: %s",
		    path == NULL ? "rapporteur-preview is not installed"
				 : strerror(errno));
	arena_free(arena);
	return preview;
}

void
cli_preview_changed(struct cli_preview *preview)
{
	if (preview == NULL)
		return;
	fputs("changed\n", preview->to);
	fflush(preview->to);
}

/* The end of its input is its end. */
void
cli_preview_stop(struct cli_preview *preview)
{
	if (preview == NULL)
		return;
	fclose(preview->to);
	while (waitpid(preview->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	free(preview);
}
