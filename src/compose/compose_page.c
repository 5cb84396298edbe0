/* compose_page: what the page looks like beside its theme: a paper of another
 * size, words across it, numbers beside its lines. The command line has the
 * last word, then the draft's front matter. */
#include "compose/compose.h"

#include "base/arena.h"

static struct str
setting_of(const struct doc *doc, const char *key)
{
	const struct setting *setting = doc_setting(doc, key);

	return setting != NULL ? str_trim(setting->value)
			       : (struct str){ NULL, 0 };
}

static bool
is_yes(struct str value)
{
	return str_is_nocase(value, "yes") || str_is_nocase(value, "true") ||
	       str_is_nocase(value, "on");
}

/* Columns that can be read on the theme's own paper, and not on this one. */
static void
say_columns(const struct report *report, const struct theme *theme,
    const struct setting *setting)
{
	if (theme_columns(theme, false) < theme_columns(report->theme, false))
		doc_say(report->doc, DOC_COLUMNS_NARROW,
		    setting != NULL ? setting->pos : (struct pos){ 0 },
		    theme_columns_text(report->arena, theme),
		    (struct str){ NULL, 0 });
}

/* The theme belongs to the template, whose next paper may have its own. */
static void
set_paper(struct report *report, struct str asked)
{
	const struct setting *setting = doc_setting(report->doc, "paper");
	struct theme *theme;
	struct str name = asked;

	if (name.len == 0 && setting != NULL)
		name = str_trim(setting->value);
	if (name.len == 0)
		return;
	theme = arena_alloc(report->arena, sizeof(*theme));
	*theme = *report->theme;
	if (theme_set_paper(theme, name)) {
		say_columns(report, theme, setting);
		report->theme = theme;
	} else
		doc_say(report->doc, DOC_PAPER_UNKNOWN,
		    setting != NULL ? setting->pos : (struct pos){ 0 }, name,
		    (struct str){ NULL, 0 });
}

/* Between columns there are the numbers of the lines of the next one. */
static void
widen_gap(struct report *report)
{
	const double least_pt = 24;
	struct theme *theme;

	if (report->theme->columns < 2 ||
	    report->theme->column_gap_pt >= least_pt)
		return;
	theme = arena_alloc(report->arena, sizeof(*theme));
	*theme = *report->theme;
	theme->column_gap_pt = least_pt;
	report->theme = theme;
}

static struct str
watermark_of(const struct report *report, struct str asked)
{
	const struct doc *doc = report->doc;
	struct str value = setting_of(doc, "watermark");

	if (asked.len > 0)
		return asked;
	if (str_is_nocase(value, "no") || str_is_nocase(value, "none") ||
	    str_is_nocase(value, "false"))
		return (struct str){ NULL, 0 };
	if (is_yes(value) ||
	    (value.len == 0 &&
		str_is_nocase(setting_of(doc, "status"), "draft")))
		return words_text(&report->words, WORD_DRAFT);
	return value;
}

void
compose_page_set(struct report *report, const struct compose_page *asked)
{
	const struct doc *doc = report->doc;

	set_paper(report, str_from(asked->paper));
	report->watermark = watermark_of(report, str_from(asked->watermark));
	report->line_numbers =
	    asked->line_numbers || is_yes(setting_of(doc, "line-numbers"));
	if (report->line_numbers)
		widen_gap(report);
}
