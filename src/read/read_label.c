/* read_label: "Status – Green": a field with a dash where others have a colon.
 * A dash parts so much else that only names which fields are known to have
 * count. */
#include "read/read_priv.h"

#include "base/utf8.h"

static const char *const names[] = { "owner", "action owner", "lead",
	"lead officer", "lead member", "responsible", "responsible officer",
	"officer responsible", "officer", "by whom", "who", "due", "due date",
	"by when", "when", "deadline", "target", "target date", "timescale",
	"completion date", "date completed", "revised date", "original date",
	"status", "current status", "rag", "rag status", "rag rating", "brag",
	"brag status", "rating", "priority", "progress", "update",
	"latest position", "comments", "next steps", "next step", "date",
	"report to", "report of", "report author", "author", "contact",
	"contact officer", "portfolio holder", "ward", "wards", "cost",
	"budget", "reference", "ref", "version", "period", "perchennog",
	"swyddog cyfrifol", "arweinydd", "swyddog arweiniol", "cyfrifoldeb",
	"gan bwy", "dyddiad targed", "dyddiad cau", "erbyn pryd", "amserlen",
	"dyddiad cwblhau", "statws", "statws cag", "statws cyfredol", "sgôr",
	"cynnydd", "cynnydd hyd yma", "diweddariad", "sylwadau",
	"y sefyllfa ddiweddaraf", "camau nesaf", NULL };

static bool
is_known(struct str name)
{
	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is_nocase(name, names[i]))
			return true;
	/* "Progress April to September 2026" */
	return str_starts_nocase(name, "progress ") && name.len < 48;
}

bool
read_label_cut(struct str text, struct str *name, struct str *value)
{
	static const char *const dashes[] = { " \xE2\x80\x93 ", " - ",
		" \xE2\x80\x94 " };
	size_t at = (size_t)-1, len = 0;

	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
		size_t found = str_find(text, dashes[i]);

		if (found < at) {
			at = found;
			len = str_from(dashes[i]).len;
		}
	}
	if (at == (size_t)-1)
		return false;
	*name = str_trim(str_head(text, at));
	*value = str_trim(str_skip(text, at + len));
	return name->len > 0 &&
	       utf8_is_upper(
		   utf8_next(&(struct str){ name->ptr, name->len })) &&
	       is_known(*name);
}
