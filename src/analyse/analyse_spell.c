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
	/* most words are none, and each cell may be asked about: what is
	 * cheap comes first */
	if (word.len < WORD_MIN - 1 || right.len < WORD_MIN ||
	    word.len > WORD_MAX || word.len > right.len + 1 ||
	    right.len > word.len + 1)
		return false;
	if (word.ptr[0] != right.ptr[0] ||
	    word.ptr[word.len - 1] != right.ptr[right.len - 1])
		return false;
	return analyse_is_one_off(word, right) && !is_other(word);
}
