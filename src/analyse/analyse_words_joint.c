/* analyse_words_joint: headings of columns that hold two things at once:
 * "Responsible officer / target date", "Owner and due date", "Baseline /
 * forecast". Knows the headings of single columns by analyse_column_role. */
#include "analyse/analyse_priv.h"

static bool
is_date_role(enum column_role role)
{
	return role == COLUMN_ROLE_DUE || role == COLUMN_ROLE_ORIGINAL_DUE ||
	       role == COLUMN_ROLE_REVISED_DUE;
}

static bool
is_one_of(struct str key, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_is(key, *words))
			return true;
	return false;
}

static enum column_role
part_role(struct analysis *a, struct str part)
{
	static const char *const dates[] = { "date", "dates", "timing",
		"timeline", NULL };
	static const char *const firsts[] = { "baseline", "planned", NULL };
	static const char *const lasts[] = { "forecast", "expected", NULL };
	struct str key = analyse_key(a, part);

	if (is_one_of(key, dates))
		return COLUMN_ROLE_DUE;
	if (is_one_of(key, firsts))
		return COLUMN_ROLE_ORIGINAL_DUE;
	if (is_one_of(key, lasts))
		return COLUMN_ROLE_REVISED_DUE;
	return analyse_column_role(a, part);
}

/* The heading's two halves; false: it is no pair. */
static bool
split_pair(struct str heading, struct str *left, struct str *right)
{
	static const char *const joins[] = { "/", " and ", " & ", "; ", ", ",
		" + ", NULL };

	for (size_t i = 0; joins[i] != NULL; i++) {
		size_t at = str_find(heading, joins[i]);

		if (at == (size_t)-1)
			continue;
		*left = str_trim(str_head(heading, at));
		*right =
		    str_trim(str_skip(heading, at + str_from(joins[i]).len));
		return left->len > 0 && right->len > 0;
	}
	return false;
}

enum column_role
analyse_column_joint(struct analysis *a, struct str heading)
{
	struct str left, right;
	enum column_role x, y;

	if (!split_pair(heading, &left, &right))
		return COLUMN_ROLE_OTHER;
	x = part_role(a, left);
	y = part_role(a, right);
	if (is_date_role(x) &&
	    (y == COLUMN_ROLE_OWNER || y == COLUMN_ROLE_LEAD))
		return y;
	if (is_date_role(y) &&
	    (x == COLUMN_ROLE_OWNER || x == COLUMN_ROLE_LEAD))
		return x;
	return is_date_role(x) && is_date_role(y) ? COLUMN_ROLE_DUE
						  : COLUMN_ROLE_OTHER;
}

bool
analyse_is_joint_owner(struct analysis *a, struct str heading)
{
	enum column_role role = analyse_column_joint(a, heading);

	return role == COLUMN_ROLE_OWNER || role == COLUMN_ROLE_LEAD;
}
