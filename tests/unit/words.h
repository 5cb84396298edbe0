/* words: the program's words in one language, for reports made by hand. */
#ifndef TESTS_UNIT_WORDS_H
#define TESTS_UNIT_WORDS_H

#include <libxml/parser.h>
#include <stdio.h>

#include "base/arena.h"
#include "model/words.h"

/* Reads templates/words/LANGUAGE.xml. The texts live in arena. */
static inline void
words_read(struct arena *arena, struct words *words, const char *language)
{
	char path[64];
	xmlDoc *doc;
	xmlNode *at;

	snprintf(path, sizeof(path), "templates/words/%s.xml", language);
	doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	words->language = str_from(language);
	at = doc != NULL ? xmlDocGetRootElement(doc)->children : NULL;
	for (; at != NULL; at = at->next) {
		xmlChar *name = xmlGetProp(at, BAD_CAST "name");
		xmlChar *text = xmlNodeGetContent(at);
		enum word word;

		if (name != NULL &&
		    words_find(str_from((const char *)name), &word))
			words->texts[word] =
			    str_copy(arena, str_from((const char *)text));
		xmlFree(name);
		xmlFree(text);
	}
	xmlFreeDoc(doc);
}

#endif
