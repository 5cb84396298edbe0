/* cli_options: the words of the command line -> struct cli_options. The
 * options of each command stand in the table of cli_help.c. */
#include "cli/cli_priv.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/theme.h"
#include "model/words.h"

/* What a first word may be that is no command. */
static bool
is_word(const char *arg, const char *short_form, const char *long_form)
{
	return strcmp(arg, short_form) == 0 || strcmp(arg, long_form) == 0;
}

static bool
add_format(struct arena *arena, struct cli_options *options, struct str name)
{
	const struct render_format *format = render_format_find(name);
	size_t most;

	render_formats(&most);
	if (format == NULL) {
		cli_complain("there is no format \"%.*s\"", STR_ARG(name));
		return false;
	}
	if (options->formats == NULL)
		options->formats =
		    arena_alloc(arena, most * sizeof(struct render_format *));
	for (size_t i = 0; i < options->format_count; i++)
		if (options->formats[i] == format)
			return true;
	options->formats[options->format_count++] = format;
	return true;
}

static bool
take_formats(struct arena *arena, struct cli_options *options, const char *arg)
{
	struct str rest = str_from(arg), name;

	if (options->command == CLI_EXPORT) {
		options->export_format = arg;
		return true;
	}
	if (rest.len == 0) {
		cli_complain("--to names no format");
		return false;
	}
	while (str_next_part(&rest, ',', &name))
		if (!add_format(arena, options, str_trim(name)))
			return false;
	return true;
}

static bool
take_syntax(struct cli_options *options, const char *arg)
{
	if (strcmp(arg, "text") == 0)
		options->syntax = SYNTAX_TEXT;
	else if (strcmp(arg, "markdown") == 0)
		options->syntax = SYNTAX_MARKDOWN;
	else
		cli_complain("--syntax is text or markdown, not \"%s\"", arg);
	return options->syntax != SYNTAX_AUTO;
}

static bool
take_pdfa(struct cli_options *options, const char *arg)
{
	options->pdfa3 = strcmp(arg, "3a") == 0;
	if (options->pdfa3 || strcmp(arg, "2a") == 0)
		return true;
	cli_complain("--pdfa is 2a or 3a, not \"%s\"", arg);
	return false;
}

static bool
take_date(struct cli_options *options, const char *arg)
{
	if (cli_date_parse(&options->as_of, arg))
		return true;
	cli_complain("--as-of: \"%s\" is no date; write 2019-03-31 or "
		     "31/03/2019",
	    arg);
	return false;
}

static bool
take_language(struct arena *arena, struct cli_options *options, const char *arg)
{
	options->language = words_language(arena, str_from(arg));
	if (options->language.len == 0)
		cli_complain("--lang: \"%s\" is no language's code; write cy "
			     "or en-GB",
		    arg);
	return options->language.len > 0;
}

static bool
take_paper(struct cli_options *options, const char *arg)
{
	struct theme theme = { .body_pt = 0 };

	options->paper = arg;
	if (theme_set_paper(&theme, str_from(arg)))
		return true;
	cli_complain("--paper is " THEME_PAPERS ", not \"%s\"", arg);
	return false;
}

static bool
take_port(struct cli_options *options, const char *arg)
{
	char *end;
	long port = strtol(arg, &end, 10);

	if (*arg == '\0' || *end != '\0' || port < 1 || port > 65535) {
		cli_complain(
		    "--port is a number from 1 to 65535, not \"%s\"", arg);
		return false;
	}
	options->port = (int)port;
	return true;
}

/* What is read or printed as a stream cannot be watched. */
static bool
watch_fits(const struct cli_options *options)
{
	bool has_stream =
	    options->out != NULL && strcmp(options->out, "-") == 0;

	for (size_t i = 0; i < options->draft_count; i++)
		has_stream |= strcmp(options->drafts[i], "-") == 0;
	if (has_stream)
		cli_complain("files are watched, not streams (\"-\")");
	return !has_stream;
}

static bool
take(struct arena *arena, struct cli_options *options, enum cli_option option,
    const char *arg)
{
	switch (option) {
	case CLI_OPT_AS_OF:
		return take_date(options, arg);
	case CLI_OPT_INDEX:
		options->index = true;
		return true;
	case CLI_OPT_LANG:
		return take_language(arena, options, arg);
	case CLI_OPT_LINE_NUMBERS:
		options->line_numbers = true;
		return true;
	case CLI_OPT_CONFIG:
		options->config = arg;
		return true;
	case CLI_OPT_COPY:
		options->copy = arg;
		return true;
	case CLI_OPT_EXPLAIN:
		options->explain = true;
		return true;
	case CLI_OPT_NO_REPAIR:
		options->no_repair = true;
		return true;
	case CLI_OPT_OUT:
		options->out = arg;
		return true;
	case CLI_OPT_PAPER:
		return take_paper(options, arg);
	case CLI_OPT_PDFA:
		return take_pdfa(options, arg);
	case CLI_OPT_PORT:
		return take_port(options, arg);
	case CLI_OPT_QUIET:
		options->quiet = true;
		return true;
	case CLI_OPT_SERVE:
		options->serve = true;
		return true;
	case CLI_OPT_SYNTAX:
		return take_syntax(options, arg);
	case CLI_OPT_TEMPLATE:
		options->template = arg;
		return true;
	case CLI_OPT_TO:
		return take_formats(arena, options, arg);
	case CLI_OPT_VERBOSE:
		options->verbose = true;
		return true;
	case CLI_OPT_VERIFY:
		options->verify = true;
		return true;
	case CLI_OPT_WATERMARK:
		options->watermark = arg;
		return true;
	case CLI_OPT_HELP:
	case CLI_OPT_COUNT:
		break;
	}
	return true;
}

/* getopt's two descriptions of the options that the command has. Its values
 * are the option's number, counted from 1. */
struct getopt_tables {
	struct option longs[CLI_OPT_COUNT + 1];
	char shorts[CLI_OPT_COUNT * 2 + 2];
};

static void
make_tables(struct getopt_tables *tables, enum cli_command command)
{
	size_t longs = 0, shorts = 0;

	memset(tables, 0, sizeof(*tables));
	tables->shorts[shorts++] = ':'; /* tell a missing argument apart */
	for (int i = 0; i < CLI_OPT_COUNT; i++) {
		const struct cli_option_info *info = cli_option_info(i);

		if (!(info->commands & command))
			continue;
		tables->longs[longs++] = (struct option){ info->name,
			info->arg != NULL, NULL, i + 1 };
		if (info->letter == '\0')
			continue;
		tables->shorts[shorts++] = info->letter;
		if (info->arg != NULL)
			tables->shorts[shorts++] = ':';
	}
}

static int
option_of(int found)
{
	for (int i = 0; i < CLI_OPT_COUNT; i++)
		if (found == i + 1 ||
		    (found != 0 && found == cli_option_info(i)->letter))
			return i;
	return -1;
}

static void
complain_of(int found, char **argv)
{
	int option = option_of(optopt);
	const char *word = argv[optind - 1];

	if (found == ':')
		cli_complain("\"%s\" needs a value", word);
	else if (strncmp(word, "--", 2) == 0 && option >= 0)
		cli_complain("\"%s\": that option takes no value", word);
	else if (strncmp(word, "--", 2) == 0)
		cli_complain("unknown option \"%s\"", word);
	else
		cli_complain("unknown option \"-%c\"", optopt);
}

/* How many words may stand behind the options. */
static bool
count_fits(const struct cli_options *options)
{
	enum { ONE_AT_A_TIME = CLI_EXPORT | CLI_EXPLAIN | CLI_CONFIG };
	enum { MAY_HAVE_NONE = CLI_CONFIG | CLI_INIT | CLI_TEMPLATES };
	size_t count = options->draft_count;
	size_t words = options->copy != NULL || options->command == CLI_INIT;

	if (!(options->command & MAY_HAVE_NONE) && count == 0) {
		cli_complain("no draft is named");
		return false;
	}
	if (options->copy != NULL && count == 0) {
		cli_complain("--copy needs the folder to copy to as well");
		return false;
	}
	if ((options->command & (CLI_TEMPLATES | CLI_INIT)) && count > words) {
		cli_complain(
		    "\"%s\" is one word too many", options->drafts[words]);
		return false;
	}
	if ((options->command & ONE_AT_A_TIME) && count > 1) {
		cli_complain("this command takes one draft at a time");
		return false;
	}
	return true;
}

/* What can only be judged when all options are known. */
static bool
settle(struct arena *arena, struct cli_options *options)
{
	if (!count_fits(options))
		return false;
	if (options->command == CLI_WATCH && !watch_fits(options))
		return false;
	if (!cli_date_environment(&options->environment)) {
		cli_complain("SOURCE_DATE_EPOCH is no number of seconds");
		return false;
	}
	return options->format_count > 0 ||
	       (add_format(arena, options, str_from("pdf")) &&
		   add_format(arena, options, str_from("html")));
}

static bool
parse_rest(struct arena *arena, struct cli_options *options, int argc,
    char **argv, enum cli_status *status)
{
	struct getopt_tables tables;
	int found;

	make_tables(&tables, options->command);
	opterr = 0;
	for (;;) {
		found =
		    getopt_long(argc, argv, tables.shorts, tables.longs, NULL);
		if (found == -1)
			break;
		if (found == '?' || found == ':') {
			complain_of(found, argv);
			return false;
		}
		if (option_of(found) == CLI_OPT_HELP) {
			*status = cli_help(options->command);
			return false;
		}
		if (!take(arena, options, option_of(found), optarg))
			return false;
	}
	options->drafts = argv + optind;
	options->draft_count = (size_t)(argc - optind);
	return settle(arena, options);
}

bool
cli_options_parse(struct arena *arena, struct cli_options *options, int argc,
    char **argv, enum cli_status *status)
{
	unsigned command = argc > 1 ? cli_command_find(argv[1]) : 0;
	bool ok = false;

	*status = CLI_USAGE;
	if (argc > 1 && is_word(argv[1], "-h", "--help")) {
		*status = cli_help(0);
		return false;
	}
	if (argc > 1 && is_word(argv[1], "-V", "--version")) {
		*status = cli_version();
		return false;
	}
	if (command != 0) {
		options->command = command;
		options->export_format = "json";
		ok = parse_rest(arena, options, argc - 1, argv + 1, status);
	} else if (argc > 1) {
		cli_complain("there is no command \"%s\"", argv[1]);
	} else {
		cli_complain("no command is given");
	}
	if (!ok && *status == CLI_USAGE)
		fprintf(stderr,
		    "\"rapporteur %s%s--help\" shows how it is "
		    "used.\n",
		    command ? argv[1] : "", command ? " " : "");
	return ok;
}
