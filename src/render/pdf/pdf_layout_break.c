/* pdf_layout_break: where the lines of a shaped paragraph may end, and how
 * wide its parts are. The only place that knows libunibreak. */
#include "render/pdf/pdf_layout_priv.h"

#include <stdlib.h>
#include <string.h>
#include <linebreak.h>

#include "base/arena.h"
#include "base/utf8.h"

struct measure {
	struct lay *lay;
	struct pdf_para *para;
	const char *allowed; /* what libunibreak says, a byte each */
	const size_t *musts;
	size_t must_count;
	double x;   /* where the next glyph begins */
	double ink; /* where the last one that is no space ended */
};

void
pdf_breaks_init(void)
{
	init_linebreak();
}

static bool
is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static bool
is_joint(uint32_t c)
{
	return c == '/' || c == '_' || c == '.' || c == '@' || c == '\\' ||
	       c == '&' || c == '=' || c == '?' || c == ',' || c == ';' ||
	       c == ':' || is_dash(c);
}

static bool
is_glue(uint32_t c)
{
	return c == 0xA0 || c == 0x202F || c == 0x2007;
}

static bool
is_ideograph(uint32_t c)
{
	return c >= 0x2E80 && utf8_width(c) == 2;
}

/* Is the word before a space a day of the month? */
static bool
ends_with_day(struct str before)
{
	int digits = 0;

	while (before.len > 0) {
		uint32_t c = utf8_last(&before);

		if (utf8_is_space(c))
			break;
		if (!utf8_is_digit(c) || ++digits > 2)
			return false;
	}
	return digits > 0;
}

/* A space ends a line, except where readers of the page would join what it
 * parts ("re- accreditation") or miss what belongs together ("1 August"). */
static bool
space_breaks(struct str before, uint32_t next)
{
	uint32_t c;

	utf8_last(&before);
	if (before.len == 0 || !utf8_is_letter(next))
		return true;
	if (utf8_is_upper(next) && ends_with_day(before))
		return false;
	c = utf8_last(&before);
	if (!is_dash(c) || before.len == 0)
		return true;
	return !utf8_is_letter(utf8_last(&before));
}

/* May a line end at that byte offset, and how readily? */
static bool
break_level(
    const struct measure *measure, size_t at, enum pdf_break_level *level)
{
	struct str before = str_head(measure->para->text, at);
	struct str behind = str_skip(measure->para->text, at);
	struct str left = before;
	uint32_t last = utf8_last(&left);
	uint32_t next = utf8_next(&behind);
	bool allowed = measure->allowed[at - 1] == LINEBREAK_ALLOWBREAK ||
		       measure->allowed[at - 1] == LINEBREAK_MUSTBREAK;

	if (is_glue(last) || is_glue(next) || next == ' ')
		return false;
	if (utf8_is_space(last)) {
		*level = allowed && space_breaks(before, next) ? BREAK_NORMAL
							       : BREAK_SOFT;
		return true;
	}
	if (allowed && is_ideograph(last) && is_ideograph(next)) {
		*level = BREAK_NORMAL;
		return true;
	}
	*level = BREAK_SOFT;
	return allowed || (is_joint(last) && utf8_is_word(next));
}

static void
break_add(struct measure *measure, size_t run, size_t glyph,
    enum pdf_break_level level)
{
	struct pdf_para *para = measure->para;
	struct pdf_break *added;

	para->breaks = arena_push(measure->lay->arena, para->breaks,
	    &para->break_count, &para->break_cap, sizeof(*para->breaks));
	added = &para->breaks[para->break_count - 1];
	added->run = (uint32_t)run;
	added->glyph = (uint32_t)glyph;
	added->ink_x = measure->ink;
	added->next_x = measure->x;
	added->level = level;
}

static void
break_maybe(struct measure *measure, size_t run, size_t glyph, size_t at)
{
	enum pdf_break_level level;
	const struct pdf_run *runs = measure->para->runs;

	while (measure->must_count > 0 && measure->musts[0] < at) {
		measure->musts++;
		measure->must_count--;
	}
	if (at == 0)
		return;
	if (measure->must_count > 0 && measure->musts[0] == at) {
		break_add(measure, run, glyph, BREAK_MUST);
		return;
	}
	if (!break_level(measure, at, &level))
		return;
	/* a pill is not cut if that can be helped */
	if (runs[run].state != STATE_NONE && glyph > 0)
		level = BREAK_SOFT;
	break_add(measure, run, glyph, level);
}

static void
measure_run(struct measure *measure, size_t index)
{
	const struct pdf_run *run = &measure->para->runs[index];
	double size = run->look.size_pt;

	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct pdf_glyph *glyph = &run->glyphs[i];
		struct str rest = str_skip(run->text, glyph->text_at);

		if (glyph->text_len > 0)
			break_maybe(
			    measure, index, i, run->text_at + glyph->text_at);
		if (i == 0)
			measure->x += run->lead_pt;
		measure->x += (double)glyph->advance * size;
		if (rest.len == 0 || rest.ptr[0] != ' ')
			measure->ink = measure->x;
	}
	measure->x += run->trail_pt;
	if (run->trail_pt > 0)
		measure->ink = measure->x;
}

/* The widest parts between breaks: all, normal ones, must ones. */
static void
find_widest(struct pdf_para *para)
{
	const struct pdf_break *line = &para->breaks[0];
	const struct pdf_break *word = line, *part = line;

	for (size_t i = 1; i < para->break_count; i++) {
		const struct pdf_break *at = &para->breaks[i];
		double end = at->ink_x;

		if (end - part->next_x > para->widest_part)
			para->widest_part = end - part->next_x;
		part = at;
		if (at->level == BREAK_SOFT)
			continue;
		if (end - word->next_x > para->widest_word)
			para->widest_word = end - word->next_x;
		word = at;
		if (at->level != BREAK_MUST)
			continue;
		if (end - line->next_x > para->widest)
			para->widest = end - line->next_x;
		line = at;
	}
}

/* libunibreak stops the program at the letters that flags are spelt with,
 * U+1F1E6 to U+1F1FF. It is shown a face in place of a pair's first letter,
 * and a mark that belongs to it in place of the second. */
static void
hide_flags(char *bytes, size_t len)
{
	static const char *const shown[] = { "\xF0\x9F\x98\x80",
		"\xF3\xA0\x84\x80" };
	size_t last = 0;
	int second = 0;

	for (size_t i = 0; i + 4 <= len; i++) {
		unsigned char letter = (unsigned char)bytes[i + 3];

		if (memcmp(bytes + i, "\xF0\x9F\x87", 3) != 0 ||
		    letter < 0xA6 || letter > 0xBF)
			continue;
		second = last == i ? !second : 0;
		memcpy(bytes + i, shown[second], 4);
		last = i + 4;
	}
}

static void
find_allowed(char *allowed, struct str text)
{
	char *copy = mem_alloc(text.len + 1);

	memcpy(copy, text.ptr, text.len);
	hide_flags(copy, text.len);
	set_linebreaks_utf8(
	    (const unsigned char *)copy, text.len, "en", allowed);
	free(copy);
}

void
pdf_para_measure(struct lay *lay, struct pdf_para *para, const size_t *musts,
    size_t must_count)
{
	struct measure measure = { .lay = lay,
		.para = para,
		.musts = musts,
		.must_count = must_count };
	char *allowed = mem_alloc(para->text.len + 1);

	if (para->text.len > 0)
		find_allowed(allowed, para->text);
	measure.allowed = allowed;
	/* about as many as words */
	para->breaks = pdf_reserve(lay->arena, para->breaks, 0,
	    &para->break_cap, para->text.len / 6 + 3, sizeof(*para->breaks));
	break_add(&measure, 0, 0, BREAK_MUST);
	for (size_t i = 0; i < para->run_count; i++)
		measure_run(&measure, i);
	break_add(&measure, para->run_count, 0, BREAK_MUST);
	find_widest(para);
	free(allowed);
}
