/* analyse_implication: what a decision means for money, law, equality and the
 * rest, by the names that papers give these. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"

enum { NAME_MAX_WORDS = 6 /* of an implication that its text runs on from */ };

static bool
is_implication_name(struct analysis *a, struct str name)
{
	static const char *const words[] = { "implication",
		"crime and disorder", "health and well", "carbon", "diversity",
		"equalit", "equality", "groups affected", "budget and policy",
		"urgent decision", "efficiency", "sustainab", "climate",
		"human resources", "staffing", "data protection", "legal",
		"financial", "finance", "risk", "human rights", "safeguarding",
		"environment", "community safety", "wards affected", "impact",
		"well-being of future", "wellbeing of future", "welsh language",
		"goblygiad", "cyfreithiol", "ariannol", "cydraddoldeb",
		"llesiant", "hinsawdd", "iaith gymraeg", "adnoddau dynol",
		"diogelu data", "anhrefn", "risg", "cynaliad", NULL };
	struct str key = analyse_key(a, name);

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_find(key, words[i]) != (size_t)-1)
			return true;
	return false;
}

bool
analyse_names_implication(struct str name)
{
	size_t at = str_find_nocase(name, "implication");
	size_t bracket = str_find(name, "(");

	if (at == (size_t)-1)
		at = str_find_nocase(name, "goblygiad");

	/* "Alternatives (with any risk implications)" is about alternatives */
	return at != (size_t)-1 && at < bracket;
}

/* As analyse_key makes them. */
static const char *const headings[] = { "legal", "finance", "financial",
	"legal and financial", "legal considerations", "legal comments",
	"financial considerations", "financial comments", "resources",
	"equality", "equalities", "equality and diversity",
	"equality, diversity and inclusion", "equality impact",
	"equality impact assessment", "diversity", "risk", "risks",
	"risk management", "risk assessment", "crime and disorder",
	"section 17", "section 17 crime and disorder", "s17 crime and disorder",
	"community safety", "safeguarding", "human resources", "human rights",
	"human rights and equality", "equality and human rights",
	"equalities and human rights", "equality, diversity and human rights",
	"legal and governance", "legal and constitutional",
	"financial and resource", "health and safety", "hr", "staffing",
	"workforce", "climate", "climate change", "climate emergency",
	"sustainability", "environment", "environmental",
	"environmental impact", "carbon", "carbon impact", "data protection",
	"information governance", "privacy", "health and wellbeing",
	"health and well-being", "public health",
	"well-being of future generations", "wellbeing of future generations",
	"well-being of future generations act",
	"wellbeing of future generations act", "welsh language",
	"the welsh language", "value for money", "procurement", "property",
	"ict", "social value", "wards affected", "groups affected",
	"statutory officers' comments", "cyfreithiol", "ariannol", "cyllid",
	"cydraddoldeb", "cydraddoldeb ac amrywiaeth",
	"asesiad effaith ar gydraddoldeb", "risg", "rheoli risg",
	"trosedd ac anhrefn", "troseddu ac anhrefn", "diogelu",
	"diogelwch cymunedol", "adnoddau dynol", "staffio", "newid hinsawdd",
	"newid yn yr hinsawdd", "cynaliadwyedd", "yr amgylchedd",
	"diogelu data", "iechyd a llesiant", "yr iaith gymraeg", "y gymraeg",
	"llesiant cenedlaethau'r dyfodol", "llesiant cenedlaethau’r dyfodol",
	"deddf llesiant cenedlaethau'r dyfodol",
	"deddf llesiant cenedlaethau’r dyfodol", NULL };

bool
analyse_heads_implication(struct analysis *a, struct str title)
{
	struct str key = analyse_key(a, title);

	for (size_t i = 0; headings[i] != NULL; i++)
		if (str_is(key, headings[i]))
			return true;
	return false;
}

/* The words of a section below its heading. */
static struct str
section_text(struct analysis *a, const struct node *section)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (const struct node *at = section->first->next; at; at = at->next) {
		buf_puts(&buf, buf.len > 0 ? " " : "");
		doc_text_put(&buf, at);
	}
	text = str_copy(a->doc->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* Most of its names are those of implications, and there are a few. Where
 * some say "implications" and others are fields of a record, each speaks for
 * itself. */
static bool
is_headed(const struct node *fields)
{
	const struct node *around = fields->parent;

	return around != NULL && around->kind == NODE_SECTION &&
	       around->role == ROLE_IMPLICATIONS;
}

bool
analyse_are_implications(struct analysis *a, const struct node *fields)
{
	size_t count = 0, known = 0, named = 0, others = 0;

	for (const struct node *field = fields->first; field;
	     field = field->next) {
		struct str name = field->as.field.name;
		bool is_known = is_implication_name(a, name);

		count++;
		known += is_known;
		named += analyse_names_implication(name);
		others += !is_known && analyse_is_field_name(a, name);
	}
	if (named > 0 && others > 0)
		return false;
	/* below their own heading a few are enough */
	return (count >= 3 || is_headed(fields)) && known * 2 >= count;
}

void
analyse_implication_add(struct analysis *a, struct str name, struct node *node)
{
	struct plan_implication *item = PLAN_PUSH(a, implications);

	name = str_trim(name);
	if (str_ends(name, ":"))
		name = str_head(name, name.len - 1);
	item->name = name;
	item->text = node->kind == NODE_SECTION ? section_text(a, node)
						: analyse_text(a, node);
	item->node = node;
	item->pos = node->pos;
}

/* "Legal – none." -> the name's length and how many bytes part it from what is
 * said; 0 if the text has no such opening. */
static size_t
run_in_len(struct str text, size_t *mark)
{
	static const char *const marks[] = { ": ", " – ", " - ", " — ", NULL };
	size_t len = text.len;

	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(text, marks[i]);

		if (at != (size_t)-1 && at < len) {
			len = at;
			*mark = str_from(marks[i]).len;
		}
	}
	return len < text.len && len > 0 &&
		       analyse_word_count(str_head(text, len)) <= NAME_MAX_WORDS
		   ? len
		   : 0;
}

static void
add_run_in(struct analysis *a, struct node *node)
{
	struct str text = analyse_text(a, node);
	struct plan_implication *item;
	size_t mark = 0, len = run_in_len(text, &mark);

	if (len == 0)
		return;
	analyse_implication_add(a, str_head(text, len), node);
	item = &a->plan->implications[a->plan->implications_count - 1];
	item->text = str_trim(str_skip(text, len + mark));
}

/* Most of what stands in the section begins with the name of an implication:
 * "4. Legal – none." */
void
analyse_implications_run_in(struct analysis *a, struct node *section)
{
	size_t count = 0, named = 0, mark;

	for (const struct node *node = section->first->next;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		struct str text = analyse_text(a, node);

		if (node->kind != NODE_PARAGRAPH)
			continue;
		count++;
		named += run_in_len(text, &mark) > 0 &&
			 is_implication_name(
			     a, str_head(text, run_in_len(text, &mark)));
	}
	if (named < 2 || named * 2 < count)
		return;
	for (struct node *node = section->first->next;
	     node != NULL && node->kind != NODE_SECTION; node = node->next)
		if (node->kind == NODE_PARAGRAPH)
			add_run_in(a, node);
}

/* Implications that stand at the end of some other section get one of their
 * own, with what follows them there. */
static void
give_section(struct analysis *a, struct node *fields)
{
	static const struct str title = STR("Implications");
	struct node *around = fields->parent;
	struct node *section, *heading, *node, *next;

	if (around->kind != NODE_SECTION || around->role == ROLE_IMPLICATIONS ||
	    fields->prev == NULL || fields->prev == around->first)
		return;
	section = doc_node_new(a->doc->arena, NODE_SECTION, fields->pos);
	heading = doc_node_new(a->doc->arena, NODE_HEADING, fields->pos);
	heading->as.heading.level = around->first->as.heading.level;
	heading->flags |= NODE_GENERATED;
	doc_text_append(a->doc->arena, heading, title, fields->pos);
	doc_node_append(section, heading);
	section->role = ROLE_IMPLICATIONS;
	section->id = analyse_id_slug(a, "s-", title);
	for (node = fields; node != NULL; node = next) {
		next = node->next;
		doc_node_unlink(node);
		doc_node_append(section, node);
	}
	doc_node_insert_after(around, section);
}

void
analyse_implications_part(struct analysis *a)
{
	struct node **found = NULL;
	size_t count = 0, cap = 0;
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE ||
		    walker.node->kind != NODE_FIELDS ||
		    walker.node->role != ROLE_IMPLICATIONS)
			continue;
		found = arena_push(
		    a->scratch, found, &count, &cap, sizeof(struct node *));
		found[count - 1] = walker.node;
	}
	for (size_t i = 0; i < count; i++)
		give_section(a, found[i]);
}
