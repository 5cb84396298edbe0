/* english: which words of the English catalogues stand in a paper that is not
 * in English.
 *
 *     english TEXT... -- KNOWN... -- ENGLISH... -- OTHER...
 *
 * TEXT: files of plain text, read from the finished papers. KNOWN: files whose
 * words anybody may use: the draft. ENGLISH and OTHER: catalogues (XML). Prints
 * each word of a TEXT that an English catalogue has and neither a KNOWN file
 * nor a catalogue of the OTHER language; fails if there is one, or nothing to
 * look for. Shares nothing with the program. */
#include <ctype.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
	char **words;
	size_t count, cap;
};

static void
add(struct list *list, const char *word, size_t len)
{
	char *copy = malloc(len + 1);

	if (list->count == list->cap) {
		list->cap = list->cap * 2 + 64;
		list->words =
		    realloc(list->words, list->cap * sizeof(*list->words));
	}
	if (copy == NULL || list->words == NULL)
		exit(2);
	for (size_t i = 0; i < len; i++)
		copy[i] = (char)tolower((unsigned char)word[i]);
	copy[len] = '\0';
	list->words[list->count++] = copy;
}

/* Letters of any alphabet; an apostrophe parts words. One letter says nothing
 * of a language. */
static void
add_text(struct list *list, const char *text)
{
	while (*text != '\0') {
		size_t len = 0;

		while (isalpha((unsigned char)text[len]) ||
		       ((unsigned char)text[len] >= 0x80 &&
			   strncmp(text + len, "\u2019", 3) != 0 &&
			   strncmp(text + len, "\u00a0", 2) != 0 &&
			   strncmp(text + len, "\u2013", 3) != 0))
			len++;
		if (len > 1)
			add(list, text, len);
		text += len;
		if (*text != '\0')
			text++;
	}
}

static int
word_cmp(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
settle(struct list *list)
{
	if (list->count > 1)
		qsort(list->words, list->count, sizeof(*list->words), word_cmp);
}

static bool
has(const struct list *list, const char *word)
{
	return list->count > 0 && bsearch(&word, list->words, list->count,
				      sizeof(*list->words), word_cmp) != NULL;
}

static void
add_file(struct list *list, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = NULL;
	size_t len = 0, cap = 0, got = 1;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	while (got > 0) {
		cap = len + 65536;
		text = realloc(text, cap + 1);
		if (text == NULL)
			exit(2);
		got = fread(text + len, 1, cap - len, file);
		len += got;
	}
	fclose(file);
	text[len] = '\0';
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\0')
			text[i] = ' ';
	add_text(list, text);
	free(text);
}

/* The attributes that are said; the rest is for the program. */
static void
add_attributes(struct list *list, xmlNode *node)
{
	static const char *const said[] = { "zero", "one", "two", "few", "many",
		"other", "none", "last", "between" };

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		xmlChar *text = xmlGetProp(node, BAD_CAST said[i]);

		if (text != NULL)
			add_text(list, (char *)text);
		xmlFree(text);
	}
}

static void
add_catalogue(struct list *list, const char *path)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	xmlNode *at = root;

	if (root == NULL)
		exit(2);
	while (at != NULL) {
		if (at->type == XML_TEXT_NODE)
			add_text(list, (char *)at->content);
		if (at->type == XML_ELEMENT_NODE)
			add_attributes(list, at);
		if (at->type == XML_ELEMENT_NODE && at->children != NULL) {
			at = at->children;
			continue;
		}
		while (at != root && at->next == NULL)
			at = at->parent;
		at = at == root ? NULL : at->next;
	}
	xmlFreeDoc(doc);
}

int
main(int argc, char **argv)
{
	struct list lists[4] = { { 0 } };
	const char *last = "";
	size_t part = 0, found = 0;

	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--") == 0 && part < 3)
			part++;
		else if (part < 2)
			add_file(&lists[part], argv[i]);
		else
			add_catalogue(&lists[part], argv[i]);
	for (size_t i = 0; i < 4; i++)
		settle(&lists[i]);
	for (size_t i = 0; i < lists[0].count; i++) {
		const char *word = lists[0].words[i];

		if (strcmp(word, last) != 0 && has(&lists[2], word) &&
		    !has(&lists[1], word) && !has(&lists[3], word)) {
			printf("English: %s\n", word);
			found++;
		}
		last = word;
	}
	if (lists[0].count == 0 || lists[2].count == 0) {
		printf("there is nothing to look at\n");
		found++;
	}
	return found > 0;
}
