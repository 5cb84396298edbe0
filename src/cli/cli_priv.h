/* cli_priv: between the files of cli. Only here are options, environment,
 * clock and the terminal known. */
#ifndef CLI_CLI_PRIV_H
#define CLI_CLI_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "model/doc.h"
#include "model/plan.h"
#include "render/render.h"

struct arena;
struct msgs;
struct template;

/* What the caller's shell is told. Of several drafts, the worst counts. */
enum cli_status {
	CLI_WRITTEN = 0, /* all is well */
	CLI_ERRORS = 1,  /* written (or checked), with errors in the text */
	CLI_USAGE = 2,   /* wrong use; nothing was done */
	CLI_REFUSED = 3  /* a file, font, template or the disk refused */
};

enum cli_command {
	CLI_BUILD = 1 << 0,
	CLI_CHECK = 1 << 1,
	CLI_EXPORT = 1 << 2,
	CLI_TEMPLATES = 1 << 3,
	CLI_EXPLAIN = 1 << 4,
	CLI_CONFIG = 1 << 5,
	CLI_WATCH = 1 << 6,
	CLI_INIT = 1 << 7
};

struct cli_options {
	enum cli_command command;
	const char *out; /* -o: a folder; for export a file; or NULL */
	const struct render_format **formats; /* build: no doubles */
	size_t format_count;
	const char *export_format; /* export: "json" */
	const char *template;      /* -t, or NULL: by the draft's kind */
	const char *copy;          /* templates --copy: a template, or NULL */
	const char *config;        /* --config, or NULL: where they are found */
	struct date as_of;         /* --as-of, or none */
	struct date environment;   /* SOURCE_DATE_EPOCH's, or none */
	struct str language;       /* --lang: BCP 47, or empty */
	enum doc_syntax syntax;
	bool verify, no_repair, quiet, verbose, pdfa3, index;
	const char *paper, *watermark; /* build; or NULL */
	bool line_numbers;
	bool serve;   /* watch */
	int port;     /* of it; 0: any */
	bool explain; /* config: say where each value comes from */
	char **drafts;
	size_t draft_count;
};

/* ---- cli_options.c ---- */

/* Reads the command line. False when the program is to end at once with
 * `*status`: help was asked for and printed, or the use is wrong and was
 * said. The options live in arena and borrow from argv. */
bool cli_options_parse(struct arena *arena, struct cli_options *options,
    int argc, char **argv, enum cli_status *status);

/* ---- cli_help.c ---- */

enum cli_option {
	CLI_OPT_AS_OF,
	CLI_OPT_CONFIG,
	CLI_OPT_COPY,
	CLI_OPT_EXPLAIN,
	CLI_OPT_HELP,
	CLI_OPT_INDEX,
	CLI_OPT_LANG,
	CLI_OPT_LINE_NUMBERS,
	CLI_OPT_NO_REPAIR,
	CLI_OPT_OUT,
	CLI_OPT_PAPER,
	CLI_OPT_PDFA,
	CLI_OPT_PORT,
	CLI_OPT_QUIET,
	CLI_OPT_SERVE,
	CLI_OPT_SYNTAX,
	CLI_OPT_TEMPLATE,
	CLI_OPT_TO,
	CLI_OPT_VERBOSE,
	CLI_OPT_VERIFY,
	CLI_OPT_WATERMARK,
	CLI_OPT_COUNT
};

struct cli_option_info {
	const char *name;  /* the long one */
	char letter;       /* the short one, or '\0' */
	const char *arg;   /* its name, or NULL for an option without */
	unsigned commands; /* of enum cli_command: where it may stand */
	const char *about;
};

const struct cli_option_info *cli_option_info(enum cli_option option);

/* 0 when there is no such command. */
unsigned cli_command_find(const char *name);

/* Prints help on one command, or on all for 0. */
enum cli_status cli_help(unsigned command);
enum cli_status cli_version(void);

/* ---- cli_clock.c ---- */

/* "2019-03-31", "31/03/2019", "31.3.2019" or "31 March 2019". False for what
 * is no day of the calendar. */
bool cli_date_parse(struct date *date, const char *text);

/* The day of SOURCE_DATE_EPOCH, in UTC. False when it is set to what is no
 * number of seconds; no date when it is not set. */
bool cli_date_environment(struct date *date);

/* ---- cli_data.c ---- */

struct cli_data {
	const char *dir;      /* holds templates/ and fonts/manifest */
	const char **fonts;   /* folders with font files; NULL-terminated */
	const char *icc_path; /* the sRGB profile, or NULL if there is none */
};

/* The folder of the running program, or NULL if it cannot be told. */
const char *cli_program_dir(struct arena *arena, const char *program);

/* Finds the program's data. False, with a message, if there is none. */
bool cli_data_find(struct arena *arena, struct cli_data *data,
    const char *program, struct msgs *msgs);

/* ---- cli_targets.c ---- */

/* What one draft is turned into: a path for each format, "-" for standard
 * output. */
struct cli_target {
	const char *draft;
	const char **paths;
};

/* Names the files of all drafts, one cli_target for each, before anything is
 * written. NULL, with a message, if two of them or a draft would share a
 * file, or standard output would have to hold two. */
struct cli_target *cli_targets_make(
    struct arena *arena, const struct cli_options *options);

/* ---- cli_session.c ---- */

/* What is loaded once and used for all drafts. */
struct cli_session {
	const struct cli_options *options;
	struct arena *arena;
	struct cli_data data;
	struct render_context context; /* msgs: those of the draft at hand */
	struct loaded_template *templates;
	size_t template_count, template_cap;
};

struct loaded_template {
	const char *name;
	struct template *loaded; /* NULL: it could not be */
};

/* False, with a message on standard error, when something is missing that
 * the options need. Close it in any case. */
bool cli_session_open(struct cli_session *session,
    const struct cli_options *options, const char *program);
void cli_session_close(struct cli_session *session);

/* The template of that name, loaded at the first call. NULL if it cannot be
 * loaded, with a message in msgs. */
struct template *cli_session_template(
    struct cli_session *session, const char *name, struct msgs *msgs);

/* ---- cli_draft.c ---- */

/* A draft with the settings that hold where it lies. */
struct cli_draft {
	struct config *config; /* NULL: they could not be read */
	struct doc *doc;       /* NULL: it could not be read */
};

/* Reads, understands and checks one draft. False, with a message, if it or its
 * settings cannot be read. `msgs` is borrowed by the doc. To be closed in any
 * case. */
bool cli_draft_open(struct cli_draft *draft, const struct cli_options *options,
    const char *path, struct msgs *msgs);
void cli_draft_close(struct cli_draft *draft);

/* Prints the draft's messages at or above `least`, in the order of places, and
 * gives the status that they stand for. */
enum cli_status cli_draft_report(struct msgs *msgs, enum msg_level least);

/* May colours be sent to that stream? Only to a terminal whose user has not
 * set NO_COLOR. */
bool cli_may_colour(int fd);

/* ---- cli_template.c ---- */

/* A template as somebody asked for it, and where. */
struct cli_wish {
	const char *name;
	struct str path; /* empty: on the command line, or nobody did */
	struct pos pos;
};

/* The option's, the front matter's, the council's, or the one that is made for
 * what the draft is; without a draft, the one for papers. */
struct cli_wish cli_template_wish(
    const struct cli_options *options, const struct cli_draft *draft);

/* The template wanted, or NULL with messages. */
struct template *cli_template_wanted(struct cli_session *session,
    const struct cli_draft *draft, struct msgs *msgs);

/* ---- cli_build.c ---- */

/* How much was said about a draft. */
struct cli_tally {
	size_t errors, warnings;
};

/* Sees to it that what the options name is there: the template, the folder. */
enum cli_status cli_build_ready(struct cli_session *session);

/* Makes the papers of one draft and says what there is to say. `tally` may be
 * NULL. */
enum cli_status cli_build_one(struct cli_session *session,
    const struct cli_target *target, struct cli_tally *tally);

/* ---- cli_preview.c ---- */

/* The program that shows papers to a browser, as a child of this one. */
struct cli_preview;

/* Starts it; it prints its address. NULL, with a message, if it cannot be. */
struct cli_preview *cli_preview_start(const struct cli_options *options,
    const struct cli_target *targets, const char *program);

/* Tells it that papers were built anew, and ends it. Both take NULL. */
void cli_preview_changed(struct cli_preview *preview);
void cli_preview_stop(struct cli_preview *preview);

/* ---- cli_main.c ---- */

/* Says what is wrong with the use of the program. */
void cli_complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* The worse of two. */
enum cli_status cli_worse(enum cli_status a, enum cli_status b);

/* ---- the commands ---- */

enum cli_status cli_build(
    const struct cli_options *options, const char *program);
enum cli_status cli_check(const struct cli_options *options);
enum cli_status cli_watch(
    const struct cli_options *options, const char *program);
enum cli_status cli_config(
    const struct cli_options *options, const char *program);
enum cli_status cli_explain(const struct cli_options *options);
enum cli_status cli_export(const struct cli_options *options);
enum cli_status cli_init(
    const struct cli_options *options, const char *program);
enum cli_status cli_templates(
    const struct cli_options *options, const char *program);

#endif
