/* cli_export: what was understood of a draft, in a form for other programs.
 * Needs no template and no font. */
#include "cli/cli_priv.h"

#include <string.h>

#include "base/buf.h"
#include "base/msg.h"
#include "export/export.h"
#include "render/data/data.h"

/* To add a form: write its file in render/data, add its row. */
static const struct {
	const char *name;
	void (*put)(struct buf *out, const struct doc *doc);
} forms[] = {
	{ "json", data_json },
	{ "csv", data_csv },
};

enum { FORM_COUNT = sizeof(forms) / sizeof(forms[0]) };

static size_t
form_find(const char *name)
{
	size_t i = 0;

	while (i < FORM_COUNT && strcmp(forms[i].name, name) != 0)
		i++;
	return i;
}

static bool
write_form(const struct cli_options *options, size_t form,
    const struct doc *doc, struct msgs *msgs)
{
	struct buf out = BUF_INIT;
	struct export_file file;
	bool ok;

	forms[form].put(&out, doc);
	file.path = options->out != NULL ? options->out : "-";
	file.bytes = buf_str(&out);
	ok = export_files(&file, 1, msgs);
	buf_clear(&out);
	return ok;
}

enum cli_status
cli_export(const struct cli_options *options)
{
	size_t form = form_find(options->export_format);
	enum cli_status status = CLI_REFUSED;
	bool ok;
	struct msgs *msgs;
	struct cli_draft draft;

	if (form == FORM_COUNT) {
		cli_complain(
		    "there is no export to \"%s\"", options->export_format);
		return CLI_USAGE;
	}
	if (options->out != NULL && strcmp(options->out, "-") != 0 &&
	    strcmp(options->out, options->drafts[0]) == 0) {
		cli_complain("\"%s\" is the draft itself", options->out);
		return CLI_USAGE;
	}
	msgs = msgs_new();
	ok = cli_draft_open(&draft, options, options->drafts[0], msgs) &&
	     write_form(options, form, draft.doc, msgs);
	status = cli_draft_report(msgs, MSG_WARNING);
	cli_draft_close(&draft);
	msgs_free(msgs);
	return ok ? status : CLI_REFUSED;
}
