/* analyse_author: who wrote the paper and whom to ask. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

bool
analyse_is_contact_name(struct analysis *a, struct str name)
{
	static const char *const names[] = { "contact officer", "contact",
		"contact details", "email", "email address", "e-mail",
		"telephone", "tel", "report author", "author", "authors",
		"prepared by", "authors name", "author name", NULL };
	struct str key = analyse_key(a, name);

	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is(key, names[i]))
			return true;
	return false;
}

bool
analyse_all_contacts(struct analysis *a, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		if (!analyse_is_contact_name(a, field->as.field.name))
			return false;
	return true;
}

void
analyse_author_add(struct analysis *a, struct node *field)
{
	struct str name = field->as.field.name;
	struct str key = analyse_key(a, name);
	struct str value = analyse_text(a, field);
	struct plan_author *author;
	size_t comma;

	if (str_find(key, "mail") != (size_t)-1 || str_starts(key, "tel")) {
		if (a->plan->authors_count > 0)
			a->plan->authors[a->plan->authors_count - 1].contact =
			    value;
		return;
	}
	author = PLAN_PUSH(a, authors);
	comma = str_find(value, ", ");
	author->name = value;
	if (comma != (size_t)-1) {
		author->name = str_head(value, comma);
		author->role = str_skip(value, comma + 2);
	}
}

/* A name with an extension, a telephone number or an address of mail. */
bool
analyse_is_contact_line(struct str text)
{
	size_t digits = 0;

	if (analyse_word_count(text) > 12)
		return false;
	for (size_t i = 0; i < text.len; i++)
		digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
	return str_find_nocase(text, "extension") != (size_t)-1 ||
	       str_find_nocase(text, " ext ") != (size_t)-1 ||
	       str_find(text, "@") != (size_t)-1 || digits >= 9;
}

/* "Ian Jones - Extension 157012": the name, then how to reach it. */
void
analyse_signature_take(struct analysis *a, struct node *node)
{
	struct str text = analyse_text(a, node);
	struct plan_author *author = PLAN_PUSH(a, authors);
	size_t at = str_find(text, " – "), len = sizeof(" – ") - 1;

	if (at == (size_t)-1) {
		at = str_find(text, " - ");
		len = sizeof(" - ") - 1;
	}
	author->name = text;
	if (at == (size_t)-1)
		return;
	author->name = str_head(text, at);
	author->contact = str_skip(text, at + len);
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
