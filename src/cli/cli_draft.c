/* cli_draft: one draft as far as it is the same for every command: read,
 * understood, checked; and what is to be said about it. */
#include "cli/cli_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"
#include "check/check.h"
#include "config/config.h"
#include "read/read.h"

static void
set_defaults(struct doc *doc, const struct config *config)
{
	size_t count;
	const struct setting *defaults = config_defaults(config, &count);

	for (size_t i = 0; i < count; i++)
		doc_set_default(doc, defaults[i].key, defaults[i].value);
}

bool
cli_draft_open(struct cli_draft *draft, const struct cli_options *options,
    const char *path, struct msgs *msgs)
{
	struct analyse_options how = {
		.as_of = options->as_of,
		.as_of_source = options->as_of.year != 0 ? "option" : NULL,
		.environment = options->environment,
		.language = options->language,
		.no_repair = options->no_repair,
	};
	struct arena *scratch = arena_new();
	struct str bytes;

	*draft = (struct cli_draft){ NULL, NULL };
	if (file_read(scratch, path, &bytes, msgs))
		draft->doc =
		    read_draft(str_from(path), bytes, options->syntax, msgs);
	arena_free(scratch);
	draft->config = config_load(path, options->config, msgs);
	if (draft->doc == NULL || draft->config == NULL)
		return false;
	set_defaults(draft->doc, draft->config);
	if (options->index)
		doc_set_default(
		    draft->doc, str_from("index"), str_from("owners"));
	analyse_draft(draft->doc, &how);
	check_draft(draft->doc);
	return true;
}

void
cli_draft_close(struct cli_draft *draft)
{
	doc_free(draft->doc);
	config_free(draft->config);
}

/* By the convention of no-color.org, and never into a file. */
bool
cli_may_colour(int fd)
{
	const char *no_color = getenv("NO_COLOR");

	return (no_color == NULL || *no_color == '\0') && isatty(fd);
}

enum cli_status
cli_draft_report(struct msgs *msgs, enum msg_level least)
{
	msgs_sort(msgs);
	msgs_print(msgs, least, cli_may_colour(STDERR_FILENO), stderr);
	if (msgs_refusals(msgs) > 0)
		return CLI_REFUSED;
	return msgs_count(msgs, MSG_ERROR) > 0 ? CLI_ERRORS : CLI_WRITTEN;
}
