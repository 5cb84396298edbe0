/* report: a composed paper, ready for any renderer. Made by compose; const
 * from then on. */
#ifndef MODEL_REPORT_H
#define MODEL_REPORT_H

#include "model/plan.h"
#include "model/theme.h"
#include "model/words.h"

/* A file made of the same draft, beside this one. */
struct report_twin {
	struct str format; /* as in --to: "csv" */
	struct str file;   /* its name, without the folder */
};

struct report {
	struct arena *arena;   /* all below lives in it, or in the doc's */
	const struct doc *doc; /* borrowed; for messages and the words */
	/* The tree. Its first child is a HEADING of level 1, the title; blocks
	 * follow, then SECTIONs whose heading levels go down one at a time.
	 * Tables have header rows; ids are unique; every node that can be
	 * linked to has one. NOTES, if any, are the last child. */
	struct node *root;
	const struct theme *theme; /* with labels in the paper's language */
	struct words words;        /* what the program says in it */
	struct str template_name;
	struct str title;        /* never empty */
	struct str organisation; /* may be empty, as all below */
	struct str masthead;     /* the organisation, where the draft does not
				  * name it: to stand before the title */
	struct str committee;
	struct str author;
	struct str language;    /* BCP 47; never empty */
	struct str description; /* one sentence */
	struct str date_iso;    /* of the paper: for metadata */
	struct str header_left, header_right, footer_left;
	struct str watermark; /* across every page; or empty */
	bool line_numbers;    /* beside the lines of every page */
	struct str left_out;  /* what a summary leaves of the draft; or empty */
	struct str css;       /* extra rules for the HTML page */
	/* The files written together with this one; set by cli, for papers
	 * that link to them. */
	const struct report_twin *twins;
	size_t twin_count;
	char digest[65]; /* hex; of draft and template: for file ids */
};

#endif
