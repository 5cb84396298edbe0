/* analyse_names: the names in a text such as an owner's cell or an author's
 * line: one or several, people, offices or teams, with or without roles. Knows
 * nothing of who owns what. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { PROSE_WORDS = 8 /* that many words are no list of names */ };

/* Words of what an office is called. */
static const char *const offices[] = { "head", "hd", "director", "dir",
	"manager", "mgr", "officer", "officers", "chief", "executive",
	"treasurer", "solicitor", "secretary", "clerk", "leader", "lead",
	"coordinator", "co-ordinator", "accountant", "auditor", "adviser",
	"advisor", "analyst", "surveyor", "engineer", "architect", "lawyer",
	"councillor", "cllr", "chair", "chairman", "member", "commissioner",
	"mayor", "cyfarwyddwr", "pennaeth", "swyddog", "rheolwr", NULL };

/* Words that an office's name begins with. */
static const char *const office_openings[] = { "head", "hd", "director",
	"assistant", "asst", "deputy", "chief", "senior", "principal",
	"executive", "interim", "acting", "strategic", "corporate", "service",
	"group", "programme", "project", "monitoring", "section", "county",
	"borough", "city", "pennaeth", "cyfarwyddwr", NULL };

/* Words of teams, departments and bodies: in no person's name. */
static const char *const bodies[] = { "team", "teams", "service", "services",
	"department", "dept", "directorate", "council", "committee", "board",
	"group", "unit", "section", "division", "office", "partnership",
	"trust", "ltd", "limited", "plc", "company", "authority", "agency",
	"association", "finance", "legal", "housing", "highways", "health",
	"care", "safety", "transport", "planning", "education", "schools",
	"children", "adults", "adult", "audit", "ict", "it", "hr", "risk",
	"property", "estates", "assets", "procurement", "communications",
	"policy", "performance", "environment", "environmental", "waste",
	"parks", "leisure", "culture", "libraries", "democratic", "governance",
	"corporate", "resources", "communities", "community", "regeneration",
	"economy", "digital", "technology", "information", "security", "data",
	"emergency", "licensing", "revenues", "benefits", "public", "social",
	"human", "strategic", "deputy", "assistant", "senior", "principal",
	"interim", "acting", "all", "staff", "members", "the", "of", "for",
	"and", "to", "be", "tim", "cyngor", NULL };

static bool
is_one_of(struct str word, const char *const *list)
{
	while (word.len > 0 && (str_ends(word, ",") || str_ends(word, ".") ||
				   str_ends(word, ":") || str_ends(word, ")")))
		word.len--;
	if (str_starts(word, "("))
		word = str_skip(word, 1);
	for (; *list != NULL; list++)
		if (str_is_nocase(word, *list))
			return true;
	return false;
}

static bool
has_word_of(struct str text, const char *const *list)
{
	struct str word;

	while (str_next_part(&text, ' ', &word))
		if (is_one_of(word, list))
			return true;
	return false;
}

bool
analyse_is_office(struct str text)
{
	return has_word_of(text, offices);
}

bool
analyse_is_person(struct str text)
{
	size_t words = 0;
	struct str word;

	text = str_trim(text);
	while (str_next_part(&text, ' ', &word)) {
		struct str rest = word;

		if (word.len == 0)
			continue;
		if (!utf8_is_upper(utf8_next(&rest)) ||
		    is_one_of(word, offices) || is_one_of(word, bodies))
			return false;
		for (size_t i = 0; i < word.len; i++)
			if ((word.ptr[i] >= '0' && word.ptr[i] <= '9') ||
			    word.ptr[i] == '/' || word.ptr[i] == ',')
				return false;
		words++;
	}
	return words == 2 || words == 3;
}

/* "AL", "A.L.", "KMP" */
bool
analyse_is_initials(struct str text)
{
	size_t letters = 0;

	text = str_trim(text);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
			letters++;
		else if (text.ptr[i] != '.')
			return false;
	}
	return letters >= 2 && letters <= 3;
}

/* ---- one name with its role ---- */

static struct str
without_stops(struct str text)
{
	text = str_trim(text);
	while (text.len > 0 && (str_ends(text, ".") || str_ends(text, ",") ||
				   str_ends(text, ";") || str_ends(text, ":")))
		text = str_trim(str_head(text, text.len - 1));
	return text;
}

/* A name on one side and its office on the other, whichever comes first. */
static bool
take_pair(struct str first, struct str second, struct analyse_name *name)
{
	first = without_stops(first);
	second = without_stops(second);
	if (analyse_is_person(first) && analyse_is_office(second)) {
		name->name = first;
		name->role = second;
		return true;
	}
	if (analyse_is_person(second) && analyse_is_office(first)) {
		name->name = second;
		name->role = first;
		return true;
	}
	return false;
}

/* "Ann Lee (Head of Audit)", "Ann Lee (AL)" */
static bool
take_bracketed(struct str text, struct analyse_name *name)
{
	size_t at = str_find(text, " (");
	struct str inner, outer;

	if (at == (size_t)-1 || !str_ends(text, ")"))
		return false;
	outer = str_head(text, at);
	inner = str_range(text.ptr + at + 2, text.ptr + text.len - 1);
	if (analyse_is_person(outer) && analyse_is_initials(inner)) {
		name->name = outer;
		name->initials = inner;
		return true;
	}
	return take_pair(outer, inner, name);
}

/* "Colin Farrant Head of Flood Risk": a name, then an office. The first word
 * may have lost its capital to text recognition ("lan"). */
static bool
take_run_together(struct str text, struct analyse_name *name)
{
	struct str rest = text, word;
	size_t words = 0;

	while (str_next_part(&rest, ' ', &word)) {
		if (words >= 2 && is_one_of(word, office_openings)) {
			struct str role =
			    str_range(word.ptr, text.ptr + text.len);

			name->name = str_trim(str_range(text.ptr, word.ptr));
			name->role = role;
			return analyse_is_office(role);
		}
		if (word.len == 0 || ++words > 3 || is_one_of(word, offices) ||
		    is_one_of(word, bodies))
			return false;
		if (!utf8_is_upper(utf8_next(&word)) && words > 1)
			return false;
	}
	return false;
}

struct analyse_name
analyse_name_of(struct str text)
{
	static const char *const marks[] = { ", ", " - ", " – ", " — ", ": ",
		NULL };
	struct analyse_name name = { .name = { NULL, 0 } };

	text = without_stops(text);
	if (take_bracketed(text, &name))
		return name;
	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(text, marks[i]);

		if (at != (size_t)-1 &&
		    take_pair(str_head(text, at),
			str_skip(text, at + str_from(marks[i]).len), &name))
			return name;
	}
	if (take_run_together(text, &name))
		return name;
	return (struct analyse_name){ .name = text };
}

/* ---- several names ---- */

static bool
is_nameable(struct str text)
{
	text = without_stops(text);
	return analyse_is_person(text) || analyse_is_office(text) ||
	       analyse_is_initials(text) || analyse_name_of(text).role.len > 0;
}

/* The text up to the next mark that may part names. */
static struct str
up_to_mark(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		struct str rest = str_skip(text, i);

		if (rest.ptr[0] == '/' || rest.ptr[0] == ';' ||
		    rest.ptr[0] == '\n' || rest.ptr[0] == ',' ||
		    str_starts(rest, " & ") || str_starts(rest, " and "))
			return str_head(text, i);
	}
	return text;
}

/* The bytes of what parts two names there, or 0. "Health & Safety Team" is
 * one name; so is "Ann Lee, Head of Audit". */
static size_t
parting_len(struct str text, size_t at)
{
	struct str before = str_head(text, at);
	struct str rest = str_skip(text, at), after;
	size_t len;

	if (rest.ptr[0] == '/' || rest.ptr[0] == ';' || rest.ptr[0] == '\n')
		return 1;
	if (str_starts(rest, " & ")) {
		after = up_to_mark(str_skip(rest, 3));
		return is_nameable(before) && is_nameable(after) ? 3 : 0;
	}
	if (str_starts(rest, ", and "))
		len = 6;
	else if (str_starts(rest, " and "))
		len = 5;
	else if (str_starts(rest, ", "))
		len = 2;
	else
		return 0;
	after = up_to_mark(str_skip(rest, len));
	if (!analyse_is_person(after) && !analyse_is_initials(after))
		return 0;
	return analyse_is_person(before) || analyse_is_initials(before) ||
		       (len > 2 && analyse_name_of(before).role.len > 0)
		   ? len
		   : 0;
}

static bool
is_prose(struct str text)
{
	return analyse_word_count(text) >= PROSE_WORDS &&
	       str_find(text, "/") == (size_t)-1 &&
	       str_find(text, ";") == (size_t)-1 &&
	       analyse_name_of(text).role.len == 0;
}

bool
analyse_name_next(
    struct analysis *a, struct str *text, struct analyse_name *name)
{
	while (text->len > 0) {
		size_t at = 0, parting = 0;
		struct str one;
		int depth = 0;

		for (; at < text->len; at++) {
			depth += text->ptr[at] == '(';
			depth -= text->ptr[at] == ')';
			if (depth == 0 &&
			    (parting = parting_len(*text, at)) > 0)
				break;
		}
		one = str_head(*text, at);
		*text = str_skip(*text, at + parting);
		*name = analyse_name_of(one);
		if (!analyse_is_nobody(a, name->name))
			return true;
	}
	return false;
}

struct str
analyse_names_begin(struct analysis *a, struct str text)
{
	text = str_trim(text);
	if (analyse_is_nobody(a, text) || is_prose(text))
		return str_head(text, 0);
	return text;
}
