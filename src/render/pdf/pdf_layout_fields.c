/* pdf_layout_fields: FIELDS -> rows of a name and its value, or headline
 * numbers -> a row of cards. Tagged as lists: the name is the label.
 *
 * A record, whose values are a few words each, is set in the size of tables;
 * values of several lines are text and keep its size. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>

#include "base/arena.h"

enum {
	MOST_CARDS = 6,
	WIDEST_CARD = 170,  /* points */
	LONGEST_VALUE = 160 /* bytes, in a record: some three lines */
};

/* Of the width of the page. */
static const double WIDEST_NAME = 0.38;

/* Rows of a record need less room than those of a table: no row has more than
 * a line or two. */
static const double RECORD_PAD = 0.7;

struct maker {
	struct lay *lay;
	size_t list_tag;
	struct pdf_look look;
	bool record;
	double card_pt; /* size of the numbers on cards */
	double gap;
	struct pdf_mark *marks;
};

static void
row_flow(struct maker *maker, struct pdf_row *row, bool keep)
{
	struct pdf_block *block =
	    arena_alloc(maker->lay->arena, sizeof(*block));

	pdf_row_cut(maker->lay, row);
	block->kind = BLOCK_ROW;
	block->row = row;
	block->gap = maker->gap;
	block->marks = maker->marks;
	block->keep_next = keep;
	block->toc = PDF_NONE;
	maker->gap = 0;
	maker->marks = NULL;
	pdf_flow_block(maker->lay, block);
}

static struct pdf_row *
row_new(struct maker *maker, enum pdf_row_kind kind, size_t cells)
{
	struct pdf_row *row = arena_alloc(maker->lay->arena, sizeof(*row));

	row->kind = kind;
	row->cell_count = cells;
	row->cells =
	    arena_alloc(maker->lay->arena, cells * sizeof(*row->cells));
	row->width = pdf_flow_width(maker->lay);
	return row;
}

static void
text_add(
    struct lay *lay, struct pdf_cell *cell, struct pdf_para *para, size_t tag)
{
	struct pdf_blocks *blocks = &cell->blocks;
	struct pdf_block *block;

	blocks->list = arena_push(lay->arena, blocks->list, &blocks->count,
	    &blocks->cap, sizeof(*blocks->list));
	block = &blocks->list[blocks->count - 1];
	block->kind = BLOCK_PARA;
	block->para = para;
	block->tag = tag;
	block->toc = PDF_NONE;
}

static struct pdf_para *
name_make(
    const struct maker *maker, const struct node *field, struct pdf_look look)
{
	return pdf_para_text(maker->lay,
	    str_printf(
		maker->lay->arena, "%.*s ", STR_ARG(field->as.field.name)),
	    look, false);
}

static void
value_set(struct maker *maker, const struct node *field, struct pdf_cell *cell,
    size_t tag, struct pdf_look look)
{
	struct pdf_sink sink = {
		.cell = &cell->blocks, .tag = tag, .look = look
	};

	pdf_blocks_set(maker->lay, field, &sink);
}

/* The ids of the fields are places. */
static void
field_mark(struct maker *maker, const struct node *field, struct pdf_row *row)
{
	struct pdf_mark *mark;

	if (field->id.len == 0)
		return;
	mark = arena_alloc(maker->lay->arena, sizeof(*mark));
	mark->id = field->id;
	mark->toc = PDF_NONE;
	mark->next = row->marks;
	row->marks = mark;
}

static struct pdf_row *
field_row(struct maker *maker, const struct node *field)
{
	struct lay *lay = maker->lay;
	struct pdf_look bold = maker->look;
	struct pdf_row *row = row_new(maker, ROW_FIELD, 2);
	size_t item = pdf_tag_add(lay, TAG_LI, maker->list_tag);
	struct pdf_para *name;

	pdf_tag_at(lay, item)->lang = field->lang;
	bold.style |= PDF_BOLD;
	name = name_make(maker, field, bold);
	row->pad_y = pdf_fit_gap(lay, lay->theme->cell_pad_y_pt) *
		     (maker->record ? RECORD_PAD : 1);
	if (name->run_count > 0)
		text_add(
		    lay, &row->cells[0], name, pdf_tag_add(lay, TAG_LBL, item));
	value_set(maker, field, &row->cells[1],
	    pdf_tag_add(lay, TAG_LBODY, item), maker->look);
	field_mark(maker, field, row);
	return row;
}

static double
name_width(const struct pdf_row *row)
{
	return row->cells[0].blocks.count > 0
		   ? row->cells[0].blocks.list[0].para->widest
		   : 0;
}

/* Is a row's value one paragraph of about one line? */
static bool
is_short(const struct pdf_row *row)
{
	const struct pdf_blocks *blocks = &row->cells[1].blocks;

	return blocks->count == 0 ||
	       (blocks->count == 1 && blocks->list[0].para != NULL &&
		   blocks->list[0].para->widest < row->cells[1].width);
}

/* The first two stay together, and the last two if they are short. */
static bool
keeps_next(struct pdf_row *const *rows, size_t index, size_t count)
{
	if (index + 1 >= count)
		return false;
	return index == 0 || (index + 2 == count && is_short(rows[index]) &&
				 is_short(rows[index + 1]));
}

/* The widest of the names. Where that is too wide, names break: then the widest
 * of those that do not have to, but room for the others on two lines. */
static double
names_width(struct pdf_row *const *rows, size_t count, double width)
{
	double most = width * WIDEST_NAME, widest = 0, fitting = 0;

	for (size_t i = 0; i < count; i++) {
		double name = name_width(rows[i]);

		widest = fmax(widest, name);
		if (name <= most)
			fitting = fmax(fitting, name);
	}
	return widest <= most ? widest
			      : fmin(most, fmax(fitting, widest * 0.6));
}

static void
rows_set(struct maker *maker, const struct node *fields, size_t count)
{
	struct lay *lay = maker->lay;
	struct pdf_row **rows =
	    arena_alloc(lay->arena, (count + 1) * sizeof(struct pdf_row *));
	double width = pdf_flow_width(lay), gutter = 14, widest;
	size_t made = 0;

	for (const struct node *field = fields->first; field != NULL;
	     field = field->next)
		rows[made++] = field_row(maker, field);
	widest = names_width(rows, count, width);
	for (size_t i = 0; i < count; i++) {
		rows[i]->cells[0].width = widest;
		rows[i]->cells[1].x = widest + gutter;
		rows[i]->cells[1].width = width - widest - gutter;
	}
	for (size_t i = 0; i < count; i++)
		row_flow(maker, rows[i], keeps_next(rows, i, count));
}

/* Are all values a few words? */
static bool
is_record(struct lay *lay, const struct node *fields)
{
	for (const struct node *field = fields->first; field != NULL;
	     field = field->next)
		if ((field->first != NULL && field->first->next != NULL) ||
		    doc_text(lay->arena, field).len > LONGEST_VALUE)
			return false;
	return true;
}

static void
card_make(struct maker *maker, const struct node *field, struct pdf_row *row,
    struct pdf_cell *cell)
{
	struct lay *lay = maker->lay;
	const struct theme *theme = lay->theme;
	size_t item = pdf_tag_add(lay, TAG_LI, maker->list_tag);
	size_t name_tag = pdf_tag_add(lay, TAG_LBL, item);
	struct pdf_look large = maker->look, small = maker->look;

	large.family = FAMILY_HEADING;
	large.size_pt = maker->card_pt;
	large.style |= PDF_BOLD;
	large.colour = theme->accent;
	small.size_pt = fmin(theme->body_pt, fmax(theme->table_pt, 9));
	value_set(maker, field, cell, pdf_tag_add(lay, TAG_LBODY, item), large);
	text_add(lay, cell, name_make(maker, field, small), name_tag);
	field_mark(maker, field, row);
}

/* Cards are for a few numbers; what is longer is set as other fields are. */
static bool
cards_fit(struct lay *lay, const struct node *fields, size_t count)
{
	if (count > MOST_CARDS)
		return false;
	for (const struct node *field = fields->first; field != NULL;
	     field = field->next)
		if (doc_text(lay->arena, field).len > 14 ||
		    field->as.field.name.len > 40)
			return false;
	return true;
}

/* The size at which every card's number stands on one line. */
static double
card_size(const struct maker *maker, const struct node *fields, double width)
{
	struct lay *lay = maker->lay;
	double size = lay->theme->body_pt * 1.75, widest = 1;

	for (const struct node *field = fields->first; field != NULL;
	     field = field->next) {
		struct pdf_look look = maker->look;
		struct pdf_para *para;

		look.family = FAMILY_HEADING;
		look.style |= PDF_BOLD;
		look.size_pt = size;
		para = pdf_para_text(
		    lay, doc_text(lay->arena, field), look, false);
		widest = fmax(widest, para->widest);
	}
	return size * fmin(1, width * 0.98 / widest);
}

static void
cards_set(struct maker *maker, const struct node *fields, size_t count)
{
	struct pdf_row *row = row_new(maker, ROW_CARDS, count);
	double gutter = 9, each;
	size_t i = 0;

	row->pad_x = 9;
	row->pad_y = 7;
	each = (row->width - gutter * (double)(count - 1)) / (double)count;
	if (each > WIDEST_CARD)
		each = WIDEST_CARD;
	maker->card_pt = card_size(maker, fields, each - 2 * row->pad_x);
	for (const struct node *field = fields->first; field != NULL;
	     field = field->next, i++) {
		row->cells[i].x = (each + gutter) * (double)i + row->pad_x;
		row->cells[i].width = each - 2 * row->pad_x;
		card_make(maker, field, row, &row->cells[i]);
	}
	row_flow(maker, row, false);
}

void
pdf_fields_set(struct lay *lay, const struct node *fields, size_t parent,
    struct pdf_look look, double gap, struct pdf_mark *marks)
{
	struct maker maker = {
		.lay = lay, .look = look, .gap = gap, .marks = marks
	};
	size_t count = 0;

	for (const struct node *at = fields->first; at != NULL; at = at->next)
		count++;
	if (count == 0)
		return;
	maker.list_tag = pdf_tag_add(lay, TAG_L, parent);
	pdf_tag_at(lay, maker.list_tag)->terms = true;
	if (fields->role == ROLE_CARDS && cards_fit(lay, fields, count))
		cards_set(&maker, fields, count);
	else {
		maker.record = is_record(lay, fields);
		if (maker.record)
			maker.look.size_pt =
			    fmin(look.size_pt, lay->theme->table_pt);
		rows_set(&maker, fields, count);
	}
}
