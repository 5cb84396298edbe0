/* data_json_block: the tree of a document -> JSON, in one walk. */
#include "data_priv.h"

#include "base/arena.h"
#include "base/must.h"

/* Where the children of an open node go. All are lent by the result. */
struct frame {
	json_t *object;   /* the node's own, or NULL */
	json_t *sections; /* DOCUMENT, SECTION */
	json_t *blocks;   /* NULL: no blocks may come, or see blocks_of */
	json_t *members;  /* items, rows, cells, fields, notes */
	json_t *inlines;
};

struct maker {
	struct arena *scratch;
	struct frame *frames;
	size_t count, cap;
};

static struct frame *
top(struct maker *maker)
{
	must(maker->count > 0);
	return &maker->frames[maker->count - 1];
}

static void
push(struct maker *maker, struct frame frame)
{
	maker->frames = arena_push(maker->scratch, maker->frames, &maker->count,
	    &maker->cap, sizeof(*maker->frames));
	*top(maker) = frame;
}

static json_t *
kind(const char *type, const struct node *node)
{
	json_t *object = data_object();

	data_set(object, "type", data_string(str_from(type)));
	if (node->id.len > 0)
		data_set(object, "id", data_string(node->id));
	if (node->role != ROLE_NONE)
		data_set(object, "role",
		    data_string(str_from(doc_role_name(node->role))));
	data_set(object, "line", data_number_or_null(node->pos.line));
	return object;
}

static json_t *
section_new(struct frame *parent, const struct node *node)
{
	const struct node *heading = NULL;
	struct arena *scratch = arena_new();
	json_t *object = data_object();

	if (node != NULL && node->first != NULL &&
	    node->first->kind == NODE_HEADING)
		heading = node->first;
	data_set(object, "id",
	    node != NULL ? data_string_or_null(node->id) : json_null());
	data_set(object, "number",
	    heading != NULL ? data_string_or_null(heading->as.heading.number)
			    : json_null());
	data_set(object, "title",
	    heading != NULL ? data_string_or_null(doc_text(scratch, heading))
			    : json_null());
	data_set(object, "level",
	    json_integer(heading != NULL ? heading->as.heading.level : 0));
	if (node != NULL && node->role != ROLE_NONE)
		data_set(object, "role",
		    data_string(str_from(doc_role_name(node->role))));
	data_set(object, "line",
	    data_number_or_null(node != NULL ? node->pos.line : 0));
	data_set_array(object, "blocks");
	data_set_array(object, "sections");
	data_add(parent->sections, object);
	arena_free(scratch);
	return object;
}

/* Blocks right below the document open a section without a name, which lasts
 * to the next one with a name. */
static json_t *
blocks_of(struct frame *frame, const struct node *node)
{
	if (frame->blocks == NULL && frame->sections != NULL) {
		json_t *section = section_new(frame, NULL);

		data_set(section, "line", data_number_or_null(node->pos.line));
		frame->blocks = json_object_get(section, "blocks");
	}
	must(frame->blocks != NULL);
	return frame->blocks;
}

static void
section_enter(struct maker *maker, const struct node *node)
{
	struct frame *parent = top(maker);
	json_t *section;

	if (node->parent != NULL && node->parent->kind == NODE_DOCUMENT)
		parent->blocks = NULL;
	section = section_new(parent, node);
	push(maker, (struct frame){ .object = section,
			.blocks = json_object_get(section, "blocks"),
			.sections = json_object_get(section, "sections") });
}

static json_t *
block_add(struct maker *maker, const char *type, const struct node *node)
{
	json_t *object = kind(type, node);

	data_add(blocks_of(top(maker), node), object);
	return object;
}

static void
set_text(json_t *object, const char *key, const struct node *node)
{
	struct arena *scratch = arena_new();

	data_set(object, key, data_string(doc_text(scratch, node)));
	arena_free(scratch);
}

/* True if the children are to be walked. */
static bool
heading_enter(struct maker *maker, const struct node *node)
{
	json_t *object;

	if (node->parent != NULL && node->parent->kind == NODE_SECTION &&
	    node->prev == NULL) {
		push(maker, (struct frame){ NULL });
		return false; /* the section's title */
	}
	object = block_add(maker, "heading", node);
	data_set(object, "level", json_integer(node->as.heading.level));
	data_set(
	    object, "number", data_string_or_null(node->as.heading.number));
	set_text(object, "text", node);
	push(maker, (struct frame){ NULL });
	return false;
}

static bool
has_markup(const struct node *node)
{
	for (const struct node *at = node->first; at != NULL; at = at->next)
		if (at->kind != NODE_TEXT)
			return true;
	return false;
}

static bool
paragraph_enter(struct maker *maker, const struct node *node)
{
	json_t *object = block_add(maker, "paragraph", node);
	struct frame frame = { .object = object };

	data_set(
	    object, "number", data_string_or_null(node->as.paragraph.number));
	set_text(object, "text", node);
	if (has_markup(node))
		frame.inlines = data_set_array(object, "inlines");
	push(maker, frame);
	return frame.inlines != NULL;
}

static void
list_enter(struct maker *maker, const struct node *node)
{
	json_t *object = block_add(maker, "list", node);

	data_set(object, "ordered", data_bool(node->as.list.ordered));
	data_set_array(object, "labels");
	push(maker, (struct frame){ .object = object,
			.members = data_set_array(object, "items") });
}

static json_t *
check_of(const struct node *item)
{
	switch (item->as.item.check) {
	case CHECK_NONE:
		break;
	case CHECK_OPEN:
		return data_bool(false);
	case CHECK_DONE:
		return data_bool(true);
	}
	return json_null();
}

static void
item_enter(struct maker *maker, const struct node *node)
{
	struct frame *list = top(maker);
	json_t *blocks = data_array();

	data_add(list->members, blocks);
	data_add(json_object_get(list->object, "labels"),
	    data_string_or_null(node->as.item.label));
	if (node->as.item.check != CHECK_NONE) {
		json_t *checks = json_object_get(list->object, "checked");

		if (checks == NULL)
			checks = data_set_array(list->object, "checked");
		while (json_array_size(checks) + 1 <
		       json_array_size(list->members))
			data_add(checks, json_null());
		data_add(checks, check_of(node));
	}
	push(maker, (struct frame){ .blocks = blocks });
}

static void
table_enter(struct maker *maker, const struct node *node)
{
	json_t *object = block_add(maker, "table", node);

	data_set(object, "caption", json_null());
	data_set(object, "header", json_null());
	push(maker, (struct frame){ .object = object,
			.members = data_set_array(object, "rows") });
}

/* The first header row is "header"; further ones lead the rows. */
static void
row_enter(struct maker *maker, const struct node *node)
{
	struct frame *table = top(maker);
	json_t *cells = data_array();

	if (node->as.row.is_header &&
	    json_is_null(json_object_get(table->object, "header")))
		data_set(table->object, "header", cells);
	else
		data_add(table->members, cells);
	push(maker, (struct frame){ .members = cells });
}

static void
member_enter(struct maker *maker)
{
	json_t *blocks = data_array();

	data_add(top(maker)->members, blocks);
	push(maker, (struct frame){ .blocks = blocks });
}

static void
field_enter(struct maker *maker, const struct node *node)
{
	json_t *object = data_object();

	data_add(top(maker)->members, object);
	data_set(object, "name", data_string(node->as.field.name));
	set_text(object, "value", node);
	data_set(object, "line", data_number_or_null(node->pos.line));
	push(maker,
	    (struct frame){ .blocks = data_set_array(object, "blocks") });
}

static void
note_enter(struct maker *maker, const struct node *node)
{
	json_t *object = data_object();

	data_add(top(maker)->members, object);
	data_set(object, "label", data_string(node->as.note.label));
	data_set(object, "line", data_number_or_null(node->pos.line));
	push(maker,
	    (struct frame){ .blocks = data_set_array(object, "blocks") });
}

static void
code_enter(struct maker *maker, const struct node *node)
{
	json_t *object = block_add(maker, "code", node);

	data_set(object, "info", data_string_or_null(node->as.code.info));
	data_set(object, "text", data_string(node->as.code.literal));
	push(maker, (struct frame){ NULL });
}

static void
holder_enter(struct maker *maker, const struct node *node, const char *type,
    const char *key, bool holds_blocks)
{
	json_t *object = block_add(maker, type, node);
	json_t *held = key != NULL ? data_set_array(object, key) : NULL;

	push(maker, (struct frame){ .object = object,
			.blocks = holds_blocks ? held : NULL,
			.members = holds_blocks ? NULL : held });
}

static void
link_set(json_t *object, const struct node *node)
{
	data_set(object, "url", data_string_or_null(node->as.link.url));
	data_set(object, "target", data_string_or_null(node->as.link.target));
	data_set(object, "title", data_string_or_null(node->as.link.title));
}

static void
inline_enter(struct maker *maker, const struct node *node)
{
	json_t *object = data_object();
	struct frame frame = { .object = object };

	data_add(top(maker)->inlines, object);
	data_set(
	    object, "type", data_string(str_from(doc_kind_name(node->kind))));
	if (node->kind == NODE_TEXT || node->kind == NODE_CODE_SPAN)
		data_set(object, "text", data_string(node->as.text.text));
	else if (node->kind == NODE_LINK || node->kind == NODE_IMAGE)
		link_set(object, node);
	else if (node->kind == NODE_NOTE_REF)
		data_set(object, "label", data_string(node->as.note.label));
	else if (node->kind == NODE_STATE)
		data_set(object, "state",
		    data_string_or_null(
			str_from(doc_state_name(node->as.state.state))));
	if (node->lang.len > 0)
		data_set(object, "language", data_string(node->lang));
	if (doc_kind_holds(node->kind) == HOLDS_INLINES)
		frame.inlines = data_set_array(object, "inlines");
	push(maker, frame);
}

/* True if the children are to be walked. */
static bool
enter(struct maker *maker, const struct node *node)
{
	switch (node->kind) {
	case NODE_DOCUMENT:
		push(maker, *top(maker));
		return true;
	case NODE_SECTION:
		section_enter(maker, node);
		return true;
	case NODE_HEADING:
		return heading_enter(maker, node);
	case NODE_PARAGRAPH:
		return paragraph_enter(maker, node);
	case NODE_LIST:
		list_enter(maker, node);
		return true;
	case NODE_ITEM:
		item_enter(maker, node);
		return true;
	case NODE_TABLE:
		table_enter(maker, node);
		return true;
	case NODE_CAPTION:
		set_text(top(maker)->object, "caption", node);
		push(maker, (struct frame){ NULL });
		return false;
	case NODE_ROW:
		row_enter(maker, node);
		return true;
	case NODE_CELL:
		member_enter(maker);
		return true;
	case NODE_FIELDS:
		holder_enter(maker, node, "fields", "fields", false);
		return true;
	case NODE_FIELD:
		field_enter(maker, node);
		return true;
	case NODE_QUOTE:
		holder_enter(maker, node, "quote", "blocks", true);
		return true;
	case NODE_CODE:
		code_enter(maker, node);
		return true;
	case NODE_RULE:
		holder_enter(maker, node, "rule", NULL, false);
		return true;
	case NODE_NOTES:
		holder_enter(maker, node, "notes", "notes", false);
		return true;
	case NODE_NOTE:
		note_enter(maker, node);
		return true;
	case NODE_CONTENTS:
		holder_enter(maker, node, "contents", NULL, false);
		return true;
	case NODE_CHART: /* compose makes them; no draft holds one */
		holder_enter(maker, node, "chart", NULL, false);
		return true;
	case NODE_TEXT:
	case NODE_BREAK:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_CODE_SPAN:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_NOTE_REF:
	case NODE_STATE:
	case NODE_SPAN:
	case NODE_ABBR: /* compose makes them; no draft holds one */
		inline_enter(maker, node);
		return true;
	case NODE_KIND_COUNT:
		break;
	}
	must(node->kind < NODE_KIND_COUNT);
	return false;
}

static void
walk(struct frame first, const struct node *root, bool with_root)
{
	struct maker maker = { .scratch = arena_new() };
	struct walker walker = { .root = root };

	push(&maker, first);
	while (doc_walk(&walker)) {
		if (walker.node == root && !with_root)
			continue;
		if (walker.event == WALK_LEAVE)
			maker.count--;
		else if (!enter(&maker, walker.node))
			doc_walk_skip(&walker);
	}
	arena_free(maker.scratch);
}

json_t *
data_sections(const struct node *root)
{
	json_t *sections = data_array();

	walk((struct frame){ .sections = sections }, root, true);
	return sections;
}

json_t *
data_blocks(const struct node *node)
{
	json_t *blocks = data_array();

	if (node != NULL)
		walk((struct frame){ .blocks = blocks }, node, false);
	return blocks;
}
