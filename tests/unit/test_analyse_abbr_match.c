/* Letters and the words that they are made of. */
#include "draft.h"

#include "analyse/analyse_priv.h"

/* The words of `text` that `letters` stand for; "" for none. */
static void
is_of(const char *letters, const char *text, const char *want)
{
	struct str found =
	    analyse_abbr_match(str_from(text), str_from(letters), false);

	assert_str(found, want);
}

static void
is_whole(const char *letters, const char *text, bool want)
{
	struct str found =
	    analyse_abbr_match(str_from(text), str_from(letters), true);

	assert_str(found, want ? text : "");
}

static void
each_word_gives_its_first_letter(void **state)
{
	(void)state;
	is_of("PSIAS", "by the Public Sector Internal Audit Standards",
	    "Public Sector Internal Audit Standards");
	is_of("FTE", "12.5 full-time equivalent", "full-time equivalent");
	is_of("CSC", "gan Gyngor Sir: Cyngor Sir Ceredigion",
	    "Cyngor Sir Ceredigion");
	is_of("ASB", "of anti-social behaviour", "anti-social behaviour");
	is_of("KS2", "in Key Stage 2", "Key Stage 2");
	is_of("S106A", "the Section 106 Agreement", "Section 106 Agreement");
	is_of("COB", "The Chief Officer’s Board", "Chief Officer’s Board");
}

static void
small_words_may_be_passed_over_or_not(void **state)
{
	(void)state;
	is_of("SEND", "Special Educational Needs and Disabilities",
	    "Special Educational Needs and Disabilities");
	is_of("TfW", "by Transport for Wales", "Transport for Wales");
	is_of("HMRC", "to Her Majesty’s Revenue & Customs",
	    "Her Majesty’s Revenue & Customs");
	is_of(
	    "R&D", "for Research and Development", "Research and Development");
	is_of("TNA", "by The National Archives", "The National Archives");
	is_of("TNA", "by the National Archives", "");
	is_of("VCSE", "Voluntary, Community and Social Enterprise",
	    "Voluntary, Community and Social Enterprise");
}

static void
some_words_give_more(void **state)
{
	(void)state;
	is_of("EqIA", "an Equality Impact Assessment",
	    "Equality Impact Assessment");
	is_of("EQIA", "an Equality Impact Assessment",
	    "Equality Impact Assessment");
	is_of("LlC", "gan Lywodraeth, Llywodraeth Cymru", "Llywodraeth Cymru");
	is_of("CCTV", "with Closed Circuit Television",
	    "Closed Circuit Television");
	is_of("PV", "of photovoltaic", "photovoltaic");
	is_of("HWBB", "the Health and Wellbeing Board",
	    "Health and Wellbeing Board");
	is_of("MASH", "Multi-Agency Safeguarding Hub",
	    "Multi-Agency Safeguarding Hub");
	is_of("MH", "the Multi-Agency Hub", "Multi-Agency Hub");
	is_of("ITSB", "the IT Services Board", "IT Services Board");
}

static void
no_word_is_left_out(void **state)
{
	(void)state;
	is_of("CSP", "to support the Customer Services", "");
	is_of("PSR8", "the Asset and Accommodation Strategy", "");
	is_of("ICT", "Information and Communication Services", "");
	is_of("LGO", "Local Government and Care Ombudsman", "");
	/* what is one word is no words */
	is_of("CIL", "the Council", "");
	is_of("COUN", "the Council", "");
	/* another sentence, another bracket */
	is_of("IA", "It was Internal. Audit", "");
	is_of("IA", "Internal (part) Audit", "");
	is_of("IA", "", "");
	is_of("", "Internal Audit", "");
	is_of("ABCDEFGHIJKLMNOPQRSTUV", "Internal Audit", "");
}

static void
whole_is_whole(void **state)
{
	(void)state;
	is_whole("PSN", "Public Services Network", true);
	is_whole("PSN", "the Public Services Network", false);
	is_whole("PSN", "Public Services Network of Wales", false);
}

static void
odd_bytes_do_no_harm(void **state)
{
	(void)state;
	is_of("AB", "\xff\xfe \xc3 Audit \xe2\x80 Board \xf0",
	    "Audit \xe2\x80 Board");
	is_of("AB", "''' ‘‘ Audit ’ 'Board'", "Audit ’ 'Board");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_word_gives_its_first_letter),
		cmocka_unit_test(small_words_may_be_passed_over_or_not),
		cmocka_unit_test(some_words_give_more),
		cmocka_unit_test(no_word_is_left_out),
		cmocka_unit_test(whole_is_whole),
		cmocka_unit_test(odd_bytes_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
