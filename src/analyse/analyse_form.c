/* analyse_form: actions that are written as records, one below the other,
 * become the table that they are.
 *
 *     ### 1.1 Reconcile the account          | Action       | Owner | Due   |
 *     - Owner: Finance Manager         ->    | 1.1 Reconcile| ...   | ...   |
 *     - Due: 31/10/2026                      | 1.2 Review   | ...   | ...   |
 *
 * A record is a title (a heading, a numbered paragraph, or an item of a list)
 * and below it labels that columns of action tables have. Works on the flat
 * list of blocks, before tables are looked at. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	LABEL_MAX_WORDS = 5, /* before the colon */
	LABELS_MIN = 2       /* of owner, state, date and the like */
};

struct form {
	struct analysis *a;
	struct node *table;
	struct node *header; /* its first row */
	struct map columns;  /* key of a label -> column */
	size_t count;        /* of columns */
	size_t prose;        /* column of what has no label, or 0 */
};

/* ---- labels ---- */

bool
analyse_is_sign(enum column_role role)
{
	switch (role) {
	case COLUMN_ROLE_OWNER:
	case COLUMN_ROLE_LEAD:
	case COLUMN_ROLE_STATUS:
	case COLUMN_ROLE_DUE:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
		return true;
	case COLUMN_ROLE_OTHER:
	case COLUMN_ROLE_ID:
	case COLUMN_ROLE_ACTION:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_PROGRESS:
	case COLUMN_ROLE_NEXT:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return false;
}

/* "Owner – Ann Lee": a dash parts a name that columns have. */
static bool
split_dash(struct analysis *a, struct str text, size_t *len, size_t *value)
{
	static const char *const dashes[] = { " – ", " - ", " — " };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
		size_t at = str_find(text, dashes[i]);
		enum column_role role;

		/* "Status: On track - see below" has its label already */
		if (at == (size_t)-1 ||
		    analyse_word_count(str_head(text, at)) > LABEL_MAX_WORDS ||
		    str_find(str_head(text, at), ": ") != (size_t)-1)
			continue;
		role = analyse_column_role(a, str_head(text, at));
		if (role == COLUMN_ROLE_OTHER || role == COLUMN_ROLE_ACTION)
			continue;
		*len = at;
		*value = at + str_from(dashes[i]).len;
		return true;
	}
	return false;
}

/* "Owner: Ann Lee" in an item: the label's length, and where the value
 * begins. */
static bool
split_label(struct analysis *a, struct str text, size_t *len, size_t *value)
{
	size_t at = str_find(text, ":");
	struct str rest;

	if (split_dash(a, text, len, value))
		return true;
	if (at == (size_t)-1 || at == 0 ||
	    analyse_word_count(str_head(text, at)) > LABEL_MAX_WORDS)
		return false;
	rest = str_skip(text, at + 1);
	if (rest.len > 0 && rest.ptr[0] != ' ')
		return false; /* "10:30" */
	*len = at;
	*value = (size_t)(str_trim(rest).ptr - text.ptr);
	return true;
}

static struct str
item_label(struct analysis *a, const struct node *item)
{
	struct str text;
	size_t len, value;

	if (item->first == NULL || item->first->kind != NODE_PARAGRAPH)
		return (struct str){ NULL, 0 };
	text = doc_text(a->scratch, item->first);
	if (!split_label(a, text, &len, &value))
		return (struct str){ NULL, 0 };
	return str_head(text, len);
}

static struct str
label_of(struct analysis *a, const struct node *entry)
{
	return entry->kind == NODE_FIELD ? entry->as.field.name
					 : item_label(a, entry);
}

/* Is every entry labelled, and do enough labels speak of an action? */
static bool
are_labels(struct analysis *a, const struct node *node)
{
	size_t signs = 0;

	if (node == NULL ||
	    (node->kind != NODE_FIELDS && node->kind != NODE_LIST))
		return false;
	for (const struct node *entry = node->first; entry;
	     entry = entry->next) {
		struct str label = label_of(a, entry);

		if (label.len == 0)
			return false;
		signs += analyse_is_sign(analyse_column_role(a, label));
	}
	return signs >= LABELS_MIN;
}

/* ---- the table ---- */

static struct node *
cell_add(struct form *form, struct node *row, struct pos pos)
{
	struct node *cell = doc_node_new(form->a->doc->arena, NODE_CELL, pos);

	doc_node_append(row, cell);
	return cell;
}

/* The column of that label, made when it is new. A label that has a column
 * already is said once, in the header, and goes to the dropped. */
static size_t
column_for(struct form *form, struct str label, struct pos pos)
{
	struct str key = analyse_key(form->a, label);
	size_t *known = map_find(&form->columns, key);
	struct node *cell;

	if (known != NULL) {
		doc_drop(form->a->doc, pos, "repeated-label", label);
		return *known;
	}
	cell = cell_add(form, form->header, pos);
	cell->as.cell.is_header = true;
	doc_paragraph_append(form->a->doc->arena, cell,
	    str_copy(form->a->doc->arena, label), pos);
	map_add(form->a->scratch, &form->columns, key, form->count);
	return form->count++;
}

static size_t
generated_column(struct form *form, const char *heading, struct pos pos)
{
	size_t column = form->count++;
	struct node *cell = cell_add(form, form->header, pos);
	struct node *paragraph = doc_paragraph_append(
	    form->a->doc->arena, cell, str_from(heading), pos);

	cell->as.cell.is_header = true;
	paragraph->flags |= NODE_GENERATED;
	paragraph->first->flags |= NODE_GENERATED;
	return column;
}

static void
form_begin(struct form *form, struct node *place)
{
	struct arena *arena = form->a->doc->arena;

	form->table = doc_node_new(arena, NODE_TABLE, place->pos);
	form->header = doc_node_new(arena, NODE_ROW, place->pos);
	form->header->as.row.is_header = true;
	doc_node_append(form->table, form->header);
	doc_node_insert_before(place, form->table);
	generated_column(form, "Action", place->pos);
}

/* Rows that have fewer cells than there are columns now are filled up. */
static void
form_end(struct form *form)
{
	form->table->as.table.column_count = form->count;
	form->table->as.table.columns = arena_alloc(form->a->doc->arena,
	    form->count * sizeof(*form->table->as.table.columns));
	for (struct node *row = form->table->first; row; row = row->next) {
		size_t cells = analyse_child_count(row);

		for (; cells < form->count; cells++)
			cell_add(form, row, row->pos);
		form->table->end_line = row->end_line;
	}
}

static struct node *
cell_at(struct form *form, struct node *row, size_t column)
{
	while (analyse_child_count(row) <= column)
		cell_add(form, row, row->pos);
	return analyse_child(row, column);
}

/* The title with its number: "1.1 Reconcile the account". */
static void
put_title(
    struct form *form, struct node *cell, struct str number, struct node *title)
{
	struct arena *arena = form->a->doc->arena;
	struct node *paragraph =
	    doc_node_new(arena, NODE_PARAGRAPH, title->pos);

	if (number.len > 0)
		doc_text_append(arena, paragraph,
		    str_printf(arena, "%.*s ", STR_ARG(number)), title->pos);
	doc_node_move_children(paragraph, title);
	doc_node_append(cell, paragraph);
}

static void
put_entry(struct form *form, struct node *row, struct node *entry)
{
	struct str label = label_of(form->a, entry);
	size_t column = column_for(form, label, entry->pos);
	struct node *cell = cell_at(form, row, column);
	size_t len, value;

	if (entry->kind == NODE_ITEM) {
		struct str text = doc_text(form->a->scratch, entry->first);

		if (split_label(form->a, text, &len, &value))
			analyse_text_cut(entry->first, value);
		if (entry->first->first == NULL)
			doc_node_unlink(entry->first);
	}
	doc_node_move_children(cell, entry);
}

static struct node *
row_add(struct form *form, struct node *title, struct str number)
{
	struct node *row =
	    doc_node_new(form->a->doc->arena, NODE_ROW, title->pos);

	doc_node_append(form->table, row);
	put_title(form, cell_at(form, row, 0), number, title);
	return row;
}

static void
put_labels(struct form *form, struct node *row, struct node *labels)
{
	for (struct node *entry = labels->first; entry; entry = entry->next)
		put_entry(form, row, entry);
	row->end_line = labels->end_line;
	doc_node_unlink(labels);
}

/* What stands below the labels and has none is what was done. */
static void
put_prose(struct form *form, struct node *row, struct node *block)
{
	doc_node_unlink(block);
	if (form->prose == 0)
		form->prose = generated_column(form, "Progress", block->pos);
	row->end_line = block->end_line > block->pos.line ? block->end_line
							  : block->pos.line;
	doc_node_append(cell_at(form, row, form->prose), block);
}

/* ---- records below headings or numbered paragraphs ---- */

static struct str
number_of(const struct node *title)
{
	return title->kind == NODE_HEADING ? title->as.heading.number
					   : title->as.paragraph.number;
}

static bool
is_record(struct analysis *a, const struct node *node)
{
	if (node == NULL || !are_labels(a, node->next))
		return false;
	if (node->kind == NODE_HEADING)
		return node->role != ROLE_TITLE;
	return node->kind == NODE_PARAGRAPH && node->first != NULL &&
	       (node->as.paragraph.number.len > 0 ||
		   node->role == ROLE_ACTION ||
		   analyse_word_count(doc_text(a->scratch, node)) <= 20);
}

static bool
same_form(const struct node *x, const struct node *y)
{
	return x->kind == y->kind &&
	       (x->kind != NODE_HEADING ||
		   x->as.heading.level == y->as.heading.level);
}

/* Up to the next heading, what follows a heading's labels is the record's;
 * below a paragraph's labels it is what stands on the next line. */
static bool
is_prose_of(struct analysis *a, const struct node *title,
    const struct node *block, uint32_t last_line)
{
	return block != NULL &&
	       (title->kind == NODE_HEADING ||
		   (block->kind == NODE_PARAGRAPH &&
		       block->as.paragraph.number.len == 0 &&
		       block->pos.line == last_line + 1)) &&
	       block->kind != NODE_HEADING && block->kind != NODE_TABLE &&
	       block->kind != NODE_NOTES && !is_record(a, block);
}

static struct node *
take_record(struct form *form, struct node *title)
{
	struct node *labels = title->next;
	struct node *next = labels->next;
	struct node *row = row_add(form, title, number_of(title));

	put_labels(form, row, labels);
	while (is_prose_of(form->a, title, next, row->end_line)) {
		struct node *block = next;

		next = next->next;
		put_prose(form, row, block);
	}
	doc_node_unlink(title);
	return next;
}

static struct node *
take_records(struct analysis *a, struct node *first)
{
	struct form form = { .a = a };
	struct node like = *first;
	struct node *next = first;

	form_begin(&form, first);
	while (is_record(a, next) && same_form(&like, next))
		next = take_record(&form, next);
	form_end(&form);
	return next;
}

/* ---- records that are items of a list ---- */

static bool
is_record_item(struct analysis *a, const struct node *item)
{
	return item->first != NULL && item->first->kind == NODE_PARAGRAPH &&
	       are_labels(a, item->first->next);
}

static bool
is_record_list(struct analysis *a, const struct node *list)
{
	if (list->kind != NODE_LIST || list->first == NULL)
		return false;
	for (const struct node *item = list->first; item; item = item->next)
		if (!is_record_item(a, item))
			return false;
	return true;
}

static void
take_item(struct form *form, struct node *item)
{
	struct node *title = item->first;
	struct node *labels = title->next;
	struct str number = item->as.item.label.len > 0
				? item->as.item.label
				: title->as.paragraph.number;
	struct node *row = row_add(form, title, number);

	put_labels(form, row, labels);
	while (title->next != NULL)
		put_prose(form, row, title->next);
}

static struct node *
take_list(struct analysis *a, struct node *list)
{
	struct form form = { .a = a };
	struct node *next = list->next;

	form_begin(&form, list);
	for (struct node *item = list->first; item; item = item->next)
		take_item(&form, item);
	form_end(&form);
	doc_node_unlink(list);
	return next;
}

/* Markdown makes a list of "1. Mend the wall" above a blank line and labels;
 * it is the numbered title of a record. */
static struct node *
open_lone_item(struct analysis *a, struct node *list)
{
	struct node *item = list->first, *title;

	if (item == NULL || item != list->last ||
	    item->as.item.label.len == 0 || item->first == NULL ||
	    item->first != item->last || item->first->kind != NODE_PARAGRAPH ||
	    list->next == NULL || list->next->kind != NODE_FIELDS ||
	    !are_labels(a, list->next))
		return list;
	title = item->first;
	title->as.paragraph.number = item->as.item.label;
	doc_node_unlink(title);
	doc_node_insert_before(list, title);
	doc_node_unlink(list);
	return title;
}

/* Items and paragraphs with their labels on the same line are opened first. A
 * list is opened as a whole or not at all. */
static struct node *
open_labels(struct analysis *a, struct node *node)
{
	node = analyse_pairs_open(a, node);
	if (node->kind == NODE_LIST)
		node = open_lone_item(a, node);
	if (node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING) {
		struct node *table = analyse_lines_join(a, node);

		if (table != NULL)
			return table;
		if (analyse_has_labels(a, node))
			analyse_labels_open(a, node);
	}
	if (node->kind == NODE_TABLE) {
		struct node *list = analyse_bars_open(a, node);

		node = list != NULL ? list : node;
	}
	if (node->kind != NODE_LIST)
		return node;
	for (struct node *item = node->first; item; item = item->next)
		for (struct node *block = item->first; block;
		     block = block->next)
			block = analyse_pairs_open(a, block);
	for (struct node *item = node->first; item; item = item->next)
		if (!analyse_has_labels(a, item->first))
			return node;
	for (struct node *item = node->first; item; item = item->next)
		analyse_labels_open(a, item->first);
	return node;
}

void
analyse_forms(struct analysis *a)
{
	struct node *node;

	for (node = a->doc->root->first; node != NULL; node = node->next)
		node = open_labels(a, node);
	analyse_cards(a);
	node = a->doc->root->first;
	while (node != NULL) {
		if (is_record(a, node))
			node = take_records(a, node);
		else if (is_record_list(a, node))
			node = take_list(a, node);
		else
			node = node->next;
	}
}
