/* read_md_token: raw HTML -> its tags, comments and runs of text, one after the
 * other. Knows the names of tags and nothing of what they do. */
#include "read/read_md_token.h"

#include "base/utf8.h"

/* Offset behind the first `end`, or of the end of the text. */
static size_t
behind(struct str text, const char *end)
{
	size_t at = str_find(text, end);

	return at == (size_t)-1 ? text.len : at + str_from(end).len;
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Length of the tag at the front, quoted attributes and all. */
static size_t
tag_len(struct str text)
{
	char quote = '\0';

	for (size_t i = 1; i < text.len; i++) {
		char c = text.ptr[i];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i + 1;
	}
	return behind(text, ">"); /* a quote that is never closed */
}

static struct str
tag_name(struct str tag)
{
	size_t len = 0;

	tag = str_skip(tag, str_starts(tag, "</") ? 2 : 1);
	while (len < tag.len && (is_letter(tag.ptr[len]) ||
				    utf8_is_digit((unsigned char)tag.ptr[len])))
		len++;
	return str_head(tag, len);
}

static bool
begins_tag(struct str text)
{
	return text.len > 1 && text.ptr[0] == '<' &&
	       (is_letter(text.ptr[1]) || text.ptr[1] == '!' ||
		   text.ptr[1] == '?' ||
		   (text.len > 2 && text.ptr[1] == '/' &&
		       is_letter(text.ptr[2])));
}

static size_t
text_len(struct str text)
{
	size_t at = 1;

	while (at < text.len && !begins_tag(str_skip(text, at)))
		at++;
	return at;
}

struct md_token
md_token_next(struct str *rest)
{
	struct md_token token = { .kind = TOKEN_TEXT };
	size_t len;

	if (!begins_tag(*rest)) {
		len = text_len(*rest);
	} else if (str_starts(*rest, "<!--")) {
		token.kind = TOKEN_HIDDEN;
		len = behind(*rest, "-->");
	} else if (str_starts(*rest, "<?")) {
		token.kind = TOKEN_HIDDEN;
		len = behind(*rest, "?>");
	} else if (str_starts(*rest, "<![CDATA[")) {
		token.kind = TOKEN_HIDDEN;
		len = behind(*rest, "]]>");
	} else if (str_starts(*rest, "<!")) {
		token.kind = TOKEN_HIDDEN;
		len = behind(*rest, ">");
	} else {
		token.kind = TOKEN_TAG;
		len = tag_len(*rest);
		token.name = tag_name(*rest);
		token.is_end = str_starts(*rest, "</");
	}
	token.text = str_head(*rest, len);
	*rest = str_skip(*rest, len);
	return token;
}

bool
md_token_is_named(const struct md_token *token, const char *const *names)
{
	for (; token->kind == TOKEN_TAG && *names != NULL; names++)
		if (str_is_nocase(token->name, *names))
			return true;
	return false;
}

bool
md_token_is_break(const struct md_token *token)
{
	static const char *const names[] = { "br", NULL };

	return md_token_is_named(token, names);
}

bool
md_token_is_script(const struct md_token *token)
{
	static const char *const names[] = { "script", "style", NULL };

	return !token->is_end && md_token_is_named(token, names);
}

bool
md_token_is_phrase(const struct md_token *token)
{
	static const char *const names[] = { "a", "abbr", "b", "cite", "code",
		"em", "font", "i", "img", "ins", "del", "kbd", "mark", "q", "s",
		"samp", "small", "span", "strong", "sub", "sup", "u", "var",
		NULL };

	return md_token_is_named(token, names);
}

struct str
md_token_attribute(const struct md_token *token, const char *name)
{
	struct str rest = str_skip(token->text, 1 + token->name.len);

	for (;;) {
		struct str key, value = { NULL, 0 };
		size_t len = 0;

		rest = str_trim(rest);
		while (len < rest.len && rest.ptr[len] != '=' &&
		       rest.ptr[len] != '>' && rest.ptr[len] != ' ' &&
		       rest.ptr[len] != '\n' && rest.ptr[len] != '\t')
			len++;
		if (rest.len == 0 || rest.ptr[0] == '>')
			return value;
		key = str_head(rest, len);
		rest = str_trim(str_skip(rest, len > 0 ? len : 1));
		if (!str_starts(rest, "="))
			continue;
		rest = str_trim(str_skip(rest, 1));
		if (str_starts(rest, "\"") || str_starts(rest, "'")) {
			const char quote[] = { rest.ptr[0], '\0' };

			value = str_skip(rest, 1);
			value = str_head(value, str_find(value, quote));
			rest = str_skip(rest, value.len + 2);
		} else {
			for (len = 0; len < rest.len && rest.ptr[len] != '>' &&
				      rest.ptr[len] != ' ' &&
				      rest.ptr[len] != '\n';)
				len++;
			value = str_head(rest, len);
			rest = str_skip(rest, len);
		}
		if (str_is_nocase(key, name))
			return str_trim(value);
	}
}
