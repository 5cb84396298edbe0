/* read_md_html: raw HTML -> the text between its tags. Tags, comments, scripts
 * and styles are recorded as dropped; nothing of them passes. */
#include "read/read_md_priv.h"

#include "base/utf8.h"

/* One tag, comment or run of text. */
struct token {
	enum { HTML_TEXT, HTML_TAG, HTML_HIDDEN } kind;
	struct str text; /* as written */
	struct str name; /* of a tag */
	bool is_end;     /* "</p>" */
};

/* Offset behind the first `end`, or of the end of the text. */
static size_t
behind(struct str text, const char *end)
{
	size_t at = str_find(text, end);

	return at == (size_t)-1 ? text.len : at + str_from(end).len;
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Length of the tag at the front, quoted attributes and all. */
static size_t
tag_len(struct str text)
{
	char quote = '\0';

	for (size_t i = 1; i < text.len; i++) {
		char c = text.ptr[i];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i + 1;
	}
	return behind(text, ">"); /* a quote that is never closed */
}

static struct str
tag_name(struct str tag)
{
	size_t len = 0;

	tag = str_skip(tag, str_starts(tag, "</") ? 2 : 1);
	while (len < tag.len && (is_letter(tag.ptr[len]) ||
				    utf8_is_digit((unsigned char)tag.ptr[len])))
		len++;
	return str_head(tag, len);
}

static bool
begins_tag(struct str text)
{
	return text.len > 1 && text.ptr[0] == '<' &&
	       (is_letter(text.ptr[1]) || text.ptr[1] == '!' ||
		   text.ptr[1] == '?' ||
		   (text.len > 2 && text.ptr[1] == '/' &&
		       is_letter(text.ptr[2])));
}

static size_t
text_len(struct str text)
{
	size_t at = 1;

	while (at < text.len && !begins_tag(str_skip(text, at)))
		at++;
	return at;
}

/* Cuts the next token off a non-empty text. */
static struct token
next_token(struct str *rest)
{
	struct token token = { .kind = HTML_TEXT };
	size_t len;

	if (!begins_tag(*rest)) {
		len = text_len(*rest);
	} else if (str_starts(*rest, "<!--")) {
		token.kind = HTML_HIDDEN;
		len = behind(*rest, "-->");
	} else if (str_starts(*rest, "<?")) {
		token.kind = HTML_HIDDEN;
		len = behind(*rest, "?>");
	} else if (str_starts(*rest, "<![CDATA[")) {
		token.kind = HTML_HIDDEN;
		len = behind(*rest, "]]>");
	} else if (str_starts(*rest, "<!")) {
		token.kind = HTML_HIDDEN;
		len = behind(*rest, ">");
	} else {
		token.kind = HTML_TAG;
		len = tag_len(*rest);
		token.name = tag_name(*rest);
		token.is_end = str_starts(*rest, "</");
	}
	token.text = str_head(*rest, len);
	*rest = str_skip(*rest, len);
	return token;
}

static bool
is_named(const struct token *token, const char *const *names)
{
	for (; token->kind == HTML_TAG && *names != NULL; names++)
		if (str_is_nocase(token->name, *names))
			return true;
	return false;
}

static bool
is_break(const struct token *token)
{
	static const char *const names[] = { "br", NULL };

	return is_named(token, names);
}

/* What these hold is for machines. */
static bool
is_script(const struct token *token)
{
	static const char *const names[] = { "script", "style", NULL };

	return !token->is_end && is_named(token, names);
}

/* Tags that neither begin nor end a paragraph. */
static bool
is_phrase(const struct token *token)
{
	static const char *const names[] = { "a", "abbr", "b", "cite", "code",
		"em", "font", "i", "img", "ins", "del", "kbd", "mark", "q", "s",
		"samp", "small", "span", "strong", "sub", "sup", "u", "var",
		NULL };

	return is_named(token, names);
}

/* Said once for each block: a message for every tag would drown the rest. */
static void
drop_token(struct md *md, struct node *block, const struct token *token,
    struct pos pos)
{
	struct str text = md_unmark(md->scratch, token->text);

	doc_drop(md->doc, pos, "raw-html", text);
	if (token->kind != HTML_TAG || is_break(token) ||
	    md->html_block == block)
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
		struct token token = next_token(&literal);

		drop_token(md, block, &token, pos);
		if (is_break(&token))
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
	size_t line;       /* index in source, of the token */
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

/* All up to the end tag, which comes with it. */
static void
take_script(struct html *html, const struct token *token, struct str *rest)
{
	struct str end =
	    str_printf(html->md->scratch, "</%.*s", STR_ARG(token->name));
	size_t len = str_find_nocase(*rest, end.ptr);
	struct token hidden = { .kind = HTML_HIDDEN,
		.text = str_head(*rest, len) };

	drop_token(html->md, html->mark, &hidden, html_pos(html));
	count_lines(html, hidden.text);
	*rest = str_skip(*rest, hidden.text.len);
}

void
md_html_block(struct md *md, struct node *parent, struct str literal,
    struct md_source *source, size_t line)
{
	struct html html = {
		.md = md, .parent = parent, .source = source, .line = line
	};

	html.mark = doc_node_new(md->scratch, NODE_PARAGRAPH, html_pos(&html));
	while (literal.len > 0) {
		struct token token = next_token(&literal);

		if (token.kind == HTML_TEXT) {
			take_text(&html, token.text);
			continue;
		}
		drop_token(md, html.mark, &token, html_pos(&html));
		if (is_break(&token))
			append_break(&html, 0);
		else if (token.kind == HTML_TAG && !is_phrase(&token))
			html.paragraph = NULL;
		count_lines(&html, token.text);
		if (is_script(&token))
			take_script(&html, &token, &literal);
	}
}
