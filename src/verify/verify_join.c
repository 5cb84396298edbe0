/* verify_join: words that a draft's markup cuts apart; see verify_priv.h.
 *
 *     draft     un**know**n       words: un, know, n
 *     output    unknown           words: unknown
 *
 * Each such word needs an output word that no other word of the draft claims,
 * so a lost word cannot pass for a joined one. */
#include "verify/verify_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Bytes; no limit would cost a second look at all of a line for each '<'. */
enum { BRACKETED_MAX = 2048 };

/* Parts of one word; no limit would cost their square. */
enum { PARTS_MAX = 16 };

/* A run of letters of the draft, or a letter written as an entity. */
struct part {
	struct str source; /* as written */
	struct str text;   /* as read */
	bool is_entity;
};

/* Parts that nothing but markup keeps apart. */
struct joined {
	struct part *parts;
	size_t count, cap;
	struct arena *arena; /* the parts live in it */
};

static bool
is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Length of a tag, or of the part of a link in brackets, at the front of the
 * rest; 0 if there is none. Neither goes over the end of a line. */
static size_t
bracketed_len(struct str rest)
{
	char close = rest.ptr[0] == '<' ? '>' : rest.ptr[1] == '(' ? ')' : ']';
	size_t at = rest.ptr[0] == '<' ? 1 : 2;

	while (at < rest.len && at < BRACKETED_MAX && rest.ptr[at] != '\n' &&
	       !(close == '>' && rest.ptr[at] == '<'))
		if (rest.ptr[at++] == close)
			return at;
	return 0;
}

/* Combining marks by the endings of HTML's names for accented letters. */
static uint32_t
accent_of(struct str name)
{
	static const struct {
		const char *ending;
		uint32_t mark;
	} accents[] = { { "acute", 0x301 }, { "grave", 0x300 },
		{ "circ", 0x302 }, { "uml", 0x308 }, { "tilde", 0x303 },
		{ "cedil", 0x327 }, { "ring", 0x30A }, { "caron", 0x30C } };

	for (size_t i = 0; i < sizeof(accents) / sizeof(accents[0]); i++)
		if (name.len == 1 + strlen(accents[i].ending) &&
		    str_ends(name, accents[i].ending))
			return accents[i].mark;
	return 0;
}

static uint32_t
number_of(struct str digits)
{
	bool hex = digits.len > 0 && (digits.ptr[0] | 0x20) == 'x';
	uint32_t value = 0;

	for (size_t i = hex ? 1 : 0; i < digits.len; i++) {
		char c = (char)(digits.ptr[i] | 0x20);
		uint32_t digit = c >= 'a' ? (uint32_t)(c - 'a' + 10)
					  : (uint32_t)(digits.ptr[i] - '0');

		if (digit >= (hex ? 16U : 10U) || value > 0x10FFFF)
			return 0;
		value = value * (hex ? 16 : 10) + digit;
	}
	return value <= 0x10FFFF ? value : 0;
}

/* Reads "&eacute;" or "&#233;" at the front: its length, or 0 if it is no
 * letter's. Puts the letter to `text`. */
static size_t
entity_len(struct buf *text, struct str rest)
{
	static const struct {
		const char *name;
		uint32_t letter;
	} letters[] = { { "aelig", 0xE6 }, { "AElig", 0xC6 },
		{ "oslash", 0xF8 }, { "Oslash", 0xD8 }, { "szlig", 0xDF },
		{ "eth", 0xF0 }, { "ETH", 0xD0 }, { "thorn", 0xFE },
		{ "THORN", 0xDE }, { "oelig", 0x153 }, { "OElig", 0x152 } };
	size_t end = 1 + (rest.len > 1 && rest.ptr[1] == '#');
	struct str name;
	uint32_t mark;

	while (end < rest.len && end < 32 && is_name_char(rest.ptr[end]))
		end++;
	if (end >= rest.len || rest.ptr[end] != ';')
		return 0;
	name = str_range(rest.ptr + 1, rest.ptr + end);
	if (name.len > 1 && name.ptr[0] == '#') {
		uint32_t c = number_of(str_skip(name, 1));

		if (c == 0 || !utf8_is_word(c))
			return 0;
		buf_put_char(text, c);
		return end + 1;
	}
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (str_is(name, letters[i].name)) {
			buf_put_char(text, letters[i].letter);
			return end + 1;
		}
	mark = accent_of(name);
	if (mark == 0)
		return 0;
	buf_put(text, name.ptr, 1);
	buf_put_char(text, mark);
	return end + 1;
}

static void
part_add(
    struct joined *word, struct str source, struct str text, bool is_entity)
{
	word->parts = arena_push(word->arena, word->parts, &word->count,
	    &word->cap, sizeof(*word->parts));
	word->parts[word->count - 1] = (struct part){ source, text, is_entity };
}

static size_t
entity_take(struct joined *word, struct str rest)
{
	struct buf letter = BUF_INIT;
	size_t len = entity_len(&letter, rest);

	if (len > 0)
		part_add(word, str_head(rest, len),
		    str_copy(word->arena, buf_str(&letter)), true);
	buf_clear(&letter);
	return len;
}

/* Length of markup at the front that a reader does not see; 0 if there is
 * none. */
static size_t
markup_len(const struct joined *word, struct str rest)
{
	size_t len;

	switch (rest.ptr[0]) {
	case '*':
	case '~':
	case '[':
		return 1;
	case '`':
		/* code gives up the spaces at its ends: "a` b `c" is "abc" */
		return rest.len > 1 && rest.ptr[1] == ' ' ? 2 : 1;
	case ' ':
		return rest.len > 1 && rest.ptr[1] == '`' ? 2 : 0;
	case '_':
		/* within a word it is no emphasis */
		return word->count == 0 || rest.len < 2 ||
		       !is_name_char(rest.ptr[1]);
	case ']':
		if (rest.len > 1 && strchr("([", rest.ptr[1]) != NULL &&
		    (len = bracketed_len(rest)) > 0)
			return len;
		return 1;
	case '<':
		len = rest.len > 1 ? bracketed_len(rest) : 0;
		/* what stands in "<a@b.example>" is read */
		return str_find(str_head(rest, len), "@") < len ||
			       str_find(str_head(rest, len), "://") < len
			   ? 1
			   : len;
	case '>':
		return word->count > 0;
	default: /* a backslash too: what it escapes parts words */
		return 0;
	}
}

static size_t
missing_in(const struct verify_table *table, struct str part, bool take)
{
	struct verify_scan scan = verify_scan_of(part);
	size_t missing = 0;

	while (verify_next(&scan)) {
		struct verify_entry *entry =
		    verify_table_find(table, scan.word);

		if (entry == NULL || entry->missing == 0)
			continue;
		missing++;
		if (take)
			entry->missing--;
	}
	return missing;
}

/* Are parts `from` to `to` one word of the output, one that no other word of
 * the draft claims? Then they are not missing. */
static bool
claim(struct verify_table *table, const struct joined *word, size_t from,
    size_t to)
{
	struct buf text = BUF_INIT;
	struct verify_entry *entry;
	size_t missing = 0, claimed = 0;

	for (size_t i = from; i < to; i++) {
		buf_put_str(&text, word->parts[i].text);
		missing += missing_in(table, word->parts[i].source, false);
	}
	entry = missing == 0 ? NULL
			     : verify_table_find(table,
				   utf8_nfc(word->arena, buf_str(&text)));
	buf_clear(&text);
	if (entry == NULL)
		return false;
	if (entry->draft > entry->dropped)
		claimed = entry->draft - entry->dropped;
	if (entry->output <= claimed)
		return false;
	entry->output--;
	for (size_t i = from; i < to; i++)
		missing_in(table, word->parts[i].source, true);
	return true;
}

/* The longest words first: markup that was not read as such still parts. */
static void
word_end(struct verify_table *table, struct joined *word)
{
	size_t from = 0;

	while (from < word->count) {
		size_t least = from + 1 + (word->parts[from].is_entity ? 0 : 1);
		size_t to = word->count;

		if (to > from + PARTS_MAX)
			to = from + PARTS_MAX;
		while (to >= least && !claim(table, word, from, to))
			to--;
		from = to >= least ? to : from + 1;
	}
	word->count = 0;
}

/* Adds the letters at the front to the word; gives how many bytes. */
static size_t
letters_take(struct joined *word, struct str rest)
{
	struct str after = rest;
	size_t len = 0;

	while (after.len > 0 && utf8_is_word(utf8_next(&after)))
		len = rest.len - after.len;
	if (len > 0)
		part_add(word, str_head(rest, len), str_head(rest, len), false);
	return len;
}

void
verify_join(struct verify_table *table, struct str draft)
{
	struct joined word = { .arena = arena_new() };

	while (draft.len > 0) {
		size_t len = letters_take(&word, draft);

		if (len == 0 && draft.ptr[0] == '&')
			len = entity_take(&word, draft);
		if (len == 0)
			len = markup_len(&word, draft);
		if (len == 0) {
			word_end(table, &word);
			utf8_next(&draft);
		} else {
			draft = str_skip(draft, len);
		}
	}
	word_end(table, &word);
	arena_free(word.arena);
}
