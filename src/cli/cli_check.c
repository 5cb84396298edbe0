/* cli_check: all that is to be said about drafts, and one line each on what
 * was understood. Writes no files. */
#include "cli/cli_priv.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/msg.h"

static void
put_count(struct buf *buf, size_t count, const char *one, const char *many)
{
	if (count > 0)
		buf_printf(buf, "%s%zu %s", buf->len > 0 ? ", " : "", count,
		    count == 1 ? one : many);
}

static void
put_states(struct buf *buf, const struct plan *plan)
{
	const char *sep = " (";

	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++) {
		size_t count = plan_count(plan, state, PLAN_NONE, PLAN_NONE);

		if (count == 0)
			continue;
		buf_printf(buf, "%s%zu %s", sep, count, doc_state_name(state));
		sep = ", ";
	}
	if (sep[0] == ',')
		buf_puts(buf, ")");
}

static void
put_parts(struct buf *buf, const struct plan *plan)
{
	put_count(buf, plan->fields_count, "field", "fields");
	put_count(buf, plan->recommendations_count, "recommendation",
	    "recommendations");
	put_count(buf, plan->resolutions_count, "resolution", "resolutions");
	put_count(buf, plan->implications_count, "implication", "implications");
	put_count(buf, plan->background_count, "background paper",
	    "background papers");
	put_count(buf, plan->appendices_count, "appendix", "appendices");
	put_count(buf, plan->themes_count, "theme", "themes");
	put_count(buf, plan->objectives_count, "objective", "objectives");
	put_count(buf, plan->actions_count, "action", "actions");
	put_states(buf, plan);
	put_count(buf, plan_overdue_count(plan), "overdue", "overdue");
	if (plan->actions_count == 0)
		buf_printf(buf, "%sno actions", buf->len > 0 ? ", " : "");
}

static void
print_summary(const struct doc *doc, const struct msgs *msgs)
{
	struct buf parts = BUF_INIT;

	put_parts(&parts, doc->plan);
	printf("%.*s: %s \"%.*s\": %.*s; %zu error%s, %zu warning%s, "
	       "%zu note%s\n",
	    STR_ARG(doc->path), plan_type_name(doc->plan->type),
	    STR_ARG(doc->plan->title), STR_ARG(buf_str(&parts)),
	    msgs_count(msgs, MSG_ERROR),
	    msgs_count(msgs, MSG_ERROR) == 1 ? "" : "s",
	    msgs_count(msgs, MSG_WARNING),
	    msgs_count(msgs, MSG_WARNING) == 1 ? "" : "s",
	    msgs_count(msgs, MSG_NOTE),
	    msgs_count(msgs, MSG_NOTE) == 1 ? "" : "s");
	buf_clear(&parts);
}

enum cli_status
cli_check(const struct cli_options *options)
{
	enum cli_status status = CLI_WRITTEN;

	for (size_t i = 0; i < options->draft_count; i++) {
		struct msgs *msgs = msgs_new();
		struct cli_draft draft;
		bool ok =
		    cli_draft_open(&draft, options, options->drafts[i], msgs);

		status = cli_worse(status, cli_draft_report(msgs, MSG_NOTE));
		if (!ok)
			status = CLI_REFUSED;
		else if (!options->quiet)
			print_summary(draft.doc, msgs);
		cli_draft_close(&draft);
		msgs_free(msgs);
	}
	return status;
}
