/* judge_read: what other programs say of a PDF, and the words of its draft. */
#include "judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

enum { POINTS = 6 };

static void
give_up(const char *path)
{
	fprintf(stderr, "%s: makes no sense\n", path);
	exit(2);
}

static xmlDocPtr
open_xml(const char *path)
{
	xmlDocPtr doc = xmlReadFile(path, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		XML_PARSE_RECOVER | XML_PARSE_HUGE);

	if (doc == NULL || xmlDocGetRootElement(doc) == NULL)
		give_up(path);
	return doc;
}

static bool
is_element(xmlNodePtr node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}

/* The node behind this one, in the order of the file; not in it if `over`. */
static xmlNodePtr
next_node(xmlNodePtr node, bool over)
{
	if (!over && node->children != NULL && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node != NULL && node->type != XML_DOCUMENT_NODE &&
	       node->next == NULL)
		node = node->parent;
	return node != NULL && node->type != XML_DOCUMENT_NODE ? node->next
							       : NULL;
}

static double
number_of(xmlNodePtr node, const char *name)
{
	xmlChar *text = xmlGetProp(node, (const xmlChar *)name);
	double number = text != NULL ? atof((const char *)text) : 0;

	xmlFree(text);
	return number;
}

static struct page *
last_page(struct paper *paper, const char *path)
{
	if (paper->page_count == 0)
		give_up(path);
	return &paper->pages[paper->page_count - 1];
}

void
judge_read_words(struct paper *paper, const char *path)
{
	xmlDocPtr doc = open_xml(path);

	for (xmlNodePtr node = xmlDocGetRootElement(doc); node != NULL;
	     node = next_node(node, false)) {
		struct page *page;
		struct word *word;

		if (is_element(node, "page")) {
			paper->pages =
			    judge_push(paper->pages, &paper->page_count,
				&paper->page_cap, sizeof(*paper->pages));
			page = last_page(paper, path);
			page->width = number_of(node, "width");
			page->height = number_of(node, "height");
		}
		if (!is_element(node, "word"))
			continue;
		page = last_page(paper, path);
		page->words = judge_push(page->words, &page->word_count,
		    &page->word_cap, sizeof(*page->words));
		word = &page->words[page->word_count - 1];
		word->box = (struct box){ number_of(node, "xMin"),
			number_of(node, "yMin"), number_of(node, "xMax"),
			number_of(node, "yMax") };
		word->text = (char *)xmlNodeGetContent(node);
		word->token = judge_token(word->text);
	}
	xmlFreeDoc(doc);
	if (paper->page_count == 0)
		give_up(path);
}

/* Points of a path that is made of straight lines; more than there is room
 * for is as good as none. */
static size_t
read_points(const char *d, double points[POINTS][2])
{
	size_t count = 0;

	while (*d != '\0') {
		char what = *d++;
		char *end;

		if (what == ' ' || what == 'Z')
			continue;
		if ((what != 'M' && what != 'L') || count == POINTS)
			return 0;
		points[count][0] = strtod(d, &end);
		points[count++][1] = strtod(end, &end);
		d = end;
	}
	return count;
}

static void
push_box(struct box **boxes, size_t *count, size_t *cap, struct box box)
{
	static size_t order;

	*boxes = judge_push(*boxes, count, cap, sizeof(**boxes));
	(*boxes)[*count - 1] = box;
	(*boxes)[*count - 1].order = ++order;
}

static struct box
around(double points[POINTS][2], size_t count)
{
	struct box box = { points[0][0], points[0][1], points[0][0],
		points[0][1] };

	for (size_t i = 1; i < count; i++) {
		double x = points[i][0], y = points[i][1];

		box.x0 = x < box.x0 ? x : box.x0;
		box.x1 = x > box.x1 ? x : box.x1;
		box.y0 = y < box.y0 ? y : box.y0;
		box.y1 = y > box.y1 ? y : box.y1;
	}
	return box;
}

/* Lines that follow one another in a path are lines for themselves. */
static void
take_lines(struct page *page, const char *d)
{
	double x = 0, y = 0;
	int used;
	char what;

	while (sscanf(d, " %c%n", &what, &used) == 1) {
		double to_x, to_y;
		int more;

		d += used;
		if (what == 'Z')
			continue;
		if (sscanf(d, " %lf %lf%n", &to_x, &to_y, &more) != 2)
			return;
		d += more;
		if (what == 'L' && to_y - y < 0.1 && y - to_y < 0.1)
			push_box(&page->rules, &page->rule_count,
			    &page->rule_cap,
			    (struct box){ x < to_x ? x : to_x, page->height - y,
				x < to_x ? to_x : x, page->height - y });
		if (what != 'L' && what != 'M')
			return;
		x = to_x;
		y = to_y;
	}
}

/* Lines are drawn as in the PDF, with y up, and a matrix that turns that over;
 * areas without a matrix. */
static bool
is_line(xmlNodePtr path, const char *style)
{
	xmlChar *text = xmlGetProp(path, (const xmlChar *)"transform");
	double m[4];
	bool is = text != NULL && strstr(style, "fill:none") != NULL &&
		  sscanf((const char *)text, "matrix(%lf,%lf,%lf,%lf", &m[0],
		      &m[1], &m[2], &m[3]) == 4 &&
		  m[1] == 0 && m[2] == 0 && m[0] > 0.5 && m[0] < 1.5 &&
		  m[0] + m[3] < 0.001 && m[0] + m[3] > -0.001;

	xmlFree(text);
	return is;
}

static void
take_path(struct page *page, xmlNodePtr path)
{
	xmlChar *style = xmlGetProp(path, (const xmlChar *)"style");
	xmlChar *d = xmlGetProp(path, (const xmlChar *)"d");
	double points[POINTS][2];
	size_t count;

	if (style == NULL || d == NULL) {
		/* nothing that we look at */
	} else if (is_line(path, (const char *)style)) {
		take_lines(page, (const char *)d);
	} else if (!xmlHasProp(path, (const xmlChar *)"transform")) {
		count = read_points((const char *)d, points);
		if (count == 4 || count == 5)
			push_box(&page->shades, &page->shade_count,
			    &page->shade_cap, around(points, count));
	}
	xmlFree(style);
	xmlFree(d);
}

static bool
shows_image(xmlNodePtr node)
{
	xmlChar *href = is_element(node, "use")
			    ? xmlGetProp(node, (const xmlChar *)"href")
			    : NULL;
	bool shows =
	    is_element(node, "image") ||
	    (href != NULL && strstr((const char *)href, "glyph") == NULL);

	xmlFree(href);
	return shows;
}

void
judge_read_drawing(struct paper *paper, const char *path)
{
	xmlDocPtr doc = open_xml(path);
	xmlNodePtr node = xmlDocGetRootElement(doc);
	size_t at = 0;
	bool first = true, over = false;

	for (; node != NULL; node = next_node(node, over)) {
		/* in them are the shapes of letters */
		over = is_element(node, "defs") || is_element(node, "clipPath");
		if (is_element(node, "page")) {
			at += first ? 0 : 1;
			first = false;
		}
		if (at >= paper->page_count)
			give_up(path);
		if (is_element(node, "path"))
			take_path(&paper->pages[at], node);
		if (shows_image(node))
			paper->pages[at].image_count++;
	}
	xmlFreeDoc(doc);
}

static void
take_link(struct paper *paper, const char *line, const char *path)
{
	struct link link = { .dest_page = 0 };
	struct page *page;
	double low, high;
	int number, used = 0;

	if (sscanf(line, "%d %lf %lf %lf %lf %d %lf %n", &number, &link.box.x0,
		&low, &link.box.x1, &high, &link.dest_page, &link.dest_up,
		&used) != 7 ||
	    number < 1 || (size_t)number > paper->page_count)
		give_up(path);
	page = &paper->pages[number - 1];
	link.box.y0 = page->height - high;
	link.box.y1 = page->height - low;
	link.uri = strdup(line + used);
	page->links = judge_push(
	    page->links, &page->link_count, &page->link_cap, sizeof(link));
	page->links[page->link_count - 1] = link;
}

void
judge_read_facts(struct paper *paper, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	if (file == NULL)
		give_up(path);
	while ((len = getline(&line, &cap, file)) > 0) {
		int number, used = 0;

		line[len - 1] = '\0';
		if (strncmp(line, "link ", 5) == 0)
			take_link(paper, line + 5, path);
		else if (sscanf(line, "label %d %n", &number, &used) == 1 &&
			 number >= 1 && (size_t)number <= paper->page_count)
			paper->pages[number - 1].label = strdup(line + used);
	}
	free(line);
	fclose(file);
	for (size_t p = 0; p < paper->page_count; p++)
		for (size_t i = 0; i < paper->pages[p].word_count; i++)
			for (size_t k = 0; k < paper->pages[p].link_count;
			     k++) {
				struct word *word = &paper->pages[p].words[i];
				const struct box *b =
				    &paper->pages[p].links[k].box;
				double x = (word->box.x0 + word->box.x1) / 2;
				double y = (word->box.y0 + word->box.y1) / 2;

				if (x > b->x0 && x < b->x1 && y > b->y0 &&
				    y < b->y1)
					word->in_link = true;
			}
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What a draft puts around its words is taken off. */
void
judge_read_source(struct paper *paper, const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t cap = 0, room = 0;
	ssize_t len;

	if (file == NULL)
		give_up(path);
	while ((len = getline(&text, &cap, file)) > 0) {
		char *rest = text, *word;

		while ((word = strsep(&rest, " *[](){}|\n\"")) != NULL) {
			if (judge_token(word).part == PART_NONE)
				continue;
			paper->source = judge_push(paper->source,
			    &paper->source_count, &room, sizeof(char *));
			paper->source[paper->source_count - 1] = strdup(word);
		}
	}
	free(text);
	fclose(file);
	qsort(paper->source, paper->source_count, sizeof(char *), by_text);
}
