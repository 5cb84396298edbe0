/* Where a draft says what its abbreviations are short for. */
#include "draft.h"

/* What the text is short for; "" if it is not known. */
static void
knows(const struct draft *draft, const char *text, const char *want)
{
	struct str got = { "", 0 };

	for (size_t i = 0; i < draft->plan->abbreviations_count; i++)
		if (str_is(draft->plan->abbreviations[i].text, text))
			got = draft->plan->abbreviations[i].expansion;
	assert_str(got, want);
}

static void
brackets_explain(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nWe keep the Public Sector Internal Audit\n"
	    "Standards (PSIAS) and the Annual Governance Statement (the ‘AGS’)."
	    "\nSo does TfW (Transport for Wales, at Pontypridd).\n\n"
	    "See the note (NB) on Item 4 (AB).\n");

	(void)state;
	assert_int_equal(draft.plan->abbreviations_count, 3);
	knows(&draft, "PSIAS", "Public Sector Internal Audit Standards");
	knows(&draft, "AGS", "Annual Governance Statement");
	knows(&draft, "TfW", "Transport for Wales");
	/* in the order of the alphabet */
	assert_str(draft.plan->abbreviations[1].text, "PSIAS");
	assert_int_equal(draft.plan->abbreviations[1].pos.line, 4);
	assert_int_equal(draft.plan->abbreviations[1].pos.col, 12);
	draft_free(&draft);
}

static void
a_plural_explains_its_single(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nKey performance indicators (KPIs), "
	    "Memoranda of Understanding (MoUs), Planning Policies (PPs) and "
	    "Looked After Children (LAC) count.\n");

	(void)state;
	knows(&draft, "KPI", "Key performance indicator");
	knows(&draft, "MoUs", "Memoranda of Understanding");
	knows(&draft, "PPs", "Planning Policies");
	knows(&draft, "LAC", "Looked After Children");
	draft_free(&draft);
}

static void
initials_of_people_are_none(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nAnn Lee (AL), Mark Hill (MH), the Welsh "
	    "Government (WG) and the Hill Trust (HT) met. Forward Plan (FP) "
	    "and Sea Wall (SW) work went forward to plan by a wall by the "
	    "sea.\n\nAction\tOwner\tStatus\n1.1 Mend\tSea Wall\tGreen\n"
	    "1.2 Sweep\tAnn Lee\tGreen\n");

	(void)state;
	knows(&draft, "AL", "");
	knows(&draft, "MH", "");
	knows(&draft, "WG", "Welsh Government");
	knows(&draft, "HT", "Hill Trust");
	knows(&draft, "FP", "Forward Plan");
	/* who owns an action is somebody */
	knows(&draft, "SW", "");
	draft_free(&draft);
}

static void
a_glossary_explains(void **state)
{
	struct draft draft = draft_md(
	    "# Plan for the Quay\n\nWork goes on.\n\n## Glossary\n\n"
	    "| Term | Meaning |\n|---|---|\n"
	    "| CO2 | carbon dioxide |\n"
	    "| DfE | Department for Education. It funds schools. |\n"
	    "| Ward | Part of a town |\n"
	    "| MTFP | What we spend; see there. |\n\n"
	    "- PSN – Public Services Network\n"
	    "- AL – Ann Lee\n\n## Other\n\n- CO3 – carbon and so on\n");

	(void)state;
	assert_int_equal(draft.plan->abbreviations_count, 3);
	knows(&draft, "CO2", "carbon dioxide");
	knows(&draft, "DfE", "Department for Education");
	knows(&draft, "PSN", "Public Services Network");
	draft_free(&draft);
}

static void
fields_explain(void **state)
{
	struct draft draft =
	    draft_text("Plan for the Quay\n\n1. Work\n\nIt goes on.\n\n"
		       "2. Abbreviations\n\nPSN: Public Services Network\n"
		       "EDRM: Electronic Document & Records Management\n"
		       "EV: Electric vehicle\n");

	(void)state;
	knows(&draft, "PSN", "Public Services Network");
	knows(&draft, "EDRM", "Electronic Document & Records Management");
	knows(&draft, "EV", "Electric vehicle");
	draft_free(&draft);
}

static void
markdown_declares_without_words(void **state)
{
	struct draft draft =
	    draft_md("# Plan for the Quay\n\nThe EqIA is done.\n\n"
		     "*[EqIA]: Equality Impact Assessment\n"
		     "*[SLA]: the agreement on services\n\n"
		     "*[SLB]: and a text that is none\nof them\n");

	(void)state;
	knows(&draft, "EqIA", "Equality Impact Assessment");
	knows(&draft, "SLA", "the agreement on services");
	assert_int_equal(dropped(&draft, "abbreviation"), 3);
	assert_int_equal(draft.doc->dropped[0].pos.line, 5);
	assert_int_equal(draft.doc->dropped[1].pos.line, 6);
	draft_free(&draft);
}

static void
two_meanings_are_reported(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nThe Civil Parking Order (CPO) holds.\n\n"
	    "The Compulsory Purchase Order (CPO) does not.\n\n"
	    "The Annual Governance Statement (AGS) and the annual governance "
	    "statements (AGSs) are one, as is the Anual Governance Statement "
	    "(AGS).\n");

	(void)state;
	assert_int_equal(said(&draft, "abbreviation-twice"), 1);
	knows(&draft, "CPO", "");
	knows(&draft, "AGS", "Annual Governance Statement");
	draft_free(&draft);
}

static void
two_languages_are_no_two_meanings(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nThe report of the Public Services Board "
	    "(PSB) is for the committee and for the council.\n\n"
	    "Mae’r adroddiad hwn gan y Partneriaeth Siroedd Bach (PSB) ar "
	    "gyfer y cyngor ac mae wedi bod yn y pwyllgor.\n");

	(void)state;
	assert_int_equal(said(&draft, "abbreviation-twice"), 0);
	assert_int_equal(draft.plan->abbreviations_count, 2);
	assert_str(
	    draft.plan->abbreviations[0].expansion, "Public Services Board");
	assert_str(draft.plan->abbreviations[1].language, "cy");
	draft_free(&draft);
}

static void
what_is_never_explained_is_noted(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nThe MTFS is late, and the MTFS is due in "
	    "the NHS, as NHS and NHS say.\n\nThe MTFS, part XII, XII and XII, "
	    "with PSR8, PSR8 and PSR8 of CS, CS and CS.\n\n"
	    "ALL OF THE QQQ AND THE QQQ AND QQQ.\n\n"
	    "The Public Services Network (PSN) is a PSN, PSN, PSN.\n");

	(void)state;
	assert_int_equal(said(&draft, "abbreviation-bare"), 1);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(brackets_explain),
		cmocka_unit_test(a_plural_explains_its_single),
		cmocka_unit_test(initials_of_people_are_none),
		cmocka_unit_test(a_glossary_explains),
		cmocka_unit_test(fields_explain),
		cmocka_unit_test(markdown_declares_without_words),
		cmocka_unit_test(two_meanings_are_reported),
		cmocka_unit_test(two_languages_are_no_two_meanings),
		cmocka_unit_test(what_is_never_explained_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
