/* papers: the finished papers of a draft, in memory, and how many of its words
 * are missing there. */
#ifndef TESTS_GENERATE_PAPERS_H
#define TESTS_GENERATE_PAPERS_H

#include <stdbool.h>
#include <stddef.h>

struct doc;
struct papers;

/* Runs in the project's folder, whose templates and fonts are used. NULL,
 * having said why, when they cannot be had. */
struct papers *papers_new(void);
void papers_free(struct papers *papers); /* takes NULL */

/* Words of the analysed draft that its HTML, and if asked for its PDF, have
 * lost. A paper that cannot be made has lost them all. */
size_t papers_lost(struct papers *papers, const struct doc *doc, bool with_pdf);

#endif
