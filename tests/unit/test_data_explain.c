/* Each line of a draft stands beside what it was taken to be. */
#include "draft.h"

#include "render/data/data.h"

static void
assert_line(const struct buf *out, const char *line)
{
	if (str_find(buf_str(out), line) == (size_t)-1)
		fail_msg("no line \"%s\" in\n%s", line, out->ptr);
}

static void
every_line_says_what_it_is(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "1. Purpose\n\n1.1 To keep\nthe walls of the harbour sound.\n\n2. Actions\n\n"
	    "Action\tOwner\tBRAG\tProgress\n"
	    "1.1 Mend\tAnn Lee\tGreen\tThe wall at the\n\n"
	    "Page 5.\n\n"
	    "Action\tOwner\tBRAG\tProgress\n"
	    "\t\t\told harbour is sound.\n");
	struct buf out = BUF_INIT;

	(void)state;
	data_explain(&out, draft.doc, false);
	assert_line(&out, "    1 Plan for the Quay                            "
			  "| title\n");
	assert_line(&out, "| heading 2 (purpose)\n");
	assert_line(&out, "| paragraph 1.1\n");
	assert_line(&out, "    6 the walls of the harbour sound.              "
			  "| ...\n");
	assert_line(&out, "| action 1.1 [on-track]\n");
	assert_line(&out, "| left out: page-furniture\n");
	assert_line(&out, "| left out: repeated-header\n");
	assert_line(
	    &out, "| 1.1: more of \"Progress\"; repaired: joined-row\n");
	assert_int_equal(str_find(buf_str(&out), "\033"), (size_t)-1);
	buf_clear(&out);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_line_says_what_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
