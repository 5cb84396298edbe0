/* test_export: all files of a paper, or none. */
#include "temp.h"

#include "base/msg.h"
#include "export/export.h"

static void
writes_all(void **state)
{
	struct msgs *msgs = msgs_new();
	const struct export_file files[] = {
		{ "a.pdf", STR("pdf") },
		{ "a.html", STR("html") },
	};

	(void)state;
	temp_write("a.html", "old");
	assert_true(export_files(files, 2, msgs));
	temp_assert("a.pdf", "pdf");
	temp_assert("a.html", "html");
	assert_int_equal(temp_count(), 2);
	assert_true(export_files(files, 0, msgs));
	msgs_free(msgs);
}

static void
writes_none_when_one_cannot_be(void **state)
{
	struct msgs *msgs = msgs_new();
	const struct export_file files[] = {
		{ "a.pdf", STR("pdf") },
		{ "nowhere/a.html", STR("html") },
		{ "a.json", STR("json") },
	};

	(void)state;
	temp_write("a.pdf", "old");
	assert_false(export_files(files, 3, msgs));
	assert_int_equal(msgs_refusals(msgs), 1);
	temp_assert("a.pdf", "old");
	assert_int_equal(temp_count(), 1);
	msgs_free(msgs);
}

static void
writes_none_on_a_full_disk(void **state)
{
	struct msgs *msgs = msgs_new();
	const struct export_file files[] = {
		{ "/dev/full", STR("pdf") },
		{ "a.html", STR("html") },
	};

	(void)state;
	if (access("/dev/full", W_OK) != 0)
		skip();
	assert_false(export_files(files, 2, msgs));
	assert_int_equal(temp_count(), 0);
	msgs_free(msgs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    writes_all, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    writes_none_when_one_cannot_be, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    writes_none_on_a_full_disk, temp_enter, temp_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
