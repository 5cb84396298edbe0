/* analyse_scheme_key: the author's own key to the statuses: a table, a list,
 * fields or a line that says what each status word means.
 *
 *     | RAG   | Meaning                  |      Green: done
 *     |-------|--------------------------|      Blue: put off by agreement
 *     | Green | The action is done       |
 *
 * It gets ROLE_KEY and counts as a declared scheme; the front matter's words
 * are not changed by it. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	ENTRIES_MIN = 2,   /* of a table or fields */
	ITEMS_MIN = 3,     /* of a list that nothing calls a key */
	ENTRIES_MAX = 16,  /* more are no key */
	WORD_MAX_WORDS = 4 /* of a status */
};

struct key_entry {
	struct str word, meaning;
};

struct key {
	struct key_entry entries[ENTRIES_MAX];
	size_t count;
	struct str name; /* the scheme's, from the header; or empty */
};

/* A word that can stand in a key: of common use or a colour. */
static bool
is_status(struct analysis *a, struct str text)
{
	return text.len > 0 && analyse_word_count(text) <= WORD_MAX_WORDS &&
	       analyse_percent_of(text) < 0 &&
	       analyse_state_of(a, text) != STATE_NONE;
}

static bool
is_colour(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);

	return key.len == 0 || analyse_state_colour(key) != STATE_NONE;
}

/* Words, and not a count, a date or a name of another column. */
static bool
is_meaning(struct str text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.len; i++)
		letters += analyse_date_is_alpha(text.ptr[i]);
	return letters >= 4 && letters * 2 > text.len &&
	       !analyse_date_fills(text);
}

static bool
has_word(struct analysis *a, const struct key *key, struct str word)
{
	for (size_t i = 0; i < key->count; i++)
		if (str_eq(analyse_key(a, key->entries[i].word),
			analyse_key(a, word)) &&
		    analyse_key(a, word).len > 0)
			return true;
	return false;
}

/* False: this is no entry of a key. */
static bool
add_entry(
    struct analysis *a, struct key *key, struct str word, struct str meaning)
{
	word = str_trim(word);
	meaning = str_trim(meaning);
	if (is_status(a, meaning) && is_colour(a, meaning) &&
	    !is_colour(a, word)) {
		struct str swap = word; /* "On target | Green" */

		word = meaning;
		meaning = swap;
	}
	if (!is_status(a, word) || !is_meaning(meaning) ||
	    key->count == ENTRIES_MAX || has_word(a, key, word))
		return false;
	key->entries[key->count].word = str_copy(a->doc->arena, word);
	key->entries[key->count].meaning = str_copy(a->doc->arena, meaning);
	key->count++;
	return true;
}

/* ---- tables ---- */

/* "RAG | Meaning"; a table with columns of actions is no key. */
static bool
take_header(struct analysis *a, struct key *key, const struct node *row)
{
	struct str name = str_trim(doc_text(a->scratch, row->first));

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		enum column_role role =
		    analyse_column_role(a, doc_text(a->scratch, cell));

		if (role != COLUMN_ROLE_OTHER && role != COLUMN_ROLE_STATUS)
			return false;
	}
	if (str_starts_nocase(name, "BRAG"))
		key->name = str_from("BRAG");
	else if (str_starts_nocase(name, "RAG"))
		key->name = str_from("RAG");
	return true;
}

static bool
read_table(struct analysis *a, struct key *key, struct node *table)
{
	struct node *first = analyse_first_row(table);
	bool has_header = false;

	if (table->as.table.column_count < 2 ||
	    table->as.table.column_count > 3 || first == NULL)
		return false;
	for (struct node *row = first; row != NULL; row = row->next) {
		/* of three cells the last one explains */
		const struct node *meaning = row->last;

		if (add_entry(a, key, doc_text(a->scratch, row->first),
			doc_text(a->scratch, meaning)))
			continue;
		if (row != first || !take_header(a, key, row))
			return false;
		has_header = true;
	}
	if (key->count >= ENTRIES_MIN && has_header) {
		first->as.row.is_header = true;
		for (struct node *cell = first->first; cell; cell = cell->next)
			cell->as.cell.is_header = true;
	}
	return key->count >= ENTRIES_MIN;
}

/* ---- lists, fields and lines ---- */

static bool
calls_key(struct analysis *a, struct str text)
{
	static const char *const words[] = { "key", "legend", "rag key",
		"brag key", "key to rag", "key to brag", "rag definitions",
		"brag definitions", "status key", "key to status",
		"key to statuses", "rag status key", "rag rating key",
		"rag ratings", "definitions", "status definitions",
		"rag status definitions", "allwedd", NULL };
	struct str key = analyse_key(a, text);

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is(key, words[i]))
			return true;
	return false;
}

/* "Red – off track", "R = Red: ..." */
static bool
split_entry(struct str text, struct str *word, struct str *meaning)
{
	static const char *const links[] = { ": ", " = ", " – ", " — ", " - ",
		"=", NULL };

	for (size_t i = 0; links[i] != NULL; i++) {
		size_t at = str_find(text, links[i]);

		if (at == (size_t)-1)
			continue;
		*word = str_head(text, at);
		*meaning = str_skip(text, at + str_from(links[i]).len);
		return true;
	}
	return false;
}

static bool
read_list(struct analysis *a, struct key *key, const struct node *list)
{
	bool is_called = list->prev != NULL &&
			 calls_key(a, doc_text(a->scratch, list->prev));

	for (const struct node *item = list->first; item; item = item->next) {
		struct str word, meaning;

		if (!split_entry(doc_text(a->scratch, item), &word, &meaning) ||
		    !add_entry(a, key, word, meaning))
			return false;
	}
	return key->count >= (is_called ? ENTRIES_MIN : ITEMS_MIN);
}

static bool
read_fields(struct analysis *a, struct key *key, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		if (!add_entry(a, key, field->as.field.name,
			doc_text(a->scratch, field)))
			return false;
	return key->count >= ENTRIES_MIN;
}

/* "Key: Red – off track; Amber – at risk; Green – done." */
static bool
read_line(struct analysis *a, struct key *key, const struct node *node)
{
	struct str text = doc_text(a->scratch, node), part;
	size_t at = str_find(text, ":");

	if (at == (size_t)-1 || !calls_key(a, str_head(text, at)))
		return false;
	text = str_skip(text, at + 1);
	while (str_next_part(&text, ';', &part)) {
		struct str word, meaning;

		part = str_trim(part);
		if (str_ends(part, "."))
			part = str_head(part, part.len - 1);
		if (!split_entry(part, &word, &meaning) ||
		    !add_entry(a, key, word, meaning))
			return false;
	}
	return key->count >= ENTRIES_MIN;
}

static bool
read_key(struct analysis *a, struct key *key, struct node *node)
{
	*key = (struct key){ .count = 0 };
	if (node->role != ROLE_NONE)
		return false;
	if (node->kind == NODE_TABLE)
		return read_table(a, key, node);
	if (node->kind == NODE_LIST)
		return read_list(a, key, node);
	if (node->kind == NODE_FIELDS)
		return read_fields(a, key, node);
	return node->kind == NODE_PARAGRAPH && read_line(a, key, node);
}

/* ---- the scheme ---- */

static struct scheme_state *
declared_word(struct analysis *a, struct str word)
{
	struct scheme *scheme = &a->plan->scheme;

	for (size_t i = 0; i < scheme->count; i++)
		if (str_eq(analyse_key(a, scheme->states[i].word),
			analyse_key(a, word)))
			return &scheme->states[i];
	return NULL;
}

static enum state
state_meant(struct analysis *a, const struct key_entry *entry)
{
	enum state state = analyse_state_meant(a, entry->meaning);

	return state != STATE_NONE ? state : analyse_state_of(a, entry->word);
}

static void
take_key(struct analysis *a, const struct key *key)
{
	struct scheme *scheme = &a->plan->scheme;

	if (scheme->name.len == 0)
		scheme->name = key->name;
	for (size_t i = 0; i < key->count; i++) {
		const struct key_entry *entry = &key->entries[i];
		struct scheme_state *known = declared_word(a, entry->word);
		enum state state = state_meant(a, entry);

		if (known != NULL) {
			if (known->meaning.len == 0)
				known->meaning = entry->meaning;
			continue;
		}
		/* what the front matter leaves out, a key may add */
		known = analyse_scheme_add(a);
		known->word = entry->word;
		known->meaning = entry->meaning;
		known->state = state;
	}
}

/* One key is enough: where the draft's own has every word of the front matter,
 * what that says of them is not printed. */
static void
drop_declared(struct analysis *a, size_t declared)
{
	const struct scheme *scheme = &a->plan->scheme;

	for (size_t i = 0; i < a->doc->setting_count; i++) {
		const struct setting *setting = &a->doc->settings[i];
		const char *value = setting->value.ptr;
		bool is_shown = value == scheme->name.ptr;

		if (!str_starts_nocase(setting->key, "scheme") ||
		    setting->is_default || value == NULL)
			continue;
		for (size_t k = 0; k < declared; k++)
			is_shown = is_shown ||
				   value == scheme->states[k].word.ptr ||
				   value == scheme->states[k].meaning.ptr;
		if (is_shown)
			analyse_setting_drop(a, setting, setting->value);
	}
}

/* Is each of the first words of the scheme in one of the draft's keys? */
static bool
has_all(struct analysis *a, const struct map *words, size_t declared)
{
	for (size_t i = 0; i < declared; i++)
		if (map_find(words,
			analyse_key(a, a->plan->scheme.states[i].word)) == NULL)
			return false;
	return declared > 0;
}

void
analyse_scheme_keys(struct analysis *a)
{
	struct node *node = a->doc->root->first;
	size_t declared = a->plan->scheme.count;
	struct map words = { 0 };

	for (; node != NULL; node = node->next) {
		struct key key;

		if (!read_key(a, &key, node))
			continue;
		node->role = ROLE_KEY;
		for (size_t i = 0; i < key.count; i++)
			map_add(a->scratch, &words,
			    analyse_key(a, key.entries[i].word), i);
		take_key(a, &key);
	}
	a->plan->scheme.in_draft = has_all(a, &words, declared);
	if (a->plan->scheme.in_draft)
		drop_declared(a, declared);
}
