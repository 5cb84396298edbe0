/* cli_main: the way from the command line to an exit status. */
#include "cli/cli_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "compose/compose.h"

void
cli_complain(const char *format, ...)
{
	va_list args;

	fputs("rapporteur: error: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputs("\n", stderr);
}

enum cli_status
cli_worse(enum cli_status a, enum cli_status b)
{
	return a > b ? a : b;
}

/* A standard stream that the caller closed would lend its number to the next
 * file that is opened, and messages would be written into a paper. Something
 * that refuses to be used takes its place. */
static void
hold_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		int mode = fd == STDIN_FILENO ? O_WRONLY : O_RDONLY;

		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", mode) != fd)
			_exit(CLI_REFUSED);
	}
}

/* A pipe that closes and a file that grows too long are errors of writing,
 * which are reported; not reasons to die without a word. */
static void
ignore_signals(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGXFSZ, &ignore, NULL);
}

static enum cli_status
run(const struct cli_options *options, const char *program)
{
	switch (options->command) {
	case CLI_BUILD:
		return cli_build(options, program);
	case CLI_CHECK:
		return cli_check(options);
	case CLI_EXPORT:
		return cli_export(options);
	case CLI_EXPLAIN:
		return cli_explain(options);
	case CLI_CONFIG:
		return cli_config(options, program);
	case CLI_WATCH:
		return cli_watch(options, program);
	case CLI_INIT:
		return cli_init(options, program);
	case CLI_TEMPLATES:
		return cli_templates(options, program);
	}
	return CLI_USAGE;
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct cli_options options = { .syntax = SYNTAX_AUTO };
	enum cli_status status = CLI_USAGE;

	hold_standard_streams();
	ignore_signals();
	compose_memory_setup();
	if (cli_options_parse(arena, &options, argc, argv, &status))
		status = run(&options, argv[0]);
	arena_free(arena);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		cli_complain("standard output: cannot be written%s%s",
		    errno ? ": " : "", errno ? strerror(errno) : "");
		status = CLI_REFUSED;
	}
	return status;
}
