/* One person under two spellings is told; two people are not made one. */
#include "draft.h"

static size_t
variants(const char *first, const char *second)
{
	struct buf text = BUF_INIT;
	struct draft draft;
	size_t count;

	buf_printf(&text,
	    "# Harbour\n\n| Ref | Action | Owner | Status |\n"
	    "|---|---|---|---|\n"
	    "| 1 | Mend the wall | %s | Green |\n"
	    "| 2 | Paint the door | %s | Green |\n"
	    "| 3 | Light the pier | %s | Green |\n",
	    first, first, second);
	draft = draft_md(text.ptr);
	count = said(&draft, "name-variant");
	draft_free(&draft);
	buf_clear(&text);
	return count;
}

static void
a_letter_or_two_apart_is_told(void **state)
{
	(void)state;
	assert_int_equal(variants("Gwen Ashdown", "Gwen Ashdonw"), 1);
	assert_int_equal(variants("Gwen Ashdown", "Gwen Ashdow"), 1);
	assert_int_equal(variants("Gwen Ashdown", "G. Ashdown"), 1);
}

static void
other_people_are_left_alone(void **state)
{
	(void)state;
	assert_int_equal(variants("Gwen Ashdown", "Ravi Menon"), 0);
	assert_int_equal(variants("Gwen Ashdown", "Gwen Ashton-Hall"), 0);
	assert_int_equal(variants("Ann Lee", "Ian Lee"), 0);
	assert_int_equal(variants("Ann Lee", "Ann Orr"), 0);
	assert_int_equal(variants("Duty Officer 1", "Duty Officer 2"), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_or_two_apart_is_told),
		cmocka_unit_test(other_people_are_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
