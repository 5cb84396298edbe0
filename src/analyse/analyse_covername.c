/* analyse_covername: the names of the fields on a paper's cover, and what each
 * says of the paper. A name comes in, its row of the table goes out. To teach
 * the program a name, add a row. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum { DATE_WORDS = 4 }; /* "Wednesday 3 June 2026" */

enum where {
	HEAD_ONLY, /* a field at a paper's head; elsewhere it may be prose */
	COVER,     /* stands on covers and hardly anywhere else */
	FIELD_ONLY /* of what is told as a field; else it may be a heading */
};

struct cover_name {
	const char *key; /* as analyse_key makes it */
	enum cover_fact fact;
	enum where where;
};

/* Of two fields that say the same, the one with the earlier row counts. */
static const struct cover_name cover_names[] = {
	{ "title", COVER_TITLE, HEAD_ONLY },
	{ "report title", COVER_TITLE, HEAD_ONLY },
	{ "subject", COVER_TITLE, COVER },
	{ "title of report", COVER_TITLE, HEAD_ONLY },
	{ "report subject", COVER_TITLE, HEAD_ONLY },
	{ "title of paper", COVER_TITLE, HEAD_ONLY },
	{ "paper title", COVER_TITLE, HEAD_ONLY },
	{ "heading", COVER_TITLE, FIELD_ONLY },
	{ "teitl", COVER_TITLE, HEAD_ONLY },
	{ "teitl yr adroddiad", COVER_TITLE, HEAD_ONLY },
	{ "pwnc", COVER_TITLE, HEAD_ONLY },

	{ "committee", COVER_COMMITTEE, HEAD_ONLY },
	{ "report to", COVER_COMMITTEE, COVER },
	{ "meeting", COVER_COMMITTEE, HEAD_ONLY },
	{ "decision maker", COVER_COMMITTEE, HEAD_ONLY },
	{ "name of meeting", COVER_COMMITTEE, HEAD_ONLY },
	{ "meeting name", COVER_COMMITTEE, HEAD_ONLY },
	{ "meeting of", COVER_COMMITTEE, HEAD_ONLY },
	{ "name of committee", COVER_COMMITTEE, HEAD_ONLY },
	{ "pwyllgor", COVER_COMMITTEE, HEAD_ONLY },
	{ "adroddiad i", COVER_COMMITTEE, COVER },
	{ "cyfarfod", COVER_COMMITTEE, HEAD_ONLY },
	{ "penderfynwr", COVER_COMMITTEE, HEAD_ONLY },

	{ "organisation", COVER_ORGANISATION, HEAD_ONLY },
	{ "council", COVER_ORGANISATION, HEAD_ONLY },
	{ "organization", COVER_ORGANISATION, FIELD_ONLY },
	{ "authority", COVER_ORGANISATION, FIELD_ONLY },
	{ "cyngor", COVER_ORGANISATION, HEAD_ONLY },

	{ "date of meeting", COVER_DATE, COVER },
	{ "meeting date", COVER_DATE, COVER },
	{ "date", COVER_DATE, HEAD_ONLY },
	{ "meeting held on", COVER_DATE, FIELD_ONLY },
	{ "held on", COVER_DATE, FIELD_ONLY },
	{ "on", COVER_DATE, FIELD_ONLY },
	{ "date of decision", COVER_DATE, HEAD_ONLY },
	{ "decision date", COVER_DATE, HEAD_ONLY },
	{ "publication date", COVER_DATE, HEAD_ONLY },
	{ "decision due", COVER_DATE, HEAD_ONLY },
	{ "notice of proposed decision first published", COVER_DATE,
	    HEAD_ONLY },
	{ "dyddiad y cyfarfod", COVER_DATE, COVER },
	{ "dyddiad cyfarfod", COVER_DATE, HEAD_ONLY },
	{ "dyddiad", COVER_DATE, HEAD_ONLY },
	{ "dyddiad cyhoeddi", COVER_DATE, HEAD_ONLY },

	{ "reference", COVER_REFERENCE, HEAD_ONLY },
	{ "ref", COVER_REFERENCE, FIELD_ONLY },
	{ "decision reference", COVER_REFERENCE, HEAD_ONLY },
	{ "decision ref", COVER_REFERENCE, FIELD_ONLY },
	{ "reference number", COVER_REFERENCE, FIELD_ONLY },
	{ "decision number", COVER_REFERENCE, HEAD_ONLY },
	{ "report number", COVER_REFERENCE, FIELD_ONLY },
	{ "cyfeirnod", COVER_REFERENCE, HEAD_ONLY },

	{ "contact officer", COVER_PERSON, HEAD_ONLY },
	{ "contact", COVER_PERSON, HEAD_ONLY },
	{ "contact details", COVER_PERSON, HEAD_ONLY },
	{ "report author", COVER_PERSON, COVER },
	{ "author", COVER_PERSON, HEAD_ONLY },
	{ "authors", COVER_PERSON, HEAD_ONLY },
	{ "author(s", COVER_PERSON, HEAD_ONLY },
	{ "author(s)", COVER_PERSON, HEAD_ONLY },
	{ "report author(s", COVER_PERSON, HEAD_ONLY },
	{ "prepared by", COVER_PERSON, HEAD_ONLY },
	{ "author of report", COVER_PERSON, HEAD_ONLY },
	{ "report prepared by", COVER_PERSON, HEAD_ONLY },
	{ "officer contact", COVER_PERSON, HEAD_ONLY },
	{ "contact for further information", COVER_PERSON, HEAD_ONLY },
	{ "responsible officer", COVER_PERSON, HEAD_ONLY },
	{ "authors name", COVER_PERSON, FIELD_ONLY },
	{ "author name", COVER_PERSON, FIELD_ONLY },
	{ "awdur", COVER_PERSON, HEAD_ONLY },
	{ "awdur yr adroddiad", COVER_PERSON, HEAD_ONLY },
	{ "swyddog cyswllt", COVER_PERSON, HEAD_ONLY },
	{ "cyswllt", COVER_PERSON, HEAD_ONLY },
	{ "manylion cyswllt", COVER_PERSON, HEAD_ONLY },
	{ "paratowyd gan", COVER_PERSON, HEAD_ONLY },
	{ "email", COVER_ADDRESS, HEAD_ONLY },
	{ "email address", COVER_ADDRESS, HEAD_ONLY },
	{ "e-mail", COVER_ADDRESS, FIELD_ONLY },
	{ "telephone", COVER_ADDRESS, HEAD_ONLY },
	{ "tel", COVER_ADDRESS, HEAD_ONLY },
	{ "e-bost", COVER_ADDRESS, HEAD_ONLY },
	{ "ebost", COVER_ADDRESS, HEAD_ONLY },
	{ "ffôn", COVER_ADDRESS, HEAD_ONLY },

	{ "report of", COVER_OTHER, COVER },
	{ "agenda item no", COVER_OTHER, COVER },
	{ "agenda item", COVER_OTHER, COVER },
	{ "item no", COVER_OTHER, HEAD_ONLY },
	{ "wards affected", COVER_OTHER, HEAD_ONLY },
	{ "ward affected", COVER_OTHER, HEAD_ONLY },
	{ "ward(s) affected", COVER_OTHER, HEAD_ONLY },
	{ "portfolio", COVER_OTHER, HEAD_ONLY },
	{ "portfolio holder", COVER_OTHER, HEAD_ONLY },
	{ "lead officer", COVER_OTHER, HEAD_ONLY },
	{ "lead director", COVER_OTHER, HEAD_ONLY },
	{ "lead member", COVER_OTHER, HEAD_ONLY },
	{ "classification", COVER_EXEMPT, HEAD_ONLY },
	{ "is this a key decision", COVER_OTHER, HEAD_ONLY },
	{ "key decision", COVER_OTHER, HEAD_ONLY },
	{ "included in forward plan", COVER_OTHER, HEAD_ONLY },
	{ "exempt / confidential report", COVER_EXEMPT, HEAD_ONLY },
	{ "exempt information", COVER_EXEMPT, HEAD_ONLY },
	{ "decision status", COVER_OTHER, HEAD_ONLY },
	{ "decision type", COVER_OTHER, HEAD_ONLY },
	{ "reason key", COVER_OTHER, HEAD_ONLY },
	{ "effective from", COVER_OTHER, HEAD_ONLY },
	{ "is subject to call in", COVER_OTHER, HEAD_ONLY },
	{ "division affected", COVER_OTHER, HEAD_ONLY },
	{ "department", COVER_OTHER, HEAD_ONLY },
	{ "division", COVER_OTHER, HEAD_ONLY },
	{ "reporting period", COVER_OTHER, HEAD_ONLY },
	{ "period", COVER_OTHER, HEAD_ONLY },
	{ "presented by", COVER_OTHER, HEAD_ONLY },
	{ "director", COVER_OTHER, HEAD_ONLY },
	{ "cabinet member", COVER_OTHER, HEAD_ONLY },
	{ "version", COVER_OTHER, HEAD_ONLY },
	{ "status of report", COVER_OTHER, HEAD_ONLY },
	{ "purpose of report", COVER_OTHER, HEAD_ONLY },
	{ "from", COVER_OTHER, HEAD_ONLY },
	{ "to", COVER_OTHER, HEAD_ONLY },
	{ "adroddiad gan", COVER_OTHER, HEAD_ONLY },
	{ "swyddog arweiniol", COVER_OTHER, HEAD_ONLY },
	{ "eitem agenda", COVER_OTHER, HEAD_ONLY },
	{ "eitem rhif", COVER_OTHER, HEAD_ONLY },
	{ "wardiau yr effeithir arnynt", COVER_OTHER, HEAD_ONLY },
	{ "wardiau", COVER_OTHER, HEAD_ONLY },
	{ "portffolio", COVER_OTHER, HEAD_ONLY },
	{ "aelod portffolio", COVER_OTHER, HEAD_ONLY },
	{ "cyfnod adrodd", COVER_OTHER, HEAD_ONLY },
	{ "eitem ar yr agenda", COVER_OTHER, HEAD_ONLY },
	{ "rhif eitem", COVER_OTHER, HEAD_ONLY },
	{ "ward yr effeithir arni", COVER_OTHER, HEAD_ONLY },
	{ "aelod cabinet", COVER_OTHER, HEAD_ONLY },
	{ "aelod arweiniol", COVER_OTHER, HEAD_ONLY },
	{ "cyfarwyddwr", COVER_OTHER, HEAD_ONLY },
	{ "adran", COVER_OTHER, HEAD_ONLY },
	{ "cyflwynwyd gan", COVER_OTHER, HEAD_ONLY },
	{ "math o benderfyniad", COVER_OTHER, HEAD_ONLY },
	{ "statws y penderfyniad", COVER_OTHER, HEAD_ONLY },
	{ "penderfyniad allweddol", COVER_OTHER, HEAD_ONLY },
	{ "a yw'n benderfyniad allweddol", COVER_OTHER, HEAD_ONLY },
	{ "dosbarthiad", COVER_OTHER, HEAD_ONLY },
	{ "cyfnod", COVER_OTHER, HEAD_ONLY },
	{ "oddi wrth", COVER_OTHER, HEAD_ONLY },
	{ "authority for decision", COVER_OTHER, HEAD_ONLY },
	{ "decision taken by", COVER_OTHER, HEAD_ONLY },
	{ "executive sponsor", COVER_OTHER, HEAD_ONLY },
	{ "freedom of information", COVER_OTHER, HEAD_ONLY },
	{ "agenda no", COVER_OTHER, HEAD_ONLY },
	{ "agenda item number", COVER_OTHER, HEAD_ONLY },
	{ "item number", COVER_OTHER, HEAD_ONLY },
	{ "report by", COVER_OTHER, HEAD_ONLY },
	{ "executive member", COVER_OTHER, HEAD_ONLY },
	{ "wards", COVER_OTHER, HEAD_ONLY },
	{ "ward", COVER_OTHER, HEAD_ONLY },
	{ "lead officer and contact", COVER_OTHER, HEAD_ONLY },
	{ "report presented by", COVER_OTHER, HEAD_ONLY },
	{ "is this report exempt", COVER_EXEMPT, HEAD_ONLY },
	{ "is the report exempt", COVER_EXEMPT, HEAD_ONLY },
};

/* The row of a name that may end in a question mark. */
static const struct cover_name *
find_key(struct str key)
{
	if (str_ends(key, "?"))
		key = str_head(key, key.len - 1);
	for (size_t i = 0; i < sizeof(cover_names) / sizeof(cover_names[0]);
	     i++)
		if (str_is(key, cover_names[i].key))
			return &cover_names[i];
	return NULL;
}

/* "Teitl / Title": both halves must be names; the first one's row. */
static const struct cover_name *
find(struct analysis *a, struct str name)
{
	struct str key = analyse_key(a, name);
	size_t slash = str_find(key, " / ");

	if (slash == (size_t)-1)
		return find_key(key);
	return find_key(str_skip(key, slash + 3)) != NULL
		   ? find_key(str_head(key, slash))
		   : NULL;
}

enum cover_fact
analyse_cover_fact(struct analysis *a, struct str name)
{
	const struct cover_name *row = find(a, name);

	return row != NULL ? row->fact : COVER_NONE;
}

bool
analyse_is_field_name(struct analysis *a, struct str name)
{
	const struct cover_name *row = find(a, name);

	return row != NULL && row->where != FIELD_ONLY;
}

bool
analyse_is_cover_name(struct analysis *a, struct str name)
{
	const struct cover_name *row = find(a, name);

	return row != NULL && row->where == COVER;
}

bool
analyse_is_contact_name(struct analysis *a, struct str name)
{
	enum cover_fact fact = analyse_cover_fact(a, name);

	return fact == COVER_PERSON || fact == COVER_ADDRESS;
}

/* "Meeting: 3 June 2026" says when, and not who meets. */
static enum cover_fact
fact_of(const struct cover_name *row, struct str value)
{
	if (row->fact == COVER_COMMITTEE &&
	    analyse_word_count(value) <= DATE_WORDS && value.len > 0 &&
	    (str_is_digit(value.ptr[0]) ||
		str_find(value, "day ") < value.len) &&
	    analyse_date_of(value).year != 0)
		return COVER_DATE;
	return row->fact;
}

struct str
analyse_cover_value(struct analysis *a, enum cover_fact fact)
{
	const struct plan_field *best = NULL;
	const struct cover_name *row, *first = NULL;

	for (size_t i = 0; i < a->plan->fields_count; i++) {
		const struct plan_field *field = &a->plan->fields[i];

		row = find(a, field->name);
		if (row == NULL || fact_of(row, field->value) != fact ||
		    field->value.len == 0 || (first != NULL && row >= first))
			continue;
		/* "Date: to be confirmed" is no date */
		if (fact == COVER_DATE &&
		    analyse_date_of(field->value).year == 0)
			continue;
		first = row;
		best = field;
	}
	return best != NULL ? best->value : (struct str){ "", 0 };
}
