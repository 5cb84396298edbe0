/* compose: an analysed document and a template -> a report.
 *
 * A template is a folder with template.xml (what the paper says, in which
 * order) and theme.xml (what it looks like), both checked against the RELAX NG
 * schemas that stand beside the folders. Loading opens no network address,
 * external entity or DTD. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "model/report.h"

struct arena;
struct msgs;
struct template;

/* To be called once, before anything that uses libxml2: running out of memory
 * in it ends the program as it does elsewhere. */
void compose_memory_setup(void);

/* Is there such a template: one of that name in the folder `templates_dir`, or
 * else a folder of that path with a template.xml? */
bool compose_template_exists(const char *templates_dir, const char *name);

/* The same, but only one of the program's own. */
bool compose_template_is_built_in(const char *templates_dir, const char *name);

/* Loads it. NULL, with a message that names file and line, when it is missing
 * or does not fit its schema. A template that lies outside `templates_dir`
 * reads nothing outside its own folder but what it extends. */
struct template *compose_template_load(
    const char *templates_dir, const char *name, struct msgs *msgs);
void compose_template_free(struct template *template); /* takes NULL */

/* One of the files that a template is made of. */
struct template_file {
	struct str name;  /* "theme.xml" */
	const char *path; /* where it lies */
};

/* What a copy of the template needs: all that lies in its own folder and, if
 * that has none, the look, with its logo, and the starting draft of what it
 * extends. Sorted; lives in arena. */
struct template_file *compose_template_files(
    struct arena *arena, const struct template *template, size_t *count);

/* The folder of the i-th template that it extends and that is none of the
 * program's: a copy needs that beside it. NULL: there are no more. */
const char *compose_template_base(const struct template *template, size_t i);

/* For people: one line on what the template makes. Borrowed from it. */
struct str compose_template_describe(const struct template *template);

/* The names of all templates in the folder, sorted. Lives in arena. */
struct str *compose_template_list(
    struct arena *arena, const char *templates_dir, size_t *count);

/* The name of the template made for that kind of document, as it is: a plan
 * without actions is a paper. A constant. */
const char *compose_template_for(const struct plan *plan);

/* The look that the template gives its papers. Borrowed from it. */
const struct theme *compose_template_theme(const struct template *template);

/* Always gives a report; what does not fit is said as messages of the doc.
 * `theme` is one made of the template's, or NULL for that one. The report
 * borrows from all three; free it before them. */
struct report *compose_report(const struct doc *doc,
    const struct template *template, const struct theme *theme);
void compose_report_free(struct report *report); /* takes NULL */

/* What the command line asks of the page; NULL and false: nothing. */
struct compose_page {
	const char *paper, *watermark;
	bool line_numbers;
};

/* Settles paper, watermark and line numbers of a composed report: as asked, or
 * as the draft's front matter says. A paper that is none is said as a message
 * of the doc. The texts asked for must outlive the report. */
void compose_page_set(struct report *report, const struct compose_page *asked);

#endif
