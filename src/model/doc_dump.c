/* doc_dump: the tree as text, for tests and for finding faults. */
#include "model/doc.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/chart.h"

static void
put_quoted(struct buf *buf, const char *name, struct str text)
{
	buf_printf(buf, " %s%s\"", name, *name ? "=" : "");
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '"' || c == '\\')
			buf_put(buf, "\\", 1);
		if (c == '\n')
			buf_puts(buf, "\\n");
		else if (utf8_is_control(c) || c == 0xA0 || c == 0xAD)
			buf_printf(buf, "\\u{%X}", (unsigned)c);
		else
			buf_put_char(buf, c);
	}
	buf_put(buf, "\"", 1);
}

static void
put_if(struct buf *buf, const char *name, struct str text)
{
	if (text.len > 0)
		put_quoted(buf, name, text);
}

static void
put_columns(struct buf *buf, const struct node *node)
{
	static const char *const aligns[] = { "none", "left", "centre",
		"right" };
	static const char *const kinds[] = { "text", "id", "name", "state",
		"date", "number" };

	buf_puts(buf, " columns=");
	for (size_t i = 0; i < node->as.table.column_count; i++) {
		const struct column *column = &node->as.table.columns[i];

		buf_printf(buf, "%s%s", i > 0 ? "," : "", kinds[column->kind]);
		if (column->align != ALIGN_NONE)
			buf_printf(buf, "/%s", aligns[column->align]);
	}
}

static void
put_block(struct buf *buf, const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		buf_printf(buf, " level=%d", node->as.heading.level);
		put_if(buf, "number", node->as.heading.number);
		break;
	case NODE_PARAGRAPH:
		put_if(buf, "number", node->as.paragraph.number);
		break;
	case NODE_LIST:
		buf_puts(buf, node->as.list.ordered ? " ordered" : "");
		buf_puts(buf, node->as.list.tight ? " tight" : "");
		break;
	case NODE_ITEM:
		put_if(buf, "label", node->as.item.label);
		if (node->as.item.check != CHECK_NONE)
			buf_puts(buf, node->as.item.check == CHECK_DONE
					  ? " done"
					  : " open");
		break;
	case NODE_TABLE:
		put_columns(buf, node);
		break;
	case NODE_ROW:
		buf_puts(buf, node->as.row.is_header ? " header" : "");
		buf_puts(buf, node->as.row.is_group ? " group" : "");
		break;
	case NODE_CELL:
		buf_puts(buf, node->as.cell.is_header ? " header" : "");
		break;
	case NODE_FIELD:
		put_quoted(buf, "name", node->as.field.name);
		break;
	case NODE_CODE:
		put_if(buf, "info", node->as.code.info);
		put_quoted(buf, "", node->as.code.literal);
		break;
	case NODE_CHART:
		buf_printf(
		    buf, " %s", chart_kind_name(node->as.chart.chart->kind));
		put_if(buf, "alt", node->as.chart.chart->alt);
		break;
	default: /* the rest has nothing of its own, or is inline */
		break;
	}
}

static void
put_inline(struct buf *buf, const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT:
	case NODE_CODE_SPAN:
		put_quoted(buf, "", node->as.text.text);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		put_if(buf, "url", node->as.link.url);
		put_if(buf, "target", node->as.link.target);
		put_if(buf, "title", node->as.link.title);
		break;
	case NODE_NOTE:
	case NODE_NOTE_REF:
		put_if(buf, "label", node->as.note.label);
		put_if(buf, "target", node->as.note.target);
		break;
	case NODE_STATE:
		buf_printf(buf, " %s", doc_state_name(node->as.state.state));
		break;
	case NODE_ABBR:
		put_quoted(buf, "expansion", node->as.abbr.expansion);
		break;
	default: /* the rest has nothing of its own, or is a block */
		break;
	}
}

static void
put_flags(struct buf *buf, const struct node *node)
{
	static const struct {
		uint32_t flag;
		const char *name;
	} names[] = {
		{ NODE_GENERATED, "generated" },
		{ NODE_LANDSCAPE, "landscape" },
		{ NODE_KEEP_NEXT, "keep-next" },
		{ NODE_NEW_PAGE, "new-page" },
		{ NODE_QUIET, "quiet" },
		{ NODE_MAY_TURN, "may-turn" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (node->flags & names[i].flag)
			buf_printf(buf, " %s", names[i].name);
}

static void
put_node(struct buf *buf, const struct node *node)
{
	buf_puts(buf, doc_kind_name(node->kind));
	if (node->pos.line > 0)
		buf_printf(buf, " %u:%u", node->pos.line, node->pos.col);
	if (node->end_line > node->pos.line)
		buf_printf(buf, "-%u", node->end_line);
	if (node->role != ROLE_NONE)
		buf_printf(buf, " role=%s", doc_role_name(node->role));
	put_if(buf, "id", node->id);
	put_if(buf, "lang", node->lang);
	put_flags(buf, node);
	put_block(buf, node);
	put_inline(buf, node);
	buf_put(buf, "\n", 1);
}

void
doc_dump(struct buf *buf, const struct node *root)
{
	struct walker walker = { .root = root };
	int depth = 0;

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE) {
			depth--;
			continue;
		}
		for (int i = 0; i < depth; i++)
			buf_puts(buf, "  ");
		put_node(buf, walker.node);
		depth++;
	}
}
