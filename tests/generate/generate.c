/* generate: writes known plans as drafts in every form, reads them, and counts
 * how much of each plan comes back.
 *
 *     generate [-n DRAFTS] [-s SEED] [-f FORM] [-d] [-p] [-w]
 *
 * -d prints the drafts that are misread and what was lost; -p prints the draft
 * of that seed and stops; -w makes no papers of the drafts. Exit 1 when the
 * score falls below what is asked for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "check/check.h"
#include "forms.h"
#include "papers.h"
#include "read/read.h"
#include "verify/verify.h"

/* From a draft of a form to its next in the row of seeds. It stays what it is
 * when forms are added, so that those there are go on being asked the same. */
enum { STRIDE = 49 };

struct score {
	size_t known, found, right;   /* actions: written, read, and matched */
	size_t owners, states, dates; /* fields that are right */
	size_t extras;                /* fields of unknown columns */
	size_t lost;                  /* words of drafts and their papers */
	size_t twins, alike;          /* drafts read in both syntaxes; alike */
};

/* Why an action is not what it was. */
enum cause {
	CAUSE_MISSING,
	CAUSE_INVENTED,
	CAUSE_OWNER,
	CAUSE_STATE,
	CAUSE_DATE,
	CAUSE_FIELD,
	CAUSE_TWIN,
	CAUSE_WORDS,
	CAUSE_COUNT
};

static const char *const cause_names[CAUSE_COUNT] = {
	[CAUSE_MISSING] = "not found",
	[CAUSE_INVENTED] = "found but not written",
	[CAUSE_OWNER] = "wrong owner",
	[CAUSE_STATE] = "wrong state",
	[CAUSE_DATE] = "wrong date",
	[CAUSE_FIELD] = "unknown column lost",
	[CAUSE_TWIN] = "text and Markdown differ",
	[CAUSE_WORDS] = "words lost",
};

struct run {
	bool shows; /* print what is misread */
	struct score total;
	struct papers *papers;      /* NULL: none are made */
	size_t drafts;              /* tried so far */
	const char *form;           /* at present */
	size_t causes[CAUSE_COUNT]; /* of that form */
};

static bool
same(struct str got, const char *want)
{
	return str_is(got, want);
}

static bool
owners_right(const struct plan_action *got, const struct known_action *want)
{
	const struct name_list *list =
	    got->owners.count > 0 ? &got->owners : &got->leads;

	if (list->count != (size_t)want->owner_count)
		return false;
	for (int i = 0; i < want->owner_count; i++)
		if (!same(list->names[i], want->owners[i]))
			return false;
	return true;
}

static bool
date_right(const struct plan_action *got, const struct known_action *want)
{
	struct date due = known_due(want);

	return got->due.year == due.year && got->due.month == due.month &&
	       got->due.day == due.day;
}

static void
put_draft(const struct buf *draft)
{
	fwrite(draft->ptr, 1, draft->len, stdout);
	puts("----");
}

static void
complain(struct run *run, enum cause cause, const struct known_action *want,
    struct str got)
{
	const char *what = cause_names[cause];

	run->causes[cause]++;
	if (run->shows)
		printf("%s: \"%s %s\": \"%.*s\"\n", what, want->id, want->title,
		    STR_ARG(got));
}

static void
complain_date(struct run *run, const struct plan_action *got,
    const struct known_action *want)
{
	struct arena *arena = arena_new();

	complain(run, CAUSE_DATE, want, plan_date_iso(arena, got->due));
	arena_free(arena);
}

/* A column of no meaning keeps its name and its values. */
static bool
extra_right(const struct plan *plan, const struct plan_action *got,
    const struct known_plan *known, const struct known_action *want)
{
	const struct plan_table *table = &plan->tables[got->table];
	struct arena *arena = arena_new();
	bool right = known->extra_name == NULL;

	for (size_t i = 0; i < got->value_count && !right; i++)
		right = table->columns[got->values[i].column].role ==
			    COLUMN_ROLE_OTHER &&
			same(table->columns[got->values[i].column].heading,
			    known->extra_name) &&
			same(doc_text(arena, got->values[i].cell), want->extra);
	arena_free(arena);
	return right;
}

static bool
compare_action(struct run *run, struct score *score, const struct plan *plan,
    const struct plan_action *got, const struct known_plan *known,
    const struct known_action *want)
{
	bool extra = extra_right(plan, got, known, want);
	bool owner = owners_right(got, want);
	bool state = got->state == want->state;
	bool date = date_right(got, want);

	if (!owner)
		complain(run, CAUSE_OWNER, want, got->owner_text);
	if (!state)
		complain(run, CAUSE_STATE, want, got->status_text);
	if (!date)
		complain_date(run, got, want);
	if (!extra)
		complain(run, CAUSE_FIELD, want, str_from(known->extra_name));
	score->extras += extra;
	score->owners += owner;
	score->states += state;
	score->dates += date;
	return owner && state && date && extra;
}

/* Actions stand in the order in which they were written. */
static bool
compare(struct run *run, struct score *score, const struct plan *plan,
    const struct known_plan *known)
{
	bool all_right = plan->actions_count == (size_t)known->count;
	size_t at = 0;

	score->known += (size_t)known->count;
	score->found += plan->actions_count;
	for (int i = 0; i < known->count; i++) {
		const struct known_action *want = &known->actions[i];
		size_t j = at;

		while (j < plan->actions_count &&
		       !(same(plan->actions[j].title, want->title) &&
			   same(plan->actions[j].id, want->id)))
			j++;
		if (j == plan->actions_count) {
			complain(run, CAUSE_MISSING, want,
			    at < plan->actions_count ? plan->actions[at].title
						     : str_from(""));
			all_right = false;
			continue;
		}
		score->right++;
		at = j + 1;
		all_right &= compare_action(
		    run, score, plan, &plan->actions[j], known, want);
	}
	if (plan->actions_count > (size_t)known->count)
		run->causes[CAUSE_INVENTED] +=
		    plan->actions_count - (size_t)known->count;
	return all_right;
}

static void
score_add(struct score *to, const struct score *from)
{
	to->known += from->known;
	to->found += from->found;
	to->right += from->right;
	to->owners += from->owners;
	to->states += from->states;
	to->dates += from->dates;
	to->lost += from->lost;
	to->extras += from->extras;
	to->twins += from->twins;
	to->alike += from->alike;
}

static void
put_utf16(struct buf *out, uint32_t c)
{
	uint32_t high = 0xD800 + ((c - 0x10000) >> 10);

	if (c >= 0x10000) {
		buf_put(
		    out, (char[]){ (char)(high & 0xFF), (char)(high >> 8) }, 2);
		c = 0xDC00 + ((c - 0x10000) & 0x3FF);
	}
	buf_put(out, (char[]){ (char)(c & 0xFF), (char)(c >> 8) }, 2);
}

static bool
fits_1252(struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c > 0xFF && c != 0x2019)
			return false;
	}
	return true;
}

/* The ways in which a draft's bytes come: as written, or with CRLF, a byte
 * order mark, in Windows-1252 or in UTF-16. */
static void
encode(struct buf *draft, struct rng *rng)
{
	unsigned way = rng_below(rng, 8);
	struct str rest = buf_str(draft);
	struct buf out = BUF_INIT;

	if (way > 4 || (way == 2 && !fits_1252(rest)))
		return;
	if (way == 1)
		buf_puts(&out, "\xEF\xBB\xBF");
	if (way == 4)
		buf_puts(&out, "\xFF\xFE");
	while (rest.len > 0) {
		uint32_t c = utf8_next(&rest);

		if (way == 0 && c == '\n')
			buf_puts(&out, "\r");
		if (way == 2 && c >= 0x80)
			buf_put(&out,
			    c == 0x2019   ? "\x92"
			    : c == 0x2013 ? "\x96"
					  : (char[]){ (char)c },
			    1);
		else if (way == 4)
			put_utf16(&out, c);
		else
			buf_put_char(&out, c);
	}
	buf_clear(draft);
	*draft = out;
}

/* Do two readings of one draft agree? */
static bool
plans_agree(const struct plan *x, const struct plan *y)
{
	if (x->actions_count != y->actions_count)
		return false;
	for (size_t i = 0; i < x->actions_count; i++) {
		const struct plan_action *p = &x->actions[i];
		const struct plan_action *q = &y->actions[i];

		if (!str_eq(p->id, q->id) || !str_eq(p->title, q->title) ||
		    !str_eq(p->owner_text, q->owner_text) ||
		    !str_eq(p->lead_text, q->lead_text) ||
		    !str_eq(p->progress, q->progress) || p->state != q->state ||
		    p->due.year != q->due.year ||
		    p->due.month != q->due.month || p->due.day != q->due.day)
			return false;
	}
	return true;
}

/* The same bytes under the other syntax's name. */
static bool
reads_alike(const struct doc *doc, const struct buf *draft)
{
	static const struct analyse_options options = { .no_repair = false };
	bool is_md = doc->syntax == SYNTAX_MARKDOWN;
	struct msgs *msgs = msgs_new();
	struct doc *other =
	    read_draft(str_from(is_md ? "draft.txt" : "draft.md"),
		buf_str(draft), is_md ? SYNTAX_TEXT : SYNTAX_MARKDOWN, msgs);
	bool alike = false;

	if (other != NULL) {
		analyse_draft(other, &options);
		alike = plans_agree(doc->plan, other->plan);
	}
	doc_free(other);
	msgs_free(msgs);
	return alike;
}

static size_t
count_lost(const struct doc *doc)
{
	struct buf text = BUF_INIT;
	size_t lost;

	doc_text_put(&text, doc->root);
	/* a legend shows what the front matter declares */
	for (size_t i = 0; i < doc->setting_count; i++)
		buf_printf(&text, "\n%.*s", STR_ARG(doc->settings[i].value));
	lost = verify_words(doc, buf_str(&text), "model");
	buf_clear(&text);
	return lost;
}

/* What one reading gives, against what was written. */
static bool
judge(struct run *run, const struct form *form, struct score *score,
    const struct doc *doc, const struct buf *draft,
    const struct known_plan *known)
{
	bool right = compare(run, score, doc->plan, known);
	size_t lost = count_lost(doc);

	if (run->papers != NULL)
		lost += papers_lost(run->papers, doc, run->drafts % 20 == 0);
	score->lost += lost;
	run->causes[CAUSE_WORDS] += lost;
	if (form->both) {
		bool alike = reads_alike(doc, draft);

		score->twins++;
		score->alike += alike;
		run->causes[CAUSE_TWIN] += !alike;
		if (!alike && run->shows)
			puts("text and Markdown differ");
		right = right && alike;
	}
	return right && lost == 0;
}

static void
try_draft(struct run *run, const struct form *form, uint64_t seed,
    struct score *score, bool print_only)
{
	static const struct analyse_options options = { .no_repair = false };
	struct rng rng = { seed * 2654435761U + 88172645463325252U };
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct known_plan known;
	struct buf draft = BUF_INIT;
	struct doc *doc = NULL;

	known_plan_draw(&known, arena, &rng);
	if (form->arrange != NULL)
		form->arrange(&known, arena, &rng);
	form->write(&draft, &known, &rng);
	if (print_only) {
		put_draft(&draft);
		goto done;
	}
	encode(&draft, &rng);
	run->drafts++;
	doc = read_draft(str_from(form->is_markdown ? "draft.md" : "draft.txt"),
	    buf_str(&draft), SYNTAX_AUTO, msgs);
	if (doc == NULL)
		goto done;
	analyse_draft(doc, &options);
	check_draft(doc);
	if (!judge(run, form, score, doc, &draft, &known) && run->shows) {
		printf("^^^^ seed %llu, form %s\n", (unsigned long long)seed,
		    form->name);
		put_draft(&draft);
	}
done:
	doc_free(doc);
	buf_clear(&draft);
	msgs_free(msgs);
	arena_free(arena);
}

static double
percent(size_t part, size_t whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 100.0;
}

static void
print_score(const char *name, const struct score *score)
{
	printf("%-26s %7zu %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f %5zu\n", name,
	    score->known, percent(score->right, score->found),
	    percent(score->right, score->known),
	    percent(score->owners, score->right),
	    percent(score->states, score->right),
	    percent(score->dates, score->right),
	    percent(score->alike, score->twins), score->lost);
}

/* What went wrong in a form, by cause, and nothing when all went well. */
static void
print_causes(struct run *run)
{
	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (run->causes[i] > 0)
			printf("# %s: %s: %zu\n", run->form, cause_names[i],
			    run->causes[i]);
		run->causes[i] = 0;
	}
}

static bool
is_good(const struct score *score)
{
	return percent(score->right, score->found) >= 99.5 &&
	       percent(score->right, score->known) >= 99.5 &&
	       percent(score->owners, score->right) >= 99.0 &&
	       percent(score->states, score->right) >= 99.0 &&
	       percent(score->dates, score->right) >= 99.0 &&
	       score->alike == score->twins &&
	       percent(score->extras, score->right) >= 99.0 && score->lost == 0;
}

int
main(int argc, char **argv)
{
	struct run run = { .shows = false };
	unsigned long drafts = 2000, first = 1;
	const char *only = NULL;
	bool print_only = false, with_papers = true;
	size_t form_count;
	const struct form *forms = forms_all(&form_count);
	int opt;

	while ((opt = getopt(argc, argv, "n:s:f:dpw")) != -1) {
		if (opt == 'n')
			drafts = strtoul(optarg, NULL, 10);
		else if (opt == 's')
			first = strtoul(optarg, NULL, 10);
		else if (opt == 'f')
			only = optarg;
		else if (opt == 'd')
			run.shows = true;
		else if (opt == 'w')
			with_papers = false;
		else if (opt == 'p')
			print_only = true;
		else
			return 2;
	}
	if (!print_only)
		printf("%-26s %7s %8s %8s %8s %8s %8s %8s %5s\n", "form",
		    "actions", "precis.", "recall", "owner", "state", "date",
		    "alike", "lost");
	if (with_papers && !print_only && (run.papers = papers_new()) == NULL)
		return 2;
	for (size_t f = 0; f < form_count; f++) {
		struct score score = { 0 };

		run.form = forms[f].name;
		if (only != NULL && strcmp(forms[f].name, only) != 0)
			continue;
		for (unsigned long i = f; i < drafts; i += STRIDE)
			try_draft(
			    &run, &forms[f], first + i, &score, print_only);
		if (!print_only)
			print_score(forms[f].name, &score);
		print_causes(&run);
		score_add(&run.total, &score);
	}
	papers_free(run.papers);
	if (print_only)
		return 0;
	print_score("all", &run.total);
	return is_good(&run.total) ? 0 : 1;
}
