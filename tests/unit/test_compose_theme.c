/* The look: defaults, what a theme changes, and colours nobody can read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "compose/compose_priv.h"

static char path[] = "/tmp/rapporteur-theme-XXXXXX";

static bool
read_theme(struct arena *arena, const char *text, struct theme *theme,
    struct msgs *msgs)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	compose_theme_default(theme);
	return compose_theme_read(
	    arena, theme, path, "templates/theme.rng", msgs);
}

static void
test_changes(void **state)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct theme theme;

	(void)state;
	assert_true(read_theme(arena,
	    "<theme><fonts body='DejaVu Serif'/><sizes body='12.5' h2='18'/>"
	    "<page paper='A5' left='40'/><colours accent='#0a5C36'/>"
	    "<state name='on-track' shape='square' label='Going well'/>"
	    "</theme>",
	    &theme, msgs));
	assert_int_equal(msgs_total(msgs), 0);
	assert_true(str_is(theme.body_family, "DejaVu Serif"));
	assert_true(str_is(theme.heading_family, "Liberation Sans"));
	assert_true(theme.body_pt == 12.5);
	assert_true(theme.heading_pt[2] == 18 && theme.heading_pt[1] == 20);
	assert_true(theme.page_width_pt < 420 && theme.margin_left_pt == 40);
	assert_int_equal(theme.accent.red, 0x0a);
	assert_int_equal(theme.accent.green, 0x5c);
	assert_int_equal(theme.accent.blue, 0x36);
	assert_int_equal(theme.states[STATE_ON_TRACK].shape, SHAPE_SQUARE);
	assert_true(str_is(theme.states[STATE_ON_TRACK].label, "Going well"));
	/* what a theme does not name is named by the catalogues */
	assert_int_equal(theme.states[STATE_AT_RISK].label.len, 0);
	msgs_free(msgs);
	arena_free(arena);
}

static void
expect_refused(const char *text, const char *says)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct theme theme;

	assert_false(read_theme(arena, text, &theme, msgs));
	assert_int_equal(msgs_total(msgs), 1);
	if (str_find(msgs_at(msgs, 0)->text, says) == (size_t)-1)
		fail_msg("%.*s", STR_ARG(msgs_at(msgs, 0)->text));
	msgs_free(msgs);
	arena_free(arena);
}

static void
test_refused(void **state)
{
	(void)state;
	expect_refused("<theme><colours text='grey'/></theme>", "text");
	expect_refused("<theme><sizes body='2'/></theme>", "body");
	expect_refused("<theme><state name='green'/></theme>", "name");
	expect_refused("<theme><page paper='A9'/></theme>", "paper");
	expect_refused("<theme><logo file='../logo.png'/></theme>", "file");
	expect_refused("<theme><logo file='none.png'/></theme>",
	    "the logo cannot be used: none.png");
}

static void
test_contrast(void **state)
{
	(void)state;
	/* #777777 on white is the textbook case: 4.48:1 */
	expect_refused(
	    "<theme><colours muted='#777777'/></theme>", "muted on white: 4.4");
	expect_refused("<theme><state name='at-risk' colour='#ffcc00'/>"
		       "</theme>",
	    "shape on white: 1.5");
	expect_refused("<theme><state name='on-hold' shape='cross'/></theme>",
	    "withdrawn: in grey beside on-hold: 1.1");
	expect_refused("<theme><state name='complete' fill='#1d4e9e'/>"
		       "</theme>",
	    "complete: text on its fill: ");
}

static void
test_defaults_can_be_read(void **state)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct theme theme;

	(void)state;
	assert_true(read_theme(arena, "<theme/>", &theme, msgs));
	assert_true(theme.body_pt >= 12);
	msgs_free(msgs);
	arena_free(arena);
}

static void
test_columns(void **state)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct theme theme;

	(void)state;
	assert_true(read_theme(arena, "<theme/>", &theme, msgs));
	assert_int_equal(theme.columns, 1);
	assert_int_equal(theme_columns(&theme, false), 1);
	assert_true(theme_column_width(&theme, false, 1) > 479);
	assert_true(read_theme(arena,
	    "<theme><page columns='2' column-gap='23'/></theme>", &theme,
	    msgs));
	assert_int_equal(theme_columns(&theme, false), 2);
	assert_int_equal(theme_columns(&theme, true), 2);
	/* both, the gap and the margins are the page */
	assert_true(
	    (int)(2 * theme_column_width(&theme, false, 2) + 23 + 116) == 595);
	assert_int_equal(msgs_total(msgs), 0);
	msgs_free(msgs);
	arena_free(arena);
}

static void
test_columns_that_nobody_can_read(void **state)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct theme theme;

	(void)state;
	assert_true(read_theme(
	    arena, "<theme>\n<page columns='3'/></theme>", &theme, msgs));
	assert_int_equal(theme_columns(&theme, false), 2);
	assert_int_equal(theme_columns(&theme, true), 3);
	assert_int_equal(msgs_total(msgs), 1);
	assert_int_equal(msgs_at(msgs, 0)->level, MSG_WARNING);
	assert_int_equal(msgs_at(msgs, 0)->pos.line, 2);
	assert_true(
	    str_find(msgs_at(msgs, 0)->text, "24 characters") != (size_t)-1);
	/* smaller type has room for more of it */
	assert_true(read_theme(arena,
	    "<theme><sizes body='8'/><page columns='3'/></theme>", &theme,
	    msgs));
	assert_int_equal(theme_columns(&theme, false), 3);
	assert_int_equal(msgs_total(msgs), 1);
	msgs_free(msgs);
	arena_free(arena);
	expect_refused("<theme><page columns='4'/></theme>", "columns");
	expect_refused("<theme><page columns='1.5'/></theme>", "columns");
	expect_refused("<theme><page column-gap='2'/></theme>", "column-gap");
}

static int
set_up(void **state)
{
	int file = mkstemp(path);

	(void)state;
	return file < 0 ? -1 : close(file);
}

static int
tear_down(void **state)
{
	(void)state;
	return unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_defaults_can_be_read),
		cmocka_unit_test(test_columns),
		cmocka_unit_test(test_columns_that_nobody_can_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
