/* analyse_spell: headings with a slip of the fingers in them: "Onwer",
 * "Satus", "Progess". */
#include "analyse/analyse_priv.h"

enum {
	WORD_MIN = 5, /* letters; a slip in a shorter one makes another word */
	WORD_MAX = 40
};

/* Words that are one slip away from a heading and mean something else. */
static const char *const others[] = { "stats", "states", "stated", "auction",
	"section", "sector", "caution", "traction", "fraction", "vesting",
	"reason", "patron", NULL };

static bool
is_other(struct str word)
{
	for (size_t i = 0; others[i] != NULL; i++)
		if (str_is(word, others[i]))
			return true;
	return false;
}

/* Is one letter lost, added, wrong, or changed with its neighbour? The first
 * and the last letter stand: endings make other words. */
bool
analyse_is_slip(struct str word, struct str right)
{
	size_t head = 0, tail = 0, a, b;

	if (word.len < WORD_MIN - 1 || right.len < WORD_MIN ||
	    word.len > WORD_MAX || is_other(word))
		return false;
	if (word.ptr[0] != right.ptr[0] ||
	    word.ptr[word.len - 1] != right.ptr[right.len - 1])
		return false;
	while (head < word.len && head < right.len &&
	       word.ptr[head] == right.ptr[head])
		head++;
	while (tail < word.len - head && tail < right.len - head &&
	       word.ptr[word.len - 1 - tail] == right.ptr[right.len - 1 - tail])
		tail++;
	a = word.len - head - tail;
	b = right.len - head - tail;
	if (a + b == 1 || (a == 1 && b == 1))
		return true;
	return a == 2 && b == 2 && word.ptr[head] == right.ptr[head + 1] &&
	       word.ptr[head + 1] == right.ptr[head];
}
