/* compose_words: the catalogues of words that belong to a template. Known to
 * compose alone. */
#ifndef COMPOSE_COMPOSE_WORDS_H
#define COMPOSE_COMPOSE_WORDS_H

#include "base/map.h"
#include "compose/compose_place.h"
#include "compose/compose_priv.h"

struct buf;

/* One file of words in one language. */
struct catalogue {
	struct str language; /* in small letters, as its file is called: "cy" */
	const char *path;
	xmlDoc *doc;
	xmlNode **nodes; /* its entries */
	size_t count, cap;
	struct map entries; /* "message page.title" -> index in nodes */
};

/* Loads words.LANG.xml of the `places` (the template's own first), then
 * LANG.xml of `shared`. False, with messages, if one is not sound or a word of
 * the program's has no English. */
bool compose_words_load(struct template *template, const struct place *places,
    size_t place_count, const char *shared, const char *schema,
    struct msgs *msgs);
void compose_words_free(struct template *template);

/* Has each message that `root`, read from `path`, refers to an English
 * wording? */
bool compose_words_check(const struct template *template, xmlNode *root,
    const char *path, struct msgs *msgs);

/* The nearest entry of that kind and name in that language, or NULL. */
const xmlNode *compose_words_find(const struct template *template,
    struct str language, const char *kind, struct str name);

#endif
