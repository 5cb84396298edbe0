/* analyse_bilingual: papers that say everything twice, in Welsh and in English:
 * what is the same thing in the other language. Nothing is taken out of the
 * paper; but two recommendations are not four. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"

static bool
differ(struct str a, struct str b)
{
	return a.len > 0 && b.len > 0 && !str_eq(a, b);
}

/* Of the texts of several items together: one alone may be too short. */
static struct str
language_of_items(const struct plan_item *items, size_t count)
{
	struct buf buf = BUF_INIT;
	struct str language;

	for (size_t i = 0; i < count; i++) {
		buf_put_str(&buf, items[i].text);
		buf_puts(&buf, " ");
	}
	language = analyse_language_of(buf_str(&buf));
	buf_clear(&buf);
	return language;
}

/* The author's choice, or what most of the paper is in. */
static struct str
paper_language(struct analysis *a)
{
	struct str language = a->options->language;
	const struct setting *setting = doc_setting(a->doc, "language");

	if (language.len == 0 && setting != NULL)
		language = setting->value;
	if (language.len == 0)
		language =
		    analyse_language_of(doc_text(a->scratch, a->doc->root));
	return str_starts_nocase(language, "cy") ||
		       str_starts_nocase(language, "welsh") ||
		       str_starts_nocase(language, "cymraeg")
		   ? str_from("cy")
		   : str_from("en-GB");
}

/* "(i) nodi, (ii) cynnig", then "(i) note, (ii) comment". */
static bool
is_half_and_half(const struct plan_item *items, size_t count)
{
	size_t half = count / 2;

	if (count % 2 != 0)
		return false;
	for (size_t i = 0; i < half; i++)
		if (!str_eq(items[i].number, items[half + i].number))
			return false;
	return differ(language_of_items(items, half),
	    language_of_items(items + half, half));
}

/* "2.1 Nodi'r adroddiad. 2.1 To note the report. 2.2 ..." */
static bool
is_pair_by_pair(const struct plan_item *items, size_t count)
{
	if (count % 2 != 0)
		return false;
	for (size_t i = 0; i < count; i += 2)
		if (!str_eq(items[i].number, items[i + 1].number) ||
		    !differ(analyse_language_of(items[i].text),
			analyse_language_of(items[i + 1].text)))
			return false;
	return true;
}

size_t
analyse_bilingual_items(
    struct analysis *a, struct plan_item *items, size_t count)
{
	size_t half = count / 2, from = 0, step;
	struct str language;

	if (count < 2)
		return count;
	if (is_pair_by_pair(items, count))
		step = 2;
	else if (is_half_and_half(items, count))
		step = 1;
	else
		return count;
	language = language_of_items(items, step == 1 ? half : 1);
	if (!str_eq(language, paper_language(a)))
		from = step == 1 ? half : 1;
	for (size_t i = 0; i < half; i++)
		items[i] = items[from + i * step];
	return half;
}

bool
analyse_is_translation(
    struct analysis *a, const struct node *node, const struct node *other)
{
	return differ(analyse_language_of(doc_text(a->scratch, node)),
	    analyse_language_of(doc_text(a->scratch, other)));
}
