/* analyse_front: the front matter's settings -> cover fields at the head of
 * the tree. What steers the program and is not for readers goes to the list of
 * what was dropped. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Settings that are no cover fields. `is_shown`: another pass puts the value
 * where readers see it. */
struct quiet_key {
	const char *key;
	bool begins; /* and all keys below it */
	bool is_shown;
};

static const struct quiet_key quiet_keys[] = {
	{ "title", false, true },
	{ "language", false, false },
	{ "lang", false, false },
	{ "template", false, false },
	{ "kind", false, false },
	{ "scheme", true, true },
	{ "paper", false, false },
	{ "watermark", false, false },
	{ "line-numbers", false, false },
	{ "index", false, false },
	{ "glossary", false, false },
};

static const struct quiet_key *
quiet_find(struct str key)
{
	for (size_t i = 0; i < sizeof(quiet_keys) / sizeof(quiet_keys[0]);
	     i++) {
		const struct quiet_key *quiet = &quiet_keys[i];
		size_t len = str_from(quiet->key).len;

		if (str_is_nocase(key, quiet->key) ||
		    (quiet->begins && str_starts_nocase(key, quiet->key) &&
			key.ptr[len] == '.'))
			return quiet;
	}
	return NULL;
}

static bool
is_index(struct str part)
{
	return part.len > 0 && part.ptr[0] >= '0' && part.ptr[0] <= '9';
}

/* "authors.0.name" -> "Authors name", "due_date" -> "Due date" */
static struct str
field_name(struct analysis *a, struct str key)
{
	struct buf buf = BUF_INIT;
	struct str part, name;

	while (str_next_part(&key, '.', &part)) {
		if (is_index(part))
			continue;
		if (buf.len > 0)
			buf_put(&buf, " ", 1);
		for (size_t i = 0; i < part.len; i++) {
			char c = part.ptr[i];
			uint32_t set = c == '_' || c == '-' ? ' ' : (uint32_t)c;

			if (buf.len == 0)
				set = utf8_upper(set);
			buf_put(&buf, (char[]){ (char)set }, 1);
		}
	}
	name = str_copy(a->doc->arena, buf_str(&buf));
	buf_clear(&buf);
	return name;
}

static void
add_field(
    struct analysis *a, struct node *fields, const struct setting *setting)
{
	struct arena *arena = a->doc->arena;
	struct node *field = doc_node_new(arena, NODE_FIELD, setting->pos);

	field->as.field.name = field_name(a, setting->key);
	doc_paragraph_append(arena, field, setting->value, setting->pos);
	doc_node_append(fields, field);
}

/* The paper has one title; another is shown as the field that it is. */
static bool
is_second_title(const struct doc *doc, const struct setting *setting)
{
	return str_is_nocase(setting->key, "title") &&
	       doc_setting(doc, "title") != setting;
}

void
analyse_front(struct analysis *a)
{
	struct doc *doc = a->doc;
	struct node *fields =
	    doc_node_new(doc->arena, NODE_FIELDS, (struct pos){ 1, 1 });

	for (size_t i = 0; i < doc->setting_count; i++) {
		const struct setting *setting = &doc->settings[i];
		const struct quiet_key *quiet = quiet_find(setting->key);

		if (setting->is_default || str_trim(setting->value).len == 0)
			continue;
		if (quiet == NULL || is_second_title(doc, setting))
			add_field(a, fields, setting);
		else if (!quiet->is_shown)
			doc_drop(
			    doc, setting->pos, "front-matter", setting->value);
	}
	if (fields->first == NULL)
		return;
	fields->pos = fields->first->pos;
	fields->role = ROLE_COVER;
	doc_node_prepend(doc->root, fields);
}
