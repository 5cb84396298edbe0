/* Which lines of a cell begin a paragraph or an item, and how deep. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "read/read_text_priv.h"

/* Lines as they do: "P" a paragraph, "." goes on, "-" an item, "n" one that
 * begins a list, each with its depth; " " a blank line. */
static void
assert_lines_at(
    const char *text, bool wraps, const char *want, const char *file, int line)
{
	struct str rest = str_from(text), part;
	struct read_cell_line lines[20] = { { .indent = 0 } };
	struct buf got = BUF_INIT;
	size_t count = 0;

	for (; str_next_line(&rest, &part); count++) {
		lines[count].text = str_trim(part);
		while (lines[count].indent < part.len &&
		       part.ptr[lines[count].indent] == ' ')
			lines[count].indent++;
	}
	read_cell_lines(lines, count, wraps);
	for (size_t i = 0; i < count; i++) {
		const struct read_cell_line *at = &lines[i];

		if (at->text.len == 0)
			buf_puts(&got, " ");
		else if (at->does == CELL_ITEM)
			buf_printf(&got, "%s%zu", at->is_new_list ? "n" : "-",
			    at->depth);
		else
			buf_printf(&got, "%s%zu",
			    at->does == CELL_PARAGRAPH ? "P" : ".", at->depth);
	}
	assert_str_at(buf_str(&got), want, file, line);
	buf_clear(&got);
}

#define assert_wraps(text, want)                                               \
	assert_lines_at((text), true, (want), __FILE__, __LINE__)
#define assert_breaks(text, want)                                              \
	assert_lines_at((text), false, (want), __FILE__, __LINE__)

static void
hyphens_need_company(void **state)
{
	(void)state;
	assert_wraps("- a\n- b\n", "n1-1");
	assert_wraps("a:\n- b\n", "P0n1");
	assert_wraps("a\n\n- b\n", "P0 n1");
	assert_wraps("- a\n", "P0");
	assert_wraps("one way\n- or another\n- or none\n", "P0.0.0");
	assert_breaks("- a\nb\n", "P0.0");
	assert_wraps("\xE2\x80\xA2 a\n", "n1");
	assert_wraps("\xE2\x80\xA2 hanner\no waith\no hyd\n", "n1.1.1");
	/* a state, not a bullet */
	assert_wraps("\xE2\x98\x91 Done\n", "P0");
	assert_wraps("\xE2\x97\x8B Open\n", "P0");
}

static void
labels_are_items_when_they_count(void **state)
{
	(void)state;
	assert_wraps("1. a\n2. b\n", "n1-1");
	assert_wraps("(a) a\n(b) b\n", "n1-1");
	assert_wraps("i. a\nii. b\n", "n1-1");
	assert_wraps("1. a\n3. b\n", "P0.0");
	assert_wraps("1.1 a\n1.2 b\n", "P0.0");
	assert_wraps("since\n2. b\n", "P0.0");
	assert_wraps("1. a\n   1. in\n   2. in\n2. b\n", "n1n2-2-1");
}

static void
lists_nest_by_place_and_by_mark(void **state)
{
	(void)state;
	assert_wraps("- a\n  - b\n  - c\n- d\n", "n1n2-2-1");
	assert_wraps("\xE2\x80\xA2 a\no B\no C\n\xE2\x80\xA2 d\n", "n1n2-2-1");
	assert_wraps("1. a:\n- b\n- c\n2. d\n", "n1n2-2-1");
	assert_wraps("- a\n- b\n1. c\n2. d\n", "n1-1n1-1");
}

static void
text_goes_on_or_begins_anew(void **state)
{
	(void)state;
	assert_wraps("- a\n  more\n- b\n", "n1.1-1");
	assert_wraps("- a\n  more.\n- b.\nThen c\n", "n1.1-1.1");
	assert_wraps("- a\n- b\n  more.\nThen c\n", "n1-1.1P0");
	assert_wraps("- a\n\n  more\n\n- b\n\nc\n", "n1 P1 -1 P0");
	assert_breaks("- a\n- b\nc\nd\n", "n1-1P0.0");
	assert_breaks("a\nb\n\nc\n", "P0.0 P0");
}

/* However many lists an author opens, and however long the cell is. */
static void
depth_has_an_end(void **state)
{
	struct read_cell_line lines[40] = { { .indent = 0 } };

	(void)state;
	for (size_t i = 0; i < 40; i++) {
		lines[i].text = (struct str)STR("\xE2\x80\xA2 a");
		lines[i].indent = (uint32_t)i * 4;
	}
	read_cell_lines(lines, 40, true);
	for (size_t i = 0; i < 40; i++)
		assert_int_equal(
		    lines[i].depth, i < CELL_DEPTH ? i + 1 : CELL_DEPTH);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hyphens_need_company),
		cmocka_unit_test(labels_are_items_when_they_count),
		cmocka_unit_test(lists_nest_by_place_and_by_mark),
		cmocka_unit_test(text_goes_on_or_begins_anew),
		cmocka_unit_test(depth_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
