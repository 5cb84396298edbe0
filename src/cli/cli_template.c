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

struct template *
cli_template_wanted(struct cli_session *session, const struct cli_draft *draft,
    struct msgs *msgs)
{
	struct cli_wish wish = cli_template_wish(session->options, draft);
	struct template *template =
	    cli_session_template(session, wish.name, msgs);

	if (template == NULL && wish.path.len > 0)
		msgs_add(msgs,
		    &(struct msg){ .level = MSG_ERROR,
			.path = wish.path,
			.pos = wish.pos,
			.text = STR("the template named here is missing"),
			.hint = STR("\"rapporteur templates\" lists those "
				    "there are") });
	return template;
}
