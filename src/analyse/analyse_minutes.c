/* analyse_minutes: actions that stand in sentences, as in minutes:
 *
 *     ACTION: Ann Lee to replace the lights by 3 May 2026.
 *     The lights are out. Action: Ann Lee to replace them. Members agreed.
 *     Replace the lights by 3 May 2026. (Action: Ann Lee)
 *
 * The paper stays as its author arranged it. The action's values are copies of
 * its words, in a row beside the tree. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	NAMES_MAX_WORDS = 12, /* of those who are to do it */
	SENTENCE_MIN_WORDS = 3
};

enum { AT_ACTION, AT_OWNER, AT_DUE, COLUMN_COUNT };

/* One action as it was found. */
struct found {
	struct str title;
	struct str owner;  /* or empty */
	struct node *node; /* the paragraph that holds it */
};

/* ---- where actions begin and end ---- */

/* The length of the words that open an action ("Action: ", "ACTION – ",
 * "Action point 3: "), 0 if the text begins otherwise. */
static size_t
opening_len(struct str text)
{
	static const char *const words[] = { "action points", "action point",
		"action required", "action by", "actions", "action",
		"cam gweithredu", NULL };
	size_t i = 0, len;

	while (words[i] != NULL && !str_starts_nocase(text, words[i]))
		i++;
	if (words[i] == NULL || text.ptr[0] == 'a')
		return 0;
	len = str_from(words[i]).len;
	while (len < text.len &&
	       (text.ptr[len] == ' ' ||
		   (text.ptr[len] >= '0' && text.ptr[len] <= '9')))
		len++;
	text = str_skip(text, len);
	if (str_starts(text, ":"))
		return len + 1;
	if (str_starts(text, "– ") || str_starts(text, "— "))
		return len + sizeof("– ") - 1;
	return str_starts(text, "- ") ? len + 2 : 0;
}

/* "Mr", "Cllr" or one letter: the stop behind it ends no sentence. */
static bool
is_short(struct str text, size_t end)
{
	static const char *const words[] = { "Mr", "Mrs", "Ms", "Dr", "Cllr",
		"Cllrs", "St", "No", "Rev", "Prof", "Sir", "e.g", "i.e", NULL };
	size_t at = end;
	struct str word;

	while (at > 0 && text.ptr[at - 1] != ' ')
		at--;
	word = str_range(text.ptr + at, text.ptr + end);
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is(word, words[i]))
			return true;
	return word.len == 1 && at > 0;
}

/* Does a sentence end here: at a stop before a capital, or at the end? */
static bool
ends_here(struct str text, size_t at)
{
	struct str rest = str_skip(text, at + 1);

	if (text.ptr[at] != '.' && text.ptr[at] != '!' && text.ptr[at] != '?')
		return false;
	if (rest.len > 0 && (rest.ptr[0] == ')' || rest.ptr[0] == ']'))
		rest = str_skip(rest, 1);
	if (rest.len == 0)
		return true;
	if (rest.ptr[0] != ' ' || is_short(text, at))
		return false;
	rest = str_trim(rest);
	if (str_starts(rest, "(") || str_starts(rest, "["))
		rest = str_skip(rest, 1);
	return rest.len == 0 || utf8_is_upper(utf8_next(&rest));
}

static size_t
sentence_len(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ends_here(text, i))
			return i + 1;
	return text.len;
}

/* The last sentence of a text, without a bracket that opens behind it. */
static struct str
last_sentence(struct str text)
{
	size_t begin = 0;

	text = str_trim(text);
	while (str_ends(text, "(") || str_ends(text, "["))
		text = str_trim(str_head(text, text.len - 1));
	for (size_t i = 0; i + 1 < text.len; i++)
		if (ends_here(text, i))
			begin = i + 1;
	return str_trim(str_skip(text, begin));
}

static struct str
without_stop(struct str text)
{
	text = str_trim(text);
	while (
	    str_ends(text, ".") || str_ends(text, ";") || str_ends(text, ","))
		text = str_trim(str_head(text, text.len - 1));
	return text;
}

/* ---- who ---- */

/* Names and nothing else: words with capitals, initials, what joins them. */
static bool
are_names(struct str text)
{
	struct str word;
	size_t words = 0;

	text = without_stop(text);
	while (str_next_part(&text, ' ', &word)) {
		if (word.len == 0 || str_is(word, "and") || str_is(word, "&") ||
		    str_is(word, "/") || str_is(word, "of") ||
		    str_is(word, "for") || str_is(word, "the"))
			continue;
		if (str_starts(word, "The") || str_starts(word, "All"))
			return words == 0 && text.len == 0 && word.len == 3;
		if (!utf8_is_upper(utf8_next(&word)))
			return false;
		words++;
	}
	return words > 0 && words <= NAMES_MAX_WORDS;
}

/* "Ann Lee to replace ...", "Ann Lee will replace ...": the name. */
static struct str
opening_name(struct str text)
{
	static const char *const links[] = { " to ", " will ", " agreed to ",
		" – ", " - ", ": ", NULL };
	struct str none = { NULL, 0 }, best = none;

	for (size_t i = 0; links[i] != NULL; i++) {
		size_t at = str_find(text, links[i]);
		struct str name = str_head(text, at);

		if (at != (size_t)-1 && are_names(name) &&
		    (best.len == 0 || name.len < best.len))
			best = name;
	}
	return best;
}

/* "... the lights (Ann Lee)", "... the lights – Ann Lee". */
static struct str
closing_name(struct str text)
{
	static const char *const links[] = { " (", " [", " – ", " — ", NULL };
	struct str none = { NULL, 0 };

	text = without_stop(text);
	for (size_t i = 0; links[i] != NULL; i++) {
		size_t at = (size_t)-1;
		struct str name;

		for (size_t j = 0; j < text.len; j++)
			if (str_starts(str_skip(text, j), links[i]))
				at = j + str_from(links[i]).len;
		if (at == (size_t)-1)
			continue;
		name = str_skip(text, at);
		if (str_ends(name, ")") || str_ends(name, "]"))
			name = str_head(name, name.len - 1);
		if (are_names(name))
			return name;
	}
	return none;
}

/* ---- actions ---- */

static void
add_cell(struct analysis *a, struct node *row, struct plan_action *action,
    size_t column, struct str text, struct node *source)
{
	struct node *cell = doc_node_new(a->doc->arena, NODE_CELL, source->pos);

	if (text.len > 0)
		doc_paragraph_append(a->doc->arena, cell, text, source->pos);
	doc_node_append(row, cell);
	action->values[column].column = column;
	action->values[column].cell = cell;
}

/* "by 3 May 2026" in the action's own sentence. */
static struct str
due_of(struct str title)
{
	static const char *const words[] = { " by ", " before ",
		" no later than ", " due ", NULL };
	struct str none = { NULL, 0 };

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str rest = title;
		size_t at;

		while ((at = str_find_nocase(rest, words[i])) != (size_t)-1) {
			rest = str_skip(rest, at + str_from(words[i]).len);
			if (analyse_date_of(rest).year > 0)
				return rest;
		}
	}
	return none;
}

static size_t
prose_table(struct analysis *a)
{
	static const struct {
		enum column_role role;
		const char *heading;
	} columns[COLUMN_COUNT] = {
		[AT_ACTION] = { COLUMN_ROLE_ACTION, "Action" },
		[AT_OWNER] = { COLUMN_ROLE_OWNER, "Owner" },
		[AT_DUE] = { COLUMN_ROLE_DUE, "Due" },
	};
	struct plan_table *table;

	for (size_t i = 0; i < a->plan->tables_count; i++)
		if (a->plan->tables[i].node == NULL)
			return i;
	table = PLAN_PUSH(a, tables);
	table->column_count = COLUMN_COUNT;
	table->columns =
	    arena_alloc(a->doc->arena, COLUMN_COUNT * sizeof(*table->columns));
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		table->columns[i].role = columns[i].role;
		table->columns[i].heading = str_from(columns[i].heading);
		table->columns[i].via = VIA_PROSE;
	}
	table->sure.via = VIA_PROSE;
	table->sure.confidence = analyse_via_confidence(VIA_PROSE);
	return a->plan->tables_count - 1;
}

static void
add_action(struct analysis *a, const struct found *found)
{
	struct arena *arena = a->doc->arena;
	size_t table = prose_table(a);
	struct plan_action *action = PLAN_PUSH(a, actions);
	struct node *row = doc_node_new(arena, NODE_ROW, found->node->pos);
	struct str title = str_copy(arena, without_stop(found->title));

	action->table = table;
	action->theme = action->objective = PLAN_NONE;
	action->title = title;
	action->pos = found->node->pos;
	action->first_line = action->pos.line;
	action->last_line = found->node->end_line > action->pos.line
				? found->node->end_line
				: action->pos.line;
	action->value_count = COLUMN_COUNT;
	action->values =
	    arena_alloc(arena, COLUMN_COUNT * sizeof(*action->values));
	action->owner_text = str_copy(arena, without_stop(found->owner));
	add_cell(a, row, action, AT_ACTION, title, found->node);
	add_cell(a, row, action, AT_OWNER, action->owner_text, found->node);
	add_cell(a, row, action, AT_DUE, due_of(title), found->node);
	analyse_names_split(a, &action->owners, action->owner_text);
}

/* An action whose words begin at `text`. If they are a name alone, what is to
 * be done is the sentence before; `before` may be of the block above. */
static void
take(struct analysis *a, struct str before, struct str text, struct node *node)
{
	struct found found = { .node = node };

	text = without_stop(text);
	if (are_names(text)) {
		found.owner = text;
		found.title = last_sentence(before);
	} else {
		found.title = text;
		found.owner = opening_name(text);
		if (found.owner.len == 0)
			found.owner = closing_name(text);
	}
	if (analyse_word_count(found.title) >= SENTENCE_MIN_WORDS)
		add_action(a, &found);
}

/* The text above a block, for a name that stands on a line of its own. */
static struct str
text_above(struct analysis *a, const struct node *node)
{
	const struct node *above = node->prev;

	if (node->kind == NODE_FIELD && above == NULL)
		above = node->parent->prev;
	if (above == NULL && node->parent->kind == NODE_SECTION &&
	    node->parent->first == node)
		above = node->parent->prev;
	while (above != NULL &&
	       (above->kind == NODE_SECTION || above->kind == NODE_LIST))
		above = above->last;
	if (above == NULL || above->kind == NODE_TABLE ||
	    above->kind == NODE_HEADING)
		return (struct str){ NULL, 0 };
	return doc_text(a->scratch, above);
}

/* Where an action may open: at the beginning, behind a sentence, in brackets.
 */
static bool
may_open(struct str text, size_t at)
{
	if (at == 0)
		return true;
	if (text.ptr[at - 1] == '(' || text.ptr[at - 1] == '[')
		return true;
	return text.ptr[at - 1] == ' ' && at >= 2 &&
	       (ends_here(text, at - 2) || text.ptr[at - 2] == ':' ||
		   text.ptr[at - 2] == ')' || text.ptr[at - 2] == ']');
}

static void
look_in(struct analysis *a, struct node *node)
{
	struct str text = doc_text(a->scratch, node);

	for (size_t at = 0; at < text.len; at++) {
		struct str rest, body, before;
		size_t len;
		char close = 0;

		if (text.ptr[at] != 'A' && text.ptr[at] != 'C')
			continue;
		if (!may_open(text, at) ||
		    (len = opening_len(str_skip(text, at))) == 0)
			continue;
		rest = str_trim(str_skip(text, at + len));
		if (at > 0 && text.ptr[at - 1] == '(')
			close = ')';
		if (at > 0 && text.ptr[at - 1] == '[')
			close = ']';
		body = str_head(rest, sentence_len(rest));
		if (close != 0)
			str_next_part(&rest, close, &body);
		before = str_head(text, at);
		if (str_trim(before).len == 0 ||
		    (close != 0 && str_trim(before).len == 1))
			before = text_above(a, node);
		take(a, before, body, node);
		at += len;
	}
}

/* A margin that was read as a second column: the sentence, and who. */
static void
look_in_margin(struct analysis *a, const struct node *table)
{
	const struct node *row = analyse_first_row(table);

	if (table->role == ROLE_ACTIONS || table->as.table.column_count != 2)
		return;
	for (; row != NULL; row = row->next) {
		struct str text = analyse_cell_text(a, row, 1);
		size_t len = opening_len(text);

		if (len > 0 && row->first->first != NULL)
			take(a, analyse_cell_text(a, row, 0),
			    str_skip(text, len), row->first->first);
	}
}

static bool
names_action(struct analysis *a, const struct node *field)
{
	struct str key = analyse_key(a, field->as.field.name);

	return str_is(key, "action") || str_is(key, "actions") ||
	       str_is(key, "action point") || str_is(key, "action points") ||
	       str_is(key, "action by") || str_is(key, "action required");
}

/* A block that may hold actions in its words. Tables and what they hold, and
 * the cover, do not. */
void
analyse_minutes(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_TABLE || node->kind == NODE_QUOTE ||
		    node->kind == NODE_NOTES)
			doc_walk_skip(&walker);
		if (node->kind == NODE_TABLE)
			look_in_margin(a, node);
		if (node->kind == NODE_FIELD && names_action(a, node))
			take(a, text_above(a, node), doc_text(a->scratch, node),
			    node);
		if (node->kind == NODE_PARAGRAPH ||
		    (node->kind == NODE_HEADING && node->role != ROLE_TITLE))
			look_in(a, node);
	}
}
