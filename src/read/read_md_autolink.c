/* read_md_autolink: addresses that stand bare in the text -> links (GFM 6.9):
 * "https://...", "www...." and mail addresses. Text within links is left. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

/* in bytes; more is no address, and no host (RFC 1035) */
enum { ADDRESS_MAX = 2048, HOST_MAX = 255 };

struct found {
	size_t at, len;     /* of the address in the text; len 0: none */
	const char *scheme; /* to be put before it */
};

static bool
is_address_char(char c)
{
	return (unsigned char)c > ' ' && c != '<' && c != '>' && c != '"' &&
	       c != '`' && c != '|';
}

static size_t
count_char(struct str text, char c)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == c;
	return count;
}

/* Without the sentence's punctuation at its end, and without a bracket that
 * was opened before it. */
static size_t
end_of_address(struct str address)
{
	size_t opened = count_char(address, '(');
	size_t closed = count_char(address, ')');
	bool more = true;

	while (more && address.len > 0) {
		char last = address.ptr[address.len - 1];

		more = strchr("?!.,:;*_~'", last) != NULL ||
		       (last == ')' && closed > opened);
		closed -= more && last == ')';
		address.len -= more;
	}
	return address.len;
}

/* Does a host begin the text? It has a full stop in it, and begins with a
 * letter or digit. */
static bool
has_host(struct str text)
{
	size_t len = 0;

	while (len < text.len && len < HOST_MAX &&
	       is_address_char(text.ptr[len]) &&
	       strchr("/?#", text.ptr[len]) == NULL)
		len++;
	return len > 3 && utf8_is_word((unsigned char)text.ptr[0]) &&
	       str_find(str_head(text, len), ".") != (size_t)-1;
}

/* Length of the address at the front, or 0. */
static size_t
scan_address(struct str text, const char *begin)
{
	size_t len = 0, host;

	if (!str_starts_nocase(text, begin))
		return 0;
	host = strcmp(begin, "www.") == 0 ? 0 : str_from(begin).len;
	/* asked first: what is no host may stand before every bracket */
	if (!has_host(str_skip(text, host)))
		return 0;
	while (len < text.len && len < ADDRESS_MAX &&
	       is_address_char(text.ptr[len])) {
		struct str rest = str_skip(text, len);

		if (utf8_is_space(utf8_next(&rest)))
			break;
		len++;
	}
	len = end_of_address(str_head(text, len));
	return len > host &&
		       has_host(str_range(text.ptr + host, text.ptr + len))
		   ? len
		   : 0;
}

static bool
is_mail_char(char c)
{
	return (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       strchr(".-_+", c) != NULL;
}

/* The mail address around the "@" at an offset; it begins behind `least`. */
static struct found
scan_mail(struct str text, size_t at, size_t least)
{
	struct found found = { .at = at, .scheme = "mailto:" };
	size_t end = at + 1, dot;

	while (found.at > least && is_mail_char(text.ptr[found.at - 1]))
		found.at--;
	while (end < text.len && is_mail_char(text.ptr[end]) &&
	       text.ptr[end] != '+')
		end++;
	while (end > at && strchr(".-_", text.ptr[end - 1]) != NULL)
		end--;
	dot = str_find(str_head(str_skip(text, at + 1), end - at), ".");
	if (found.at < at && end > at + 3 && dot != (size_t)-1 && dot > 0)
		found.len = end - found.at;
	return found;
}

/* The first address in the text. */
static struct found
find_address(struct str text)
{
	static const char *const begins[] = { "http://", "https://", "www." };
	struct found found = { 0 };
	bool in_word = false;

	for (size_t at = 0; at < text.len; at++) {
		struct str rest = str_skip(text, at);
		char c = text.ptr[at];

		if (c == '@')
			found = scan_mail(text, at, 0);
		for (size_t i = 0; i < 3 && found.len == 0 && !in_word &&
				   strchr("hHwW", c) != NULL;
		     i++) {
			found.at = at;
			found.len = scan_address(rest, begins[i]);
			found.scheme = i == 2 ? "http://" : "";
		}
		if (found.len > 0)
			return found;
		in_word = (unsigned char)c >= 0x80 || is_mail_char(c);
	}
	return found;
}

/* The walk comes to the text behind the link by itself. */
static void
link_first(struct md *md, struct node *text)
{
	struct found found = find_address(text->as.text.text);
	struct node *shown, *link;

	if (found.len == 0)
		return;
	shown = md_text_split(md, text, found.at);
	md_text_split(md, shown, found.len);
	link = doc_node_new(md->doc->arena, NODE_LINK, shown->pos);
	link->as.link.url = str_printf(md->doc->arena, "%s%.*s", found.scheme,
	    STR_ARG(shown->as.text.text));
	doc_node_insert_before(shown, link);
	doc_node_unlink(shown);
	doc_node_append(link, shown);
}

void
md_autolink(struct md *md)
{
	struct walker walker = { .root = md->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_LINK ||
		    walker.node->kind == NODE_IMAGE)
			doc_walk_skip(&walker);
		else if (walker.node->kind == NODE_TEXT)
			link_first(md, walker.node);
	}
}
