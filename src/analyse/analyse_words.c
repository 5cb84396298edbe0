/* analyse_words: the words that councils use for the same things. To teach the
 * program a word, add it to its list. Keys are as analyse_key makes them. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

struct column_word {
	const char *key;
	enum column_role role;
	bool begins; /* the heading may go on: "Progress July 2017 - ..." */
};

static const struct column_word column_words[] = {
	{ "ref", COLUMN_ROLE_ID, false },
	{ "reference", COLUMN_ROLE_ID, false },
	{ "ref no", COLUMN_ROLE_ID, false },
	{ "no", COLUMN_ROLE_ID, false },
	{ "number", COLUMN_ROLE_ID, false },
	{ "id", COLUMN_ROLE_ID, false },
	{ "#", COLUMN_ROLE_ID, false },
	{ "action no", COLUMN_ROLE_ID, false },
	{ "action ref", COLUMN_ROLE_ID, false },
	{ "item no", COLUMN_ROLE_ID, false },
	{ "cyf", COLUMN_ROLE_ID, false },
	{ "rhif", COLUMN_ROLE_ID, false },
	{ "action", COLUMN_ROLE_ACTION, false },
	{ "actions", COLUMN_ROLE_ACTION, false },
	{ "action required", COLUMN_ROLE_ACTION, false },
	{ "agreed action", COLUMN_ROLE_ACTION, false },
	{ "agreed actions", COLUMN_ROLE_ACTION, false },
	{ "management action", COLUMN_ROLE_ACTION, false },
	{ "action description", COLUMN_ROLE_ACTION, false },
	{ "description of action", COLUMN_ROLE_ACTION, false },
	{ "key action", COLUMN_ROLE_ACTION, false },
	{ "key actions", COLUMN_ROLE_ACTION, false },
	{ "recommendation", COLUMN_ROLE_ACTION, false },
	{ "commitment", COLUMN_ROLE_ACTION, false },
	{ "milestone", COLUMN_ROLE_ACTION, false },
	{ "activity", COLUMN_ROLE_ACTION, false },
	{ "task", COLUMN_ROLE_ACTION, false },
	{ "measure", COLUMN_ROLE_ACTION, false },
	{ "cam gweithredu", COLUMN_ROLE_ACTION, false },
	{ "camau gweithredu", COLUMN_ROLE_ACTION, false },
	{ "gweithred", COLUMN_ROLE_ACTION, false },
	{ "mitigating action", COLUMN_ROLE_ACTION, false },
	{ "mitigating actions", COLUMN_ROLE_ACTION, false },
	{ "further action", COLUMN_ROLE_ACTION, false },
	{ "further actions", COLUMN_ROLE_ACTION, false },
	{ "planned action", COLUMN_ROLE_ACTION, false },
	{ "planned actions", COLUMN_ROLE_ACTION, false },
	{ "outstanding action", COLUMN_ROLE_ACTION, false },
	{ "action needed", COLUMN_ROLE_ACTION, false },
	{ "action to be taken", COLUMN_ROLE_ACTION, false },
	{ "agreed management action", COLUMN_ROLE_ACTION, false },
	{ "recommendations", COLUMN_ROLE_ACTION, false },
	{ "tasks", COLUMN_ROLE_ACTION, false },
	{ "milestones", COLUMN_ROLE_ACTION, false },
	{ "objective", COLUMN_ROLE_OBJECTIVE, false },
	{ "objectives", COLUMN_ROLE_OBJECTIVE, false },
	{ "amcan", COLUMN_ROLE_OBJECTIVE, false },
	{ "theme", COLUMN_ROLE_THEME, false },
	{ "priority theme", COLUMN_ROLE_THEME, false },
	{ "thema", COLUMN_ROLE_THEME, false },
	{ "owner", COLUMN_ROLE_OWNER, false },
	{ "owners", COLUMN_ROLE_OWNER, false },
	{ "owner(s)", COLUMN_ROLE_OWNER, false },
	{ "action owner", COLUMN_ROLE_OWNER, false },
	{ "risk owner", COLUMN_ROLE_OWNER, false },
	{ "responsible officer", COLUMN_ROLE_OWNER, false },
	{ "officer responsible", COLUMN_ROLE_OWNER, false },
	{ "responsible person", COLUMN_ROLE_OWNER, false },
	{ "person responsible", COLUMN_ROLE_OWNER, false },
	{ "responsible", COLUMN_ROLE_OWNER, false },
	{ "responsibility", COLUMN_ROLE_OWNER, false },
	{ "accountable", COLUMN_ROLE_OWNER, false },
	{ "accountable officer", COLUMN_ROLE_OWNER, false },
	{ "action by", COLUMN_ROLE_OWNER, false },
	{ "to be actioned by", COLUMN_ROLE_OWNER, false },
	{ "by whom", COLUMN_ROLE_OWNER, false },
	{ "who", COLUMN_ROLE_OWNER, false },
	{ "perchennog", COLUMN_ROLE_OWNER, false },
	{ "swyddog cyfrifol", COLUMN_ROLE_OWNER, false },
	{ "lead", COLUMN_ROLE_LEAD, false },
	{ "lead officer", COLUMN_ROLE_LEAD, false },
	{ "lead department", COLUMN_ROLE_LEAD, false },
	{ "lead departments", COLUMN_ROLE_LEAD, false },
	{ "lead service", COLUMN_ROLE_LEAD, false },
	{ "lead person", COLUMN_ROLE_LEAD, false },
	{ "arweinydd", COLUMN_ROLE_LEAD, false },
	{ "brag", COLUMN_ROLE_STATUS, true },
	{ "rag", COLUMN_ROLE_STATUS, true },
	{ "status", COLUMN_ROLE_STATUS, false },
	{ "current status", COLUMN_ROLE_STATUS, false },
	{ "action status", COLUMN_ROLE_STATUS, false },
	{ "state", COLUMN_ROLE_STATUS, false },
	{ "rating", COLUMN_ROLE_STATUS, false },
	{ "statws", COLUMN_ROLE_STATUS, false },
	{ "progress", COLUMN_ROLE_PROGRESS, true },
	{ "update", COLUMN_ROLE_PROGRESS, true },
	{ "latest position", COLUMN_ROLE_PROGRESS, true },
	{ "latest update", COLUMN_ROLE_PROGRESS, true },
	{ "current position", COLUMN_ROLE_PROGRESS, true },
	{ "position", COLUMN_ROLE_PROGRESS, true },
	{ "comment", COLUMN_ROLE_PROGRESS, false },
	{ "comments", COLUMN_ROLE_PROGRESS, false },
	{ "commentary", COLUMN_ROLE_PROGRESS, false },
	{ "response", COLUMN_ROLE_PROGRESS, false },
	{ "management response", COLUMN_ROLE_PROGRESS, false },
	{ "cynnydd", COLUMN_ROLE_PROGRESS, true },
	{ "next steps", COLUMN_ROLE_NEXT, true },
	{ "next step", COLUMN_ROLE_NEXT, true },
	{ "camau nesaf", COLUMN_ROLE_NEXT, true },
	{ "due", COLUMN_ROLE_DUE, false },
	{ "due date", COLUMN_ROLE_DUE, false },
	{ "due by", COLUMN_ROLE_DUE, false },
	{ "deadline", COLUMN_ROLE_DUE, false },
	{ "timescale", COLUMN_ROLE_DUE, false },
	{ "timescales", COLUMN_ROLE_DUE, false },
	{ "target", COLUMN_ROLE_DUE, false },
	{ "target date", COLUMN_ROLE_DUE, false },
	{ "target completion date", COLUMN_ROLE_DUE, false },
	{ "completion date", COLUMN_ROLE_DUE, false },
	{ "implementation date", COLUMN_ROLE_DUE, false },
	{ "by when", COLUMN_ROLE_DUE, false },
	{ "when", COLUMN_ROLE_DUE, false },
	{ "action date", COLUMN_ROLE_DUE, false },
	{ "dyddiad targed", COLUMN_ROLE_DUE, false },
	{ "original date", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "original due date", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "original target date", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "original implementation date", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "revised", COLUMN_ROLE_REVISED_DUE, false },
	{ "revised date", COLUMN_ROLE_REVISED_DUE, false },
	{ "revised due", COLUMN_ROLE_REVISED_DUE, false },
	{ "revised due date", COLUMN_ROLE_REVISED_DUE, false },
	{ "revised target date", COLUMN_ROLE_REVISED_DUE, false },
	{ "revised implementation date", COLUMN_ROLE_REVISED_DUE, false },
	{ "completed", COLUMN_ROLE_COMPLETED, false },
	{ "date completed", COLUMN_ROLE_COMPLETED, false },
	{ "completed on", COLUMN_ROLE_COMPLETED, false },
	{ "cam", COLUMN_ROLE_ACTION, false },
	{ "camau", COLUMN_ROLE_ACTION, false },
	{ "gweithredu", COLUMN_ROLE_ACTION, false },
	{ "argymhelliad", COLUMN_ROLE_ACTION, false },
	{ "carreg filltir", COLUMN_ROLE_ACTION, false },
	{ "swyddog arweiniol", COLUMN_ROLE_LEAD, false },
	{ "cyfrifoldeb", COLUMN_ROLE_OWNER, false },
	{ "y sefyllfa ddiweddaraf", COLUMN_ROLE_PROGRESS, false },
	{ "diweddariad", COLUMN_ROLE_PROGRESS, true },
	{ "dyddiad cwblhau", COLUMN_ROLE_DUE, false },
	{ "erbyn pryd", COLUMN_ROLE_DUE, false },
	{ "tasg", COLUMN_ROLE_ACTION, false },
	{ "tasgau", COLUMN_ROLE_ACTION, false },
	{ "argymhellion", COLUMN_ROLE_ACTION, false },
	{ "gan bwy", COLUMN_ROLE_OWNER, false },
	{ "pwy", COLUMN_ROLE_OWNER, false },
	{ "cyfrifol", COLUMN_ROLE_OWNER, false },
	{ "person cyfrifol", COLUMN_ROLE_OWNER, false },
	{ "dyddiad cau", COLUMN_ROLE_DUE, false },
	{ "amserlen", COLUMN_ROLE_DUE, false },
	{ "dyddiad", COLUMN_ROLE_DUE, false },
	{ "pryd", COLUMN_ROLE_DUE, false },
	{ "statws cag", COLUMN_ROLE_STATUS, false },
	{ "statws cyfredol", COLUMN_ROLE_STATUS, false },
	{ "statws presennol", COLUMN_ROLE_STATUS, false },
	{ "cag", COLUMN_ROLE_STATUS, false },
	{ "sgôr", COLUMN_ROLE_STATUS, false },
	{ "sylwadau", COLUMN_ROLE_PROGRESS, false },
	{ "y diweddaraf", COLUMN_ROLE_PROGRESS, false },
	{ "diweddariad cynnydd", COLUMN_ROLE_PROGRESS, false },
	{ "dyddiad gwreiddiol", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "original", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "dyddiad diwygiedig", COLUMN_ROLE_REVISED_DUE, false },
	{ "dyddiad targed diwygiedig", COLUMN_ROLE_REVISED_DUE, false },
	{ "dyddiad targed gwreiddiol", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "erbyn", COLUMN_ROLE_DUE, false },
	{ "targed", COLUMN_ROLE_DUE, false },
	{ "terfyn amser", COLUMN_ROLE_DUE, false },
	{ "amserlen", COLUMN_ROLE_DUE, false },
	{ "dyddiad gorffen", COLUMN_ROLE_DUE, false },
	{ "dyddiad gweithredu", COLUMN_ROLE_DUE, false },
	{ "cwblhawyd", COLUMN_ROLE_COMPLETED, false },
	{ "dyddiad cyntaf", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "dyddiad newydd", COLUMN_ROLE_REVISED_DUE, false },
	{ "cwblhawyd ar", COLUMN_ROLE_COMPLETED, false },
	{ "dyddiad y cwblhawyd", COLUMN_ROLE_COMPLETED, false },
	{ "perchnogion", COLUMN_ROLE_OWNER, false },
	{ "perchennog y cam", COLUMN_ROLE_OWNER, false },
	{ "pwy", COLUMN_ROLE_OWNER, false },
	{ "gan bwy", COLUMN_ROLE_OWNER, false },
	{ "cyfrifol", COLUMN_ROLE_OWNER, false },
	{ "person cyfrifol", COLUMN_ROLE_OWNER, false },
	{ "arweinwyr", COLUMN_ROLE_LEAD, false },
	{ "adran arweiniol", COLUMN_ROLE_LEAD, false },
	{ "sefyllfa", COLUMN_ROLE_PROGRESS, false },
	{ "sefyllfa bresennol", COLUMN_ROLE_PROGRESS, false },
	{ "sylwadau", COLUMN_ROLE_PROGRESS, false },
	{ "ymateb", COLUMN_ROLE_PROGRESS, false },
	{ "statws coch, ambr, gwyrdd", COLUMN_ROLE_STATUS, false },
	{ "statws cag", COLUMN_ROLE_STATUS, false },
	{ "cam nesaf", COLUMN_ROLE_NEXT, true },
	{ "y camau nesaf", COLUMN_ROLE_NEXT, true },
	{ "tasg", COLUMN_ROLE_ACTION, false },
	{ "gweithgaredd", COLUMN_ROLE_ACTION, false },
	{ "ymrwymiad", COLUMN_ROLE_ACTION, false },
	{ "argymhellion", COLUMN_ROLE_ACTION, false },
	{ "y cam gweithredu", COLUMN_ROLE_ACTION, false },
	{ "cam i'w gymryd", COLUMN_ROLE_ACTION, false },
	{ "amcanion", COLUMN_ROLE_OBJECTIVE, false },
	{ "cyfeirnod", COLUMN_ROLE_ID, false },
	{ "rec no", COLUMN_ROLE_ID, false },
	{ "rec ref", COLUMN_ROLE_ID, false },
	{ "ref number", COLUMN_ROLE_ID, false },
	{ "rec", COLUMN_ROLE_ID, false },
	{ "minute", COLUMN_ROLE_ID, false },
	{ "minute no", COLUMN_ROLE_ID, false },
	{ "minute ref", COLUMN_ROLE_ID, false },
	{ "risk no", COLUMN_ROLE_ID, false },
	{ "risk ref", COLUMN_ROLE_ID, false },
	{ "risk id", COLUMN_ROLE_ID, false },
	{ "what we will do", COLUMN_ROLE_ACTION, false },
	{ "what will we do", COLUMN_ROLE_ACTION, false },
	{ "what we are going to do", COLUMN_ROLE_ACTION, false },
	{ "what needs to be done", COLUMN_ROLE_ACTION, false },
	{ "improvement action", COLUMN_ROLE_ACTION, false },
	{ "deliverable", COLUMN_ROLE_ACTION, false },
	{ "area for improvement", COLUMN_ROLE_ACTION, false },
	{ "further mitigating action", COLUMN_ROLE_ACTION, false },
	{ "further mitigating actions", COLUMN_ROLE_ACTION, false },
	{ "further action required", COLUMN_ROLE_ACTION, false },
	{ "agreed action/recommendation", COLUMN_ROLE_ACTION, false },
	{ "who is responsible", COLUMN_ROLE_OWNER, false },
	{ "who will do it", COLUMN_ROLE_OWNER, false },
	{ "who will lead", COLUMN_ROLE_LEAD, false },
	{ "assigned to", COLUMN_ROLE_OWNER, false },
	{ "accountable lead", COLUMN_ROLE_LEAD, false },
	{ "exec lead", COLUMN_ROLE_LEAD, false },
	{ "executive lead", COLUMN_ROLE_LEAD, false },
	{ "lead director", COLUMN_ROLE_LEAD, false },
	{ "lead organisation", COLUMN_ROLE_LEAD, false },
	{ "cag", COLUMN_ROLE_STATUS, true },
	{ "coch ambr gwyrdd", COLUMN_ROLE_STATUS, false },
	{ "previous rag", COLUMN_ROLE_STATUS, false },
	{ "current rag", COLUMN_ROLE_STATUS, false },
	{ "rag last", COLUMN_ROLE_STATUS, true },
	{ "previous status", COLUMN_ROLE_STATUS, false },
	{ "overall rag", COLUMN_ROLE_STATUS, true },
	{ "delivery rag", COLUMN_ROLE_STATUS, false },
	{ "erbyn", COLUMN_ROLE_DUE, false },
	{ "by", COLUMN_ROLE_DUE, false },
	{ "end date", COLUMN_ROLE_DUE, false },
	{ "finish date", COLUMN_ROLE_DUE, false },
	{ "date due", COLUMN_ROLE_DUE, false },
	{ "agreed date", COLUMN_ROLE_DUE, false },
	{ "agreed implementation date", COLUMN_ROLE_DUE, false },
	{ "delivery date", COLUMN_ROLE_DUE, false },
	{ "date for completion", COLUMN_ROLE_DUE, false },
	{ "planned completion", COLUMN_ROLE_DUE, false },
	{ "planned completion date", COLUMN_ROLE_DUE, false },
	{ "forecast date", COLUMN_ROLE_REVISED_DUE, false },
	{ "forecast completion", COLUMN_ROLE_REVISED_DUE, false },
	{ "new date", COLUMN_ROLE_REVISED_DUE, false },
	{ "baseline date", COLUMN_ROLE_ORIGINAL_DUE, false },
	{ "actual date", COLUMN_ROLE_COMPLETED, false },
	{ "date closed", COLUMN_ROLE_COMPLETED, false },
	{ "date implemented", COLUMN_ROLE_COMPLETED, false },
	{ "follow up comment", COLUMN_ROLE_PROGRESS, false },
	{ "follow-up comment", COLUMN_ROLE_PROGRESS, false },
	{ "latest comment", COLUMN_ROLE_PROGRESS, false },
	{ "what we have done", COLUMN_ROLE_PROGRESS, true },
	{ "officer update", COLUMN_ROLE_PROGRESS, false },
	{ NULL, COLUMN_ROLE_OTHER, false },
};

static const char *const generic_titles[] = { "introduction", "purpose",
	"background", "summary", "issue details", "contents", "overview",
	"executive summary", "foreword", "decision", "decision details",
	"details", "report", "agenda item", "appendix", "process", NULL };

static const char *const nobodies[] = { "tbc", "tba", "tbd", "vacant",
	"vacancy", "n/a", "na", "none", "nobody", "to be confirmed",
	"to be agreed", "to be appointed", "vacant post", "post vacant",
	"currently vacant", "i'w gadarnhau", "i’w gadarnhau", "gwag",
	"to be decided", "not assigned", "unassigned", "-", "–", "—", "?",
	NULL };

static bool
is_edge(uint32_t c)
{
	return utf8_is_space(c) || (!utf8_is_word(c) && c != '#' && c != '?');
}

/* "i’w gadarnhau" -> "i'w gadarnhau": the lists know one of them. */
static struct str
with_plain_apostrophes(struct analysis *a, struct str text)
{
	struct str curly = str_from("’"), plain;
	size_t at = str_find(text, curly.ptr);
	char *bytes;

	if (at == (size_t)-1)
		return text;
	bytes = arena_alloc(a->scratch, text.len);
	plain = (struct str){ bytes, 0 };
	for (size_t i = 0; i < text.len; i++) {
		bool is_curly = str_starts(str_skip(text, i), curly.ptr);

		bytes[plain.len++] = is_curly ? '\'' : text.ptr[i];
		i += is_curly ? curly.len - 1 : 0;
	}
	return plain;
}

struct str
analyse_key(struct analysis *a, struct str text)
{
	text = str_trim(text);
	for (struct str rest = text; rest.len > 0; text = rest)
		if (!is_edge(utf8_next(&rest)))
			break;
	for (struct str rest = text; rest.len > 0; text = rest)
		if (!is_edge(utf8_last(&rest)))
			break;
	text = str_fold(a->scratch, str_lower(a->scratch, text));
	return with_plain_apostrophes(a, text);
}

static bool
is_listed(const char *const *list, struct str key)
{
	for (; *list != NULL; list++)
		if (str_is(key, *list))
			return true;
	return false;
}

/* The key's first word(s), up to `len`, and nothing but a new word after. */
static bool
begins_word(struct str key, const char *begin)
{
	struct str want = str_from(begin);

	return str_starts(key, begin) &&
	       (key.len == want.len || key.ptr[want.len] == ' ');
}

static enum column_role
listed_role(struct str key)
{
	for (const struct column_word *word = column_words; word->key; word++)
		if (str_is(key, word->key) ||
		    (word->begins && begins_word(key, word->key)))
			return word->role;
	return COLUMN_ROLE_OTHER;
}

/* "Original deadline", "New target date": which of two dates a column holds,
 * by the word before its name. */
static enum column_role
moved_role(struct str key)
{
	static const char *const firsts[] = { "original ", "initial ",
		"baseline ", "first ", NULL };
	static const char *const lasts[] = { "revised ", "new ", "current ",
		"updated ", "amended ", "extended ", "latest ", "forecast ",
		NULL };
	size_t space = str_find(key, " ");
	struct str rest =
	    str_skip(key, space == (size_t)-1 ? key.len : space + 1);

	if (!str_is(rest, "date") && listed_role(rest) != COLUMN_ROLE_DUE)
		return COLUMN_ROLE_OTHER;
	for (size_t i = 0; firsts[i] != NULL; i++)
		if (str_starts(key, firsts[i]))
			return COLUMN_ROLE_ORIGINAL_DUE;
	for (size_t i = 0; lasts[i] != NULL; i++)
		if (str_starts(key, lasts[i]))
			return COLUMN_ROLE_REVISED_DUE;
	return COLUMN_ROLE_OTHER;
}

/* "Complaint ref", "Finding reference": whatever it is that they number. */
static bool
names_reference(struct str key)
{
	static const char *const ends[] = { " ref", " reference", " ref no",
		NULL };

	for (size_t i = 0; ends[i] != NULL; i++)
		if (str_ends(key, ends[i]) && analyse_word_count(key) <= 3)
			return true;
	return false;
}

enum column_role
analyse_column_role(struct analysis *a, struct str heading)
{
	struct str key = analyse_key(a, heading);
	enum column_role role = listed_role(key);

	if (str_is(str_trim(heading), "#"))
		return COLUMN_ROLE_ID;
	if (role == COLUMN_ROLE_OTHER)
		role = moved_role(key);
	if (role == COLUMN_ROLE_OTHER && names_reference(key))
		role = COLUMN_ROLE_ID;
	if (role != COLUMN_ROLE_OTHER)
		return role;
	for (const struct column_word *word = column_words; word->key; word++)
		if (analyse_is_slip(key, str_from(word->key)))
			return word->role;
	return COLUMN_ROLE_OTHER;
}

bool
analyse_is_generic_title(struct analysis *a, struct str title)
{
	struct str key = analyse_key(a, title);

	return is_listed(generic_titles, key) ||
	       analyse_is_section_title(a, title);
}

bool
analyse_is_nobody(struct analysis *a, struct str name)
{
	struct str key = analyse_key(a, name);

	return key.len == 0 || is_listed(nobodies, key) ||
	       str_starts(key, "tbc");
}
