/* read_md_link: what links are made of and do not show: definitions, labels,
 * addresses that could run code. */
#include "read/read_md_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { SHOWN_URL_MAX = 200, LABEL_MAX = 999 };

/* ---- definitions, CommonMark 4.7 ---- */

static size_t
skip_blanks(struct str text, size_t at)
{
	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
		at++;
	return at;
}

/* White space with at most one line end in it. */
static size_t
skip_space(struct str text, size_t at)
{
	at = skip_blanks(text, at);
	if (at < text.len && text.ptr[at] == '\n')
		at = skip_blanks(text, at + 1);
	return at;
}

/* Offset behind "[label]" at the front, or 0. */
static size_t
scan_label(struct str text)
{
	for (size_t at = 1; at < text.len && at <= LABEL_MAX; at++) {
		if (text.ptr[at] == '\\')
			at++;
		else if (text.ptr[at] == '[')
			return 0;
		else if (text.ptr[at] == ']')
			return str_trim(str_head(str_skip(text, 1), at - 1))
					   .len > 0
				   ? at + 1
				   : 0;
	}
	return 0;
}

static size_t
scan_url(struct str text, size_t at)
{
	size_t begin = at;

	if (at < text.len && text.ptr[at] == '<') {
		for (at++; at < text.len && text.ptr[at] != '\n'; at++) {
			if (text.ptr[at] == '\\')
				at++;
			else if (text.ptr[at] == '>')
				return at + 1;
		}
		return begin;
	}
	while (at < text.len && (unsigned char)text.ptr[at] > ' ')
		at++;
	return at;
}

/* Offset behind the title and its line, or 0 if there is none. */
static size_t
scan_title(struct str text, size_t at)
{
	char end;

	if (at >= text.len || strchr("\"'(", text.ptr[at]) == NULL)
		return 0;
	end = text.ptr[at] == '(' ? ')' : text.ptr[at];
	for (at++; at < text.len && text.ptr[at] != end; at++)
		at += text.ptr[at] == '\\';
	if (at >= text.len)
		return 0;
	at = skip_blanks(text, at + 1);
	return at == text.len || text.ptr[at] == '\n' ? at : 0;
}

/* Length of the definition at the front (without its last line end), or 0. */
static size_t
scan_definition(struct str text, struct md_definition *found)
{
	size_t at = str_starts(text, "[") ? scan_label(text) : 0;
	size_t url, behind_url, title;

	if (at == 0 || at >= text.len || text.ptr[at] != ':')
		return 0;
	found->label = str_head(str_skip(text, 1), at - 2);
	url = skip_space(text, at + 1);
	behind_url = scan_url(text, url);
	if (behind_url == url)
		return 0;
	at = skip_space(text, behind_url);
	title = at > behind_url ? scan_title(text, at) : 0;
	if (title > 0)
		return title;
	at = skip_blanks(text, behind_url);
	return at == text.len || text.ptr[at] == '\n' ? at : 0;
}

/* Remembers the definitions at the front of `text`; gives their length. */
static size_t
take_definitions(struct md *md, struct str text, struct pos pos)
{
	size_t all = 0;

	for (;;) {
		struct str rest = str_skip(text, all);
		struct md_definition found = { .pos = pos };
		size_t len = scan_definition(rest, &found);

		if (len == 0)
			return all;
		found.raw = str_head(rest, len);
		md->definitions = arena_push(md->scratch, md->definitions,
		    &md->definition_count, &md->definition_cap,
		    sizeof(*md->definitions));
		md->definitions[md->definition_count - 1] = found;
		for (size_t i = 0; i < len; i++)
			pos.line += rest.ptr[i] == '\n';
		pos.line++;
		all += len + 1;
		if (all >= text.len)
			return text.len;
	}
}

static struct str
join_lines(struct md *md, const struct str *lines, size_t count)
{
	struct buf buf = BUF_INIT;
	struct str joined;

	for (size_t i = 0; i < count; i++) {
		buf_puts(&buf, i > 0 ? "\n" : "");
		buf_put_str(&buf, lines[i]);
	}
	joined = str_copy(md->scratch, buf_str(&buf));
	buf_clear(&buf);
	return joined;
}

size_t
md_definitions_take(struct md *md, const struct md_raw *raw)
{
	size_t len, lines = 0;
	struct str text;

	if (raw->count == 0 || !str_starts(raw->lines[0], "[") ||
	    str_find(raw->lines[0], MARK_NOTE) == 0)
		return 0;
	text = join_lines(md, raw->lines, raw->count);
	len = take_definitions(md, text,
	    (struct pos){ md_line_no(raw->source, raw->first_line), 0 });
	for (size_t i = 0; i < len; i++)
		lines += text.ptr[i] == '\n';
	/* a paragraph is there, so cmark saw some text in it */
	return lines < raw->count ? lines : raw->count - 1;
}

/* Without quote marks and the marks of list items. */
static struct str
without_containers(struct str line)
{
	size_t at = 0, digits;

	for (;;) {
		while (at < line.len && strchr(" \t>", line.ptr[at]) != NULL)
			at++;
		for (digits = at; digits < line.len &&
				  line.ptr[digits] >= '0' &&
				  line.ptr[digits] <= '9';)
			digits++;
		if (digits < line.len &&
		    strchr(digits > at ? ".)" : "-+*", line.ptr[digits]) !=
			NULL &&
		    (digits + 1 == line.len || line.ptr[digits + 1] == ' ' ||
			line.ptr[digits + 1] == '\t'))
			at = digits + 1;
		else
			return str_skip(line, at);
	}
}

void
md_definitions_uncovered(
    struct md *md, struct md_source *source, size_t line_count)
{
	struct str *lines = NULL;
	size_t count = 0, cap = 0;

	for (size_t i = 0; i <= line_count; i++) {
		struct pos pos = { 0, 0 };
		struct str line = { NULL, 0 };

		if (i < line_count && !source->covered[i])
			line = without_containers(md_source_line(source, i));
		if (line.len > 0) {
			lines = arena_push(
			    md->scratch, lines, &count, &cap, sizeof(*lines));
			lines[count - 1] = line;
			continue;
		}
		if (count == 0)
			continue;
		pos.line = md_line_no(source, i - count);
		line = join_lines(md, lines, count);
		line = str_skip(line, take_definitions(md, line, pos));
		/* only definitions vanish from cmark's tree; should anything
		 * else, then not without a record */
		if (line.len > 0 && str_find(line, "\xEF\xB7\x92") != 0)
			doc_drop(md->doc, pos, "markup",
			    md_unmark(md->scratch, line));
		count = 0;
	}
}

/* ---- labels: "[text][label]" ---- */

void
md_labels_take(struct md *md, const struct md_raw *raw)
{
	struct pos pos = { md_line_no(raw->source, raw->first_line), 0 };
	struct str rest = join_lines(md, raw->lines, raw->count);
	size_t at;

	while ((at = str_find(rest, "][")) != (size_t)-1) {
		size_t len = scan_label(str_skip(rest, at + 1));
		struct md_label *label;

		for (size_t i = 0; i < at; i++)
			pos.line += rest.ptr[i] == '\n';
		rest = str_skip(rest, at + 1);
		if (len == 0)
			continue;
		md->labels = arena_push(md->scratch, md->labels,
		    &md->label_count, &md->label_cap, sizeof(*md->labels));
		label = &md->labels[md->label_count - 1];
		label->label = str_head(str_skip(rest, 1), len - 2);
		label->pos = pos;
	}
}

static int
str_compare(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool
has(const struct str *sorted, size_t count, struct str text)
{
	return count > 0 && bsearch(&text, sorted, count, sizeof(*sorted),
				str_compare) != NULL;
}

static struct str
label_key(struct md *md, struct str label)
{
	return str_lower(md->scratch, str_fold(md->scratch, label));
}

static void
drop_labels(struct md *md)
{
	struct str *keys = arena_alloc(
	    md->scratch, (md->definition_count + 1) * sizeof(*keys));

	for (size_t i = 0; i < md->definition_count; i++)
		keys[i] = label_key(md, md->definitions[i].label);
	if (md->definition_count > 0)
		qsort(keys, md->definition_count, sizeof(*keys), str_compare);
	for (size_t i = 0; i < md->label_count; i++)
		if (has(keys, md->definition_count,
			label_key(md, md->labels[i].label)))
			doc_drop(md->doc, md->labels[i].pos, "markup",
			    md_unmark(md->scratch, md->labels[i].label));
}

/* A definition is dropped as written: the links that use it show its address
 * as their own. */
void
md_definitions_drop(struct md *md)
{
	if (md->definition_count == 0)
		return;
	drop_labels(md);
	for (size_t i = 0; i < md->definition_count; i++)
		doc_drop(md->doc, md->definitions[i].pos, "markup",
		    md_unmark(md->scratch, md->definitions[i].raw));
}

/* ---- addresses ---- */

/* The scheme as a browser sees it: white space and controls do not count. */
static bool
is_unsafe(struct str url)
{
	static const char *const schemes[] = {
		"javascript:", "data:", "vbscript:", "file:"
	};
	char begin[16];
	size_t len = 0;

	while (url.len > 0 && len < sizeof(begin)) {
		uint32_t c = utf8_next(&url);

		if (c > ' ' && c < 0x7F)
			begin[len++] = (char)c;
		else if (c > 0x7F && !utf8_is_space(c))
			break;
	}
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_starts_nocase((struct str){ begin, len }, schemes[i]))
			return true;
	return false;
}

/* "javascript%3A" and "&#106;avascript:" have been decoded by cmark; percent
 * signs are left to it, for browsers do not decode them in a scheme. */
static void
show_address(struct md *md, struct node *link)
{
	struct arena *arena = md->doc->arena;
	struct str url = link->as.link.url;
	struct node *text;

	doc_say(md->doc, DOC_UNSAFE_LINK, link->pos, str_head(url, 60),
	    (struct str){ NULL, 0 });
	if (link->kind == NODE_IMAGE && link->as.link.title.len > 0)
		doc_drop(md->doc, link->pos, "link-title", link->as.link.title);
	link->as.link.url.len = link->as.link.title.len = 0;
	if (link->kind == NODE_IMAGE)
		return; /* its address was dropped already */
	if (url.len > SHOWN_URL_MAX) {
		doc_drop(md->doc, link->pos, "markup", url);
		return;
	}
	text = doc_node_new(arena, NODE_TEXT, link->pos);
	text->as.text.text = str_printf(arena, " (%.*s)", STR_ARG(url));
	doc_node_insert_after(link, text);
}

static void
unwrap(struct node *node)
{
	while (node->first != NULL) {
		struct node *child = node->first;

		doc_node_unlink(child);
		doc_node_insert_before(node, child);
	}
	doc_node_unlink(node);
}

void
md_links_make_safe(struct md *md)
{
	struct walker walker = { .root = md->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_ENTER ||
		    (node->kind != NODE_LINK && node->kind != NODE_IMAGE) ||
		    !is_unsafe(node->as.link.url))
			continue;
		show_address(md, node);
		unwrap(node);
	}
}
