/* Messages of the catalogues: which language's, which form, and what happens
 * when one is missing or its file is wrong. */
#include "compose_case.h"

static const char draft_welsh[] =
    "---\nlanguage: cy\n---\n# Cynllun\n\n"
    "| Cyf | Cam gweithredu | Statws |\n|---|---|---|\n"
    "| 1 | Torri'r coed | Gwyrdd |\n| 2 | Cau'r bont | Coch |\n";

static const char draft_english[] =
    "---\nlanguage: en-GB\n---\n# Plan\n\n"
    "| Ref | Action | Status |\n|---|---|---|\n"
    "| 1 | Cut the trees | Green |\n| 2 | Close the bridge | Red |\n";

static const char english[] =
    "<words><message id='late.title'>Late</message>"
    "<message id='late.count'><number select='@actions' one='action' "
    "other='actions'/> of the <value select='@title'/></message>"
    "<message id='only.english'>Only in English</message></words>";

static const char welsh[] =
    "<words><message id='late.title'>Hwyr</message>"
    "<message id='late.count'>Yn y <value select='@title'/>: "
    "<number select='@actions' one='cam' two='gam' few='cham' many='cham' "
    "other='o gamau'/></message></words>";

static const char steps[] =
    "<section say='late.title' id='late'><para say='late.count'/>"
    "<list><item>(<say id='late.title'/>)</item></list></section><rest/>";

static struct made
make(const char *draft, const char *body)
{
	made_english = english;
	made_welsh = welsh;
	return made_new(draft, body);
}

static void
test_language_of_the_paper(void **state)
{
	struct made made = make(draft_english, steps);

	(void)state;
	assert_has(&made, "\"Late\"");
	assert_has(&made, "\"2 actions of the Plan\"");
	assert_has(&made, "\"(Late)\"");
	made_free(&made);
	made = make(draft_welsh, steps);
	assert_has(&made, "\"Hwyr\"");
	assert_has(&made, "\"Yn y Cynllun: 2 gam\"");
	assert_has(&made, "\"(Hwyr)\"");
	assert_int_equal(msgs_total(made.msgs), 0);
	made_free(&made);
}

/* Said in English, marked as English, and told once with its file. */
static void
test_missing_message(void **state)
{
	struct made made = make(draft_welsh,
	    "<para say='only.english'/><para say='only.english'/>"
	    "<section say='only.english'><para>x</para></section><rest/>");
	const struct msg *msg;

	(void)state;
	assert_has(&made, "paragraph lang=\"en\" generated\n"
			  "    text generated \"Only in English\"");
	assert_has(&made, "heading lang=\"en\" generated");
	assert_int_equal(msgs_total(made.msgs), 1);
	msg = msgs_at(made.msgs, 0);
	assert_int_equal(msg->level, MSG_WARNING);
	assert_true(str_ends(msg->path, "one/words.cy.xml"));
	assert_true(str_find(msg->text, "\"only.english\"") != (size_t)-1);
	made_free(&made);
}

static void
test_language_without_a_catalogue(void **state)
{
	struct made made = make("---\nlanguage: br\n---\n# Plan\n\nText.\n",
	    "<para say='late.title'/><rest/>");

	(void)state;
	assert_has(&made, "\"Late\"");
	assert_int_equal(msgs_total(made.msgs), 1);
	assert_true(str_find(msgs_at(made.msgs, 0)->text,
			"no words in the language \"br\"") != (size_t)-1);
	assert_true(str_is(made.report->language, "br"));
	made_free(&made);
}

/* Wording in the template is for all languages; numbers still count as the
 * language does, and "many" alone is what it was. */
static void
test_wording_in_the_template(void **state)
{
	struct made made = make(draft_welsh,
	    "<para>We have <number select='2' one='a' two='b' other='c'/>, "
	    "<number select='6' many='d' other='e'/>, "
	    "<number select='5' one='f' many='g'/>, "
	    "<number select='1' other='h'/>.</para><rest/>");

	(void)state;
	assert_has(&made, "\"We have 2 b, 6 d, 5 g, 1 h.\"");
	assert_int_equal(msgs_total(made.msgs), 0);
	made_free(&made);
}

static void
test_a_and_ac(void **state)
{
	static const struct {
		const char *name, *says;
	} rows[] = {
		{ "Ysgol", "x ac Ysgol" },
		{ "Caerdydd", "x a Caerdydd" },
		{ "\u00c9lan", "x ac \u00c9lan" },
		{ "Wrecsam", "x a Wrecsam" },
		{ "wyth", "x ac wyth" },
		{ "York", "x a York" },
		{ "Ynys M\u00f4n", "x ac Ynys M\u00f4n" },
		{ "mae dau", "x ac mae dau" },
		{ "1", "x ac 1" },
		{ "2", "x a 2" },
		{ "8", "x ac 8" },
		{ "10", "x a 10" },
		{ "11", "x ac 11" },
		{ "80", "x ac 80" },
		{ "100", "x a 100" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char draft[300];
		struct made made;

		snprintf(draft, sizeof(draft),
		    "---\nlanguage: cy\n---\n# T\n\n## x\n\nA.\n\n## %s\n\nB.\n",
		    rows[i].name);
		made = make(draft,
		    "<para>[<join select='draft/section' last=' a '>"
		    "<value select='@title'/></join>]</para><rest/>");
		if (strstr(made.tree.ptr, rows[i].says) == NULL)
			fail_msg(
			    "wanted %s in %s", rows[i].says, made.tree.ptr);
		made_free(&made);
	}
}

static void
test_sorted_as_the_language_does(void **state)
{
	static const char body[] =
	    "<para>[<join select='draft/section' sort='@title'>"
	    "<value select='@title'/></join>]</para><rest/>";
	struct made made = make("---\nlanguage: cy\n---\n# T\n\n## Llanrwst\n\n"
				"A.\n\n## Lôn\n\nB.\n\n## Chwilog\n\nC.\n\n"
				"## Cwm\n\nD.\n",
	    body);

	(void)state;
	assert_has(&made, "[Cwm, Chwilog, Lôn, Llanrwst]");
	made_free(&made);
	made = make("---\nlanguage: en\n---\n# T\n\n## Item 10\n\n"
		    "A.\n\n## item 9\n\nB.\n\n## Élan\n\nC.\n\n## Zoo\n\nD.\n",
	    body);
	assert_has(&made, "[Élan, item 9, Item 10, Zoo]");
	made_free(&made);
}

/* An assumed scheme has our words: they follow the paper, and the author's
 * English ones are still known for what they are. */
static void
test_assumed_scheme(void **state)
{
	static const char body[] =
	    "<para>[<join select='states/word'><value select='@word'/>"
	    "</join>]</para><rest/>";
	struct made made = make(draft_welsh, body);

	(void)state;
	assert_has(&made, "[Glas, Gwyrdd, Ambr, Coch]");
	made_free(&made);
	made = make(draft_english, body);
	assert_has(&made, "[Blue, Green, Amber, Red]");
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language_of_the_paper),
		cmocka_unit_test(test_missing_message),
		cmocka_unit_test(test_language_without_a_catalogue),
		cmocka_unit_test(test_wording_in_the_template),
		cmocka_unit_test(test_a_and_ac),
		cmocka_unit_test(test_sorted_as_the_language_does),
		cmocka_unit_test(test_assumed_scheme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
