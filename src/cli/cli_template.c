/* cli_template: which template a draft's papers are made by. */
#include "cli/cli_priv.h"

#include "base/msg.h"
#include "compose/compose.h"
#include "config/config.h"

struct cli_wish
cli_template_wish(
    const struct cli_options *options, const struct cli_draft *draft)
{
	const struct doc *doc = draft->doc;
	const struct setting *own =
	    doc != NULL ? doc_setting(doc, "template") : NULL;
	const struct config_value *council =
	    config_find(draft->config, "template");

	if (options->template != NULL)
		return (struct cli_wish){ .name = options->template };
	if (own != NULL && own->value.len > 0)
		return (struct cli_wish){ own->value.ptr, doc->path, own->pos };
	if (council != NULL)
		return (struct cli_wish){ council->value.ptr, council->path,
			council->pos };
	return (struct cli_wish){ .name = doc != NULL
					      ? compose_template_for(doc->plan)
					      : "committee-paper" };
}

/* A draft may come from anybody: it names a template of the program's. The
 * council's settings may name a folder, meant from where they lie. */
static const char *
resolve(struct cli_session *session, const struct cli_draft *draft,
    const struct cli_wish *wish)
{
	const char *dir =
	    str_printf(session->arena, "%s/templates", session->data.dir).ptr;
	bool is_drafts =
	    draft->doc != NULL && str_eq(wish->path, draft->doc->path);
	size_t at = wish->path.len;

	if (wish->path.len == 0 ||
	    compose_template_is_built_in(dir, wish->name))
		return wish->name;
	if (is_drafts)
		return NULL;
	while (at > 0 && wish->path.ptr[at - 1] != '/')
		at--;
	if (wish->name[0] == '/' || at == 0)
		return wish->name;
	return str_printf(
	    session->arena, "%.*s%s", (int)at, wish->path.ptr, wish->name)
	    .ptr;
}

struct template *
cli_template_wanted(struct cli_session *session, const struct cli_draft *draft,
    struct msgs *msgs)
{
	struct cli_wish wish = cli_template_wish(session->options, draft);
	const char *name = resolve(session, draft, &wish);
	struct template *template =
	    name ? cli_session_template(session, name, msgs) : NULL;

	if (template == NULL && wish.path.len > 0)
		msgs_add(msgs,
		    &(struct msg){ .level = MSG_ERROR,
			.path = wish.path,
			.pos = wish.pos,
			.text = str_printf(session->arena,
			    "the template \"%s\", named here, cannot be used",
			    wish.name),
			.hint = STR("\"rapporteur templates\" lists those "
				    "there are; a folder of your own is "
				    "named with -t or in rapporteur.yaml") });
	if (name == NULL)
		msgs_refuse(msgs, draft->doc->path.ptr, 0,
		    "there is no template \"%s\"", wish.name);
	return template;
}
