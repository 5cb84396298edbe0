/* Words around a date say what it is; without them it is only mentioned. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/analyse_priv.h"
#include "base/arena.h"

static void
assert_prose(const char *before, bool is_complete, enum date_kind kind)
{
	if (analyse_due_prose_kind(str_from(before), is_complete) != kind)
		fail_msg(
		    "\"%s\" is not \"%s\"", before, plan_date_kind_name(kind));
}

static void
assert_cell(const char *before, const char *after, enum date_kind kind)
{
	if (analyse_due_cell_kind(
		str_from(before), str_from(after), DATE_TARGET) != kind)
		fail_msg(
		    "\"%s\" is not \"%s\"", before, plan_date_kind_name(kind));
}

static void
prose_promises(void **state)
{
	(void)state;
	assert_prose("To be done by ", false, DATE_TARGET);
	assert_prose("To be done by the middle of ", false, DATE_TARGET);
	assert_prose("Done by the end of w/c ", false, DATE_TARGET);
	assert_prose("Report due in late ", false, DATE_TARGET);
	assert_prose("Cwblhau erbyn diwedd ", false, DATE_TARGET);
	assert_prose("The board met on ", false, DATE_MENTIONED);
	assert_prose("We stood by. On ", false, DATE_MENTIONED);
	assert_prose("Half had been laid by ", false, DATE_MENTIONED);
	assert_prose("A nearby ", false, DATE_MENTIONED);
}

static void
prose_tells_of_moves(void **state)
{
	(void)state;
	assert_prose("This was originally due in ", false, DATE_ORIGINAL);
	assert_prose("The target has been revised to ", false, DATE_REVISED);
	assert_prose("The date was extended to ", false, DATE_REVISED);
	assert_prose("The lease was extended to ", false, DATE_MENTIONED);
	assert_prose("It has slipped to the end of ", false, DATE_REVISED);
}

static void
only_what_is_complete_was_completed(void **state)
{
	(void)state;
	assert_prose("Completed on ", true, DATE_COMPLETED);
	assert_prose("The first part was completed on ", false, DATE_MENTIONED);
}

static void
cells_have_words_of_their_own(void **state)
{
	(void)state;
	assert_cell("", "", DATE_TARGET);
	assert_cell("original: ", "", DATE_ORIGINAL);
	assert_cell("; revised: ", "", DATE_REVISED);
	assert_cell(", now ", "", DATE_REVISED);
	assert_cell(" extended to ", "", DATE_REVISED);
	assert_cell("was ", "", DATE_ORIGINAL);
	assert_cell("completed ", "", DATE_COMPLETED);
	assert_cell("", " (revised)", DATE_REVISED);
	assert_cell("", " (was ", DATE_TARGET);
	assert_cell("Start ", "", DATE_MENTIONED);
	assert_cell("Unknown: ", "", DATE_TARGET);
	assert_cell("Renewal ", "", DATE_TARGET);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_promises),
		cmocka_unit_test(prose_tells_of_moves),
		cmocka_unit_test(only_what_is_complete_was_completed),
		cmocka_unit_test(cells_have_words_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
