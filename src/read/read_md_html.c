/* read_md_html: raw HTML -> the text between its tags. Tags, comments, scripts
 * and styles are recorded as dropped; nothing of them passes. */
#include "read/read_md_html.h"

/* Said once for each block: a message for every tag would drown the rest. */
void
md_html_drop(struct md *md, struct node *block, const struct md_token *token,
    struct pos pos)
{
	struct str text = md_unmark(md->scratch, token->text);

	doc_drop(md->doc, pos, "raw-html", text);
	if (block == NULL || token->kind != TOKEN_TAG ||
	    md_token_is_break(token) || md->html_block == block)
		return;
	md->html_block = block;
	doc_say(md->doc, DOC_RAW_HTML, pos,
	    str_fold(md->scratch, str_head(text, 60)), (struct str){ NULL, 0 });
}

void
md_html_inline(
    struct md *md, struct node *parent, struct str literal, struct pos pos)
{
	struct node *block = parent;

	while (doc_kind_is_inline(block->kind) && block->parent != NULL)
		block = block->parent;
	while (literal.len > 0) {
		struct md_token token = md_token_next(&literal);

		md_html_drop(md, block, &token, pos);
		if (md_token_is_break(&token))
			doc_node_append(parent,
			    doc_node_new(md->doc->arena, NODE_BREAK, pos));
	}
}

/* ---- blocks ---- */

struct html {
	struct md *md;
	struct node *parent;
	struct node *paragraph; /* being filled, or NULL */
	struct md_source *source;
	size_t line; /* index in source, of the token */
	struct str literal;
	struct node *mark; /* stands for this block in md->html_block */
};

static struct node *
paragraph_of(struct html *html, struct pos pos)
{
	if (html->paragraph == NULL) {
		html->paragraph =
		    doc_node_new(html->md->doc->arena, NODE_PARAGRAPH, pos);
		doc_node_append(html->parent, html->paragraph);
	}
	html->paragraph->end_line = pos.line;
	return html->paragraph;
}

static struct pos
html_pos(struct html *html)
{
	return md_pos(html->source, html->line,
	    md_content_start(md_source_line(html->source, html->line), 0));
}

static void
append_break(struct html *html, uint32_t flags)
{
	struct node *node;

	if (html->paragraph == NULL)
		return;
	node = doc_node_new(html->md->doc->arena, NODE_BREAK, html_pos(html));
	node->flags |= flags;
	doc_node_append(html->paragraph, node);
}

static void
take_text(struct html *html, struct str text)
{
	struct arena *arena = html->md->doc->arena;

	while (text.len > 0) {
		size_t end = str_find(text, "\n");
		struct str line = str_head(text, end);

		/* a space alone parts the words around it */
		if (str_trim(line).len > 0 ||
		    (line.len > 0 && html->paragraph != NULL))
			doc_text_append(arena,
			    paragraph_of(html, html_pos(html)),
			    str_copy(arena, line), html_pos(html));
		text = str_skip(text, line.len);
		if (text.len == 0)
			break;
		append_break(html, MD_SOFT);
		html->line++;
		text = str_skip(text, 1);
	}
}

static void
count_lines(struct html *html, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		html->line += text.ptr[i] == '\n';
}

struct str
md_html_script(struct md *md, struct node *block, const struct md_token *token,
    struct str *rest, struct pos pos)
{
	struct str end =
	    str_printf(md->scratch, "</%.*s", STR_ARG(token->name));
	size_t len = str_find_nocase(*rest, end.ptr);
	struct md_token hidden = { .kind = TOKEN_HIDDEN,
		.text = str_head(*rest, len) };

	md_html_drop(md, block, &hidden, pos);
	*rest = str_skip(*rest, hidden.text.len);
	return hidden.text;
}

struct pos
md_html_pos(struct md_html_place *place, const char *ptr)
{
	for (; place->at < ptr; place->at++) {
		if (*place->at != '\n')
			continue;
		place->line++;
		place->begin = place->at + 1;
		place->is_measured = false;
	}
	if (!place->is_measured) {
		const char *end = place->begin;
		size_t all = md_source_line(place->source, place->line).len;
		size_t len;

		while (end < place->end && *end != '\n')
			end++;
		len = (size_t)(end - place->begin);
		place->before = all > len ? all - len : 0;
		place->is_measured = true;
	}
	return md_pos(place->source, place->line,
	    place->before + (size_t)(ptr - place->begin));
}

/* A table in a cell of another is none. */
static bool
begins_table(const struct html *html, const struct md_token *token)
{
	static const char *const names[] = { "table", NULL };

	return !token->is_end && md_token_is_named(token, names) &&
	       html->parent->kind != NODE_CELL && !md_is_in_cell(html->parent);
}

static void
take_table(struct html *html, const struct md_token *token, struct str *rest)
{
	struct str text = str_range(token->text.ptr, rest->ptr + rest->len);
	struct md_html_place place = { .source = html->source,
		.line = html->line,
		.begin = text.ptr,
		.at = text.ptr,
		.end = text.ptr + text.len };

	while (place.begin > html->literal.ptr && place.begin[-1] != '\n')
		place.begin--;
	html->paragraph = NULL;
	md_html_table(html->md, html->parent, &text, &place, html->mark);
	html->line = place.line;
	*rest = text;
}

void
md_html_block(struct md *md, struct node *parent, struct str literal,
    struct md_source *source, size_t line)
{
	struct html html = { .md = md,
		.parent = parent,
		.source = source,
		.line = line,
		.literal = literal };

	html.mark = doc_node_new(md->scratch, NODE_PARAGRAPH, html_pos(&html));
	while (literal.len > 0) {
		struct md_token token = md_token_next(&literal);

		if (token.kind == TOKEN_TEXT) {
			take_text(&html, token.text);
			continue;
		}
		if (begins_table(&html, &token)) {
			take_table(&html, &token, &literal);
			continue;
		}
		md_html_drop(md, html.mark, &token, html_pos(&html));
		if (md_token_is_break(&token))
			append_break(&html, 0);
		else if (token.kind == TOKEN_TAG && !md_token_is_phrase(&token))
			html.paragraph = NULL;
		count_lines(&html, token.text);
		if (md_token_is_script(&token))
			count_lines(&html, md_html_script(md, html.mark, &token,
					       &literal, html_pos(&html)));
	}
}
