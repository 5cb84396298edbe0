/* read_md_token: raw HTML, token by token. */
#ifndef READ_READ_MD_TOKEN_H
#define READ_READ_MD_TOKEN_H

#include "base/str.h"

/* One tag, comment (and the like) or run of text. */
struct md_token {
	enum { TOKEN_TEXT, TOKEN_TAG, TOKEN_HIDDEN } kind;
	struct str text; /* as written */
	struct str name; /* of a tag */
	bool is_end;     /* "</p>" */
};

/* Cuts the next token off a non-empty text. */
struct md_token md_token_next(struct str *rest);

/* Is it a tag of one of these names? The list ends with NULL. */
bool md_token_is_named(const struct md_token *token, const char *const *names);

bool md_token_is_break(const struct md_token *token);

/* What these hold is for machines. */
bool md_token_is_script(const struct md_token *token);

/* Tags that neither begin nor end a paragraph. */
bool md_token_is_phrase(const struct md_token *token);

/* The value of a tag's attribute, trimmed; empty if it has none. */
struct str md_token_attribute(const struct md_token *token, const char *name);

#endif
