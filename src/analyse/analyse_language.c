/* analyse_language: which blocks are in Welsh and which in English, by their
 * small words, so that each is marked for screen readers. Gives the paper's
 * language when the front matter does not. Knows these two languages only. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/words.h"

/* Words that one language has and the other has not, small ones first; then
 * those of headings, columns and fields. Sorted by strcmp. */
static const char *const welsh[] = { "a'i", "a'r", "ac", "adran", "adroddiad",
	"aelod", "ambr", "amcan", "amcanion", "ar", "arfaethedig",
	"argymhelliad", "argymhellion", "ariannol", "arweinydd", "atodiad",
	"atodiadau", "a’i", "a’r", "bob", "bod", "bydd", "cael", "cafodd",
	"cam", "camau", "cefndir", "coch", "cofrestr", "crynodeb", "cwblhau",
	"cydraddoldeb", "cyfarfod", "cyflawni", "cyflwyniad", "cyfreithiol",
	"cyfrifol", "cyfrifoldeb", "cyllid", "cyn", "cyngor", "cynllun",
	"cynnydd", "cyswllt", "dan", "ddim", "ddiwedd", "diben", "dros", "drwy",
	"dyddiad", "ei", "erbyn", "eu", "fel", "fydd", "gan", "gellir", "glas",
	"goblygiadau", "gweithred", "gweithredu", "gwella", "gwyrdd", "gyda",
	"gyfer", "gynllun", "hefyd", "hwn", "hyd", "hyn", "i'r", "i’r", "mae",
	"maent", "nad", "nesaf", "neu", "newydd", "nid", "o'r", "oedd", "oes",
	"o’r", "papurau", "pennaeth", "perchennog", "pob", "portffolio", "pwnc",
	"pwrpas", "pwyllgor", "rhaid", "rhif", "rhwng", "statws", "strategaeth",
	"swyddog", "swyddogion", "sydd", "sy’n", "targed", "teitl", "thema",
	"trwy", "wardiau", "wedi", "wrth", "y", "ym", "yma", "yn", "yng", "yr",
	"yw" };

static const char *const english[] = { "action", "actions", "and", "any",
	"appendix", "are", "as", "at", "author", "background", "be", "been",
	"by", "committee", "council", "date", "due", "for", "from", "has",
	"have", "in", "is", "it", "its", "lead", "meeting", "next", "not",
	"objective", "of", "on", "or", "owner", "papers", "plan", "progress",
	"purpose", "recommendation", "recommendations", "report", "status",
	"steps", "that", "the", "their", "this", "to", "was", "were", "which",
	"will", "with" };

struct counts {
	size_t welsh, english;
};

static int
word_cmp(const void *key, const void *entry)
{
	return strcmp(key, *(const char *const *)entry);
}

static bool
holds(const char *const *list, size_t count, const char *word)
{
	return bsearch(word, list, count, sizeof(*list), word_cmp) != NULL;
}

/* "Bob Birch" and "Dan Price" own actions in English. */
static bool
is_given_name(const char *word)
{
	return strcmp(word, "bob") == 0 || strcmp(word, "dan") == 0;
}

static void
count_word(struct counts *counts, const char *word, bool is_capital)
{
	if (word[0] == '\0' || (is_capital && is_given_name(word)))
		return;
	counts->welsh += holds(welsh, sizeof(welsh) / sizeof(*welsh), word);
	counts->english +=
	    holds(english, sizeof(english) / sizeof(*english), word);
}

static void
count_text(struct counts *counts, struct str text)
{
	enum { LONGEST = 24 };
	char word[LONGEST + 1];
	bool is_capital = false;
	size_t len = 0;

	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.ptr[i] : ' ';
		bool is_letter = (c >= 'a' && c <= 'z') ||
				 (c >= 'A' && c <= 'Z') || c == '\'' ||
				 (unsigned char)c >= 0x80;

		if (len == 0)
			is_capital = c >= 'A' && c <= 'Z';
		if (is_letter && len < LONGEST) {
			word[len++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
			continue;
		}
		if (is_letter) /* too long to be one of ours */
			len = LONGEST;
		else {
			word[len] = '\0';
			count_word(counts, word, is_capital);
			len = 0;
		}
	}
}

/* "cy", "en-GB" or, when the words do not tell, empty. A few words of the
 * other language do not change a sentence's. */
static struct str
language_of(struct counts counts, bool is_short)
{
	size_t least = is_short ? 1 : 2;

	if (counts.welsh >= least && counts.welsh > 2 * counts.english)
		return str_from("cy");
	if (counts.english >= least && counts.english > 2 * counts.welsh)
		return str_from("en-GB");
	return (struct str){ "", 0 };
}

struct str
analyse_language_of(struct str text)
{
	struct counts counts = { 0, 0 };

	count_text(&counts, text);
	return language_of(counts, true);
}

static bool
is_marked(const struct node *node)
{
	return node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING ||
	       node->kind == NODE_CAPTION || node->kind == NODE_FIELD;
}

static struct str
block_language(
    struct analysis *a, const struct node *node, struct counts *total)
{
	enum { SHORT = 6 /* words of a heading or a cell */ };
	struct str text = doc_text(a->scratch, node);
	struct counts counts = { 0, 0 };

	count_text(&counts, text);
	if (node->kind == NODE_FIELD)
		count_text(&counts, node->as.field.name);
	total->welsh += counts.welsh;
	total->english += counts.english;
	return language_of(counts, analyse_word_count(text) <= SHORT);
}

static bool
same_language(struct str a, struct str b)
{
	return a.len >= 2 && b.len >= 2 &&
	       str_eq_nocase(str_head(a, 2), str_head(b, 2));
}

/* The language that the paper's author has chosen for it; or empty. */
static struct str
chosen_language(struct analysis *a)
{
	const struct setting *setting = doc_setting(a->doc, "language");
	struct str tag = a->options->language;

	if (setting == NULL)
		setting = doc_setting(a->doc, "lang");
	if (tag.len > 0 || setting == NULL || setting->value.len == 0)
		return tag;
	tag = words_language(a->doc->arena, setting->value);
	if (tag.len == 0)
		doc_say(a->doc, DOC_LANGUAGE_UNKNOWN, setting->pos,
		    setting->value, (struct str){ "", 0 });
	return tag;
}

/* First every block by itself; then, when the paper's language is known, only
 * what is not in it keeps its mark. */
void
analyse_language(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	struct walker again = { .root = a->doc->root };
	struct counts total = { 0, 0 };
	struct str chosen = chosen_language(a);

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER && is_marked(walker.node) &&
		    walker.node->lang.len == 0)
			walker.node->lang =
			    block_language(a, walker.node, &total);
	if (chosen.len > 0)
		a->plan->language = chosen;
	else if (total.welsh > total.english)
		a->plan->language = str_from("cy");
	while (doc_walk(&again)) {
		struct node *node = again.node;
		struct str above = a->plan->language;

		if (again.event == WALK_LEAVE || !is_marked(node))
			continue;
		for (const struct node *up = node->parent; up != NULL;
		     up = up->parent)
			if (up->lang.len > 0) {
				above = up->lang;
				break;
			}
		if (same_language(node->lang, above))
			node->lang = (struct str){ "", 0 };
	}
}
