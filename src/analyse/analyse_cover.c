/* analyse_cover: tables of labels and values -> fields, and fields that were
 * run together -> fields of their own. Works on the flat list of blocks. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
	LABEL_MAX_WORDS = 8,
	IMPLICATION_MAX_WORDS = 4 /* before the word "implications" */
};

static struct str
text_of(struct analysis *a, const struct node *node)
{
	return doc_text(a->scratch, node);
}

/* ---- is it a table of labels and values? ---- */

static bool
is_label(struct analysis *a, struct str text)
{
	return text.len > 0 && analyse_word_count(text) <= LABEL_MAX_WORDS &&
	       (str_ends(text, ":") || analyse_is_field_name(a, text));
}

/* "Label: value" in one cell. */
static bool
splits_at_colon(struct str text, size_t *at)
{
	*at = str_find(text, ": ");
	return *at != (size_t)-1 && *at > 0 &&
	       analyse_word_count(str_head(text, *at)) <= LABEL_MAX_WORDS;
}

/* "Item | Detail" above labels and values says nothing of the paper. */
static bool
is_caption_row(struct analysis *a, const struct node *row)
{
	static const char *const names[] = { "", "field", "item", "heading",
		"detail", "details", "information", "value", "response",
		"contents", "description", "report details", "manylion", "maes",
		NULL };

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str key = analyse_key(a, text_of(a, cell));
		size_t i = 0;

		while (names[i] != NULL && !str_is(key, names[i]))
			i++;
		if (names[i] == NULL)
			return false;
	}
	return true;
}

/* What stands in the first two cells of a table's rows. */
struct label_counts {
	size_t rows, labels, split, short_first, prose;
};

static void
count_row(
    struct analysis *a, const struct node *row, struct label_counts *counts)
{
	struct str first = text_of(a, row->first), second = { NULL, 0 };
	size_t at;

	if (row->first->next != NULL)
		second = text_of(a, row->first->next);
	counts->rows++;
	counts->labels += is_label(a, first);
	counts->split += second.len == 0 && splits_at_colon(first, &at);
	counts->short_first +=
	    first.len > 0 && analyse_word_count(first) <= LABEL_MAX_WORDS;
	counts->prose += analyse_word_count(second) > 4;
}

bool
analyse_is_cover_table(
    struct analysis *a, const struct node *table, bool at_head)
{
	struct label_counts counts = { 0 };
	bool has_header = false;

	for (const struct node *row = table->first; row; row = row->next) {
		if (row->kind != NODE_ROW || row->first == NULL)
			return false;
		/* Markdown has no table without a header row */
		if (row->as.row.is_header && (!at_head || has_header))
			return false;
		has_header = has_header || row->as.row.is_header;
		if (!row->as.row.is_header || !is_caption_row(a, row))
			count_row(a, row, &counts);
	}
	if (counts.rows == 0)
		return false;
	if (has_header)
		return counts.labels > 1 && counts.labels * 2 >= counts.rows;
	if ((counts.labels + counts.split) * 2 >= counts.rows &&
	    counts.labels + counts.split > 0)
		return true;
	return table->as.table.column_count == 2 &&
	       counts.short_first == counts.rows &&
	       counts.prose * 2 >= counts.rows;
}

/* ---- rows to fields ---- */

static struct node *
field_new(struct analysis *a, struct str name, struct pos pos)
{
	struct node *field = doc_node_new(a->doc->arena, NODE_FIELD, pos);

	name = str_trim(name);
	if (str_ends(name, ":"))
		name = str_trim(str_head(name, name.len - 1));
	field->as.field.name = str_copy(a->doc->arena, name);
	return field;
}

static void
append_inlines(struct analysis *a, struct node *block, struct node *from)
{
	struct node *last = block->last;

	if (last != NULL && last->kind == NODE_PARAGRAPH && from->first &&
	    from->first->kind == NODE_PARAGRAPH) {
		doc_text_append(a->doc->arena, last, str_from(" "), from->pos);
		doc_node_move_children(last, from->first);
		doc_node_unlink(from->first);
	}
	doc_node_move_children(block, from);
}

static void
say_shattered(struct analysis *a, struct node *field, struct str before)
{
	struct str after = text_of(a, field);

	doc_repair(a->doc, field->pos, "shattered-field", before, after);
	doc_say(a->doc, DOC_FIELD_SHATTERED, field->pos, field->as.field.name,
	    after);
}

/* Gathers the cells from `cell` on into one value, up to the next label. What
 * stands right behind a label is its value, whatever it says. */
static struct node *
take_value(struct analysis *a, struct node *field, struct node *cell)
{
	struct buf before = BUF_INIT;
	size_t pieces = 0;

	for (; cell != NULL; cell = cell->next) {
		struct str text = text_of(a, cell);

		if (str_ends(text, ":") || (pieces > 0 && is_label(a, text)))
			break;
		if (text.len == 0)
			continue;
		buf_puts(&before, pieces > 0 ? " | " : "");
		buf_put_str(&before, text);
		pieces++;
		append_inlines(a, field, cell);
	}
	if (pieces > 1)
		say_shattered(a, field, buf_str(&before));
	buf_clear(&before);
	return cell;
}

/* A row without a value: "Label: value" in one cell, or the rest of the value
 * above. */
static void
take_lone_cell(struct analysis *a, struct node *fields, struct node *cell)
{
	struct str text = text_of(a, cell);
	struct node *field;
	size_t at;

	if (splits_at_colon(text, &at)) {
		field = field_new(a, str_head(text, at), cell->pos);
		doc_paragraph_append(a->doc->arena, field,
		    str_copy(a->doc->arena, str_skip(text, at + 2)), cell->pos);
		doc_node_append(fields, field);
	} else if (fields->last != NULL && !str_ends(text, ":")) {
		append_inlines(a, fields->last, cell);
	} else {
		doc_node_append(fields, field_new(a, text, cell->pos));
	}
}

static void
take_row(struct analysis *a, struct node *fields, struct node *row)
{
	struct node *cell = row->first;
	size_t filled = 0;

	for (struct node *at = cell; at != NULL; at = at->next)
		filled += at->first != NULL;
	if (filled <= 1 && cell->first != NULL) {
		take_lone_cell(a, fields, cell);
		return;
	}
	/* the rest of the value above, below it in its column */
	if (cell->first == NULL && filled == 1 && fields->last != NULL) {
		while (cell->first == NULL)
			cell = cell->next;
		doc_node_move_children(fields->last, cell);
		return;
	}
	while (cell != NULL) {
		struct node *field;

		if (cell->first == NULL && cell->next == NULL)
			break;
		field = field_new(a, text_of(a, cell), cell->pos);
		field->end_line = row->end_line;
		doc_node_append(fields, field);
		cell = take_value(a, field, cell->next);
	}
}

static void
drop_captions(struct analysis *a, const struct node *row)
{
	for (const struct node *cell = row->first; cell; cell = cell->next)
		if (text_of(a, cell).len > 0)
			doc_drop(a->doc, cell->pos, "cover-header",
			    analyse_text(a, cell));
}

static struct node *
table_to_fields(struct analysis *a, struct node *table)
{
	struct node *fields =
	    doc_node_new(a->doc->arena, NODE_FIELDS, table->pos);

	fields->end_line = table->end_line;
	for (struct node *row = table->first; row != NULL; row = row->next)
		if (row->as.row.is_header && is_caption_row(a, row))
			drop_captions(a, row);
		else
			take_row(a, fields, row);
	doc_node_insert_before(table, fields);
	doc_node_unlink(table);
	return fields;
}

/* ---- an implication in the middle of another's text ---- */

/* "... completed. Data Protection implications A DPIA ...": where the inner
 * name begins, and its length. */
static bool
find_inner(struct str text, size_t *begin, size_t *len)
{
	static const char word[] = " implications ";
	size_t at = str_find(text, word);
	size_t start;

	if (at == (size_t)-1)
		return false;
	for (start = at; start >= 2; start--)
		if (text.ptr[start - 1] == ' ' && text.ptr[start - 2] == '.')
			break;
	if (start < 2 || analyse_word_count(str_range(text.ptr + start,
			     text.ptr + at)) > IMPLICATION_MAX_WORDS)
		return false;
	struct str after = str_skip(text, at + sizeof(word) - 1);
	struct str first = str_skip(text, start);

	if (after.len == 0 || !utf8_is_upper(utf8_next(&first)) ||
	    !utf8_is_upper(utf8_next(&after)))
		return false;
	*begin = start;
	*len = at + sizeof(word) - 2 - start;
	return true;
}

static void
split_field(struct analysis *a, struct node *field)
{
	struct walker walker = { .root = field };

	while (doc_walk(&walker)) {
		struct node *text = walker.node;
		struct node *added;
		size_t begin, len;
		struct pos pos;

		if (walker.event == WALK_LEAVE || text->kind != NODE_TEXT ||
		    !find_inner(text->as.text.text, &begin, &len))
			continue;
		pos = text->pos;
		pos.col +=
		    (uint32_t)utf8_count(str_head(text->as.text.text, begin));
		added = field_new(
		    a, str_head(str_skip(text->as.text.text, begin), len), pos);
		doc_paragraph_append(a->doc->arena, added,
		    str_skip(text->as.text.text, begin + len + 1), pos);
		doc_repair(a->doc, pos, "split-implication", text->as.text.text,
		    added->as.field.name);
		text->as.text.text = str_head(text->as.text.text, begin);
		doc_node_insert_after(field, added);
		doc_say(a->doc, DOC_IMPLICATION_SPLIT, pos,
		    added->as.field.name, (struct str){ NULL, 0 });
		return;
	}
}

static void
split_fields(struct analysis *a, struct node *fields)
{
	if (a->options->no_repair)
		return;
	for (struct node *field = fields->first; field; field = field->next)
		split_field(a, field);
}

/* ---- the pass ---- */

/* Groups of fields that stand together are one. */
static bool
joins_previous(const struct node *fields)
{
	return fields->prev != NULL && fields->prev->kind == NODE_FIELDS &&
	       fields->prev->role != ROLE_IMPLICATIONS;
}

/* Below a heading or another field. */
static bool
may_open_cover(const struct node *node)
{
	return node->prev != NULL && (node->prev->kind == NODE_HEADING ||
					 node->prev->kind == NODE_FIELDS);
}

static struct node *
field_or_self(struct analysis *a, struct node *node, bool at_head)
{
	struct node *fields = analyse_field_of(a, node, at_head);

	return fields != NULL ? fields : node;
}

/* The title, or a line that says whose paper it is. */
static bool
is_of_head(struct analysis *a, const struct node *node)
{
	if (node->kind == NODE_PARAGRAPH)
		return node->as.paragraph.number.len == 0 &&
		       ((node->flags & NODE_QUIET) ||
			   analyse_is_letterhead(a, analyse_text(a, node)));
	return node->kind == NODE_HEADING && node->role == ROLE_TITLE;
}

void
analyse_cover(struct analysis *a)
{
	struct node *node, *next;
	bool at_head = true;   /* nothing but the title above */
	bool near_head = true; /* nor but lines that say whose paper it is */

	for (node = a->doc->root->first; node != NULL; node = next) {
		next = node->next;
		if (node->kind == NODE_TABLE && node->role == ROLE_NONE &&
		    analyse_is_cover_table(a, node, near_head))
			node = table_to_fields(a, node);
		if (node->kind == NODE_PARAGRAPH &&
		    (at_head || may_open_cover(node)))
			node = field_or_self(a, node, at_head);
		if (node->kind == NODE_FIELDS) {
			split_fields(a, node);
			analyse_fields_part(a, node);
			if (at_head && node->role == ROLE_NONE)
				node->role = ROLE_COVER;
			if (joins_previous(node) &&
			    node->prev->role == node->role) {
				doc_node_move_children(node->prev, node);
				doc_node_unlink(node);
			}
		} else {
			at_head = at_head && node->role == ROLE_TITLE;
			near_head = near_head && is_of_head(a, node);
		}
	}
	for (node = a->doc->root->first; node != NULL; node = node->next)
		if (node->prev != NULL && analyse_opens_part(a, node))
			node->role = ROLE_PART;
}
