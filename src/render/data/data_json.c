/* data_json: the model as JSON, by jansson; docs/model.md is its contract. */
#include "data_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

static json_t *
source(const struct doc *doc)
{
	json_t *object = data_object();

	data_set(object, "path", data_string(doc->path));
	data_set(object, "syntax",
	    data_string(str_from(
		doc->syntax == SYNTAX_MARKDOWN ? "markdown" : "text")));
	data_set(object, "sha256", data_string_or_null(str_from(doc->sha256)));
	return object;
}

static json_t *
repairs(const struct doc *doc)
{
	json_t *array = data_array();

	for (size_t i = 0; i < doc->repair_count; i++) {
		const struct repair *repair = &doc->repairs[i];
		json_t *object = data_object();

		data_set(object, "line", data_number_or_null(repair->pos.line));
		data_set(object, "kind", data_string(str_from(repair->kind)));
		data_set(object, "before", data_string(repair->before));
		data_set(object, "after", data_string(repair->after));
		data_add(array, object);
	}
	return array;
}

static json_t *
dropped(const struct doc *doc)
{
	json_t *array = data_array();

	for (size_t i = 0; i < doc->dropped_count; i++) {
		const struct dropped *one = &doc->dropped[i];
		json_t *object = data_object();

		data_set(object, "line", data_number_or_null(one->pos.line));
		data_set(object, "kind", data_string(str_from(one->kind)));
		data_set(object, "text", data_string(one->text));
		data_add(array, object);
	}
	return array;
}

/* Messages in the order of places; those of one place as they were said. */
struct placed {
	const struct msg *msg;
	size_t index;
};

static int
placed_cmp(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->msg->pos.line != y->msg->pos.line)
		return x->msg->pos.line < y->msg->pos.line ? -1 : 1;
	if (x->msg->pos.col != y->msg->pos.col)
		return x->msg->pos.col < y->msg->pos.col ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static json_t *
diagnostic(const struct msg *msg)
{
	json_t *object = data_object();

	data_set(object, "severity",
	    data_string(str_from(msg_level_name(msg->level))));
	data_set(object, "rule", data_string_or_null(msg->rule));
	data_set(object, "line", data_number_or_null(msg->pos.line));
	data_set(object, "column", data_number_or_null(msg->pos.col));
	data_set(object, "message", data_string(msg->text));
	data_set(object, "hint", data_string_or_null(msg->hint));
	return object;
}

static json_t *
diagnostics(const struct doc *doc)
{
	struct arena *scratch = arena_new();
	size_t total = doc->msgs != NULL ? msgs_total(doc->msgs) : 0;
	struct placed *list = arena_alloc(scratch, total * sizeof(*list));
	size_t count = 0;
	json_t *array = data_array();

	for (size_t i = 0; i < total; i++) {
		const struct msg *msg = msgs_at(doc->msgs, i);

		if (str_eq(msg->path, doc->path))
			list[count++] = (struct placed){ msg, i };
	}
	if (count > 1)
		qsort(list, count, sizeof(*list), placed_cmp);
	for (size_t i = 0; i < count; i++)
		data_add(array, diagnostic(list[i].msg));
	arena_free(scratch);
	return array;
}

static int
put(const char *bytes, size_t len, void *out)
{
	buf_put(out, bytes, len);
	return 0;
}

static void
write_json(struct buf *out, const struct doc *doc, struct str left_out)
{
	static const struct plan nothing;
	const struct plan *plan = doc->plan != NULL ? doc->plan : &nothing;
	json_t *root = data_object();

	data_set(root, "format", data_string(str_from("rapporteur/1")));
	data_set(root, "source", source(doc));
	data_set(root, "document", data_document(plan));
	data_set(root, "sections", data_sections(doc->root));
	data_set_items(root, plan);
	data_set(root, "scheme", data_scheme(plan));
	data_set(root, "themes", data_themes(plan));
	data_set(root, "objectives", data_objectives(plan));
	data_set(root, "actions", data_actions(plan));
	data_set(root, "people", data_people(plan));
	data_set(root, "references", data_references(plan));
	data_set(root, "abbreviations", data_abbreviations(plan));
	data_set(root, "summary", data_summary(plan));
	data_set(root, "repairs", repairs(doc));
	data_set(root, "dropped", dropped(doc));
	if (left_out.len > 0)
		data_set(root, "left_out", data_string(left_out));
	data_set(root, "diagnostics", diagnostics(doc));
	if (json_dump_callback(
		root, put, out, JSON_INDENT(2) | JSON_REAL_PRECISION(3)) != 0)
		mem_fail(0);
	buf_puts(out, "\n");
	json_decref(root);
}

void
data_json(struct buf *out, const struct doc *doc)
{
	write_json(out, doc, (struct str){ NULL, 0 });
}

void
data_json_beside(struct buf *out, const struct report *report)
{
	write_json(out, report->doc, report->left_out);
}
