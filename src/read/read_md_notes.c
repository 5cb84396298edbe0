/* read_md_notes: "[^1]" in texts and the notes that the builder set aside ->
 * references and, at the end of the document, NOTES in the order in which they
 * are first referred to. */
#include "read/read_md_priv.h"

#include <stdlib.h>

#include "base/utf8.h"

/* A note and what is known of it. */
struct entry {
	struct str key; /* its label without case */
	size_t order;   /* in the draft */
	struct node *note;
	size_t number; /* 0: nothing refers to it yet */
	size_t refs;
};

struct notes {
	struct md *md;
	struct entry *entries; /* sorted by key, then order */
	size_t count;
	struct node *list; /* the NOTES */
	size_t numbered;
};

static const struct str none = { NULL, 0 };

static int
entry_cmp(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_cmp(a->key, b->key);

	if (order != 0)
		return order;
	return (a->order > b->order) - (a->order < b->order);
}

/* The first note of that label, or NULL. */
static struct entry *
find(struct notes *notes, struct str label)
{
	struct str key = str_lower(notes->md->scratch, label);
	size_t low = 0, high = notes->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(notes->entries[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == notes->count || !str_eq(notes->entries[low].key, key))
		return NULL;
	return &notes->entries[low];
}

/* Gives the note its number and its place; from now on it is in the tree. */
static void
number_note(struct notes *notes, struct entry *entry)
{
	struct doc *doc = notes->md->doc;
	struct str written = entry->note->as.note.label, label;

	entry->number = ++notes->numbered;
	label = str_printf(doc->arena, "%zu", entry->number);
	if (!str_eq(written, label))
		doc_drop(doc, entry->note->pos, "markup", written);
	entry->note->as.note.label = label;
	entry->note->id = str_printf(doc->arena, "note-%zu", entry->number);
	doc_node_append(notes->list, entry->note);
}

static void
make_ref(struct notes *notes, struct node *text, struct entry *entry,
    struct str written)
{
	struct doc *doc = notes->md->doc;
	struct node *ref = doc_node_new(doc->arena, NODE_NOTE_REF, text->pos);

	if (entry->number == 0)
		number_note(notes, entry);
	entry->refs++;
	ref->as.note.label = entry->note->as.note.label;
	ref->as.note.target = entry->note->id;
	ref->id = entry->refs == 1
		      ? str_printf(doc->arena, "note-%zu-ref", entry->number)
		      : str_printf(doc->arena, "note-%zu-ref-%zu",
			    entry->number, entry->refs);
	if (entry->refs == 1)
		entry->note->as.note.target = ref->id;
	if (!str_eq(written, ref->as.note.label))
		doc_drop(doc, text->pos, "markup", written);
	doc_node_insert_before(text, ref);
	doc_node_unlink(text);
}

/* Length of "[^label]" at the front, or 0. */
static size_t
scan_ref(struct str text)
{
	size_t at = 2;

	if (!str_starts(text, "[^"))
		return 0;
	while (at < text.len && text.ptr[at] != ']' && text.ptr[at] != '[' &&
	       text.ptr[at] != ' ' && text.ptr[at] != '\t')
		at++;
	return at > 2 && at < text.len && text.ptr[at] == ']' ? at + 1 : 0;
}

/* Takes the first reference out of a TEXT; the walk comes to what is cut off
 * behind it. Marks that name no note stay in the text. */
static void
take_ref(struct notes *notes, struct node *text)
{
	struct str rest = text->as.text.text;
	struct pos pos = text->pos;
	size_t at;

	while ((at = str_find(rest, "[^")) != (size_t)-1) {
		struct str label = none;
		struct entry *entry = NULL;
		size_t len;

		pos.col += (uint32_t)utf8_count(str_head(rest, at));
		rest = str_skip(rest, at);
		len = scan_ref(rest);
		if (len > 0) {
			label = str_head(str_skip(rest, 2), len - 3);
			entry = find(notes, label);
		}
		if (entry != NULL) {
			struct node *ref = md_text_split(
			    notes->md, text, text->as.text.text.len - rest.len);

			md_text_split(notes->md, ref, len);
			make_ref(notes, ref, entry, label);
			return;
		}
		if (len > 0)
			doc_say(notes->md->doc, DOC_NOTE_MISSING, pos,
			    md_unmark(notes->md->scratch, label), none);
		pos.col += 2;
		rest = str_skip(rest, 2);
	}
}

static void
take_all_refs(struct notes *notes, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_TEXT)
			take_ref(notes, walker.node);
}

/* The label at the beginning of the note's own text is markup. */
static void
strip_label(struct md *md, struct node *note)
{
	struct node *text = note->first;
	size_t end;

	if (text == NULL || text->kind != NODE_PARAGRAPH)
		return;
	text = text->first;
	if (text == NULL || text->kind != NODE_TEXT ||
	    !str_starts(text->as.text.text, MARK_NOTE "[^"))
		return;
	end = str_find(text->as.text.text, "]:");
	if (end == (size_t)-1)
		return;
	md_text_split(md, text, end + 2);
	doc_node_unlink(text);
}

/* Notes leave the lists in which cmark saw them; a list of nothing else goes
 * with them. */
static void
take_out(struct notes *notes)
{
	struct md *md = notes->md;

	notes->count = md->note_count;
	notes->entries =
	    arena_alloc(md->scratch, notes->count * sizeof(*notes->entries));
	for (size_t i = 0; i < notes->count; i++) {
		struct node *note = md->notes[i], *list = note->parent;
		struct entry *entry = &notes->entries[i];

		doc_node_unlink(note);
		if (list != NULL && list->first == NULL)
			doc_node_unlink(list);
		strip_label(md, note);
		entry->note = note;
		entry->order = i;
		entry->key = str_lower(md->scratch, note->as.note.label);
	}
	qsort(notes->entries, notes->count, sizeof(*notes->entries), entry_cmp);
}

/* In the order of the draft, behind those that are referred to. */
static void
take_unused(struct notes *notes)
{
	struct md *md = notes->md;
	struct entry **by_order =
	    arena_alloc(md->scratch, notes->count * sizeof(*by_order));

	for (size_t i = 0; i < notes->count; i++)
		by_order[notes->entries[i].order] = &notes->entries[i];
	for (size_t i = 0; i < notes->count; i++) {
		struct node *note = by_order[i]->note;

		if (by_order[i]->number != 0)
			continue;
		doc_say(md->doc, DOC_NOTE_UNUSED, note->pos,
		    note->as.note.label, none);
		number_note(notes, by_order[i]);
		take_all_refs(notes, note);
	}
}

void
md_notes(struct md *md)
{
	struct notes notes = { .md = md };

	if (md->note_count > 0)
		take_out(&notes);
	notes.list =
	    doc_node_new(md->doc->arena, NODE_NOTES, (struct pos){ 0 });
	take_all_refs(&notes, md->doc->root);
	/* notes may refer to notes, which then join the end of the list */
	for (struct node *note = notes.list->first; note != NULL;
	     note = note->next)
		take_all_refs(&notes, note);
	if (md->note_count == 0)
		return;
	take_unused(&notes);
	notes.list->pos = notes.list->first->pos;
	doc_node_append(md->doc->root, notes.list);
}
