/* cli_help: the commands and options, in two tables, and the help made of
 * them. */
#include "cli/cli_priv.h"

#include <stdio.h>
#include <string.h>

#include "model/theme.h"

struct command_info {
	const char *name;
	unsigned command;
	const char *usage; /* behind "rapporteur NAME" */
	const char *about;
};

static const struct command_info commands[] = {
	{ "build", CLI_BUILD, "[OPTION]... DRAFT...",
	    "turn drafts into papers: PDF and HTML" },
	{ "check", CLI_CHECK, "[OPTION]... DRAFT...",
	    "say what was understood and what is odd; write nothing" },
	{ "export", CLI_EXPORT, "[OPTION]... DRAFT",
	    "print what was understood, for other programs" },
	{ "explain", CLI_EXPLAIN, "[OPTION]... DRAFT",
	    "show what each line of a draft was taken to be" },
	{ "config", CLI_CONFIG, "[OPTION]... [DRAFT]",
	    "show the settings that hold for a draft, or in this folder" },
	{ "watch", CLI_WATCH, "[OPTION]... DRAFT...",
	    "build, and build again whenever a draft is saved" },
	{ "templates", CLI_TEMPLATES, "[--copy=NAME FOLDER]",
	    "list the templates, or copy one to change it" },
	{ "init", CLI_INIT, "[OPTION]... [FILE]",
	    "write a draft to begin with, with advice in it" },
};

enum {
	COMMAND_COUNT = sizeof(commands) / sizeof(commands[0]),
	BUILDING = CLI_BUILD | CLI_WATCH,
	READING = BUILDING | CLI_CHECK | CLI_EXPORT | CLI_EXPLAIN,
	ANY = READING | CLI_TEMPLATES | CLI_CONFIG | CLI_INIT
};

static const struct cli_option_info options[CLI_OPT_COUNT] = {
	[CLI_OPT_AS_OF] = { "as-of", '\0', "DATE", READING,
	    "the day on which \"overdue\" is judged: 2019-03-31 or 31/03/2019" },
	[CLI_OPT_CONFIG] = { "config", '\0', "FILE", READING | CLI_CONFIG,
	    "the council's settings, instead of those found; \"\" for none" },
	[CLI_OPT_COPY] = { "copy", '\0', "NAME", CLI_TEMPLATES,
	    "copy this template into a new folder" },
	[CLI_OPT_EXPLAIN] = { "explain", '\0', NULL, CLI_CONFIG,
	    "say where each value comes from" },
	[CLI_OPT_HELP] = { "help", 'h', NULL, ANY, "show this help" },
	[CLI_OPT_INDEX] = { "index", '\0', NULL, BUILDING,
	    "close with an index of the actions by owner" },
	[CLI_OPT_LANG] = { "lang", '\0', "LANGUAGE", READING | CLI_INIT,
	    "the paper's language: cy or en-GB; else the draft's words tell it" },
	[CLI_OPT_LINE_NUMBERS] = { "line-numbers", '\0', NULL, BUILDING,
	    "number the lines of every page of the PDF" },
	[CLI_OPT_NO_REPAIR] = { "no-repair", '\0', NULL, READING,
	    "leave broken rows, names and words as they were read" },
	[CLI_OPT_OUT] = { "output", 'o', "PLACE", BUILDING | CLI_EXPORT,
	    "the folder (build) or file (export) to write to; - prints" },
	[CLI_OPT_PAPER] = { "paper", '\0', "SIZE", BUILDING,
	    "the PDF's pages: " THEME_PAPERS },
	[CLI_OPT_PDFA] = { "pdfa", '\0', "LEVEL", BUILDING,
	    "2a, or 3a: the PDF carries the draft, its JSON and its CSV" },
	[CLI_OPT_PORT] = { "port", '\0', "NUMBER", CLI_WATCH,
	    "where --serve answers; if it is not given, any port that is free" },
	[CLI_OPT_QUIET] = { "quiet", 'q', NULL, BUILDING | CLI_CHECK,
	    "do not print the names of files or the summary" },
	[CLI_OPT_SERVE] = { "serve", '\0', NULL, CLI_WATCH,
	    "show the papers in a browser on this machine, always as built last" },
	[CLI_OPT_SYNTAX] = { "syntax", '\0', "SYNTAX", READING | CLI_CONFIG,
	    "text or markdown, whatever the draft is called" },
	[CLI_OPT_TEMPLATE] = { "template", 't', "NAME",
	    BUILDING | CLI_CONFIG | CLI_INIT,
	    "what the paper says and looks like (see \"templates\")" },
	[CLI_OPT_TO] = { "to", '\0', "FORMATS", BUILDING | CLI_EXPORT,
	    "which files to make, parted by commas" },
	[CLI_OPT_VERBOSE] = { "verbose", 'v', NULL, BUILDING,
	    "print notes as well as warnings and errors" },
	[CLI_OPT_VERIFY] = { "verify", '\0', NULL, BUILDING,
	    "read the papers back and refuse to write one that lost a word" },
	[CLI_OPT_WATERMARK] = { "watermark", '\0', "TEXT", BUILDING,
	    "words across every page of the PDF, such as DRAFT" },
};

const struct cli_option_info *
cli_option_info(enum cli_option option)
{
	return &options[option];
}

unsigned
cli_command_find(const char *name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return commands[i].command;
	return 0;
}

static void
print_option(const struct cli_option_info *info)
{
	char left[40];

	if (info->letter != '\0')
		snprintf(left, sizeof(left), "-%c, ", info->letter);
	else
		snprintf(left, sizeof(left), "    ");
	snprintf(left + 4, sizeof(left) - 4, "--%s%s%s", info->name,
	    info->arg ? "=" : "", info->arg ? info->arg : "");
	printf("  %-22s %s\n", left, info->about);
}

static void
print_formats(void)
{
	size_t count;
	const struct render_format *formats = render_formats(&count);

	printf("\nFormats (pdf,html if --to is not given):\n");
	for (size_t i = 0; i < count; i++)
		printf("  %-22s %s\n", formats[i].name, formats[i].about);
}

static void
print_command(const struct command_info *info)
{
	printf("Usage: rapporteur %s%s%s\n\n%c%s.\n\nOptions:\n", info->name,
	    *info->usage ? " " : "", info->usage, info->about[0] - 'a' + 'A',
	    info->about + 1);
	for (size_t i = 0; i < CLI_OPT_COUNT; i++)
		if (options[i].commands & info->command)
			print_option(&options[i]);
	if (info->command & BUILDING)
		print_formats();
	if (info->command == CLI_EXPORT)
		printf("\nFormats:\n  %-22s %s\n  %-22s %s\n", "json",
		    "what was understood (the default)", "csv",
		    "the actions, for a spreadsheet");
	if (info->command == CLI_BUILD)
		printf("\nFiles lie beside the draft and are named after it; "
		       "-o puts them elsewhere.\n"
		       "A draft called - is standard input.\n");
}

static void
print_general(void)
{
	printf("Usage: rapporteur COMMAND [OPTION]... [DRAFT]...\n\n"
	       "Turns council drafts, plain text or Markdown, into accessible "
	       "committee papers.\n\nCommands:\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		printf("  %-12s %s\n", commands[i].name, commands[i].about);
	printf("\n\"rapporteur COMMAND --help\" tells more about each; "
	       "--version names this one.\n\n"
	       "Exit status:\n"
	       "  0  all is written\n"
	       "  1  written, but there are errors in the text; or not "
	       "written, because\n"
	       "     --verify found that words were lost\n"
	       "  2  the program was called wrongly; nothing was done\n"
	       "  3  a file could not be read or written or is no text, or a "
	       "font or\n"
	       "     template is missing\n");
}

enum cli_status
cli_help(unsigned command)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		if (commands[i].command != command)
			continue;
		print_command(&commands[i]);
		return CLI_WRITTEN;
	}
	print_general();
	return CLI_WRITTEN;
}

enum cli_status
cli_version(void)
{
	printf("rapporteur " RAPPORTEUR_VERSION "\n");
	return CLI_WRITTEN;
}
