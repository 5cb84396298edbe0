/* Drawings of tables, and the cells found in them. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "read/read_grid.h"

/* Cells as "row,column rowsxcolumns: line/line;"; NULL: it is no grid. */
static void
assert_grid_at(const char *text, const char *want, const char *file, int line)
{
	struct arena *arena = arena_new();
	struct str rest = str_from(text), row;
	struct grid_line lines[40];
	struct buf got = BUF_INIT;
	struct grid grid;
	size_t count = 0;

	for (; str_next_line(&rest, &row); count++)
		lines[count] =
		    (struct grid_line){ row, { (uint32_t)count + 1, 1 } };
	if (!read_grid_find(arena, lines, count, &grid)) {
		if (want != NULL)
			fail_msg("%s:%d: no grid", file, line);
		arena_free(arena);
		return;
	}
	assert_non_null(want);
	for (size_t i = 0; i < grid.cell_count; i++) {
		const struct grid_cell *cell = &grid.cells[i];

		buf_printf(&got, "%zu,%zu %zux%zu:", cell->row, cell->column,
		    cell->rows, cell->columns);
		for (size_t k = 0; k < cell->count; k++)
			buf_printf(&got, "%s%.*s", k > 0 ? "/" : " ",
			    STR_ARG(cell->lines[k].text));
		buf_puts(&got, ";");
	}
	buf_printf(&got, " %zu", grid.header_rows);
	assert_str_at(buf_str(&got), want, file, line);
	buf_clear(&got);
	arena_free(arena);
}

#define assert_grid(text, want)                                                \
	assert_grid_at((text), (want), __FILE__, __LINE__)

static void
cells_have_lines(void **state)
{
	(void)state;
	assert_grid("+----+------+\n"
		    "| a  | b    |\n"
		    "+====+======+\n"
		    "| c  | d    |\n"
		    "|    |      |\n"
		    "|    |   e  |\n"
		    "+----+------+\n",
	    "0,0 1x1: a;0,1 1x1: b;1,0 1x1: c;1,1 1x1: d//  e; 1");
}

static void
cells_span_rows_and_columns(void **state)
{
	(void)state;
	assert_grid("+---------------+-----+\n"
		    "| Place         | Now |\n"
		    "+======+========+=====+\n"
		    "|      | least  | 1   |\n"
		    "| Heat +--------+-----+\n"
		    "| here | most   | 9   |\n"
		    "+------+--------+-----+\n",
	    "0,0 1x2: Place;0,2 1x1: Now;1,0 2x1: Heat/here;"
	    "1,1 1x1: least;1,2 1x1: 1;2,1 1x1: most;2,2 1x1: 9; 1");
}

static void
bars_and_crosses_in_cells_are_text(void **state)
{
	(void)state;
	assert_grid("+------+-------+\n"
		    "| a|b  | C++   |\n"
		    "+------+-------+\n"
		    "| 1+1  | -+-   |\n"
		    "+------+-------+\n"
		    "| x    | y     |\n"
		    "+------+-------+\n",
	    "0,0 1x1: a|b;0,1 1x1: C++;1,0 1x1: 1+1;1,1 1x1: -+-;"
	    "2,0 1x1: x;2,1 1x1: y; 0");
}

/* A wide character takes two columns for those who draw in a terminal, and one
 * for those who count. */
static void
wide_characters_fit_either_way(void **state)
{
	(void)state;
	assert_grid("+----+\n| \xF0\x9F\x94\xB4 |\n+----+\n| ab |\n+----+\n"
		    "| cd |\n+----+\n",
	    "0,0 1x1: \xF0\x9F\x94\xB4;1,0 1x1: ab;2,0 1x1: cd; 0");
	assert_grid("+----+\n| \xF0\x9F\x94\xB4  |\n+----+\n| ab |\n+----+\n"
		    "| cd |\n+----+\n",
	    "0,0 1x1: \xF0\x9F\x94\xB4;1,0 1x1: ab;2,0 1x1: cd; 0");
}

static void
what_does_not_fit_is_no_grid(void **state)
{
	(void)state;
	/* a row too short, a corner within a cell, no end */
	assert_grid("+---+\n| a|\n+---+\n| b |\n+---+\n| c |\n+---+\n", NULL);
	assert_grid(
	    "+---+---+\n| a | b |\n|   +---+\n| c     |\n+-------+\n", NULL);
	assert_grid("+---+\n| a |\n| b |\n", NULL);
	/* rows that are lines */
	assert_grid("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n"
		    "+---+---+\n",
	    NULL);
	assert_grid("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n| 3 | 4 |\n"
		    "+---+---+\n",
	    NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_have_lines),
		cmocka_unit_test(cells_span_rows_and_columns),
		cmocka_unit_test(bars_and_crosses_in_cells_are_text),
		cmocka_unit_test(wide_characters_fit_either_way),
		cmocka_unit_test(what_does_not_fit_is_no_grid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
