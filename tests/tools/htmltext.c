/* htmltext: what a reader of an HTML page meets, as text.
 *
 *     htmltext PAGE
 *
 * All text outside the head, styles and scripts, with the addresses of links
 * and the words that stand for images. Shares nothing with the program. */
#include <libxml/HTMLparser.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Elements that do not part the words around them. A raised mark of a note is
 * not the end of a word. */
static const char *const inlines[] = { "a", "abbr", "b", "bdi", "bdo", "cite",
	"code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
	"samp", "small", "span", "strong", "sub", "time", "u", "var", "wbr" };

static const char *const silent[] = { "head", "script", "style", "template" };

static bool
is_one_of(const xmlNode *node, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp((const char *)node->name, names[i]) == 0)
			return true;
	return false;
}

static void
put_attribute(xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetProp(node, BAD_CAST name);

	if (value != NULL)
		printf("\n%s\n", (char *)value);
	xmlFree(value);
}

static bool
parts_words(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	       !is_one_of(node, inlines, sizeof(inlines) / sizeof(*inlines));
}

static bool
is_silent(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	       is_one_of(node, silent, sizeof(silent) / sizeof(*silent));
}

static void
enter(xmlNode *node)
{
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		printf("%s", (const char *)node->content);
	if (node->type != XML_ELEMENT_NODE)
		return;
	if (parts_words(node))
		printf("\n");
	if (strcmp((const char *)node->name, "a") == 0)
		put_attribute(node, "href");
	if (strcmp((const char *)node->name, "img") == 0)
		put_attribute(node, "alt");
}

int
main(int argc, char **argv)
{
	htmlDocPtr page;
	xmlNode *node;

	if (argc != 2) {
		fprintf(stderr, "usage: htmltext PAGE\n");
		return 2;
	}
	page = htmlReadFile(argv[1], "UTF-8",
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

	node = page != NULL ? xmlDocGetRootElement(page) : NULL;
	if (node == NULL) {
		fprintf(stderr, "htmltext: %s cannot be read\n", argv[1]);
		return 1;
	}
	while (node != NULL) {
		if (!is_silent(node)) {
			enter(node);
			if (node->children != NULL) {
				node = node->children;
				continue;
			}
		}
		/* up, until there is a next one */
		while (node != NULL && node->next == NULL) {
			node = node->parent;
			if (node != NULL && parts_words(node))
				printf("\n");
			if (node != NULL && node->type != XML_ELEMENT_NODE)
				node = NULL;
		}
		if (node != NULL)
			node = node->next;
	}
	xmlFreeDoc(page);
	return 0;
}
