/* test_out: files that are complete or absent. */
#include "temp.h"

#include <fcntl.h>

#include "base/msg.h"
#include "base/out.h"

static void
appears_at_commit(void **state)
{
	struct msgs *msgs = msgs_new();
	struct out *out = out_open("a.txt", msgs);

	(void)state;
	assert_non_null(out);
	out_put(out, str_from("one "));
	out_put(out, str_from("two"));
	assert_int_not_equal(access("a.txt", F_OK), 0);
	assert_true(out_flush(out));
	assert_int_not_equal(access("a.txt", F_OK), 0);
	assert_true(out_commit(out));
	out_free(out);
	temp_assert("a.txt", "one two");
	assert_int_equal(temp_count(), 1);
	msgs_free(msgs);
}

static void
leaves_nothing_without_commit(void **state)
{
	struct msgs *msgs = msgs_new();
	struct out *out = out_open("a.txt", msgs);

	(void)state;
	out_put(out, str_from("half"));
	out_free(out);
	assert_int_equal(temp_count(), 0);
	temp_write("a.txt", "old");
	out = out_open("a.txt", msgs);
	out_put(out, str_from("new"));
	assert_true(out_flush(out));
	out_free(out);
	temp_assert("a.txt", "old");
	assert_int_equal(temp_count(), 1);
	out_free(NULL);
	msgs_free(msgs);
}

static void
replaces_and_keeps_the_mode(void **state)
{
	struct msgs *msgs = msgs_new();
	struct stat info;
	struct out *out;

	(void)state;
	temp_write("a.txt", "old");
	assert_int_equal(chmod("a.txt", 0600), 0);
	out = out_open("a.txt", msgs);
	out_put(out, str_from("new"));
	assert_true(out_commit(out));
	out_free(out);
	temp_assert("a.txt", "new");
	assert_int_equal(stat("a.txt", &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	msgs_free(msgs);
}

static void
says_why_it_cannot(void **state)
{
	struct msgs *msgs = msgs_new();

	(void)state;
	assert_null(out_open("nowhere/a.txt", msgs));
	assert_int_equal(mkdir("folder", 0777), 0);
	assert_null(out_open("folder", msgs));
	assert_int_equal(msgs_refusals(msgs), 2);
	assert_str(msgs_at(msgs, 0)->text,
	    "cannot be written: No such file or directory");
	assert_str(msgs_at(msgs, 1)->text, "cannot be written: Is a directory");
	assert_int_equal(temp_count(), 1);
	msgs_free(msgs);
}

static void
writes_to_a_device_and_leaves_it(void **state)
{
	struct msgs *msgs = msgs_new();
	struct out *out;
	struct stat info;

	(void)state;
	if (access("/dev/full", W_OK) != 0)
		skip();
	out = out_open("/dev/full", msgs);
	assert_non_null(out);
	out_put(out, str_from("text"));
	assert_false(out_commit(out));
	out_free(out);
	assert_int_equal(msgs_refusals(msgs), 1);
	assert_int_equal(stat("/dev/full", &info), 0);
	assert_true(S_ISCHR(info.st_mode));
	out = out_open("/dev/null", msgs);
	out_put(out, str_from("text"));
	assert_true(out_commit(out));
	out_free(out);
	msgs_free(msgs);
}

static void
takes_the_longest_name(void **state)
{
	char name[256];
	struct msgs *msgs = msgs_new();
	struct out *out;

	(void)state;
	memset(name, 'n', 255);
	name[255] = '\0';
	out = out_open(name, msgs);
	assert_non_null(out);
	out_put(out, str_from("x"));
	assert_true(out_commit(out));
	out_free(out);
	temp_assert(name, "x");
	msgs_free(msgs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    appears_at_commit, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    leaves_nothing_without_commit, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    replaces_and_keeps_the_mode, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    says_why_it_cannot, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    writes_to_a_device_and_leaves_it, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    takes_the_longest_name, temp_enter, temp_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
