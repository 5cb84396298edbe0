/* compose: see compose.h. */
#include "compose/compose.h"

#include <stdlib.h>

#include "base/arena.h"

struct template
{
	struct theme theme;
};

struct template *
compose_template_load(
    const char *templates_dir, const char *name, struct msgs *msgs)
{
	(void)templates_dir;
	(void)name;
	(void)msgs;
	return mem_alloc(sizeof(struct template));
}

void
compose_template_free(struct template *template)
{
	free(template);
}

struct str
compose_template_describe(const struct template *template)
{
	(void)template;
	return str_from("");
}

struct str *
compose_template_list(
    struct arena *arena, const char *templates_dir, size_t *count)
{
	(void)arena;
	(void)templates_dir;
	*count = 0;
	return NULL;
}

const char *
compose_template_for(enum doc_type type)
{
	(void)type;
	return "committee-paper";
}

struct report *
compose_report(const struct doc *doc, const struct template *template)
{
	struct report *report = mem_alloc(sizeof(*report));

	report->arena = arena_new();
	report->doc = doc;
	report->root = doc_node_copy(report->arena, doc->root);
	report->theme = &template->theme;
	report->title = doc->plan->title;
	report->language = doc->plan->language;
	return report;
}

void
compose_report_free(struct report *report)
{
	if (report == NULL)
		return;
	arena_free(report->arena);
	free(report);
}
