/* generate: writes known plans as drafts in every form, reads them, and counts
 * how much of each plan comes back.
 *
 *     generate [-n DRAFTS] [-s SEED] [-f FORM] [-d] [-p]
 *
 * -d prints the drafts that are misread and what was lost; -p prints the draft
 * of that seed and stops. Exit 1 when the score falls below what is asked for.
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
#include "read/read.h"
#include "verify/verify.h"

struct score {
	size_t known, found, right;   /* actions: written, read, and matched */
	size_t owners, states, dates; /* fields that are right */
	size_t lost;                  /* words of drafts */
};

struct run {
	bool shows; /* print what is misread */
	struct score total;
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
	return got->due.year == want->due.year &&
	       got->due.month == want->due.month &&
	       got->due.day == want->due.day;
}

static void
put_draft(const struct buf *draft)
{
	fwrite(draft->ptr, 1, draft->len, stdout);
	puts("----");
}

static void
complain(const struct run *run, const char *what,
    const struct known_action *want, struct str got)
{
	if (run->shows)
		printf("%s of \"%s %s\" is \"%.*s\"\n", what, want->id,
		    want->title, STR_ARG(got));
}

static bool
compare_action(struct run *run, struct score *score,
    const struct plan_action *got, const struct known_action *want)
{
	bool owner = owners_right(got, want);
	bool state = got->state == want->state;
	bool date = date_right(got, want);

	if (!owner)
		complain(run, "owner", want, got->owner_text);
	if (!state)
		complain(run, "state", want, got->status_text);
	if (!date)
		complain(run, "due date", want, str_from(want->due_text));
	score->owners += owner;
	score->states += state;
	score->dates += date;
	return owner && state && date;
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
			complain(run, "nothing found", want,
			    at < plan->actions_count ? plan->actions[at].title
						     : str_from(""));
			all_right = false;
			continue;
		}
		score->right++;
		at = j + 1;
		all_right &=
		    compare_action(run, score, &plan->actions[j], want);
	}
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
}

/* The ways in which a draft's bytes come: as written, or with CRLF, a byte
 * order mark, in Windows-1252 or in UTF-16. */
static void
encode(struct buf *draft, struct rng *rng)
{
	unsigned way = rng_below(rng, 8);
	struct str rest = buf_str(draft);
	struct buf out = BUF_INIT;

	if (way > 4)
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
			    c == 0x2019 ? "\x92" : (char[]){ (char)c }, 1);
		else if (way == 4)
			buf_put(&out,
			    (char[]){ (char)(c & 0xFF), (char)(c >> 8) }, 2);
		else
			buf_put_char(&out, c);
	}
	buf_clear(draft);
	*draft = out;
}

static size_t
count_lost(const struct doc *doc)
{
	struct buf text = BUF_INIT;
	size_t lost;

	doc_text_put(&text, doc->root);
	lost = verify_words(doc, buf_str(&text), "model");
	buf_clear(&text);
	return lost;
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
	struct doc *doc;

	known_plan_draw(&known, arena, &rng);
	form->write(&draft, &known, &rng);
	if (!print_only)
		encode(&draft, &rng);
	if (print_only) {
		put_draft(&draft);
		goto done;
	}
	doc = read_draft(str_from(form->is_markdown ? "draft.md" : "draft.txt"),
	    buf_str(&draft), SYNTAX_AUTO, msgs);
	if (doc != NULL) {
		analyse_draft(doc, &options);
		check_draft(doc);
		score->lost += count_lost(doc);
		if (!compare(run, score, doc->plan, &known) && run->shows) {
			printf("^^^^ seed %llu, form %s\n",
			    (unsigned long long)seed, form->name);
			put_draft(&draft);
		}
	}
	doc_free(doc);
done:
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
	printf("%-24s %7zu %8.2f %8.2f %8.2f %8.2f %8.2f %5zu\n", name,
	    score->known, percent(score->right, score->found),
	    percent(score->right, score->known),
	    percent(score->owners, score->right),
	    percent(score->states, score->right),
	    percent(score->dates, score->right), score->lost);
}

static bool
is_good(const struct score *score)
{
	return percent(score->right, score->found) >= 99.5 &&
	       percent(score->right, score->known) >= 99.5 &&
	       percent(score->owners, score->right) >= 99.0 &&
	       percent(score->states, score->right) >= 99.0 &&
	       percent(score->dates, score->right) >= 99.0 && score->lost == 0;
}

int
main(int argc, char **argv)
{
	struct run run = { .shows = false };
	unsigned long drafts = 2000, first = 1;
	const char *only = NULL;
	bool print_only = false;
	size_t form_count;
	const struct form *forms = forms_all(&form_count);
	int opt;

	while ((opt = getopt(argc, argv, "n:s:f:dp")) != -1) {
		if (opt == 'n')
			drafts = strtoul(optarg, NULL, 10);
		else if (opt == 's')
			first = strtoul(optarg, NULL, 10);
		else if (opt == 'f')
			only = optarg;
		else if (opt == 'd')
			run.shows = true;
		else if (opt == 'p')
			print_only = true;
		else
			return 2;
	}
	if (!print_only)
		printf("%-24s %7s %8s %8s %8s %8s %8s %5s\n", "form", "actions",
		    "precis.", "recall", "owner", "state", "date", "lost");
	for (size_t f = 0; f < form_count; f++) {
		struct score score = { 0 };

		if (only != NULL && strcmp(forms[f].name, only) != 0)
			continue;
		for (unsigned long i = f; i < drafts; i += form_count)
			try_draft(
			    &run, &forms[f], first + i, &score, print_only);
		if (!print_only)
			print_score(forms[f].name, &score);
		score_add(&run.total, &score);
	}
	if (print_only)
		return 0;
	print_score("all", &run.total);
	return is_good(&run.total) ? 0 : 1;
}
