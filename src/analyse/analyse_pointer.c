/* analyse_pointer: finds words in a text that point at a part of a paper:
 * "paragraph 7 above", "actions 1.2 and 3.1", "Appendix B". Knows nothing of
 * what the paper holds. */
#include "analyse/analyse_priv.h"

#include "base/utf8.h"

struct pointer_word {
	const char *word; /* lower case */
	enum pointer_target target;
	bool is_plural; /* more numbers may follow */
};

/* Longer words before those that they begin with. */
static const struct pointer_word words[] = {
	{ "actions", POINTER_ACTION, true },
	{ "action", POINTER_ACTION, false },
	{ "tasks", POINTER_ACTION, true },
	{ "task", POINTER_ACTION, false },
	{ "cam gweithredu", POINTER_ACTION, false },
	{ "objectives", POINTER_OBJECTIVE, true },
	{ "objective", POINTER_OBJECTIVE, false },
	{ "amcan", POINTER_OBJECTIVE, false },
	{ "paragraphs", POINTER_PARAGRAPH, true },
	{ "paragraph", POINTER_PARAGRAPH, false },
	{ "paras", POINTER_PARAGRAPH, true },
	{ "para", POINTER_PARAGRAPH, false },
	{ "paragraffau", POINTER_PARAGRAPH, true },
	{ "paragraff", POINTER_PARAGRAPH, false },
	{ "sections", POINTER_SECTION, true },
	{ "section", POINTER_SECTION, false },
	{ "adran", POINTER_SECTION, false },
	{ "appendices", POINTER_APPENDIX, true },
	{ "appendix", POINTER_APPENDIX, false },
	{ "annexes", POINTER_APPENDIX, true },
	{ "annex", POINTER_APPENDIX, false },
	{ "atodiad", POINTER_APPENDIX, false },
	{ "recommendations", POINTER_RECOMMENDATION, true },
	{ "recommendation", POINTER_RECOMMENDATION, false },
	{ "argymhelliad", POINTER_RECOMMENDATION, false },
};

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       str_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Bytes of white space at the front. */
static size_t
space_len(struct str text)
{
	size_t len = 0;

	for (struct str rest = text; rest.len > 0; len = text.len - rest.len)
		if (!utf8_is_space(utf8_next(&rest)))
			break;
	return len;
}

/* "B", "Two", "3": at most one word, and one that labels. */
static size_t
label_len(struct str text)
{
	static const char *const labels[] = { "one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten", NULL };
	size_t len = 0;

	while (len < text.len && is_word_byte(text.ptr[len]))
		len++;
	if (len == 1 || (len > 0 && len <= 3 && str_is_digit(text.ptr[0])))
		return text.ptr[0] >= 'a' && text.ptr[0] <= 'z' ? 0 : len;
	for (size_t i = 0; labels[i] != NULL; i++)
		if (str_is_nocase(str_head(text, len), labels[i]))
			return len;
	return 0;
}

static bool
take_number(struct str text, enum pointer_target target, struct str *number)
{
	size_t bracket = str_starts(text, "("), len = bracket;

	if (target == POINTER_APPENDIX) {
		*number = str_head(text, label_len(text));
		return number->len > 0;
	}
	while (
	    len < text.len && (is_word_byte(text.ptr[len]) ||
				  (text.ptr[len] == '.' && len + 1 < text.len &&
				      is_word_byte(text.ptr[len + 1]))))
		len++;
	*number = str_skip(str_head(text, len), bracket);
	for (size_t i = 0; i < number->len; i++) {
		if ((unsigned char)number->ptr[i] >= 0x80)
			number->len = i; /* "3–5" */
		else if (str_is_digit(number->ptr[i]))
			return analyse_number_depth(*number) > 0;
	}
	return false;
}

/* A dash of several bytes ends a number: "3–5". */
static void
cut_at_dash(struct str *number)
{
	for (size_t i = 0; i < number->len; i++)
		if ((unsigned char)number->ptr[i] >= 0x80)
			number->len = i;
}

/* What is behind the number belongs to the reference: its bracket, "above". */
static void
finish(struct str text, struct pointer *found)
{
	struct str rest;

	cut_at_dash(&found->number);
	found->end = (size_t)(found->number.ptr - text.ptr) + found->number.len;
	if (found->end < text.len && text.ptr[found->end] == ')' &&
	    found->number.ptr > text.ptr && found->number.ptr[-1] == '(')
		found->end++;
	found->shown_end = found->end;
	rest = str_skip(text, found->end);
	rest = str_skip(rest, space_len(rest));
	if (str_starts_nocase(rest, "above") ||
	    str_starts_nocase(rest, "below") || str_starts(rest, "uchod") ||
	    str_starts(rest, "isod"))
		found->shown_end = (size_t)(rest.ptr - text.ptr) +
				   (str_starts(rest, "isod") ? 4 : 5);
}

/* The word's length at the front of the text with what may part it from the
 * number: "para. ", "Action No. ". 0: it is not there. */
static size_t
lead_len(struct str text, const char *word)
{
	size_t len = str_from(word).len, space;

	if (!str_starts_nocase(text, word))
		return 0;
	if (len < text.len && text.ptr[len] == '.')
		len++;
	space = space_len(str_skip(text, len));
	if (space == 0)
		return 0;
	len += space;
	if (str_starts_nocase(str_skip(text, len), "no. "))
		len += 4;
	return len;
}

static bool
match_at(struct str text, size_t at, struct pointer *found)
{
	struct str rest = str_skip(text, at);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t lead = lead_len(rest, words[i].word);

		if (lead == 0 || !take_number(str_skip(rest, lead),
				     words[i].target, &found->number))
			continue;
		found->target = words[i].target;
		found->is_plural = words[i].is_plural;
		found->is_more = false;
		found->begin = at;
		finish(text, found);
		return true;
	}
	return false;
}

/* ", ", " and ", " to ", "–": what parts the numbers of a list. */
static size_t
joint_len(struct str text)
{
	static const char *const joints[] = { ", and ", ", or ", " and ",
		" or ", " & ", " to ", " – ", " - ", ", ", "–", "-", "/", " a ",
		NULL };

	for (size_t i = 0; joints[i] != NULL; i++)
		if (str_starts(text, joints[i]))
			return str_from(joints[i]).len;
	return 0;
}

/* Another number behind one that was found. Without a plural it must be as
 * deep as that one: "action 1.2 and 3.1", not "section 4 and 3 others". */
static bool
match_more(struct str text, struct pointer *found)
{
	size_t joint = joint_len(str_skip(text, found->end));
	struct pointer more = *found;
	char after;

	if (joint == 0 || !take_number(str_skip(text, found->end + joint),
			      found->target, &more.number))
		return false;
	cut_at_dash(&more.number);
	if (!found->is_plural && (found->target == POINTER_APPENDIX ||
				     analyse_number_depth(more.number) < 2 ||
				     analyse_number_depth(more.number) !=
					 analyse_number_depth(found->number)))
		return false;
	more.begin = (size_t)(more.number.ptr - text.ptr);
	if (more.begin > 0 && text.ptr[more.begin - 1] == '(')
		more.begin--;
	finish(text, &more);
	after = more.end < text.len ? text.ptr[more.end] : ' ';
	if (after == '%' || after == '/')
		return false;
	more.is_more = true;
	*found = more;
	return true;
}

bool
analyse_pointer_next(struct str text, struct pointer *found)
{
	if (found->end > 0 && match_more(text, found))
		return true;
	for (size_t at = found->end; at < text.len; at++)
		if ((at == 0 || !is_word_byte(text.ptr[at - 1])) &&
		    match_at(text, at, found))
			return true;
	return false;
}

/* ---- whose part is it? ---- */

/* "of this report", "to the draft": this paper says so itself. */
static bool
names_this(struct str rest)
{
	static const char *const papers[] = { "draft", "report", "paper",
		"plan", "document", "delivery plan", "action plan", "minutes",
		NULL };

	if (str_starts_nocase(rest, "this "))
		return str_find(str_head(rest, 12), "Act") == (size_t)-1;
	if (!str_starts_nocase(rest, "the "))
		return false;
	rest = str_skip(rest, 4);
	for (size_t i = 0; papers[i] != NULL; i++) {
		size_t len = str_from(papers[i]).len;

		if (str_starts(rest, papers[i]) &&
		    (rest.len == len || !is_word_byte(rest.ptr[len])))
			return true;
	}
	return false;
}

static struct str
last_word(struct str text)
{
	size_t at = text.len;

	while (at > 0 && text.ptr[at - 1] != ' ')
		at--;
	return str_skip(text, at);
}

/* "Part 3, ", "section 25 " and the like at the end, between a document's name
 * and the pointer. */
static struct str
without_parts(struct str text)
{
	static const char *const parts[] = { "part", "section", "schedule",
		"chapter", "article", "annex", "rule", NULL };
	size_t i = 0;

	for (;;) {
		struct str last, before;

		text = str_trim(text);
		while (str_ends(text, ",") || str_ends(text, "("))
			text = str_trim(str_head(text, text.len - 1));
		last = last_word(text);
		if (last.len == 0 || last.len > 4 ||
		    !(str_is_digit(last.ptr[0]) ||
			(last.ptr[0] >= 'A' && last.ptr[0] <= 'Z')))
			return text;
		before = str_trim(str_head(text, text.len - last.len));
		for (i = 0; parts[i] != NULL; i++)
			if (str_is_nocase(last_word(before), parts[i]))
				break;
		if (parts[i] == NULL)
			return text;
		text = str_head(before, before.len - str_from(parts[i]).len);
	}
}

/* "Scheme of Delegation, Part 3, paragraph 14.2": the document stands before
 * its part, as its name does, with a capital. */
static bool
names_other_before(struct str before)
{
	static const char *const names[] = { "Delegation", "Delegations",
		"Constitution", "Orders", "Rules", "Regulations", "Act",
		"Order", "Code", "Protocol", "Framework", "Directions",
		"Cyfansoddiad", "Rheolau", NULL };
	struct str last, rest = without_parts(before);

	/* "the Localism Act 2011, section 25" */
	last = last_word(rest);
	if (last.len == 4 && str_is_digit(last.ptr[0]))
		rest = str_trim(str_head(rest, rest.len - last.len));
	last = last_word(rest);
	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is(last, names[i]))
			return true;
	return false;
}

enum pointer_scope
analyse_pointer_scope(const struct pointer *found, struct str text)
{
	struct str rest = str_skip(text, found->shown_end);
	size_t space = space_len(rest);

	rest = str_skip(rest, space);
	if (names_other_before(str_head(text, found->begin)))
		return POINTER_ELSEWHERE;
	if (space == 0 || !(str_starts_nocase(rest, "of ") ||
			      str_starts_nocase(rest, "to ") ||
			      str_starts_nocase(rest, "in ")))
		return POINTER_HERE;
	rest = str_skip(rest, 3);
	if (names_this(rest))
		return POINTER_HERE;
	if (str_starts_nocase(rest, "the "))
		rest = str_skip(rest, 4);
	/* "of Schedule 12A", "of the Localism Act", "of the Council's rules" */
	if (rest.len > 0 && rest.ptr[0] >= 'A' && rest.ptr[0] <= 'Z')
		return POINTER_ELSEWHERE;
	return POINTER_UNSURE;
}
