/* Actions as CSV: quoting, formulas, and cells that are not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "render/data/data.h"

static const char header[] = "\xEF\xBB\xBF"
			     "id,title,theme,objective,owners,leads,state,"
			     "status,progress,next_steps,due,overdue\r\n";

static void
assert_rows(struct plan *plan, const char *want)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("draft.md"), msgs);
	struct buf out = BUF_INIT;

	doc->plan = plan;
	data_csv(&out, doc);
	assert_memory_equal(out.ptr, header, sizeof(header) - 1);
	assert_string_equal(out.ptr + sizeof(header) - 1, want);
	buf_clear(&out);
	doc_free(doc);
	msgs_free(msgs);
}

static void
test_no_plan_is_a_header(void **state)
{
	struct plan plan = { .type = TYPE_PAPER };

	(void)state;
	assert_rows(&plan, "");
	assert_rows(NULL, "");
}

static void
test_action(void **state)
{
	struct str names[] = { STR("Sunita Marsh"), STR("Colin Farrant") };
	struct plan_theme theme = { .number = STR("1"),
		.title = STR("Records") };
	struct plan_action action = { .id = STR("1.10"),
		.title = STR("Say \"when\", and how"),
		.objective = PLAN_NONE,
		.owners = { names, 2, 2 },
		.state = STATE_AT_RISK,
		.status_text = STR("Amber"),
		.due = { 2026, 12, 0 },
		.overdue = true };
	struct plan plan = { .themes = &theme,
		.themes_count = 1,
		.actions = &action,
		.actions_count = 1 };

	(void)state;
	assert_rows(&plan, "\"1.10\",\"Say \"\"when\"\", and how\","
			   "\"1 Records\",\"\",\"Sunita Marsh; Colin "
			   "Farrant\",\"\",\"at-risk\",\"Amber\",\"\",\"\","
			   "\"2026-12\",\"yes\"\r\n");
}

static void
test_formulas_become_text(void **state)
{
	struct plan_action action = { .id = STR("-1"),
		.title = STR("=HYPERLINK(\"http://x\")"),
		.theme = PLAN_NONE,
		.objective = PLAN_NONE,
		.status_text = STR("@now"),
		.progress = STR("+1"),
		.next_steps = STR("a=b") };
	struct plan plan = { .actions = &action, .actions_count = 1 };

	(void)state;
	assert_rows(&plan,
	    "\"'-1\",\"'=HYPERLINK(\"\"http://x\"\")\",\"\",\"\",\"\",\"\",\"\","
	    "\"'@now\",\"'+1\",\"a=b\",\"\",\"no\"\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_plan_is_a_header),
		cmocka_unit_test(test_action),
		cmocka_unit_test(test_formulas_become_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
