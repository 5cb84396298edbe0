/* read_text_dash: rows of "Status – Green" lines -> FIELDS. */
#include "read/read_priv.h"
#include "read/read_text_priv.h"

enum { GROUP_LINES = 12, GROUP_LEAST = 2 };

static bool
is_dashed(const struct text_reader *reader, size_t at, struct str *name,
    struct str *value)
{
	return at < reader->line_count && !reader->lines[at].furniture &&
	       reader->lines[at].region == REGION_NONE &&
	       read_label_cut(reader->lines[at].text, name, value) &&
	       value->len > 0;
}

bool
read_text_dash_begins(const struct text_reader *reader, size_t at)
{
	struct str name, value;
	size_t count = 0;

	if (!is_dashed(reader, at, &name, &value))
		return false;
	for (size_t i = at; i < at + GROUP_LINES; i++) {
		if (i > at && read_text_line_parted(reader, i))
			break;
		count += is_dashed(reader, i, &name, &value);
	}
	return count >= GROUP_LEAST;
}

/* Does a field that was made of such a line stand directly above? */
static bool
follows(const struct text_reader *reader, size_t at)
{
	const struct node *last = reader->doc->root->last;

	return last != NULL && last->kind == NODE_FIELDS &&
	       reader->open != NULL &&
	       reader->open->parent->kind == NODE_FIELD &&
	       !read_text_line_parted(reader, at);
}

bool
read_text_dash_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct node *field, *paragraph;
	struct str name, value;

	if (!is_dashed(reader, *at, &name, &value) ||
	    !(follows(reader, *at) ||
		(read_text_form_is_detached(reader, *at) &&
		    read_text_dash_begins(reader, *at))))
		return false;
	read_text_lists_close(reader);
	field = read_text_field_append(reader, reader->doc->root, name,
	    (struct pos){ line->line_no, line->col });
	paragraph = doc_node_new(reader->doc->arena, NODE_PARAGRAPH,
	    read_text_line_pos(line, value));
	doc_node_append(field, paragraph);
	read_text_open(reader, paragraph, *at, value);
	++*at;
	return true;
}
