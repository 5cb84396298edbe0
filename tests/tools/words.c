/* words: is every word of a draft in a paper, as often as in the draft?
 *
 *     words DRAFT DROPPED PAPER
 *
 * All three are text. Words of DROPPED need not be in the paper. Prints the
 * words that are missing and ends with 1 if there are any. A judge that shares
 * nothing with the program: a word is a run of letters, marks and numbers.
 *
 * A reader of PDF joins a word's halves over a hyphen at the end of a line,
 * and cannot know that a long word was broken: so a missing word may also be
 * the front or back of a longer one whose rest is a word of the draft, or
 * several of the paper's words in a row. */
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct words {
	char **items; /* in order */
	size_t count, cap;
};

static void *
need(void *ptr)
{
	if (ptr == NULL) {
		fprintf(stderr, "words: out of memory\n");
		exit(2);
	}
	return ptr;
}

static char *
slurp(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	size_t cap = 0, got;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	*len = 0;
	do {
		if (cap - *len < 65536)
			bytes = need(realloc(bytes, cap = cap * 2 + 65537));
		got = fread(bytes + *len, 1, 65536, file);
		*len += got;
	} while (got > 0);
	fclose(file);
	bytes[*len] = '\0';
	return bytes;
}

static char *
convert(char *bytes, size_t *len, const char *from)
{
	iconv_t cd = iconv_open("UTF-8", from);
	size_t in_left = *len, out_left = *len * 4 + 16;
	char *out = need(malloc(out_left + 1)), *at = out, *in = bytes;

	while (iconv(cd, &in, &in_left, &at, &out_left) == (size_t)-1) {
		if (in_left == 0)
			break;
		in++; /* a byte that means nothing */
		in_left--;
	}
	iconv_close(cd);
	*len = (size_t)(at - out);
	out[*len] = '\0';
	free(bytes);
	return out;
}

/* UTF-8, or what else a draft may come in. */
static char *
decode(char *bytes, size_t *len)
{
	utf8proc_ssize_t at = 0, step;
	utf8proc_int32_t c;

	if (*len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
			     memcmp(bytes, "\xFE\xFF", 2) == 0))
		return convert(bytes, len, "UTF-16");
	while (at < (utf8proc_ssize_t)*len) {
		step = utf8proc_iterate((utf8proc_uint8_t *)bytes + at,
		    (utf8proc_ssize_t)*len - at, &c);
		if (step < 0)
			return convert(bytes, len, "CP1252");
		at += step;
	}
	return bytes;
}

static bool
is_word(utf8proc_int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_NO;
}

static void
add(struct words *words, const char *ptr, size_t len)
{
	if (words->count == words->cap) {
		words->cap = words->cap ? words->cap * 2 : 256;
		words->items =
		    need(realloc(words->items, words->cap * sizeof(char *)));
	}
	words->items[words->count] = need(malloc(len + 1));
	memcpy(words->items[words->count], ptr, len);
	words->items[words->count++][len] = '\0';
}

static void
split(struct words *words, const char *path)
{
	size_t len;
	char *bytes = slurp(path, &len);
	utf8proc_uint8_t *text = NULL;
	utf8proc_ssize_t at = 0, begin = -1, step, end;
	utf8proc_int32_t c;

	bytes = decode(bytes, &len);
	end = utf8proc_map((utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)len,
	    &text,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
		UTF8PROC_IGNORE);
	for (; at < end; at += step) {
		step = utf8proc_iterate(text + at, end - at, &c);
		if (step < 0) {
			step = 1;
			c = ' ';
		}
		if (is_word(c) && begin < 0)
			begin = at;
		if (!is_word(c) && begin >= 0) {
			add(words, (char *)text + begin, (size_t)(at - begin));
			begin = -1;
		}
	}
	if (begin >= 0)
		add(words, (char *)text + begin, (size_t)(end - begin));
	free(text);
	free(bytes);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct words
sorted(const struct words *words)
{
	struct words copy = { .count = words->count, .cap = words->count };

	copy.items = need(malloc((words->count + 1) * sizeof(char *)));
	if (words->count > 0)
		memcpy(copy.items, words->items, words->count * sizeof(char *));
	qsort(copy.items, copy.count, sizeof(char *), by_text);
	return copy;
}

static bool
has(const struct words *words, const char *word)
{
	return bsearch(&word, words->items, words->count, sizeof(char *),
		   by_text) != NULL;
}

/* What is in `wanted` (sorted) more often than in `had` (sorted). */
static struct words
less(const struct words *wanted, const struct words *had)
{
	struct words rest = { 0 };
	size_t j = 0;

	for (size_t i = 0; i < wanted->count; i++) {
		while (j < had->count &&
		       strcmp(had->items[j], wanted->items[i]) < 0)
			j++;
		if (j < had->count &&
		    strcmp(had->items[j], wanted->items[i]) == 0)
			j++;
		else
			add(&rest, wanted->items[i], strlen(wanted->items[i]));
	}
	return rest;
}

/* The mark of a note, which stands close to its word. */
static bool
is_mark(const char *text)
{
	return text[strspn(text, "0123456789")] == '\0';
}

/* Is `word` the front or back of `longer`, and the rest a word of the draft?
 */
static bool
is_half(const char *word, const char *longer, const struct words *draft)
{
	size_t len = strlen(word), total = strlen(longer);
	char front[256];

	if (total <= len || total - len >= sizeof(front))
		return false;
	if (strncmp(longer, word, len) == 0 &&
	    (has(draft, longer + len) || is_mark(longer + len)))
		return true;
	if (strcmp(longer + total - len, word) != 0)
		return false;
	memcpy(front, longer, total - len);
	front[total - len] = '\0';
	return has(draft, front);
}

/* Do the paper's words from `at` on, run together, make `word`? */
static bool
is_broken(const char *word, const struct words *paper, size_t at)
{
	while (*word != '\0' && at < paper->count) {
		size_t len = strlen(paper->items[at]);

		if (strncmp(word, paper->items[at], len) != 0)
			return false;
		word += len;
		at++;
	}
	return *word == '\0';
}

/* Each place of the paper excuses one word. */
static bool
is_excused(const char *word, struct words *paper, const struct words *draft)
{
	for (size_t i = 0; i < paper->count; i++) {
		bool half = !has(draft, paper->items[i]) &&
			    is_half(word, paper->items[i], draft);

		if (half)
			return true;
		if (is_broken(word, paper, i)) {
			paper->items[i][0] = '\1';
			return true;
		}
	}
	return false;
}

int
main(int argc, char **argv)
{
	struct words all = { 0 }, dropped = { 0 }, paper = { 0 };
	struct words draft, gone, there, wanted, missing;
	size_t lost = 0;

	if (argc != 4) {
		fprintf(stderr, "usage: words DRAFT DROPPED PAPER\n");
		return 2;
	}
	split(&all, argv[1]);
	split(&dropped, argv[2]);
	split(&paper, argv[3]);
	draft = sorted(&all);
	gone = sorted(&dropped);
	there = sorted(&paper);
	wanted = less(&draft, &gone);
	missing = less(&wanted, &there);
	for (size_t i = 0; i < missing.count; i++) {
		if (is_excused(missing.items[i], &paper, &draft))
			continue;
		if (lost++ < 20)
			printf("missing: %s\n", missing.items[i]);
	}
	if (lost > 0)
		printf("%zu of %zu words are missing\n", lost, draft.count);
	return lost > 0;
}
