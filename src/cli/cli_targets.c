/* cli_targets: which file each draft becomes in each format. Decided for all
 * drafts before the first is read, so that no file is written twice and no
 * draft is written over. */
#include "cli/cli_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Endings that a draft's paper does not keep. */
static const char *const endings[] = { ".md", ".markdown", ".txt", ".text" };

/* A file that is read or will be written, under the one name that it has
 * however it was spelt. */
struct claim {
	struct str path;   /* absolute where that can be told */
	const char *draft; /* whose file it is */
	bool is_draft;
};

struct claims {
	struct arena *arena;
	struct claim *items;
	size_t count, cap;
};

static struct str
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return str_from(slash != NULL ? slash + 1 : path);
}

/* The folder with its slash; empty for the one we are in. */
static struct str
folder(const char *path)
{
	return str_range(path, base_name(path).ptr);
}

static struct str
stem(const char *draft)
{
	struct str name = base_name(draft);

	if (strcmp(draft, "-") == 0)
		return str_from("draft");
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (name.len > strlen(endings[i]) &&
		    str_eq_nocase(str_skip(name, name.len - strlen(endings[i])),
			str_from(endings[i])))
			return str_head(name, name.len - strlen(endings[i]));
	return name;
}

static void
claim(struct claims *claims, const char *path, const char *draft, bool is_draft)
{
	struct str dir = folder(path);
	char *real;

	if (strcmp(path, "-") == 0)
		return;
	real = realpath(
	    dir.len > 0 ? str_copy(claims->arena, dir).ptr : ".", NULL);
	claims->items = arena_push(claims->arena, claims->items, &claims->count,
	    &claims->cap, sizeof(*claims->items));
	claims->items[claims->count - 1] = (struct claim){
		.path = real == NULL ? str_from(path)
				     : str_printf(claims->arena, "%s/%s", real,
					   base_name(path).ptr),
		.draft = draft,
		.is_draft = is_draft,
	};
	free(real);
}

static int
claim_cmp(const void *a, const void *b)
{
	const struct claim *left = a, *right = b;

	return str_cmp(left->path, right->path);
}

static bool
claims_agree(struct claims *claims)
{
	if (claims->count > 1)
		qsort(claims->items, claims->count, sizeof(*claims->items),
		    claim_cmp);
	for (size_t i = 1; i < claims->count; i++) {
		const struct claim *a = &claims->items[i - 1];
		const struct claim *b = &claims->items[i];

		if (!str_eq(a->path, b->path) || (a->is_draft && b->is_draft))
			continue;
		if (a->is_draft || b->is_draft)
			cli_complain("a paper made of \"%s\" would be written "
				     "over the draft \"%s\"",
			    a->is_draft ? b->draft : a->draft,
			    a->is_draft ? a->draft : b->draft);
		else
			cli_complain("\"%s\" and \"%s\" would both be written "
				     "to \"%.*s\"",
			    a->draft, b->draft, STR_ARG(a->path));
		return false;
	}
	return true;
}

static const char *
target_path(struct arena *arena, const struct cli_options *options,
    const char *draft, const struct render_format *format)
{
	struct str name = stem(draft), dir = folder(draft);
	const char *slash = "";

	if (options->out != NULL && strcmp(options->out, "-") == 0)
		return "-";
	if (options->out != NULL) {
		dir = str_from(options->out);
		slash = str_ends(dir, "/") ? "" : "/";
	} else if (strcmp(draft, "-") == 0) {
		return "-";
	}
	return str_printf(arena, "%.*s%s%.*s%s", STR_ARG(dir), slash,
	    STR_ARG(name), format->extension)
	    .ptr;
}

/* Standard input can be read once; standard output can hold one file. */
static bool
streams_fit(const struct cli_options *options)
{
	size_t inputs = 0, outputs = 0;

	for (size_t i = 0; i < options->draft_count; i++)
		inputs += strcmp(options->drafts[i], "-") == 0;
	if (options->out == NULL)
		outputs = inputs * options->format_count;
	else if (strcmp(options->out, "-") == 0)
		outputs = options->draft_count * options->format_count;
	if (inputs > 1)
		cli_complain("standard input is named more than once");
	else if (outputs > 1)
		cli_complain("standard output holds one paper: choose its "
			     "format with --to, or a folder with -o");
	return inputs <= 1 && outputs <= 1;
}

struct cli_target *
cli_targets_make(struct arena *arena, const struct cli_options *options)
{
	struct cli_target *targets =
	    arena_alloc(arena, options->draft_count * sizeof(*targets));
	struct claims claims = { .arena = arena };

	if (!streams_fit(options))
		return NULL;
	for (size_t i = 0; i < options->draft_count; i++) {
		const char *draft = options->drafts[i];

		claim(&claims, draft, draft, true);
		targets[i].draft = draft;
		targets[i].paths =
		    arena_alloc(arena, options->format_count * sizeof(char *));
		for (size_t j = 0; j < options->format_count; j++) {
			targets[i].paths[j] = target_path(
			    arena, options, draft, options->formats[j]);
			claim(&claims, targets[i].paths[j], draft, false);
		}
	}
	return claims_agree(&claims) ? targets : NULL;
}
