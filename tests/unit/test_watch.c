/* Tests of watch/watch.c: what ends a wait. */
#include "temp.h"
#include "watch/watch.h"

/* A signal may come before the waiting begins, and must not be lost. */
static void
test_an_end_that_comes_early_is_kept(void **state)
{
	struct watch *watch = watch_new();
	bool changed[1];

	(void)state;
	assert_int_equal(write(watch_end_fd(watch), "", 1), 1);
	assert_false(watch_wait(watch, changed, 1));
	assert_false(watch_wait(watch, changed, 1));
	watch_free(watch);
}

static void
test_what_has_changed_is_told(void **state)
{
	struct watch *watch = watch_new();
	bool changed[3];

	(void)state;
	temp_write("watch-a", "1");
	watch_add(watch, "watch-a", 0);
	watch_add(watch, "watch-b", 1);
	temp_write("watch-b", "there now");
	assert_true(watch_wait(watch, changed, 3));
	assert_false(changed[0]);
	assert_true(changed[1]);
	assert_false(changed[2]);
	temp_write("watch-a", "longer");
	remove("watch-b");
	assert_true(watch_wait(watch, changed, 3));
	assert_true(changed[0] && changed[1]);
	watch_free(watch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_end_that_comes_early_is_kept),
		cmocka_unit_test_setup_teardown(
		    test_what_has_changed_is_told, temp_enter, temp_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
