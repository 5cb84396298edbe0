/* analyse_abbr_list: what the draft says an abbreviation is short for -> the
 * plan's list of them. Tells people from bodies, singles from plurals, and
 * the same words twice from two meanings. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	LONGEST = 160, /* bytes of what one is short for */
	SLIPS = 2      /* so many letters may be wrong in one of two */
};

/* Beside the plan's list, by the same indexes. */
struct analyse_abbr_known {
	struct map map; /* text and language -> index */
	bool *twice;    /* explained in two ways */
	size_t count, cap;
	struct map plain_words; /* words that stand in small letters */
	bool has_plain_words;
};

/* ---- people ---- */

/* Words that what is no person begins or ends with. Surnames are left out. */
static const char *const impersonal[] = { "government", "plan", "plans", "fund",
	"scheme", "strategy", "framework", "programme", "project", "act",
	"code", "tax", "standard", "standards", "assessment", "review",
	"register", "report", "system", "network", "centre", "bank", "forum",
	"cymru", "welsh", "scottish", "english", "british", "national", "local",
	"forward", "key", "annual", "internal", "external", "capital",
	"business", "financial", "general", "medium", "municipal", "royal",
	"united", "value", "area", "quality", "equality", "impact", "county",
	"town", "district", "university", "college", "police", "fire", "order",
	"notice", "statement", "grants", "account", "revenue", "budget", "levy",
	"duty", "charter", "hub", "indicator", "indicators", "management",
	"facilities", "cabinet", "unitary", "task", "carbon", "climate",
	"electric", "vehicle", "vehicles", "full", "equivalent", "early",
	"years", "people", "domestic", "mental", "learning", "support", "homes",
	"tenant", "tenants", "residents", "treasury", "neighbourhood",
	"supplementary", "traffic", "pupil", "premium", "parking", "purchase",
	"customer", "cyber", "amber", "index", "cyngor", "llywodraeth",
	"cynllun", "bwrdd", "asesiad", "strategaeth", "rhaglen", "gwasanaeth",
	"gwasanaethau", "awdurdod", "cronfa", "cydbwyllgor", "pwyllgor",
	"partneriaeth", "fframwaith", "swyddfa", "adran", "uned", "tîm", "grŵp",
	"prosiect", "safonau", "polisi", "canolfan", "rhwydwaith", "panel",
	"adroddiad", "datganiad", "deddf", "comisiwn", "cyllid", "sir", NULL };

static bool
is_impersonal(struct str text)
{
	static const char *const ends[] = { "tion", "sion", "ility", "ship",
		"ement", NULL };
	struct str word;

	while (str_next_part(&text, ' ', &word)) {
		for (size_t i = 0; impersonal[i] != NULL; i++)
			if (str_is_nocase(word, impersonal[i]))
				return true;
		for (size_t i = 0; ends[i] != NULL; i++)
			if (word.len > 7 && str_ends(word, ends[i]))
				return true;
	}
	return false;
}

/* All words of the draft that begin with a small letter. */
static void
gather_plain_words(struct analysis *a, struct map *map)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct str text, word;

		if (walker.event == WALK_LEAVE ||
		    walker.node->kind != NODE_TEXT)
			continue;
		text = walker.node->as.text.text;
		while (str_next_part(&text, ' ', &word)) {
			while (word.len > 0 &&
			       (str_ends(word, ",") || str_ends(word, ".")))
				word.len--;
			if (word.len > 0 && word.ptr[0] >= 'a' &&
			    word.ptr[0] <= 'z')
				map_add(a->scratch, map, word, 0);
		}
	}
}

/* Do all its words stand elsewhere as plain words? Few people's do. */
static bool
is_of_plain_words(struct analysis *a, struct str text)
{
	struct analyse_abbr_known *known = a->abbr_known;
	struct str word, low = str_lower(a->scratch, text);

	if (!known->has_plain_words)
		gather_plain_words(a, &known->plain_words);
	known->has_plain_words = true;
	while (str_next_part(&low, ' ', &word))
		if (map_find(&known->plain_words, word) == NULL)
			return false;
	return true;
}

static bool
is_article(struct str word)
{
	static const char *const articles[] = { "the", "a", "an", "our", "this",
		"each", "its", "their", "y", "yr", NULL };

	for (size_t i = 0; articles[i] != NULL; i++)
		if (str_is_nocase(word, articles[i]))
			return true;
	return false;
}

/* "Ann Lee (AL)" explains initials, "Welsh Government (WG)" does not. */
static bool
may_be_person(struct analysis *a, struct str expansion, struct str before)
{
	return analyse_is_person(expansion) && !is_article(before) &&
	       !is_impersonal(expansion) && !is_of_plain_words(a, expansion);
}

/* ---- the same and not the same ---- */

/* "Key Performance Indicators" and "key-performance indicator" are one. */
static struct str
sameness(struct analysis *a, struct str text)
{
	static const char *const left_out[] = { "the", "and", "of", "for", "y",
		"yr", NULL };
	struct str low = str_lower(a->scratch, text), word, all;
	struct buf buf = BUF_INIT, one = BUF_INIT;

	while (str_next_part(&low, ' ', &word)) {
		bool is_left_out = false;

		for (size_t i = 0; left_out[i] != NULL; i++)
			is_left_out |= str_is(word, left_out[i]);
		if (is_left_out)
			continue;
		buf_reset(&one);
		while (word.len > 0) {
			uint32_t c = utf8_next(&word);

			if (utf8_is_word(c))
				buf_put_char(&one, utf8_base(c));
		}
		if (str_ends(buf_str(&one), "s"))
			one.len--;
		buf_put_str(&buf, buf_str(&one));
	}
	all = str_copy(a->scratch, buf_str(&buf));
	buf_clear(&buf);
	buf_clear(&one);
	return all;
}

static bool
is_same(struct analysis *a, struct str first, struct str second)
{
	struct str x = sameness(a, first), y = sameness(a, second);

	/* "Institute of Auditors" in "Chartered Institute of Auditors" */
	return str_ends(x, y.ptr) || str_ends(y, x.ptr) ||
	       str_starts(x, y.ptr) || str_starts(y, x.ptr) ||
	       str_distance(x, y, SLIPS) <= SLIPS;
}

/* ---- adding ---- */

/* Tells of the plural "KPIs" what "KPI" is short for. False: that cannot be
 * told, and the plural is known by itself. */
static bool
make_single(struct str *expansion)
{
	static const char *const odd[] = { "ss", "ies", "xes", "ches", "shes",
		"us", "is", NULL };

	if (!str_ends(*expansion, "s"))
		return false;
	for (size_t i = 0; odd[i] != NULL; i++)
		if (str_ends(*expansion, odd[i]))
			return false;
	expansion->len--;
	return true;
}

/* Empty: that of the paper. */
static struct str
language_at(const struct analysis *a, const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->lang.len > 0)
			return str_eq_nocase(str_head(node->lang, 2),
				   str_head(a->plan->language, 2))
				   ? (struct str){ NULL, 0 }
				   : node->lang;
	return (struct str){ NULL, 0 };
}

static void
say_twice(struct analysis *a, size_t index, struct pos pos)
{
	const struct plan_abbreviation *one = &a->plan->abbreviations[index];

	a->abbr_known->twice[index] = true;
	doc_say(a->doc, DOC_ABBR_TWICE, pos, one->text,
	    str_printf(a->scratch, "\"%.*s\" on line %u",
		STR_ARG(one->expansion), one->pos.line));
}

void
analyse_abbr_add(struct analysis *a, const struct abbr_word *word,
    struct str expansion, struct str before, const struct node *at,
    struct pos pos)
{
	struct str language = language_at(a, at), text = word->text, key;
	struct str whole = expansion;
	struct analyse_abbr_known *known = a->abbr_known;
	struct plan_abbreviation *added;
	size_t *index;

	if (expansion.len == 0 || expansion.len > LONGEST)
		return;
	if (known == NULL)
		a->abbr_known = known = arena_alloc(a->scratch, sizeof(*known));
	if (may_be_person(a, expansion, before))
		return;
	if (text.len != word->single.len && make_single(&expansion))
		text = word->single;
	key = str_printf(a->scratch, "%.*s %.*s", STR_ARG(text),
	    STR_ARG(str_head(language, 2)));
	index = map_find(&known->map, key);
	if (index != NULL) {
		if (!is_same(
			a, a->plan->abbreviations[*index].expansion, expansion))
			say_twice(a, *index, pos);
		return;
	}
	map_add(a->scratch, &known->map, key, a->plan->abbreviations_count);
	added = PLAN_PUSH(a, abbreviations);
	added->text = str_copy(a->doc->arena, text);
	added->expansion = str_copy(a->doc->arena, expansion);
	if (whole.len != expansion.len)
		added->plural = str_copy(a->doc->arena, whole);
	added->language = language;
	added->pos = pos;
	known->twice = arena_push(a->scratch, known->twice, &known->count,
	    &known->cap, sizeof(*known->twice));
}

/* ---- when all are known ---- */

static int
compare(const void *left, const void *right)
{
	const struct plan_abbreviation *a = left, *b = right;
	int order = str_cmp(a->text, b->text);

	return order != 0 ? order : str_cmp(a->language, b->language);
}

/* What is short for something is nobody's initials, though a bracket behind
 * three words with capitals may look like it. */
static struct map
all_expansions(struct analysis *a)
{
	struct map map = { .count = 0 };

	for (size_t i = 0; i < a->plan->abbreviations_count; i++)
		map_add(
		    a->scratch, &map, a->plan->abbreviations[i].expansion, i);
	return map;
}

static struct map
names_of_people(struct analysis *a)
{
	struct map map = { .count = 0 };

	for (size_t i = 0; i < a->plan->people_count; i++)
		map_add(a->scratch, &map, a->plan->people[i].name, i);
	return map;
}

void
analyse_abbr_settle(struct analysis *a)
{
	struct plan *plan = a->plan;
	struct analyse_initials initials;
	struct map people, expansions;
	size_t kept = 0;

	if (plan->abbreviations_count == 0)
		return;
	initials = analyse_initials_read(a);
	people = names_of_people(a);
	expansions = all_expansions(a);
	for (size_t i = 0; i < plan->abbreviations_count; i++) {
		struct plan_abbreviation one = plan->abbreviations[i];
		struct str person = analyse_initials_find(&initials, one.text);

		/* whoever owns something is a person after all */
		if ((analyse_is_person(one.expansion) &&
			map_find(&people, one.expansion) != NULL) ||
		    (person.len > 0 && map_find(&expansions, person) == NULL))
			continue;
		if (a->abbr_known->twice[i])
			one.expansion = (struct str){ NULL, 0 };
		plan->abbreviations[kept++] = one;
	}
	plan->abbreviations_count = kept;
	qsort(plan->abbreviations, kept, sizeof(*plan->abbreviations), compare);
}
