/* cli_build: the stages in their order, for each draft: read, understand,
 * check, compose, render, verify, write. */
#include "cli/cli_priv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "compose/compose.h"
#include "config/config.h"
#include "export/export.h"
#include "render/pdf/pdf.h"
#include "verify/verify.h"

/* "pdf" as people call it: "PDF". Lives in arena. */
static const char *
spoken_name(struct arena *arena, const struct render_format *format)
{
	char *name = arena_copy(arena, format->name, strlen(format->name));

	for (char *c = name; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return name;
}

/* Renders one format and, if asked to, counts its words. False, with a
 * message, if there is nothing that could be written. */
static bool
render_one(struct cli_session *session, const struct report *report,
    const struct render_format *format, struct buf *out, struct msgs *msgs)
{
	bool proves = session->options->verify && format->is_paper;
	size_t refusals = msgs_refusals(msgs);
	const char *what = spoken_name(session->arena, format);
	struct buf text = BUF_INIT;
	bool ok;

	session->context.msgs = msgs;
	ok = format->render(
	    out, report, &session->context, proves ? &text : NULL);
	if (!ok && msgs_refusals(msgs) == refusals)
		msgs_refuse(msgs, report->doc->path.ptr, 0,
		    "the %s could not be made", what);
	/* what a summary leaves out is on a list, not lost */
	if (ok && proves)
		buf_printf(&text, "\n%.*s", STR_ARG(report->left_out));
	if (ok && proves)
		ok = verify_words(report->doc, buf_str(&text), what) == 0;
	buf_clear(&text);
	return ok;
}

static bool
write_files(const struct cli_options *options, const struct cli_target *target,
    const struct buf *outs, struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	struct export_file *files =
	    arena_alloc(scratch, options->format_count * sizeof(*files));
	bool ok;

	for (size_t i = 0; i < options->format_count; i++) {
		files[i].path = target->paths[i];
		files[i].bytes = buf_str(&outs[i]);
	}
	ok = export_files(files, options->format_count, msgs);
	for (size_t i = 0; ok && i < options->format_count; i++)
		if (!options->quiet && strcmp(files[i].path, "-") != 0)
			printf("%s\n", files[i].path);
	arena_free(scratch);
	return ok;
}

static void
render_and_write(struct cli_session *session, const struct cli_target *target,
    const struct report *report, struct msgs *msgs)
{
	const struct cli_options *options = session->options;
	struct arena *scratch = arena_new();
	struct buf *outs =
	    arena_alloc(scratch, options->format_count * sizeof(*outs));
	bool ok = true;

	/* all formats, even after a failure: each may have words to name */
	for (size_t i = 0; i < options->format_count; i++)
		ok &= render_one(
		    session, report, options->formats[i], &outs[i], msgs);
	if (ok)
		ok = write_files(options, target, outs, msgs);
	if (!ok)
		msgs_add(msgs, &(struct msg){ .level = MSG_ERROR,
				   .path = report->doc->path,
				   .text = STR("nothing was written") });
	for (size_t i = 0; i < options->format_count; i++)
		buf_clear(&outs[i]);
	arena_free(scratch);
}

static void
count_notes(const char *draft, const struct msgs *msgs)
{
	size_t notes = msgs_count(msgs, MSG_NOTE);

	if (notes > 0)
		fprintf(stderr, "%s: %zu note%s (-v shows %s)\n", draft, notes,
		    notes == 1 ? "" : "s", notes == 1 ? "it" : "them");
}

/* The files that lie side by side, for the page that links to them. Paths of
 * one draft share a folder; standard output is nowhere. */
static void
name_twins(struct report *report, const struct cli_options *options,
    const struct cli_target *target)
{
	struct report_twin *twins =
	    arena_alloc(report->arena, options->format_count * sizeof(*twins));

	for (size_t i = 0; i < options->format_count; i++) {
		const char *path = target->paths[i];
		const char *slash = strrchr(path, '/');

		if (strcmp(path, "-") == 0)
			continue;
		twins[report->twin_count++] = (struct report_twin){
			.format = str_from(options->formats[i]->name),
			.file = str_from(slash != NULL ? slash + 1 : path),
		};
	}
	report->twins = twins;
}

/* The file that gives the template its look. */
static struct str
look_of(struct arena *arena, const struct template *template)
{
	size_t count;
	struct template_file *files =
	    compose_template_files(arena, template, &count);

	for (size_t i = 0; i < count; i++)
		if (str_is(files[i].name, "theme.xml"))
			return str_from(files[i].path);
	return (struct str){ "", 0 };
}

/* The theme's families, where the fonts of the manifest are not all. */
static bool
add_fonts(struct cli_session *session, const struct config *config,
    const struct template *template, const struct theme *theme,
    struct msgs *msgs)
{
	const struct str families[] = { theme->body_family,
		theme->heading_family, theme->mono_family };
	static const char *const keys[] = { "fonts.body", "fonts.headings",
		"fonts.mono" };

	for (size_t i = 0; session->context.fonts != NULL && i < 3; i++) {
		const struct config_value *value = config_find(config, keys[i]);

		if (value == NULL && i < 2)
			value = config_find(config, "font");
		if (pdf_fonts_add(session->context.fonts, families[i],
			session->data.fonts, msgs))
			continue;
		msgs_add(msgs,
		    &(struct msg){ .level = MSG_ERROR,
			.path = value ? value->path
				      : look_of(session->arena, template),
			.pos = value ? value->pos : (struct pos){ 0 },
			.text = STR("this names a font that cannot be used") });
		return false;
	}
	return true;
}

/* False, with a message, if there is no paper to be made of it. */
static bool
make_papers(struct cli_session *session, const struct cli_target *target,
    const struct cli_draft *draft, struct msgs *msgs)
{
	struct template *template = cli_template_wanted(session, draft, msgs);
	const struct cli_options *options = session->options;
	struct compose_page page = { options->paper, options->watermark,
		options->line_numbers };
	struct report *report;
	struct theme theme;

	if (template == NULL)
		return false;
	theme = *compose_template_theme(template);
	if (!config_theme(draft->config, &theme, msgs))
		return false;
	if (!add_fonts(session, draft->config, template, &theme, msgs))
		return false;
	report = compose_report(draft->doc, template, &theme);
	compose_page_set(report, &page);
	name_twins(report, options, target);
	render_and_write(session, target, report, msgs);
	compose_report_free(report);
	return true;
}

enum cli_status
cli_build_one(struct cli_session *session, const struct cli_target *target,
    struct cli_tally *tally)
{
	const struct cli_options *options = session->options;
	struct msgs *msgs = msgs_new();
	struct cli_draft draft;
	enum cli_status status;
	bool ok = cli_draft_open(&draft, options, target->draft, msgs) &&
		  make_papers(session, target, &draft, msgs);

	status =
	    cli_draft_report(msgs, options->verbose ? MSG_NOTE : MSG_WARNING);
	if (tally != NULL)
		*tally = (struct cli_tally){ msgs_count(msgs, MSG_ERROR),
			msgs_count(msgs, MSG_WARNING) };
	if (!ok)
		status = CLI_REFUSED;
	else if (!options->quiet && !options->verbose)
		count_notes(target->draft, msgs);
	cli_draft_close(&draft);
	msgs_free(msgs);
	return status;
}

/* The folder of -o, made if it is not there. */
static bool
make_folder(const char *path)
{
	if (path == NULL || strcmp(path, "-") == 0 || mkdir(path, 0777) == 0)
		return true;
	if (errno == EEXIST && file_is_dir(path))
		return true;
	cli_complain("%s: this folder cannot be made: %s", path,
	    errno == EEXIST ? "a file has its name" : strerror(errno));
	return false;
}

/* A name that no template has is wrong use, and is said before any draft is
 * read. */
static bool
template_exists(struct cli_session *session)
{
	const char *want = session->options->template;
	struct str dir;

	if (want == NULL)
		return true;
	dir = str_printf(session->arena, "%s/templates", session->data.dir);
	if (compose_template_exists(dir.ptr, want))
		return true;
	cli_complain("there is no template \"%s\"; \"rapporteur templates\" "
		     "lists them, "
		     "and a folder of your own needs a template.xml",
	    want);
	return false;
}

enum cli_status
cli_build_ready(struct cli_session *session)
{
	if (!template_exists(session))
		return CLI_USAGE;
	return make_folder(session->options->out) ? CLI_WRITTEN : CLI_REFUSED;
}

static enum cli_status
build_all(struct cli_session *session, const struct cli_target *targets)
{
	enum cli_status status = cli_build_ready(session);

	if (status != CLI_WRITTEN)
		return status;
	for (size_t i = 0; i < session->options->draft_count; i++)
		status = cli_worse(
		    status, cli_build_one(session, &targets[i], NULL));
	return status;
}

enum cli_status
cli_build(const struct cli_options *options, const char *program)
{
	struct arena *arena = arena_new();
	struct cli_target *targets = cli_targets_make(arena, options);
	enum cli_status status = CLI_USAGE;
	struct cli_session session;

	if (targets != NULL) {
		status = CLI_REFUSED;
		if (cli_session_open(&session, options, program))
			status = build_all(&session, targets);
		cli_session_close(&session);
	}
	arena_free(arena);
	return status;
}
