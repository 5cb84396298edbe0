/* cli_config: the settings that hold for a draft, and where each comes from:
 * the command line, the draft itself, a file of the council's, the template. */
#include "cli/cli_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "compose/compose.h"
#include "config/config.h"

/* What is needed to tell. */
struct teller {
	const struct cli_options *options;
	struct arena *arena;
	struct cli_draft draft; /* doc NULL: no draft is named */
	struct cli_wish wish;
	struct theme theme; /* with all that is set in it */
};

/* Quotation marks where YAML would read the value as something else. */
static bool
needs_quotes(struct str value)
{
	return value.len > 0 &&
	       (strchr("#&*!|>'\"%@`[]{},-?:", value.ptr[0]) != NULL ||
		   str_find(value, ": ") != (size_t)-1 ||
		   str_find(value, " #") != (size_t)-1 ||
		   str_find(value, "\"") != (size_t)-1 ||
		   str_find(value, "\\") != (size_t)-1);
}

/* "'it''s'": a mark inside is written twice. */
static void
put_quoted(struct buf *buf, struct str value)
{
	if (!needs_quotes(value)) {
		buf_put_str(buf, value);
		return;
	}
	buf_puts(buf, "'");
	for (size_t i = 0; i < value.len; i++)
		buf_put(buf, value.ptr[i] == '\'' ? "''" : value.ptr + i,
		    value.ptr[i] == '\'' ? 2 : 1);
	buf_puts(buf, "'");
}

static void
tell(const struct teller *teller, struct str key, struct str value,
    struct str from)
{
	enum { KEY_WIDTH = 27, VALUE_WIDTH = 34 };
	struct buf buf = BUF_INIT;

	buf_printf(&buf, "%.*s: ", STR_ARG(key));
	while (buf.len < KEY_WIDTH)
		buf_puts(&buf, " ");
	put_quoted(&buf, value);
	if (teller->options->explain) {
		do
			buf_puts(&buf, " ");
		while (buf.len < KEY_WIDTH + VALUE_WIDTH);
		buf_printf(&buf, "# %.*s", STR_ARG(from));
	}
	printf("%.*s\n", STR_ARG(buf_str(&buf)));
	buf_clear(&buf);
}

static struct str
place(const struct teller *teller, struct str path, struct pos pos)
{
	return str_printf(
	    teller->arena, "%.*s:%u", STR_ARG(path), (unsigned)pos.line);
}

/* What the draft says, else what a file says, else nothing. */
static void
tell_text(const struct teller *teller, const char *key, struct str from_draft)
{
	const struct config_value *value =
	    config_find(teller->draft.config, key);
	bool is_ours = value != NULL && str_eq(value->value, from_draft);

	if (from_draft.len > 0 && !is_ours)
		tell(teller, str_from(key), from_draft, str_from("the draft"));
	else if (value != NULL)
		tell(teller, str_from(key), value->value,
		    place(teller, value->path, value->pos));
	else if (teller->options->explain)
		tell(teller, str_from(key), str_from(""), str_from("not set"));
}

static void
tell_template(const struct teller *teller)
{
	struct str from = str_from("by what the draft is");

	if (teller->options->template != NULL)
		from = str_from("the command line");
	else if (teller->wish.path.len > 0)
		from = place(teller, teller->wish.path, teller->wish.pos);
	else if (teller->draft.doc == NULL)
		from = str_from("the one for papers; a draft may have another");
	tell(teller, str_from("template"), str_from(teller->wish.name), from);
}

static void
tell_look(const struct teller *teller, struct str key)
{
	struct str shown = config_show(teller->arena, &teller->theme, key);
	const struct config_value *value =
	    config_find(teller->draft.config, str_copy(teller->arena, key).ptr);
	bool is_font =
	    str_is(key, "fonts.body") || str_is(key, "fonts.headings");

	if (value == NULL && is_font)
		value = config_find(teller->draft.config, "font");
	if (value != NULL)
		tell(
		    teller, key, shown, place(teller, value->path, value->pos));
	else if (teller->options->explain)
		tell(teller, key, shown,
		    str_printf(
			teller->arena, "the template %s", teller->wish.name));
}

/* "states.*.shape" of every state. */
static void
tell_states(const struct teller *teller, struct str name)
{
	size_t star = str_find(name, "*");

	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++)
		tell_look(
		    teller, str_printf(teller->arena, "%.*s%s%.*s", (int)star,
				name.ptr, doc_state_name((enum state)i),
				STR_ARG(str_skip(name, star + 1))));
}

/* A list as its file has it: the draft's own front matter tells its own. */
static void
tell_group(const struct teller *teller, const char *prefix)
{
	const struct config *config = teller->draft.config;

	for (size_t i = 0; i < config->count; i++) {
		const struct config_value *value = &config->values[i];

		if (str_starts_nocase(value->key, prefix))
			tell(teller, value->key, value->value,
			    place(teller, value->path, value->pos));
	}
}

static void
tell_all(const struct teller *teller)
{
	const struct plan *plan =
	    teller->draft.doc != NULL ? teller->draft.doc->plan : NULL;
	const struct config_key *key;
	struct str none = str_from("");

	for (size_t i = 0; (key = config_key_at(i)) != NULL; i++) {
		struct str name = str_from(key->name);

		if (str_is(name, "organisation"))
			tell_text(teller, key->name,
			    plan ? plan->organisation : none);
		else if (str_is(name, "committee"))
			tell_text(
			    teller, key->name, plan ? plan->committee : none);
		else if (str_is(name, "language"))
			tell_text(
			    teller, key->name, plan ? plan->language : none);
		else if (str_is(name, "template"))
			tell_template(teller);
		else if (str_ends(name, "."))
			tell_group(teller, key->name);
		else if (str_find(name, "*") != (size_t)-1)
			tell_states(teller, name);
		else if (!str_is(name, "font") &&
			 config_show(teller->arena, &teller->theme, name).len >
			     0)
			tell_look(teller, name);
		else
			tell_text(teller, key->name, none);
	}
}

/* Opens what there is: a draft with its settings, or the settings alone. */
static bool
open_draft(struct teller *teller, struct msgs *msgs)
{
	const struct cli_options *options = teller->options;

	if (options->draft_count > 0)
		return cli_draft_open(
		    &teller->draft, options, options->drafts[0], msgs);
	teller->draft.config = config_load("-", options->config, msgs);
	return teller->draft.config != NULL;
}

static bool
tell_settings(
    struct teller *teller, struct cli_session *session, struct msgs *msgs)
{
	struct template *template;

	if (!open_draft(teller, msgs))
		return false;
	teller->wish = cli_template_wish(teller->options, &teller->draft);
	template = cli_template_wanted(session, &teller->draft, msgs);
	if (template == NULL)
		return false;
	teller->theme = *compose_template_theme(template);
	if (!config_theme(teller->draft.config, &teller->theme, msgs))
		return false;
	tell_all(teller);
	return true;
}

/* What is odd about the draft is not for this command to say. */
static enum cli_status
report(const struct msgs *msgs)
{
	struct msgs *ours = msgs_new();
	enum cli_status status;

	for (size_t i = 0; i < msgs_total(msgs); i++) {
		const struct msg *msg = msgs_at(msgs, i);

		if (str_is(msg->rule, "config") || msg->rule.len == 0 ||
		    str_is(msg->rule, "template"))
			msgs_add(ours, msg);
	}
	status = cli_draft_report(ours, MSG_WARNING);
	msgs_free(ours);
	return status;
}

enum cli_status
cli_config(const struct cli_options *options, const char *program)
{
	struct teller teller = { .options = options, .arena = arena_new() };
	struct msgs *msgs = msgs_new();
	enum cli_status status = CLI_REFUSED;
	struct cli_session session;
	bool ok = false;

	if (cli_session_open(&session, options, program))
		ok = tell_settings(&teller, &session, msgs);
	status = report(msgs);
	cli_draft_close(&teller.draft);
	cli_session_close(&session);
	arena_free(teller.arena);
	msgs_free(msgs);
	return ok ? status : CLI_REFUSED;
}
