/* vocabulary_states: how states are written, each with what it means; see
 * model.h. */
#include "model.h"

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof((list)[0])))
#define PICK(rng, list) ((list)[rng_below(rng, COUNT(list))])

static const struct known_status colours[] = {
	{ STATE_COMPLETE, "Blue" },
	{ STATE_ON_TRACK, "Green" },
	{ STATE_AT_RISK, "Amber" },
	{ STATE_OFF_TRACK, "Red" },
	{ STATE_ON_TRACK, "GREEN" },
	{ STATE_AT_RISK, "amber" },
	{ STATE_ON_TRACK, "Green." },
	{ STATE_AT_RISK, "Amber/Red" },
	{ STATE_AT_RISK, "Green / Amber" },
	{ STATE_ON_TRACK, "Amber to Green" },
	{ STATE_OFF_TRACK, "Red (was Amber)" },
	{ STATE_ON_TRACK, "Green ↑" },
	{ STATE_ON_TRACK, "Grren" },
	{ STATE_ON_TRACK, "Gwyrdd" },
	{ STATE_COMPLETE, "Glas" },
	{ STATE_OFF_TRACK, "Coch" },
	{ STATE_AT_RISK, "Ambr" },
	{ STATE_NOT_STARTED, "Grey" },
	{ STATE_OFF_TRACK, "RED ↓" },
	{ STATE_AT_RISK, "Amber-Red" },
	{ STATE_ON_TRACK, "Red → Green" },
	{ STATE_COMPLETE, "Blue – complete" },
	{ STATE_AT_RISK, "Amber (one post is vacant)" },
};

static const struct known_status letters[] = {
	{ STATE_COMPLETE, "B" },
	{ STATE_ON_TRACK, "G" },
	{ STATE_AT_RISK, "A" },
	{ STATE_OFF_TRACK, "R" },
	{ STATE_AT_RISK, "A/R" },
	{ STATE_NOT_STARTED, "W" },
	{ STATE_ON_TRACK, "(G)" },
};

static const struct known_status marks[] = {
	{ STATE_COMPLETE, "🔵" },
	{ STATE_ON_TRACK, "🟢" },
	{ STATE_AT_RISK, "🟡" },
	{ STATE_OFF_TRACK, "🔴" },
	{ STATE_ON_TRACK, "🟢 Green" },
	{ STATE_COMPLETE, "✔" },
	{ STATE_COMPLETE, "✓" },
	{ STATE_COMPLETE, "☑ Done" },
	{ STATE_OFF_TRACK, "❌" },
	{ STATE_AT_RISK, "🟠" },
	{ STATE_ON_TRACK, "🟩" },
	{ STATE_NOT_STARTED, "⚪\uFE0F" },
};

static const struct known_status words[] = {
	{ STATE_COMPLETE, "Complete" },
	{ STATE_COMPLETE, "Completed" },
	{ STATE_COMPLETE, "Implemented" },
	{ STATE_COMPLETE, "Closed" },
	{ STATE_ON_TRACK, "On track" },
	{ STATE_ON_TRACK, "On target" },
	{ STATE_ON_TRACK, "In progress" },
	{ STATE_ON_TRACK, "Ongoing" },
	{ STATE_NOT_STARTED, "Not started" },
	{ STATE_OFF_TRACK, "Overdue" },
	{ STATE_OFF_TRACK, "Delayed" },
	{ STATE_ON_HOLD, "Deferred" },
	{ STATE_ON_HOLD, "Carried forward" },
	{ STATE_WITHDRAWN, "Superseded" },
	{ STATE_COMPLETE, "Achieved" },
	{ STATE_COMPLETE, "Fully implemented" },
	{ STATE_ON_TRACK, "Partially completed" },
	{ STATE_ON_TRACK, "Plan in place" },
	{ STATE_AT_RISK, "Monitoring required" },
	{ STATE_OFF_TRACK, "Behind schedule" },
	{ STATE_OFF_TRACK, "Not complete" },
	{ STATE_OFF_TRACK, "Outstanding" },
	{ STATE_NOT_STARTED, "Not yet due" },
	{ STATE_NOT_STARTED, "New" },
	{ STATE_ON_HOLD, "Suspended" },
	{ STATE_ON_HOLD, "Rescheduled" },
	{ STATE_WITHDRAWN, "No longer required" },
	{ STATE_ON_TRACK, "On track - see the note" },
	{ STATE_COMPLETE, "Completed (May 2026)" },
	{ STATE_UNKNOWN, "See what the note below says" },
	{ STATE_COMPLETE, "Compete" },
	{ STATE_ON_TRACK, "On trak" },
	{ STATE_COMPLETE, "Completed May 2026" },
	{ STATE_COMPLETE, "Complete. The policy was adopted." },
	{ STATE_OFF_TRACK, "Slipped to 31/01/27" },
};

/* As the key of the draft has them; see known_key. */
static const struct known_status keyed[] = {
	{ STATE_ON_HOLD, "Blue" },
	{ STATE_COMPLETE, "Green" },
	{ STATE_ON_TRACK, "Amber" },
	{ STATE_NOT_STARTED, "Red" },
};

static const struct known_status percentages[] = {
	{ STATE_NOT_STARTED, "0%" },
	{ STATE_ON_TRACK, "45%" },
	{ STATE_ON_TRACK, "80% complete" },
	{ STATE_ON_TRACK, "50 per cent" },
	{ STATE_COMPLETE, "100%" },
};

static const struct known_status welsh[] = {
	{ STATE_COMPLETE, "Wedi'i gwblhau" },
	{ STATE_COMPLETE, "Wedi’i chwblhau" },
	{ STATE_COMPLETE, "Cwblhawyd" },
	{ STATE_COMPLETE, "Cyflawnwyd" },
	{ STATE_COMPLETE, "Wedi gorffen" },
	{ STATE_ON_TRACK, "Ar y trywydd iawn" },
	{ STATE_ON_TRACK, "Ar y trywydd cywir" },
	{ STATE_ON_TRACK, "Ar darged" },
	{ STATE_ON_TRACK, "Ar waith" },
	{ STATE_ON_TRACK, "Yn mynd rhagddo" },
	{ STATE_ON_TRACK, "Parhaus" },
	{ STATE_NOT_STARTED, "Heb ddechrau" },
	{ STATE_NOT_STARTED, "Heb gychwyn" },
	{ STATE_NOT_STARTED, "Heb ei ddechrau" },
	{ STATE_AT_RISK, "Mewn perygl" },
	{ STATE_AT_RISK, "Mewn berygl" },
	{ STATE_OFF_TRACK, "Hwyr" },
	{ STATE_OFF_TRACK, "Wedi llithro" },
	{ STATE_OFF_TRACK, "Ar ei hôl hi" },
	{ STATE_OFF_TRACK, "Heb ei gwblhau" },
	{ STATE_ON_HOLD, "Wedi'i ohirio" },
	{ STATE_ON_HOLD, "Gohiriwyd" },
	{ STATE_WITHDRAWN, "Tynnwyd yn ôl" },
	{ STATE_WITHDRAWN, "Wedi'i dynnu'n ôl" },
	{ STATE_ON_TRACK, "Gwyrdd" },
	{ STATE_OFF_TRACK, "Coch" },
	{ STATE_AT_RISK, "Oren" },
	{ STATE_COMPLETE, "Wedi'i gwlbhau" },
	{ STATE_ON_TRACK, "Ar y trywyd iawn" },
	{ STATE_NOT_STARTED, "Heb ddechau" },
	{ STATE_AT_RISK, "Mewn perygyl" },
};

/* As the front matter of the draft has them; see known_scheme. */
static const struct known_status declared[] = {
	{ STATE_COMPLETE, "Purple" },
	{ STATE_ON_TRACK, "Blue" },
	{ STATE_OFF_TRACK, "Stuck" },
	{ STATE_AT_RISK, "30%" },
	{ STATE_ON_TRACK, "60%" },
};

const char known_scheme[] = "---\n"
			    "scheme:\n"
			    "  states:\n"
			    "    - {word: Purple, state: complete}\n"
			    "    - {word: Blue, state: on-track}\n"
			    "    - {word: Stuck, state: off-track}\n"
			    "  bands:\n"
			    "    - {from: 0, to: 49, state: at-risk}\n"
			    "    - {from: 50, to: 99, state: on-track}\n"
			    "---\n";

const char known_key[] = "| RAG | Meaning |\n|---|---|\n"
			 "| Blue | Put off by agreement |\n"
			 "| Green | The action is finished |\n"
			 "| Amber | Work is in progress |\n"
			 "| Red | Not started |\n";

const struct known_status *
known_status_draw(enum vocabulary vocabulary, struct rng *rng)
{
	switch (vocabulary) {
	case WITH_COLOURS:
		return &PICK(rng, colours);
	case WITH_LETTERS:
		return &PICK(rng, letters);
	case WITH_MARKS:
		return &PICK(rng, marks);
	case WITH_KEY:
		return &PICK(rng, keyed);
	case WITH_PERCENTAGES:
		return &PICK(rng, percentages);
	case WITH_SCHEME:
		return &PICK(rng, declared);
	case WITH_WELSH:
		return &PICK(rng, welsh);
	case WITH_WORDS:
	case VOCABULARY_COUNT:
		break;
	}
	return &PICK(rng, words);
}
