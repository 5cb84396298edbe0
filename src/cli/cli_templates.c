/* cli_templates: the list of templates, each with what it makes. */
#include "cli/cli_priv.h"

#include <stdio.h>

#include "base/msg.h"
#include "compose/compose.h"

static enum cli_status
list(struct cli_session *session, struct msgs *msgs)
{
	enum cli_status status = CLI_WRITTEN;
	struct str dir =
	    str_printf(session->arena, "%s/templates", session->data.dir);
	struct str *names;
	size_t count;

	names = compose_template_list(session->arena, dir.ptr, &count);
	for (size_t i = 0; i < count; i++) {
		struct template *template =
		    cli_session_template(session, names[i].ptr, msgs);

		if (template == NULL)
			status = CLI_REFUSED;
		else
			printf("%-18.*s %.*s\n", STR_ARG(names[i]),
			    STR_ARG(compose_template_describe(template)));
	}
	return status;
}

enum cli_status
cli_templates(const struct cli_options *options, const char *program)
{
	struct cli_session session;
	enum cli_status status = CLI_REFUSED;
	struct msgs *msgs = msgs_new();

	if (cli_session_open(&session, options, program))
		status = list(&session, msgs);
	status = cli_worse(status, cli_draft_report(msgs, MSG_WARNING));
	cli_session_close(&session);
	msgs_free(msgs);
	return status;
}
