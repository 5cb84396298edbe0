/* cli_session: what is loaded once and used for every draft: fonts, colour
 * profile and templates. Only what the formats asked for need is loaded. */
#include "cli/cli_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"
#include "compose/compose.h"
#include "render/pdf/pdf.h"

static bool
load_fonts(struct cli_session *session, struct msgs *msgs)
{
	struct arena *arena = session->arena;
	const char *manifest =
	    str_printf(arena, "%s/fonts/manifest", session->data.dir).ptr;

	session->context.fonts =
	    pdf_fonts_load(manifest, session->data.fonts, msgs);
	if (session->context.fonts == NULL)
		return false;
	if (session->data.icc_path == NULL) {
		msgs_refuse(msgs, "sRGB.icc", 0,
		    "the colour profile is not there; install the package "
		    "icc-profiles-free (Debian, Ubuntu) or colord (Fedora)");
		return false;
	}
	return file_read(
	    arena, session->data.icc_path, &session->context.icc, msgs);
}

static bool
load(struct cli_session *session, const char *program, struct msgs *msgs)
{
	const struct cli_options *options = session->options;
	bool needs_fonts = false;

	session->context.pdfa3 = options->pdfa3;
	if (!cli_data_find(session->arena, &session->data, program, msgs))
		return false;
	for (size_t i = 0; i < options->format_count; i++)
		needs_fonts |= options->formats[i]->needs_fonts;
	if (!(options->command & (CLI_BUILD | CLI_WATCH)))
		return true;
	return !needs_fonts || load_fonts(session, msgs);
}

bool
cli_session_open(struct cli_session *session, const struct cli_options *options,
    const char *program)
{
	struct msgs *msgs = msgs_new();
	bool ok;

	memset(session, 0, sizeof(*session));
	session->options = options;
	session->arena = arena_new();
	ok = load(session, program, msgs);
	cli_draft_report(msgs, MSG_WARNING);
	msgs_free(msgs);
	return ok;
}

void
cli_session_close(struct cli_session *session)
{
	for (size_t i = 0; i < session->template_count; i++)
		compose_template_free(session->templates[i].loaded);
	pdf_fonts_free(session->context.fonts);
	arena_free(session->arena);
}

static struct str
templates_dir(const struct cli_session *session)
{
	return str_printf(session->arena, "%s/templates", session->data.dir);
}

struct template *
cli_session_template(
    struct cli_session *session, const char *name, struct msgs *msgs)
{
	struct loaded_template *entry;

	for (size_t i = 0; i < session->template_count; i++) {
		entry = &session->templates[i];
		if (strcmp(entry->name, name) != 0)
			continue;
		if (entry->loaded == NULL)
			msgs_refuse(msgs, "", 0,
			    "the template \"%s\" cannot be used", name);
		return entry->loaded;
	}
	session->templates = arena_push(session->arena, session->templates,
	    &session->template_count, &session->template_cap,
	    sizeof(*session->templates));
	entry = &session->templates[session->template_count - 1];
	entry->name = arena_copy(session->arena, name, strlen(name));
	entry->loaded =
	    compose_template_load(templates_dir(session).ptr, name, msgs);
	return entry->loaded;
}
