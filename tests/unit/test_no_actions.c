/* Tables of attendance, agendas, keys, totals, money and scores are tables:
 * not one of them makes an action. */
#include "draft.h"

static const char *const texts[] = {
	/* who came */
	"Name\tRole\tPresent\nAnn Lee\tChair\tYes\nBob Orr\tMember\tNo\n",
	"Member\tMay\tJune\tJuly\nAnn Lee\tP\tA\tP\nBob Orr\tP\tP\tP\n",
	"Present\tApologies\nAnn Lee\tBob Orr\nCy Poe\tDee Fox\n",
	"Councillor\tMeetings attended\tOut of\nAnn Lee\t5\t6\nBob Orr\t6\t6\n",
	/* what is to be spoken of */
	"Item\tSubject\tLead\tPages\n1\tApologies\tChair\t\n2\tMinutes\tChair\t3 "
	"to 9\n",
	"Time\tItem\tSpeaker\n10.00\tWelcome\tAnn Lee\n10.10\tBudget\tBob Orr\n",
	"Agenda item\tReport of\tPage\n1. Minutes\tMonitoring Officer\t5\n",
	"Date\tMeeting\tPlace\n3 May 2026\tAudit Committee\tGuildhall\n5 May "
	"2026\tCabinet\tGuildhall\n",
	/* what the colours mean */
	"Colour\tMeaning\nGreen\tOn track\nRed\tOff track\n",
	"Rating\tDefinition\nRed\tPast its date\nAmber\tAt risk\nGreen\tOn time\n",
	"RAG\tWhat it means\nG\tOn track\nA\tAt risk\nR\tLate\n",
	"Blue\tComplete\nGreen\tOn track\nAmber\tAt risk\nRed\tOff track\n",
	"Key\t\nBlue\tThe action is complete\nGreen\tThe action is on track\n",
	/* sums */
	"Status\tNumber\nGreen\t12\nAmber\t3\nRed\t1\nTotal\t16\n",
	"Theme\tBlue\tGreen\tAmber\tRed\tTotal\nMoney\t1\t2\t3\t0\t6\nRoads\t0\t1"
	"\t0\t0\t1\n",
	"State\tThis time\tLast time\nComplete\t8\t5\nOn track\t23\t26\n",
	"Priority\tMade\tAccepted\tDone\nHigh\t4\t4\t2\nLow\t9\t8\t8\n",
	/* money */
	"Service\tBudget\tActual\tVariance\nRoads\t1,200\t1,150\t-50\nParks\t300\t"
	"310\t10\n",
	"Supplier\tAmount\tDate paid\nHill & Son\t£1,204.00\t3 May 2026\nQuay "
	"Ltd\t£99.00\t4 May 2026\n",
	"Year\tIncome\tSpend\n2024\t100\t90\n2025\t110\t95\n",
	"Fund\tOpening balance\tClosing balance\nGeneral\t4,000\t4,100\n",
	"Scheme\tCapital cost\tFunded by\nPier lights\t£40,000\tReserves\n",
	/* scores */
	"Risk\tLikelihood\tImpact\tScore\nFlood\t3\t4\t12\nFire\t2\t5\t10\n",
	"Ref\tRisk description\tInherent score\tResidual score\nR1\tLoss of "
	"power\t16\t8\nR2\tLoss of staff\t12\t9\n",
	"Measure\t2024\t2025\nCalls answered\t88%\t91%\nLetters answered\t72%\t80%\n",
	"Indicator\tTarget\tResult\nDays lost to sickness\t8\t9.4\n",
	"Question\tYes\tNo\nIs the policy clear?\t40\t12\nIs it fair?\t31\t21\n",
	"Audit\tOpinion\tDays\nPayroll\tSubstantial assurance\t12\nGrants\tLimited "
	"assurance\t15\n",
	/* people and places */
	"Name\tPost\tTelephone\nAnn Lee\tHead of Audit\t01632 960001\nBob Orr\t"
	"Auditor\t01632 960002\n",
	"Ward\tElectorate\tCouncillors\nQuay\t4,210\t2\nHill\t3,950\t2\n",
	"Version\tDate\tAuthor\tChanges\n1.0\t3 May 2026\tAnn Lee\tFirst draft\n"
	"1.1\t9 May 2026\tBob Orr\tMember comments\n",
	"Document\tWhere it is kept\nAudit plan\tIntranet\nCharter\tIntranet\n",
	/* things that have an owner, a state or a date and are not done */
	"Ref\tAsset\tOwner\tStatus\nA1\tPilot boat\tHarbour Master\tIn "
	"use\nA2\tCrane\tHead of Works\tSold\n",
	"No\tContact\tLead\tStatus\n1\tQuay school office\tAnn Lee\tActive\n2\t"
	"Hill surgery\tBob Orr\tActive\n",
	"Ref\tDecision\tOwner\tDate\tStatus\nD1\tTo approve the budget for the "
	"year\tCabinet\t3 May 2026\tComplete\nD2\tTo sell the old net "
	"loft\tCabinet\t5 May 2026\tComplete\n",
	"Term\tMeaning\tOwner\nAmber\tSome risk to the date\tBoard\nRed\tNo "
	"hope of the date\tBoard\n",
	"No\tSchool\tPlaces\tOffers\tStatus\n1\tQuay Primary School in the "
	"town\t60\t58\tOpen\n2\tHill Primary School\t30\t30\tFull\n",
	"Route\tFrom\tTo\tStatus\n1\tQuay\tHill\tDelayed\n2\tHill\tMoor\tOn "
	"time\n",
	"No\tMotion\tFor\tAgainst\tStatus\n1\tThat the pier be lit at "
	"night\t9\t2\tCarried\n2\tThat the pier be shut\t3\t8\tLost\n",
	"Ref\tRisk\tLikelihood\tImpact\tRisk owner\tStatus\nR1\tThe sea wall is "
	"breached\t3\t5\tHead of Works\tOpen\nR2\tFraud in "
	"procurement\t2\t4\tHead of Audit\tOpen\n",
	"Risk\tScore\tAction\tStatus\nThe sea wall is breached\t15\tInspect it "
	"each spring\tRed\nFraud\t8\tTrain staff\tGreen\n",
	"Ref\tPolicy\tOwner\tReview date\nP1\tPolicy on gifts and "
	"hospitality\tMonitoring Officer\tMay 2027\nP2\tPolicy on "
	"records\tHead of Audit\tJune 2027\n",
	"No\tContract\tLead\tStatus\tEnd date\n1\tCleaning of the council "
	"offices\tBob Orr\tGreen\t31 March 2027\n2\tGrounds "
	"maintenance\tAnn Lee\tGreen\t30 June 2027\n",
	"Ref\tApplication\tOfficer\tStatus\n26/001\tA porch at the back of the "
	"house\tAnn Lee\tApproved\n26/002\tA shed in the yard\tBob "
	"Orr\tRefused\n",
	"Group\tDate\nHarbour users\t2 June 2026\nParish councils\t4 June 2026\n",
	/* what councils publish beside their plans */
	"Service\tFee 2025/26\tFee 2026/27\tStatus\nMooring, a "
	"night\t£12.00\t£12.50\tNew\nSlipway, a day\t£5.00\t£5.00\tOngoing\n",
	"No\tQuestion\tFrom\tTo\tDate\n1\tWhen will the pier be lit?\tBob "
	"Orr\tThe Leader\t3 May 2026\n2\tWhy is the slip shut?\tAnn Lee\tThe "
	"Chair\t3 May 2026\n",
	"Meeting date\tItem\tReport author\tPurpose\n3 May 2026\tRisk "
	"management\tHead of Audit\tTo note\n5 June 2026\tDraft accounts\tHead "
	"of Finance\tTo approve\n",
	"Decision\tDecision maker\tExpected date\tLead officer\nTo let the net "
	"loft\tCabinet\t3 May 2026\tHead of Works\nTo buy a pilot "
	"boat\tCabinet\t5 June 2026\tHarbour Master\n",
	"Councillor\tFor\tAgainst\tAbstained\nAnn Lee\tX\t\t\nBob "
	"Orr\t\tX\t\n",
	"Service\tBudget £000\tForecast £000\tVariance\tRAG\tComments\n"
	"Highways\t1,200\t1,350\t150\tRed\tWinter cost more than was "
	"planned\nParks\t300\t298\t-2\tGreen\tOn budget\n",
	"Ref\tIndicator\tTarget\tActual\tRAG\tOwner\nK1\tCalls answered within "
	"a minute\t90%\t88%\tAmber\tHead of Service\nK2\tBins missed\t20\t12\t"
	"Green\tHead of Works\n",
	"KPI\tQ1\tQ2\tRAG\tTrend\tCommentary\nInvoices paid in 30 "
	"days\t91%\t94%\tGreen\tUp\tBetter since the spring\nDays lost to "
	"sickness\t8\t9\tRed\tDown\tMore colds\n",
	"Team\tContact\tTelephone\tHours\nWorks\tAnn Lee\t01632 960001\tMonday "
	"to Friday\nParks\tBob Orr\t01632 960002\tWeekends\n",
	"Stage\tStart\tEnd\nPublic consultation\tMay 2026\tJuly "
	"2026\nExamination\tSeptember 2026\tOctober 2026\n",
	"Date\tTime\tVenue\tLead\n3 May 2026\t10.00\tGuildhall\tAnn Lee\n5 May "
	"2026\t18.30\tLibrary\tBob Orr\n",
	"Name\tApologies\tSubstitute\nAnn Lee\tYes\tBob Orr\nCy Poe\tYes\t\n",
	"Item\tMember\tNature of interest\tAction\n5\tAnn Lee\tOwns a "
	"mooring\tLeft the room\n7\tBob Orr\tIs a trustee\tStayed\n",
	"Application no\tSite\tProposal\tOfficer\tRecommendation\n26/001\t1 Quay "
	"Street\tA porch\tAnn Lee\tApprove\n26/002\t2 Hill Road\tA shed\tBob "
	"Orr\tRefuse\n",
	"Date\tSupplier\tService\tAmount\tReference\n03/05/2026\tHill & "
	"Son\tWorks\t£1,204.00\t99001\n04/05/2026\tQuay "
	"Ltd\tParks\t£99.00\t99002\n",
	"Abbreviation\tMeaning\nBRAG\tBlue, red, amber, green\nTBC\tTo be "
	"confirmed\n",
	"Version\tDate\tAuthor\tStatus\tChanges\n0.1\t3 May 2026\tAnn "
	"Lee\tDraft\tFirst\n1.0\t9 May 2026\tBob Orr\tApproved\tAgreed\n",
	"Policy\tLast reviewed\tNext review\tOwner\tStatus\nGifts\tMay "
	"2024\tMay 2026\tMonitoring Officer\tOverdue\nRecords\tJune 2025\tJune "
	"2027\tHead of Audit\tOn track\n",
	"Audit\tQuarter\tDays\tStatus\tOpinion\nPayroll\tQ1\t12\tComplete\t"
	"Substantial\nGrants\tQ2\t15\tIn progress\t\n",
	"Project\tBudget\tSpent\tTime\tCost\tOverall\nPier "
	"lights\t£40,000\t£12,000\tGreen\tAmber\tAmber\nSea "
	"wall\t£90,000\t£80,000\tRed\tRed\tRed\n",
};

static void
assert_no_actions(const char *text, const char *before)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf, "Harbour Board\n\nThis is what was set out.\n\n%s%s",
	    before, text);
	draft = draft_text(buf.ptr);
	if (draft.plan->actions_count > 0)
		fail_msg("\"%.*s\" is an action in\n%s",
		    STR_ARG(draft.plan->actions[0].title), text);
	draft_free(&draft);
	buf_clear(&buf);
}

static void
tables_of_other_things_make_no_actions(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_no_actions(texts[i], "");
}

/* The same in Markdown, where the header is marked. */
static void
nor_do_they_in_markdown(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct buf buf = BUF_INIT;
		struct draft draft;
		struct str rest = str_from(texts[i]), line;
		size_t bars = 0;

		buf_puts(&buf, "# Harbour Board\n\n");
		for (size_t n = 0; str_next_line(&rest, &line); n++) {
			for (size_t j = 0; j < line.len; j++) {
				bars += n == 0 && line.ptr[j] == '\t';
				buf_put(&buf,
				    line.ptr[j] == '\t' ? "|" : line.ptr + j,
				    1);
			}
			buf_puts(&buf, "\n");
			for (size_t j = 0; n == 0 && j <= bars; j++)
				buf_puts(&buf, j > 0 ? "|---" : "---");
			buf_puts(&buf, n == 0 ? "\n" : "");
		}
		draft = draft_md(buf.ptr);
		if (draft.plan->actions_count > 0)
			fail_msg("\"%.*s\" is an action in\n%s",
			    STR_ARG(draft.plan->actions[0].title), buf.ptr);
		draft_free(&draft);
		buf_clear(&buf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_of_other_things_make_no_actions),
		cmocka_unit_test(nor_do_they_in_markdown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
