/* usage: judge WORDS DRAWING FACTS TOP RIGHT BOTTOM LEFT [DRAFT]
 * WORDS is of pdftotext -bbox-layout, DRAWING of pdftocairo -svg, FACTS of
 * tests/pages/facts.jq. Prints what is wrong, a line each; status 1 if
 * anything is. See judge.h. */
#include "judge.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *
judge_push(void *items, size_t *count, size_t *cap, size_t size)
{
	if (*count == *cap) {
		*cap = *cap == 0 ? 16 : 2 * *cap;
		items = realloc(items, *cap * size);
		if (items == NULL)
			exit(2);
	}
	memset((char *)items + *count * size, 0, size);
	++*count;
	return items;
}

void
judge_fault(struct paper *paper, const char *check, size_t page,
    const char *format, ...)
{
	va_list args;

	printf("%s: page %zu: ", check, page + 1);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
	paper->faults++;
}

struct token
judge_token(const char *text)
{
	struct token token = { 0 };
	int used = 0;

	if (sscanf(text, "t%dr%dc%dx%n", &token.table, &token.row,
		&token.column, &used) == 3 &&
	    used > 0)
		token.part = PART_CELL;
	else if (sscanf(text, "t%dh%dx%n", &token.table, &token.column,
		     &used) == 2 &&
		 used > 0)
		token.part = PART_HEADER;
	else if (sscanf(text, "h%dx%n", &token.table, &used) == 1 && used > 0)
		token.part = PART_HEADING;
	else if (sscanf(text, "p%dx%n", &token.table, &used) == 1 && used > 0)
		token.part = PART_PARAGRAPH;
	else if (sscanf(text, "n%dx%n", &token.table, &used) == 1 && used > 0)
		token.part = PART_NOTE;
	else if (sscanf(text, "p%du%dx%n", &token.row, &token.table, &used) ==
		     2 &&
		 used > 0)
		token.part = PART_LINK;
	token.len = (size_t)used;
	return token;
}

int
main(int argc, char **argv)
{
	static struct paper paper;

	if (argc < 8 || argc > 9) {
		fprintf(stderr, "usage: judge WORDS DRAWING FACTS TOP RIGHT "
				"BOTTOM LEFT [DRAFT]\n");
		return 2;
	}
	paper.margins = (struct margins){ atof(argv[4]), atof(argv[5]),
		atof(argv[6]), atof(argv[7]) };
	judge_read_words(&paper, argv[1]);
	judge_read_drawing(&paper, argv[2]);
	judge_read_facts(&paper, argv[3]);
	judge_margins(&paper);
	judge_overlaps(&paper);
	judge_rules(&paper);
	judge_links(&paper);
	judge_labels(&paper);
	judge_contents(&paper);
	if (argc == 9) {
		judge_read_source(&paper, argv[8]);
		judge_headings(&paper);
		judge_lone_lines(&paper);
		judge_header_rows(&paper);
		judge_cut_rows(&paper);
		judge_broken_words(&paper);
	}
	return paper.faults > 0;
}
