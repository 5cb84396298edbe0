/* tags: do the tags of a PDF say what the composed tree says, in its order?
 *
 *     tags TREE TAGS
 *
 * TREE is what "build --to tree" writes, TAGS what "pdfinfo -struct-text"
 * prints of the PDF. Both are turned into a list of events: a heading, a list
 * or an item begins, a table, a row or a cell begins, and the text between.
 * White space does not count (a reader cannot know where lines were broken),
 * nor does what the page adds: the contents, the bullets, the numbers of pages,
 * and what stands in a figure, which is heard as its alternative text. Prints
 * where the lists part and ends with 1 if they do. Knows both forms by their
 * indentation alone and shares nothing with the program. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 4 };

struct text {
	char *bytes;
	size_t len, cap;
};

struct events {
	struct text *items; /* "heading", "cell", or text in quotes */
	size_t count, cap;
};

/* Where a reader stands: what it is inside of, by indentation. */
struct place {
	size_t skip;      /* deeper lines are left out; 0: none are */
	size_t cell;      /* deeper lines are in a cell; 0: none are */
	bool label;       /* the next text is a label's */
	size_t image;     /* deeper lines are an image's words; 0: none are */
	struct text held; /* which stand below the paragraph it is in */
};

static void *
need(void *ptr)
{
	if (ptr == NULL) {
		fprintf(stderr, "tags: out of memory\n");
		exit(2);
	}
	return ptr;
}

static void
put(struct text *text, const char *bytes, size_t len)
{
	if (text->len + len + 1 > text->cap) {
		text->cap = (text->len + len + 1) * 2;
		text->bytes = need(realloc(text->bytes, text->cap));
	}
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
}

static struct text *
event(struct events *events, const char *name)
{
	struct text *item;

	if (events->count == events->cap) {
		events->cap = events->cap * 2 + 64;
		events->items = need(realloc(
		    events->items, events->cap * sizeof(*events->items)));
	}
	item = &events->items[events->count++];
	*item = (struct text){ NULL, 0, 0 };
	put(item, name, strlen(name));
	return item;
}

/* Length of the white space at the beginning. */
static size_t
space(const char *at)
{
	static const char *const wide[] = { "\xC2\xA0", "\xE2\x80\xAF" };

	if (isspace((unsigned char)*at))
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (strncmp(at, wide[i], strlen(wide[i])) == 0)
			return strlen(wide[i]);
	return 0;
}

/* Text goes on with what stands before it. */
static void
say(struct events *events, const char *bytes, size_t len)
{
	const char *end = len > 0 ? bytes + len : bytes;
	struct text *item = NULL;

	if (events->count > 0 &&
	    events->items[events->count - 1].bytes[0] == '"')
		item = &events->items[events->count - 1];
	while (bytes < end) {
		size_t gap = space(bytes);

		if (gap > 0) {
			bytes += gap;
			continue;
		}
		if (item == NULL)
			item = event(events, "\"");
		put(item, bytes++, 1);
	}
}

static bool
is_one_of(const char *word, size_t len, const char *list)
{
	const char *at = list;

	for (; *at != '\0'; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == len && strncmp(at, word, len) == 0)
			return true;
	return false;
}

/* ---- the tree ---- */

/* The string that begins at the quote `at`; gives what stands behind it. */
static const char *
unquote(const char *at, struct text *text)
{
	text->len = 0;
	put(text, "", 0);
	for (at++; *at != '"' && *at != '\0'; at++) {
		if (*at != '\\') {
			put(text, at, 1);
		} else if (strncmp(at, "\\u{", 3) == 0) {
			unsigned long c = strtoul(at + 3, NULL, 16);

			/* the tree writes controls and two spaces so */
			if (c != 0xA0 && c != 0xAD)
				put(text, (char[]){ (char)c }, 1);
			at += strcspn(at, "}");
		} else {
			at++;
			put(text, *at == 'n' ? "\n" : at, 1);
		}
	}
	return *at == '"' ? at + 1 : at;
}

/* The values of a line that reach the page as text. */
static void
tree_values(struct events *events, const char *kind, size_t len, const char *at)
{
	struct text text = { NULL, 0, 0 };

	while (*at != '\0') {
		const char *key = at + strspn(at, " ");
		size_t key_len = strcspn(key, "=\" \n");

		at = key + key_len + (key[key_len] == '=');
		if (*at != '"') {
			at += strcspn(at, " ");
			continue;
		}
		at = unquote(at, &text);
		if (is_one_of(key, key_len, "number label name") ||
		    (is_one_of(key, key_len, "title") &&
			is_one_of(kind, len, "image")) ||
		    (key_len == 0 &&
			is_one_of(kind, len, "text code code-span")))
			say(events, text.bytes, text.len);
	}
	free(text.bytes);
}

static void
tree_hold(struct place *place, const char *line, size_t len)
{
	struct events words = { NULL, 0, 0 };

	tree_values(&words, line, len, line + len);
	if (words.count > 0)
		put(&place->held, words.items[0].bytes + 1,
		    words.items[0].len - 1);
}

/* An image's words stand below its paragraph: they wait for the next block. */
static void
tree_image(struct events *events, struct place *place, size_t depth,
    const char *kind, size_t len)
{
	if (place->image >= depth)
		place->image = 0;
	if (!is_one_of(kind, len,
		"text break emph strong strike code-span link image note-ref "
		"state span abbr")) {
		say(events, place->held.bytes, place->held.len);
		place->held.len = 0;
	}
	if (is_one_of(kind, len, "image"))
		place->image = depth;
}

static void
tree_line(
    struct events *events, struct place *place, size_t depth, const char *line)
{
	size_t len = strcspn(line, " \n");

	if (place->cell >= depth)
		place->cell = 0;
	tree_image(events, place, depth, line, len);
	if (is_one_of(line, len, "heading list item") && place->cell == 0)
		event(events, is_one_of(line, len, "heading") ? "heading"
			      : is_one_of(line, len, "list")  ? "list"
							      : "item");
	if (place->cell == 0 && is_one_of(line, len, "fields field"))
		event(events, len == 6 ? "list" : "item");
	if (place->cell == 0 && is_one_of(line, len, "table row cell"))
		event(events, len == 5 ? "table" : len == 3 ? "row" : "cell");
	if (place->cell == 0 && is_one_of(line, len, "cell"))
		place->cell = depth;
	if (place->image > 0)
		tree_hold(place, line, len);
	else
		tree_values(events, line, len, line + len);
}

/* ---- the tags ---- */

static bool
is_bullet(const char *bytes, size_t len)
{
	while (len > 0 && bytes[len - 1] == ' ')
		len--;
	return is_one_of(
	    bytes, len, "\xE2\x80\xA2 \xE2\x80\x93 \xE2\x98\x90 \xE2\x98\x91");
}

/* " (page 7)": where a reference leads to, which the page alone knows. */
static bool
is_page(const char *text)
{
	static const char *const words[] = { " (page\xC2\xA0",
		" (tudalen\xC2\xA0" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len = strlen(words[i]);

		if (strncmp(text, words[i], len) != 0)
			continue;
		len += strspn(text + len, "0123456789");
		return strncmp(text + len, ")\"", 2) == 0;
	}
	return false;
}

static void
tag_line(
    struct events *events, struct place *place, size_t depth, const char *line)
{
	static const char *const names[][2] = { { "L", "list" },
		{ "LI", "item" }, { "Table", "table" }, { "TR", "row" },
		{ "TD", "cell" }, { "TH", "cell" }, { "H1", "heading" },
		{ "H2", "heading" }, { "H3", "heading" }, { "H4", "heading" },
		{ "H5", "heading" }, { "H6", "heading" } };
	static const char *const missing[] = { "[Image: ", "[Delwedd: " };
	size_t len = strcspn(line, " :\n");
	const char *end = strrchr(line, '"');

	if (place->skip >= depth)
		place->skip = 0;
	if (place->cell >= depth)
		place->cell = 0;
	if (place->skip > 0)
		return;
	if (*line == '"' && end > line) {
		line++;
		/* how the page says that an image is missing */
		for (size_t i = 0; i < sizeof(missing) / sizeof(*missing); i++)
			if (strncmp(line, missing[i], strlen(missing[i])) ==
				0 &&
			    end[-1] == ']') {
				line += strlen(missing[i]);
				end--;
			}
		if (is_page(line))
			return;
		if (!place->label || !is_bullet(line, (size_t)(end - line)))
			say(events, line, (size_t)(end - line));
		return;
	}
	place->label = is_one_of(line, len, "Lbl");
	if (is_one_of(line, len, "TOC Figure"))
		place->skip = depth;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (place->cell == 0 && is_one_of(line, len, names[i][0]))
			event(events, names[i][1]);
	if (place->cell == 0 && is_one_of(line, len, "TD TH"))
		place->cell = depth;
}

/* ---- both ---- */

static struct events
events_read(const char *path,
    void (*take)(struct events *, struct place *, size_t, const char *))
{
	FILE *file = fopen(path, "rb");
	struct events events = { NULL, 0, 0 };
	struct place place = { 0, 0, false, 0, { NULL, 0, 0 } };
	struct text line = { NULL, 0, 0 };
	char piece[4096];

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	while (fgets(piece, sizeof(piece), file) != NULL) {
		put(&line, piece, strlen(piece));
		if (line.bytes[line.len - 1] != '\n' && !feof(file))
			continue;
		/* from 1 on, so that 0 can mean nowhere */
		take(&events, &place, strspn(line.bytes, " ") + 1,
		    line.bytes + strspn(line.bytes, " "));
		line.len = 0;
	}
	say(&events, place.held.bytes, place.held.len);
	free(place.held.bytes);
	free(line.bytes);
	fclose(file);
	return events;
}

static void
show(const char *whose, const struct events *events, size_t at)
{
	size_t first = at > SHOWN ? at - SHOWN : 0;

	for (size_t i = first; i <= at && i < events->count; i++)
		printf("%s %c %.300s\n", whose, i == at ? '>' : ' ',
		    events->items[i].bytes);
	if (at >= events->count)
		printf("%s > (the end)\n", whose);
}

int
main(int argc, char **argv)
{
	struct events tree, tags;
	size_t at = 0;

	if (argc != 3) {
		fprintf(stderr, "usage: tags TREE TAGS\n");
		return 2;
	}
	tree = events_read(argv[1], tree_line);
	tags = events_read(argv[2], tag_line);
	while (at < tree.count && at < tags.count &&
	       strcmp(tree.items[at].bytes, tags.items[at].bytes) == 0)
		at++;
	if (at == tree.count && at == tags.count && at > 0)
		return 0;
	show("tree", &tree, at);
	show("tags", &tags, at);
	return 1;
}
