/* cli_explain: a draft's lines beside what each was taken to be. */
#include "cli/cli_priv.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/msg.h"
#include "export/export.h"
#include "render/data/data.h"

enum cli_status
cli_explain(const struct cli_options *options)
{
	enum cli_status status = CLI_REFUSED;
	struct msgs *msgs = msgs_new();
	struct cli_draft draft;
	struct buf out = BUF_INIT;
	bool ok = false;

	if (cli_draft_open(&draft, options, options->drafts[0], msgs)) {
		struct export_file file = { "-", { NULL, 0 } };

		data_explain(&out, draft.doc, cli_may_colour(STDOUT_FILENO));
		file.bytes = buf_str(&out);
		ok = export_files(&file, 1, msgs);
	}
	status = cli_draft_report(msgs, MSG_WARNING);
	cli_draft_close(&draft);
	msgs_free(msgs);
	buf_clear(&out);
	return ok ? status : CLI_REFUSED;
}
