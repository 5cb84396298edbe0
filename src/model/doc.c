/* doc: making, filling and freeing documents; see doc.h. */
#include "model/doc.h"

#include <stdlib.h>

#include "base/arena.h"

struct doc *
doc_new(struct str path, struct msgs *msgs)
{
	struct doc *doc = mem_alloc(sizeof(*doc));

	doc->arena = arena_new();
	doc->msgs = msgs;
	doc->path = str_copy(doc->arena, path);
	doc->root = doc_node_new(doc->arena, NODE_DOCUMENT, (struct pos){ 0 });
	return doc;
}

void
doc_free(struct doc *doc)
{
	if (doc == NULL)
		return;
	arena_free(doc->arena);
	free(doc);
}

void
doc_drop(struct doc *doc, struct pos pos, const char *kind, struct str text)
{
	struct dropped *dropped;

	doc->dropped = arena_push(doc->arena, doc->dropped, &doc->dropped_count,
	    &doc->dropped_cap, sizeof(*doc->dropped));
	dropped = &doc->dropped[doc->dropped_count - 1];
	dropped->pos = pos;
	dropped->kind = kind;
	dropped->text = str_copy(doc->arena, text);
}

void
doc_repair(struct doc *doc, struct pos pos, const char *kind, struct str before,
    struct str after)
{
	struct repair *repair;

	doc->repairs = arena_push(doc->arena, doc->repairs, &doc->repair_count,
	    &doc->repair_cap, sizeof(*doc->repairs));
	repair = &doc->repairs[doc->repair_count - 1];
	repair->pos = pos;
	repair->kind = kind;
	repair->before = str_copy(doc->arena, before);
	repair->after = str_copy(doc->arena, after);
}

void
doc_set(struct doc *doc, struct str key, struct str value, struct pos pos)
{
	struct setting *setting;

	doc->settings = arena_push(doc->arena, doc->settings,
	    &doc->setting_count, &doc->setting_cap, sizeof(*doc->settings));
	setting = &doc->settings[doc->setting_count - 1];
	setting->key = str_copy(doc->arena, key);
	setting->value = str_copy(doc->arena, value);
	setting->pos = pos;
}

static struct str
group_of(struct str key)
{
	return str_head(key, str_find(key, "."));
}

void
doc_set_default(struct doc *doc, struct str key, struct str value)
{
	for (size_t i = 0; i < doc->setting_count; i++)
		if (!doc->settings[i].is_default &&
		    str_eq_nocase(
			group_of(doc->settings[i].key), group_of(key)))
			return;
	doc_set(doc, key, value, (struct pos){ 0 });
	doc->settings[doc->setting_count - 1].is_default = true;
}

const struct setting *
doc_setting(const struct doc *doc, const char *key)
{
	for (size_t i = 0; i < doc->setting_count; i++)
		if (str_is_nocase(doc->settings[i].key, key))
			return &doc->settings[i];
	return NULL;
}
