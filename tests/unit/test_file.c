/* test_file: whole files into memory. */
#include "temp.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"

static void
reads_all_bytes(void **state)
{
	enum { LONG = 300000 };
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	FILE *file = fopen("long", "wb");
	struct str bytes;

	(void)state;
	for (int i = 0; i < LONG; i++)
		fputc(i % 251, file);
	fclose(file);
	assert_true(file_read(arena, "long", &bytes, msgs));
	assert_int_equal(bytes.len, LONG);
	for (int i = 0; i < LONG; i++)
		assert_int_equal((unsigned char)bytes.ptr[i], i % 251);
	assert_int_equal(bytes.ptr[LONG], 0);
	temp_write("empty", "");
	assert_true(file_read(arena, "empty", &bytes, msgs));
	assert_str(bytes, "");
	assert_int_equal(msgs_total(msgs), 0);
	arena_free(arena);
	msgs_free(msgs);
}

static void
refuses_what_cannot_be_read(void **state)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct str bytes;

	(void)state;
	assert_false(file_read(arena, "nosuch", &bytes, msgs));
	assert_false(file_read(arena, ".", &bytes, msgs));
	assert_int_equal(msgs_refusals(msgs), 2);
	assert_str(msgs_at(msgs, 0)->path, "nosuch");
	assert_str(msgs_at(msgs, 0)->text,
	    "cannot be opened: No such file or directory");
	assert_str(msgs_at(msgs, 1)->text, "cannot be read: Is a directory");
	arena_free(arena);
	msgs_free(msgs);
}

static void
tells_files_from_folders(void **state)
{
	(void)state;
	temp_write("a", "x");
	assert_true(file_exists("a"));
	assert_false(file_is_dir("a"));
	assert_true(file_is_dir("."));
	assert_false(file_exists("."));
	assert_false(file_exists("nosuch"));
	assert_false(file_is_dir("nosuch"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    reads_all_bytes, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    refuses_what_cannot_be_read, temp_enter, temp_leave),
		cmocka_unit_test_setup_teardown(
		    tells_files_from_folders, temp_enter, temp_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
