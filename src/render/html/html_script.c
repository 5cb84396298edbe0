/* html_script: the page's script, and the words and names that it needs as a
 * block of data. The script itself is page.js, the same in every page. */
#include "html_priv.h"

#include <string.h>

#include "base/arena.h"
#include "render/html/html_embed.h"

/* A page is read as XML too, where a script may not hold '<' or '&' but within
 * these marks; for HTML they are part of a comment. */
#define SCRIPT_BEGIN "\n//<![CDATA[\n"
#define SCRIPT_END "//]]>\n"

void
html_script(struct buf *script)
{
	buf_puts(script, SCRIPT_BEGIN);
	buf_puts(script, html_page_js);
	buf_puts(script, SCRIPT_END);
}

static void
put_words(const struct html_page *page, struct buf *json)
{
	html_json_name(json, "words");
	buf_puts(json, "{");
	for (int word = WORD_WEB; word <= WORD_WEB_LAST; word++) {
		html_json_name(
		    json, words_name((enum word)word) + strlen("web-"));
		html_json_string(json, html_word(page, (enum word)word));
	}
	buf_puts(json, "}");
}

static void
put_plan(struct html_page *page, struct buf *json, const struct plan *plan)
{
	const struct words *words = &page->report->words;

	html_json_name(json, "states");
	buf_puts(json, "{");
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++) {
		html_json_name(json, doc_state_name((enum state)state));
		html_json_string(json, words->states[state].label);
	}
	html_json_name(json, "none");
	html_json_string(json, words->states[STATE_NONE].label);
	buf_puts(json, "}");
	html_json_name(json, "themes");
	buf_puts(json, "{");
	for (size_t i = 0; i < plan->themes_count; i++) {
		const struct plan_theme *theme = &plan->themes[i];

		html_json_name(json, str_copy(page->scratch, theme->id).ptr);
		html_json_string(
		    json, str_trim(str_printf(page->scratch, "%.*s %.*s",
			      STR_ARG(theme->number), STR_ARG(theme->title))));
	}
	buf_puts(json, "}");
}

void
html_script_put(struct html_page *page)
{
	const struct plan *plan = page->report->doc->plan;
	struct buf text = BUF_INIT;

	buf_puts(&text, "{");
	put_words(page, &text);
	if (plan != NULL && plan->actions_count > 0)
		put_plan(page, &text, plan);
	buf_puts(&text, "}");
	html_open_line(page, "script");
	html_attr(page, "type", str_from("application/json"));
	html_attr(page, "id", str_from("_data"));
	html_put_raw(page, buf_str(&text));
	html_close(page);
	buf_reset(&text);
	html_script(&text);
	html_open_line(page, "script");
	html_put_raw(page, buf_str(&text));
	html_close(page);
	buf_clear(&text);
}
