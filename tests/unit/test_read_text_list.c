/* Bullets, labels and numbers become lists and numbered paragraphs. */
#include "text_draft.h"

static void
numbered_paragraphs_of_all_forms(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n1. The first is long enough to be text.\n\n"
		     "- 2. The second has a mark in front.\n"
		     "3\\. The third has a backslash.\n"
		     "1.1.1 The fourth is deep.\n\n"
		     "7i) The fifth has a roman tail.\n\n"
		     "R1.2. The sixth has a letter.\n\n"
		     "13. The next is thirteen.\n\n13A The last came late.\n",
	    "H1 The Plan\nP 1.|The first is long enough to be text.\n"
	    "P 2.|The second has a mark in front.\n"
	    "P 3\\.|The third has a backslash.\n"
	    "P 1.1.1|The fourth is deep.\n"
	    "P 7i)|The fifth has a roman tail.\n"
	    "P R1.2.|The sixth has a letter.\n"
	    "P 13.|The next is thirteen.\nP 13A|The last came late.\n");
}

static void
a_bracket_that_closes_is_no_label(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n- Mend the wall by Sept 26 (it was May\n"
		     "26) and paint it.\n- Light the pier.\n",
	    "H1 The Plan\n"
	    "- Mend the wall by Sept 26 (it was May / 26) and paint it.\n"
	    "- Light the pier.\n");
}

static void
a_number_alone_numbers_what_follows(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n1.1.\n\nThe wall stands.\n\n1.2\n\n"
		     "Name\tAge\nJo\t41\n\n1.3.\n\n## Costs\n",
	    "H1 The Plan\nP 1.1.|The wall stands.\nP 1.2|\n"
	    "T\n| Name|Age\n| Jo|41\nP 1.3.|\nH2 Costs\n");
}

static void
what_only_looks_like_a_number(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n2.5 million was spent on it.\n\n"
		     "16 September 2009 was the day.\n\n"
		     "2021 was a wet year.\n\n31.12.14 is the date.\n\n"
		     "12 High Street is empty.\n\n10.30 am is too early.\n\n"
		     "- 2.5 million in all\n- 12 lamps\n",
	    "H1 The Plan\nP 2.5 million was spent on it.\n"
	    "P 16 September 2009 was the day.\nP 2021 was a wet year.\n"
	    "P 31.12.14 is the date.\nP 12 High Street is empty.\n"
	    "P 10.30 am is too early.\n- 2.5 million in all\n- 12 lamps\n");
}

static void
a_number_in_a_sentence_is_no_paragraph(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe board looked at the plan again and at\n"
		     "7. The rest was left. Nothing more was said about\n"
		     "2. This is all.\n",
	    "H1 The Plan\nP The board looked at the plan again and at "
	    "7. The rest was left. Nothing more was said about "
	    "2. This is all.\n");
}

static void
bullets_of_every_kind(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\n- a dash\n- another\n\n\xE2\x80\xA2 a bullet\n"
	    "\n\xC2\xB7\xC2\xA0"
	    "a dot\n\n\xEF\x82\xB7\tof a font\n"
	    "\n\xE2\x80\x93 an en dash\n\no\ta letter\n",
	    "H1 The Plan\n- a dash\n- another\n- a bullet\n- a dot\n"
	    "- of a font\n  - an en dash\n  - a letter\n");
}

static void
lists_nest_by_indent_and_by_shape(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n* one\n  * two\n    * three\n* four\n",
	    "H1 The Plan\n- one\n  - two\n    - three\n- four\n");
	/* extraction lost the indent; the bullets' shapes are left */
	assert_reads("The Plan\n\n\xE2\x80\xA2 one\no two\no three\n"
		     "\xE2\x80\xA2 four\n",
	    "H1 The Plan\n- one\n  - two\n  - three\n- four\n");
	assert_reads("The Plan\n\n(a) one\n(i) two\n(ii) three\n(b) four\n",
	    "H1 The Plan\n(a) one\n  (i) two\n  (ii) three\n(b) four\n");
}

static void
labels_go_on_over_blank_lines_and_indents(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\n - a) one\n - b) two\n\n- c) three\n- d) four\n",
	    "H1 The Plan\na) one\nb) two\nc) three\nd) four\n");
	assert_reads("The Plan\n\ni. one\nii. two\niii. three\niv. four\n",
	    "H1 The Plan\ni. one\nii. two\niii. three\niv. four\n");
	assert_reads("The Plan\n\nA; Map\n\nB; Costs\n",
	    "H1 The Plan\nA; Map\nB; Costs\n");
	assert_reads("The Plan\n\nJ. Orr will speak.\n",
	    "H1 The Plan\nP J. Orr will speak.\n");
}

static void
items_go_on(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n- the wall that was built by the\n"
		     "  old board\n- the pier, which is\nstill sound\n"
		     "- It be noted that the paper will be\n\n"
		     "brought to the next meeting.\n",
	    "H1 The Plan\n- the wall that was built by the old board\n"
	    "- the pier, which is still sound\n"
	    "- It be noted that the paper will be brought to the next "
	    "meeting.\n");
}

static void
paragraphs_set_in_belong_to_the_item(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\n- The wall is old.\n\n  It leans to the east.\n\n"
	    "- The pier is new.\n\nThis stands below.\n"));
	const struct node *list = draft.doc->root->first->next;

	(void)state;
	assert_int_equal(list->kind, NODE_LIST);
	assert_ptr_not_equal(list->first, list->last);
	assert_ptr_not_equal(list->first->first, list->first->last);
	assert_int_equal(list->first->end_line, 5);
	assert_int_equal(list->next->kind, NODE_PARAGRAPH);
	text_free(&draft);
}

static void
boxes_are_ticked_or_open(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\n- [x] Lamp\n- [ ] Bench\n\xE2\x98\x90 Bin\n"));

	(void)state;
	assert_no_word_lost(draft.doc);
	text_free(&draft);
	assert_reads("The Plan\n\n- [x] Lamp\n- [ ] Bench\n\xE2\x98\x90 Bin\n",
	    "H1 The Plan\n- [x] Lamp\n- [ ] Bench\n  - [ ] Bin\n");
}

#define NB "\xC2\xA0\xC2\xA0\xC2\xA0 \xC2\xA0\xC2\xA0 "

static void
lines_set_in_by_no_break_spaces_are_a_list(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nThis is done:\n\n\xC2\xA0\n\n" NB
	    "Bought the stone.\n\n" NB
	    "Laid the footings of the northern\n\n\xC2\xA0 Wall.\n\n" NB
	    "Hired a crane.\n\n\xC2\xA0\n\nThe rest is to come.\n",
	    "H1 The Plan\nP This is done:\n- Bought the stone.\n"
	    "- Laid the footings of the northern Wall.\n- Hired a crane.\n"
	    "P The rest is to come.\n");
}

static void
short_lines_set_in_below_a_colon_are_a_list(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nThe work falls into these parts:\n\n"
	    "     Roads and paths\n     Lights\n     Bins\n\nThe rest.\n",
	    "H1 The Plan\nP The work falls into these parts:\n"
	    "- Roads and paths\n- Lights\n- Bins\nP The rest.\n");
}

/* Under a bullet of its kind, a bullet is one, however the line above ends. */
static void
bullets_below_a_line_that_seems_unfinished(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe works take in these:\n\n"
		     "- gullies,\n- culverts, and\n- drains of the\n- pier.\n",
	    "H1 The Plan\nP The works take in these:\n"
	    "- gullies,\n- culverts, and\n- drains of the\n- pier.\n");
	assert_reads(
	    "# The Plan\n\n"
	    "- **Mend the wall behind the station, which has lent since May**\n"
	    "  - Owner: Ann Lee\n"
	    "- **Clear the gullies of both wards before the rain of autumn**\n"
	    "  - Owner: Bob Orr\n"
	    "- **Paint the railings on the pier, and those of the old bridge**\n"
	    "  - Owner: Bob Orr\n"
	    "- **Buy three new benches for the park on the hill in Oakham**\n"
	    "  - Owner: Bob Orr\n",
	    "H1 The Plan\n"
	    "- **Mend the wall behind the station, which has lent since May**\n"
	    "  - Owner: Ann Lee\n"
	    "- **Clear the gullies of both wards before the rain of autumn**\n"
	    "  - Owner: Bob Orr\n"
	    "- **Paint the railings on the pier, and those of the old bridge**\n"
	    "  - Owner: Bob Orr\n"
	    "- **Buy three new benches for the park on the hill in Oakham**\n"
	    "  - Owner: Bob Orr\n");
}

/* Signs of a state, and a day, on a line of their own amid others. */
static void
what_only_looks_like_a_mark_in_a_row_of_lines(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nMend the wall\n(G)\nThe stone is cut.\n"
		     "☑ Done\n5 Ionawr 2027\n",
	    "H1 The Plan\nP Mend the wall / (G) / The stone is cut. / "
	    "☑ Done / 5 Ionawr 2027\n");
	assert_reads("The Plan\n\nTick what holds:\n☑ Yes\n"
		     "☐ No\n",
	    "H1 The Plan\nH3 Tick what holds:\n- [x] Yes\n- [ ] No\n");
}

static void
lists_may_be_too_deep(void **state)
{
	struct buf buf = BUF_INIT;
	struct text_draft draft;

	(void)state;
	buf_puts(&buf, "The Plan\n\n");
	for (int i = 0; i < 40; i++)
		buf_printf(&buf, "%*s- item\n", 2 * i, "");
	draft = text_read(buf_str(&buf));
	assert_no_word_lost(draft.doc);
	assert_int_equal(msgs_count(draft.msgs, MSG_WARNING), 1);
	text_free(&draft);
	buf_clear(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bracket_that_closes_is_no_label),
		cmocka_unit_test(numbered_paragraphs_of_all_forms),
		cmocka_unit_test(a_number_alone_numbers_what_follows),
		cmocka_unit_test(what_only_looks_like_a_number),
		cmocka_unit_test(a_number_in_a_sentence_is_no_paragraph),
		cmocka_unit_test(bullets_of_every_kind),
		cmocka_unit_test(lists_nest_by_indent_and_by_shape),
		cmocka_unit_test(labels_go_on_over_blank_lines_and_indents),
		cmocka_unit_test(items_go_on),
		cmocka_unit_test(paragraphs_set_in_belong_to_the_item),
		cmocka_unit_test(boxes_are_ticked_or_open),
		cmocka_unit_test(lines_set_in_by_no_break_spaces_are_a_list),
		cmocka_unit_test(short_lines_set_in_below_a_colon_are_a_list),
		cmocka_unit_test(bullets_below_a_line_that_seems_unfinished),
		cmocka_unit_test(what_only_looks_like_a_mark_in_a_row_of_lines),
		cmocka_unit_test(lists_may_be_too_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
