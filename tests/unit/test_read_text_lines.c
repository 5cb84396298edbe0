/* Lines are measured, and tell whether the draft is wrapped. */
#include "text_draft.h"

#include "read/read_text_priv.h"

static struct text_reader
reader_for(const char *text)
{
	struct text_reader reader = { .scratch = arena_new() };

	read_text_lines_split(&reader, str_from(text), 7);
	read_text_lines_measure(&reader);
	return reader;
}

static void
lines_are_measured(void **state)
{
	struct text_reader reader =
	    reader_for("one\n\n \t\n\t two \n\f\xC2\xA0\xC3\xA9t\xC3\xA9\n");
	const struct text_line *lines = reader.lines;

	(void)state;
	assert_int_equal(reader.line_count, 3);
	assert_int_equal(lines[0].line_no, 7);
	assert_int_equal(lines[1].line_no, 10);
	assert_int_equal(lines[1].blanks, 2);
	assert_int_equal(lines[1].col, 3);
	assert_int_equal(lines[1].indent, 9);
	assert_str(lines[1].text, "two");
	assert_false(lines[1].page_break);
	assert_true(lines[2].page_break);
	assert_true(lines[2].nbsp_indent);
	assert_int_equal(lines[2].width, 3);
	arena_free(reader.scratch);
}

#define WRAPPED "the wall that was built in the year of the great storm has\n"

static void
wrapping_shows_in_most_lines(void **state)
{
	struct text_reader reader =
	    reader_for(WRAPPED WRAPPED WRAPPED WRAPPED "stood.\n");

	(void)state;
	assert_int_equal(reader.wrap_width, 58);
	arena_free(reader.scratch);
	/* the same lines, each a paragraph */
	reader = reader_for(
	    WRAPPED "\n" WRAPPED "\n" WRAPPED "\n" WRAPPED "\n" WRAPPED);
	assert_int_equal(reader.wrap_width, 0);
	arena_free(reader.scratch);
}

static void
places_count_characters(void **state)
{
	struct text_reader reader = reader_for("  \xC3\xA9t\xC3\xA9 now\n");
	const struct text_line *line = &reader.lines[0];
	struct pos pos = read_text_line_pos(line, str_skip(line->text, 6));

	(void)state;
	assert_int_equal(pos.line, 7);
	assert_int_equal(pos.col, 7);
	arena_free(reader.scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_measured),
		cmocka_unit_test(wrapping_shows_in_most_lines),
		cmocka_unit_test(places_count_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
