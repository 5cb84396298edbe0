/* compose_glossary: the abbreviations that the draft explains, as a list in
 * the order of their letters, for a draft or a template that asks for it. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/collate.h"

struct entry {
	struct str key; /* that it is sorted by */
	const struct plan_abbreviation *one;
};

static int
compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_cmp(a->key, b->key);

	return order != 0 ? order : str_cmp(a->one->text, b->one->text);
}

static void
put_entry(struct maker *maker, struct node *fields,
    const struct plan_abbreviation *one)
{
	struct node *field = compose_new(maker, NODE_FIELD, one->pos);

	field->as.field.name = one->text;
	doc_paragraph_append(maker->arena, field, one->expansion, one->pos);
	field->first->flags |= NODE_GENERATED;
	field->first->first->flags |= NODE_GENERATED;
	field->first->lang = one->language;
	doc_node_append(fields, field);
}

void
compose_glossary(struct maker *maker, struct node *to)
{
	const struct plan *plan = maker->plan;
	struct node *section, *heading, *fields;
	struct arena *scratch = arena_new();
	struct entry *entries =
	    arena_alloc(scratch, plan->abbreviations_count * sizeof(*entries));
	size_t count = 0;

	for (size_t i = 0; i < plan->abbreviations_count; i++)
		if (plan->abbreviations[i].expansion.len > 0)
			entries[count++] =
			    (struct entry){ collate_key(scratch,
						plan->abbreviations[i].text,
						plan->language),
				    &plan->abbreviations[i] };
	if (count > 0 && !maker->has_glossary) {
		maker->has_glossary = true;
		qsort(entries, count, sizeof(*entries), compare);
		section = compose_new(maker, NODE_SECTION, (struct pos){ 0 });
		heading = compose_new(maker, NODE_HEADING, (struct pos){ 0 });
		fields = compose_new(maker, NODE_FIELDS, (struct pos){ 0 });
		doc_text_append(maker->arena, heading,
		    words_text(&maker->words, WORD_ABBREVIATIONS),
		    (struct pos){ 0 })
		    ->flags |= NODE_GENERATED;
		doc_node_append(section, heading);
		doc_node_append(section, fields);
		for (size_t i = 0; i < count; i++)
			put_entry(maker, fields, entries[i].one);
		doc_node_append(to, section);
	}
	arena_free(scratch);
}

bool
compose_wants_glossary(const struct doc *doc)
{
	const struct setting *setting = doc_setting(doc, "glossary");

	return setting != NULL &&
	       (str_is_nocase(str_trim(setting->value), "yes") ||
		   str_is_nocase(str_trim(setting->value), "true"));
}
