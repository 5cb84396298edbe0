/* judge_page: what holds of any paper: words within the margins, over nothing
 * else, links over their words, numbers of pages that are true. */
#include "judge.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double SLACK_PT = 1.5;
static const double WATERMARK_PT = 45; /* no other text is so high */

static bool
is_watermark(const struct word *word)
{
	return word->box.y1 - word->box.y0 > WATERMARK_PT;
}

static bool
is_number(const char *text)
{
	if (*text == '\0')
		return false;
	for (; *text != '\0'; text++)
		if (!isdigit((unsigned char)*text))
			return false;
	return true;
}

/* The middle of a word's box, which neighbours must not touch. Fonts ask for
 * more room above and below than their letters take. */
static struct box
core(const struct word *word)
{
	double height = word->box.y1 - word->box.y0;

	return (struct box){ word->box.x0 + 0.4, word->box.y0 + 0.3 * height,
		word->box.x1 - 0.4, word->box.y1 - 0.28 * height };
}

static bool
touch(const struct box *a, const struct box *b)
{
	return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* The foot is one line, the lowest of the page, below the text's. */
static void
find_foot(struct paper *paper, struct page *page)
{
	double limit = page->height - paper->margins.bottom, lowest = 0;

	for (size_t i = 0; i < page->word_count; i++)
		if (page->words[i].box.y0 > lowest &&
		    !is_watermark(&page->words[i]))
			lowest = page->words[i].box.y0;
	for (size_t i = 0; i < page->word_count; i++) {
		struct word *word = &page->words[i];

		if (word->box.y0 > limit - SLACK_PT &&
		    word->box.y0 > lowest - 4)
			word->in_margin = true;
		if (word->box.y1 < paper->margins.top + SLACK_PT &&
		    word->box.y0 < paper->margins.top - 3)
			word->in_margin = true;
		/* a line's number */
		if (word->box.x1 < paper->margins.left && is_number(word->text))
			word->in_margin = true;
		if (is_watermark(word))
			word->in_margin = true;
	}
}

void
judge_margins(struct paper *paper)
{
	const struct margins *m = &paper->margins;

	for (size_t p = 0; p < paper->page_count; p++) {
		struct page *page = &paper->pages[p];
		size_t inside = 0;

		find_foot(paper, page);
		for (size_t i = 0; i < page->word_count; i++) {
			const struct word *word = &page->words[i];
			const struct box *b = &word->box;

			if (is_watermark(word) ||
			    (b->x1 < m->left && is_number(word->text)))
				continue;
			if (b->x0 < m->left - SLACK_PT ||
			    b->x1 > page->width - m->right + SLACK_PT)
				judge_fault(paper, "margin", p,
				    "\"%s\" at %.1f to %.1f", word->text, b->x0,
				    b->x1);
			if (word->in_margin)
				continue;
			inside++;
			if (b->y0 < m->top - SLACK_PT ||
			    b->y1 > page->height - m->bottom + SLACK_PT)
				judge_fault(paper, "margin", p,
				    "\"%s\" at height %.1f to %.1f", word->text,
				    b->y0, b->y1);
		}
		if (inside == 0 && page->image_count == 0)
			judge_fault(paper, "empty", p, "has nothing on it");
	}
}

static int
by_height(const void *a, const void *b)
{
	double left = ((const struct word *)a)->box.y0;
	double right = ((const struct word *)b)->box.y0;

	return left < right ? -1 : left > right;
}

void
judge_overlaps(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		struct page *page = &paper->pages[p];

		qsort(page->words, page->word_count, sizeof(*page->words),
		    by_height);
		for (size_t i = 0; i < page->word_count; i++) {
			const struct word *word = &page->words[i];
			struct box a = core(word);

			for (size_t k = i + 1; k < page->word_count &&
					       page->words[k].box.y0 < a.y1;
			     k++) {
				struct box b = core(&page->words[k]);

				if (touch(&a, &b) && !is_watermark(word) &&
				    !is_watermark(&page->words[k]))
					judge_fault(paper, "overlap", p,
					    "\"%s\" and \"%s\"", word->text,
					    page->words[k].text);
			}
		}
	}
}

/* A stroke through words ends where words do. */
static bool
is_strike(const struct page *page, const struct box *rule)
{
	bool from = false, to = false;

	for (size_t i = 0; i < page->word_count; i++) {
		const struct box *b = &page->words[i].box;

		if (rule->y0 < b->y0 || rule->y0 > b->y1)
			continue;
		from = from || (b->x0 - rule->x0 < SLACK_PT &&
				   rule->x0 - b->x0 < SLACK_PT);
		to = to || (b->x1 - rule->x1 < 4 && rule->x1 - b->x1 < 4);
	}
	return from && to;
}

static void
judge_shades(
    struct paper *paper, size_t p, const struct word *word, const struct box *b)
{
	const struct page *page = &paper->pages[p];

	for (size_t i = 0; i < page->shade_count; i++) {
		const struct box *shade = &page->shades[i];

		if (shade->x1 - shade->x0 < 20 || shade->y1 - shade->y0 < 8 ||
		    !touch(shade, b))
			continue;
		if (b->y0 < shade->y0 || b->y1 > shade->y1 ||
		    b->x0 < shade->x0 || b->x1 > shade->x1)
			judge_fault(paper, "shade", p,
			    "\"%s\" lies over the edge of what is behind it",
			    word->text);
	}
}

/* Something was drawn over the line before the word was set on it. */
static bool
is_hidden(const struct page *page, const struct box *rule, const struct box *b)
{
	for (size_t i = 0; i < page->shade_count; i++) {
		const struct box *shade = &page->shades[i];

		if (shade->order > rule->order && shade->x0 <= b->x0 &&
		    shade->x1 >= b->x1 && shade->y0 <= b->y0 &&
		    shade->y1 >= b->y1)
			return true;
	}
	return false;
}

void
judge_rules(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];

		for (size_t i = 0; i < page->word_count; i++) {
			const struct word *word = &page->words[i];
			struct box b = core(word);

			if (is_watermark(word))
				continue;
			judge_shades(paper, p, word, &b);
			for (size_t k = 0; k < page->rule_count; k++) {
				const struct box *rule = &page->rules[k];

				if (rule->x1 - rule->x0 >= 10 &&
				    touch(rule, &b) && !is_strike(page, rule) &&
				    !is_hidden(page, rule, &b))
					judge_fault(paper, "rule", p,
					    "\"%s\" lies over a line",
					    word->text);
			}
		}
	}
}

static bool
covers_word(const struct page *page, const struct link *link)
{
	double width = link->box.x1 - link->box.x0;

	for (size_t i = 0; i < page->word_count; i++) {
		struct box b = core(&page->words[i]);
		double from = b.x0 > link->box.x0 ? b.x0 : link->box.x0;
		double to = b.x1 < link->box.x1 ? b.x1 : link->box.x1;

		if (b.y0 > link->box.y0 - 1 && b.y1 < link->box.y1 + 1 &&
		    to - from > 0.4 * width - 1)
			return true;
		if (b.y0 > link->box.y0 - 1 && b.y1 < link->box.y1 + 1 &&
		    b.x0 >= link->box.x0 && b.x1 <= link->box.x1)
			return true;
	}
	return page->image_count > 0;
}

/* Something begins where it leads to. */
static bool
leads_somewhere(const struct paper *paper, const struct link *link)
{
	const struct page *page = &paper->pages[link->dest_page - 1];
	double y = page->height - link->dest_up;

	for (size_t i = 0; i < page->word_count; i++)
		if (page->words[i].box.y0 > y - 6 &&
		    page->words[i].box.y0 < y + 60)
			return true;
	return page->image_count > 0;
}

/* Words that say which link they are of. */
static void
judge_uris(struct paper *paper, size_t p)
{
	const struct page *page = &paper->pages[p];

	for (size_t i = 0; i < page->word_count; i++) {
		const struct word *word = &page->words[i];
		bool found = false;
		char want[32];

		if (word->token.part != PART_LINK)
			continue;
		snprintf(want, sizeof(want), "/u%dx", word->token.table);
		for (size_t k = 0; k < page->link_count && !found; k++) {
			const struct link *link = &page->links[k];
			double x = (word->box.x0 + word->box.x1) / 2;
			double y = (word->box.y0 + word->box.y1) / 2;

			found = strstr(link->uri, want) != NULL &&
				x > link->box.x0 && x < link->box.x1 &&
				y > link->box.y0 && y < link->box.y1;
		}
		if (!found)
			judge_fault(paper, "link", p,
			    "\"%s\" has no link over it", word->text);
	}
}

void
judge_links(struct paper *paper)
{
	const struct margins *m = &paper->margins;

	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];

		for (size_t i = 0; i < page->link_count; i++) {
			const struct link *link = &page->links[i];

			if (link->box.x0 < m->left - SLACK_PT ||
			    link->box.x1 > page->width - m->right + SLACK_PT)
				judge_fault(paper, "link", p,
				    "a link at %.1f to %.1f", link->box.x0,
				    link->box.x1);
			if (!covers_word(page, link))
				judge_fault(paper, "link", p,
				    "the link at %.1f, %.1f has no word",
				    link->box.x0, link->box.y0);
			if (link->dest_page > 0 &&
			    ((size_t)link->dest_page > paper->page_count ||
				!leads_somewhere(paper, link)))
				judge_fault(paper, "link", p,
				    "the link at %.1f, %.1f leads nowhere",
				    link->box.x0, link->box.y0);
		}
		judge_uris(paper, p);
	}
}

void
judge_labels(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];
		bool shown = false;

		if (page->label == NULL || (size_t)atoi(page->label) != p + 1) {
			judge_fault(paper, "label", p, "is labelled %s",
			    page->label == NULL ? "not at all" : page->label);
			continue;
		}
		for (size_t i = 0; i < page->word_count; i++)
			shown = shown || (page->words[i].in_margin &&
					     strcmp(page->words[i].text,
						 page->label) == 0);
		if (!shown)
			judge_fault(
			    paper, "label", p, "does not show its number");
	}
}

/* An entry of the contents is a link with a number at the right margin, on the
 * line on which it ends. */
void
judge_contents(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];
		double right = page->width - paper->margins.right;

		for (size_t i = 0; i < page->link_count; i++) {
			const struct link *link = &page->links[i];

			for (size_t k = 0; k < page->word_count; k++) {
				const struct word *word = &page->words[k];
				double y = (word->box.y0 + word->box.y1) / 2;

				if (!is_number(word->text) ||
				    word->token.part != PART_NONE ||
				    word->in_margin || link->dest_page == 0 ||
				    word->box.x1 < right - 2 ||
				    y < link->box.y0 || y > link->box.y1 ||
				    word->box.x0 < link->box.x1 + 2)
					continue;
				if (atoi(word->text) != link->dest_page)
					judge_fault(paper, "contents", p,
					    "%s is said for page %d",
					    word->text, link->dest_page);
			}
		}
	}
}
