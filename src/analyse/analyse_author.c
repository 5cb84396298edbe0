/* analyse_author: who wrote the paper and whom to ask. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

bool
analyse_all_contacts(struct analysis *a, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		if (!analyse_is_contact_name(a, field->as.field.name))
			return false;
	return true;
}

/* ---- what a line says of its author ---- */

static bool
begins_contact(struct str word)
{
	static const char *const words[] = { "extension", "ext", "tel",
		"telephone", "phone", "email", "e-mail", "mobile", NULL };
	size_t digits = 0;

	if (str_find(word, "@") != (size_t)-1)
		return true;
	while (word.len > 0 && (str_ends(word, ".") || str_ends(word, ":") ||
				   str_ends(word, ",") || str_ends(word, ")")))
		word.len--;
	while (word.len > 0 && (word.ptr[0] == '(' || word.ptr[0] == '+'))
		word = str_skip(word, 1);
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is_nocase(word, words[i]))
			return true;
	for (size_t i = 0; i < word.len; i++)
		digits += word.ptr[i] >= '0' && word.ptr[i] <= '9';
	return digits >= 4 && digits == word.len;
}

/* Without what parted it from what follows. */
static struct str
without_mark(struct str text)
{
	static const char *const marks[] = { ",", ";", "-", "(", "|", ":", "–",
		"—", NULL };
	bool again = true;

	while (again) {
		again = false;
		text = str_trim(text);
		for (size_t i = 0; marks[i] != NULL; i++)
			if (text.len > 0 && str_ends(text, marks[i])) {
				text.len -= str_from(marks[i]).len;
				again = true;
			}
	}
	return text;
}

/* "Ann Lee, Head of Audit - Ext 123" -> its three parts. */
static struct plan_author
author_of(struct str text)
{
	struct plan_author author = { .name = { "", 0 } };
	struct analyse_name name;
	struct str rest = text, word;

	while (str_next_part(&rest, ' ', &word))
		if (word.len > 0 && begins_contact(word)) {
			author.contact =
			    str_range(word.ptr, text.ptr + text.len);
			text = str_range(text.ptr, word.ptr);
			break;
		}
	text = without_mark(text);
	name = analyse_name_of(text);
	while (str_ends(author.contact, "."))
		author.contact.len--;
	author.name = name.name;
	author.role = name.role;
	if (author.role.len == 0 && analyse_is_person(name.name) == false) {
		size_t comma = str_find(text, ", ");

		if (comma != (size_t)-1 &&
		    analyse_is_person(str_head(text, comma))) {
			author.name = str_head(text, comma);
			author.role = str_skip(text, comma + 2);
		}
	}
	return author;
}

/* The same letters, but for those that text recognition takes for one
 * another: "lan" and "Ian". */
static bool
looks_same(struct str a, struct str b)
{
	if (a.len != b.len || a.len == 0)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		bool a_bar =
		    a.ptr[i] == 'l' || a.ptr[i] == 'I' || a.ptr[i] == '1';
		bool b_bar =
		    b.ptr[i] == 'l' || b.ptr[i] == 'I' || b.ptr[i] == '1';

		if (a.ptr[i] != b.ptr[i] && !(a_bar && b_bar))
			return false;
	}
	return true;
}

/* Adds an author, or what is new about one who is there already. */
static void
add_author(struct analysis *a, struct plan_author author)
{
	for (size_t i = 0; i < a->plan->authors_count; i++) {
		struct plan_author *known = &a->plan->authors[i];

		if (!looks_same(known->name, author.name))
			continue;
		/* a name begins with a capital: that is the right one */
		if (!str_eq(known->name, author.name)) {
			bool is_right = analyse_is_person(author.name);

			doc_say(a->doc, DOC_NAME_VARIANT,
			    is_right ? known->pos : author.pos,
			    is_right ? known->name : author.name,
			    is_right ? author.name : known->name);
			if (is_right)
				known->name = author.name;
		}
		if (known->role.len == 0)
			known->role = author.role;
		if (known->contact.len == 0)
			known->contact = author.contact;
		return;
	}
	*PLAN_PUSH(a, authors) = author;
}

static void
add_value(struct analysis *a, struct str value, struct pos pos)
{
	struct plan_author author;

	if (value.len == 0)
		return;
	author = author_of(value);
	author.pos = pos;
	if (author.name.len > 0 || a->plan->authors_count == 0)
		add_author(a, author);
	else
		a->plan->authors[a->plan->authors_count - 1].contact =
		    author.contact;
}

void
analyse_author_add(struct analysis *a, struct node *field)
{
	struct str value = analyse_text(a, field);

	if (analyse_cover_fact(a, field->as.field.name) == COVER_ADDRESS) {
		if (a->plan->authors_count > 0)
			a->plan->authors[a->plan->authors_count - 1].contact =
			    value;
		return;
	}
	/* one to a line, or one */
	for (const struct node *block = field->first; block;
	     block = block->next)
		add_value(a, analyse_text(a, block), block->pos);
}

/* A name with an extension, a telephone number or an address of mail. */
bool
analyse_is_contact_line(struct str text)
{
	size_t digits = 0;

	if (analyse_word_count(text) > 12)
		return false;
	/* a telephone number; "Appendix 1: Strategy 2026-2031" has none */
	for (size_t i = 0; i < text.len && digits < 9; i++) {
		char c = text.ptr[i];

		if (c >= '0' && c <= '9')
			digits++;
		else if (c != ' ' && c != '(' && c != ')' && c != '+' &&
			 c != '-')
			digits = 0;
	}
	return str_find_nocase(text, "extension") != (size_t)-1 ||
	       str_find_nocase(text, " ext ") != (size_t)-1 ||
	       str_find(text, "@") != (size_t)-1 || digits >= 9;
}

/* "Ian Jones - Extension 157012", "Ann Lee Head of Audit". An office alone
 * is nobody's name. */
void
analyse_signature_take(struct analysis *a, struct node *node)
{
	struct plan_author author;

	if (!analyse_signed_by(a, node, &author))
		author = author_of(analyse_text(a, node));
	author.pos = node->pos;
	if (author.role.len > 0 || author.contact.len > 0)
		add_author(a, author);
}

void
analyse_reporter_take(struct analysis *a, const struct node *node)
{
	static const char *const leads[] = { "report of the ", "report of ",
		"report by the ", "report by ", NULL };
	struct str text = analyse_text(a, node);
	struct plan_author author;

	for (size_t i = 0; leads[i] != NULL; i++)
		if (str_starts_nocase(text, leads[i])) {
			author =
			    author_of(str_skip(text, str_from(leads[i]).len));
			author.pos = node->pos;
			if (author.role.len > 0 &&
			    analyse_is_person(author.name))
				add_author(a, author);
			return;
		}
}

/* A line alone below numbered paragraphs that names an office: the author's
 * signature. */
bool
analyse_is_signature(struct analysis *a, const struct node *node)
{
	static const char *const offices[] = { "director", "manager", "head of",
		"officer", "chief executive", "treasurer", "solicitor", NULL };
	struct str text;

	if (node->kind != NODE_PARAGRAPH || node->prev == NULL ||
	    node->as.paragraph.number.len > 0 ||
	    node->prev->kind != NODE_PARAGRAPH ||
	    node->prev->as.paragraph.number.len == 0)
		return false;
	text = doc_text(a->scratch, node);
	if (str_ends(text, ".") || analyse_word_count(text) > 12 ||
	    analyse_word_count(text) < 3)
		return false;
	for (size_t i = 0; offices[i] != NULL; i++)
		if (str_find_nocase(text, offices[i]) != (size_t)-1)
			return true;
	return false;
}
