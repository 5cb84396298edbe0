/* pdf_layout_refer: references that name a page: "paragraph 7 (page 3)". What
 * comes in are the links of running text that lead to a place in the paper,
 * what goes out are words behind them.
 *
 * A number takes room before it is known. So the paper is laid out with room
 * for one digit; where that was wrong, once or twice again with what has been
 * found. The third time stands: then a number may stand a digit's width away
 * from its bracket, but it is the right one. A reference to the page that it
 * stands on names none. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"

/* A reference that has room for a number. */
struct pdf_refer {
	const struct node *link;
	size_t digits;     /* that there is room for */
	size_t page, item; /* where it stands; page NONE: nowhere */
};

static struct str
key_of(const struct node *const *link)
{
	return (struct str){ (const char *)link, sizeof(*link) };
}

/* Links of the report, that is, not those that layout makes anew each time. */
static bool
names_page(const struct node *link)
{
	return link->kind == NODE_LINK && link->as.link.target.len > 0 &&
	       link->as.link.url.len == 0 &&
	       ((link->flags & NODE_GENERATED) == 0 ||
		   link->role == ROLE_ACTION); /* in an index */
}

size_t
pdf_refer_digits(const struct lay *lay, const struct node *link)
{
	const size_t *known = map_find(lay->refer_digits, key_of(&link));

	if (!names_page(link))
		return 0;
	return known != NULL ? *known : 1;
}

size_t
pdf_refer_add(struct lay *lay, const struct node *link, size_t digits)
{
	lay->refers = arena_push(lay->arena, lay->refers, &lay->refer_count,
	    &lay->refer_cap, sizeof(*lay->refers));
	lay->refers[lay->refer_count - 1] = (struct pdf_refer){
		.link = link,
		.digits = digits,
		.page = PDF_NONE,
	};
	return lay->refer_count;
}

void
pdf_refer_place(struct lay *lay, size_t refer)
{
	if (refer == 0)
		return;
	lay->refers[refer - 1].page = lay->out->page_count - 1;
	lay->refers[refer - 1].item = pdf_page_last(lay)->item_count - 1;
}

/* Where each id is. */
static struct map
dests_map(struct lay *lay)
{
	struct map map = { NULL, 0, 0 };

	for (size_t i = 0; i < lay->out->dest_count; i++)
		map_add(lay->arena, &map, lay->out->dests[i].id,
		    lay->out->dests[i].page);
	return map;
}

static size_t
digits_of(size_t number)
{
	size_t digits = 1;

	for (; number >= 10; number /= 10)
		digits++;
	return digits;
}

/* How many digits the reference needs; 0: it names no page. */
static size_t
digits_needed(const struct map *dests, const struct pdf_refer *refer)
{
	const size_t *page = map_find(dests, refer->link->as.link.target);

	if (page == NULL || *page == refer->page)
		return 0;
	return digits_of(*page + 1);
}

static void
remember(struct lay *lay, const struct pdf_refer *refer, size_t digits)
{
	const struct node **key = arena_alloc(lay->refer_arena, sizeof(*key));
	size_t *known;

	*key = refer->link;
	known = map_find(lay->refer_digits, key_of(key));
	if (known != NULL)
		*known = digits;
	else
		map_add(
		    lay->refer_arena, lay->refer_digits, key_of(key), digits);
}

bool
pdf_refers_settle(struct lay *lay)
{
	struct map dests;
	bool settled = true;

	if (lay->refer_count == 0)
		return true;
	dests = dests_map(lay);
	for (size_t i = 0; i < lay->refer_count; i++) {
		const struct pdf_refer *refer = &lay->refers[i];
		size_t digits;

		if (refer->page == PDF_NONE)
			continue;
		digits = digits_needed(&dests, refer);
		/* words that came would push others to the next page, and so
		 * to and fro: those that have gone stay away */
		if (digits == refer->digits)
			continue;
		remember(lay, refer, digits);
		settled = false;
	}
	return settled;
}

void
pdf_refers_fill(struct lay *lay)
{
	struct map dests;

	if (lay->refer_count == 0)
		return;
	dests = dests_map(lay);
	for (size_t i = 0; i < lay->refer_count; i++) {
		const struct pdf_refer *refer = &lay->refers[i];
		const size_t *page =
		    map_find(&dests, refer->link->as.link.target);
		struct pdf_item *item;
		struct str text;

		if (refer->page == PDF_NONE || page == NULL)
			continue;
		item = &lay->out->pages[refer->page].items[refer->item];
		text = str_printf(lay->arena, "%zu", *page + 1);
		item->as.text.text = text;
		item->as.text.glyphs = pdf_shape(lay->fonts, lay->arena,
		    item->as.text.glyphs->face, lay->report->language, text,
		    &item->as.text.count);
	}
}
