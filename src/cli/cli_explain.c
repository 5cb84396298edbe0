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
	struct doc *doc = cli_draft_read(options, options->drafts[0], msgs);
	struct buf out = BUF_INIT;
	bool ok = false;

	if (doc != NULL) {
		struct export_file file = { "-", { NULL, 0 } };

		data_explain(&out, doc, cli_may_colour(STDOUT_FILENO));
		file.bytes = buf_str(&out);
		ok = export_files(&file, 1, msgs);
	}
	status = cli_draft_report(msgs, MSG_WARNING);
	doc_free(doc);
	msgs_free(msgs);
	buf_clear(&out);
	return ok ? status : CLI_REFUSED;
}
