/* doc_kinds: everything true of a kind of node, a role or a state. */
#include "model/doc.h"

#include "base/must.h"

struct kind_info {
	const char *name;
	enum kind_holds holds;
	bool is_inline;
};

static const struct kind_info kinds[NODE_KIND_COUNT] = {
	[NODE_DOCUMENT] = { "document", HOLDS_BLOCKS, false },
	[NODE_SECTION] = { "section", HOLDS_BLOCKS, false },
	[NODE_HEADING] = { "heading", HOLDS_INLINES, false },
	[NODE_PARAGRAPH] = { "paragraph", HOLDS_INLINES, false },
	[NODE_LIST] = { "list", HOLDS_ITEMS, false },
	[NODE_ITEM] = { "item", HOLDS_BLOCKS, false },
	[NODE_TABLE] = { "table", HOLDS_ROWS, false },
	[NODE_CAPTION] = { "caption", HOLDS_INLINES, false },
	[NODE_ROW] = { "row", HOLDS_CELLS, false },
	[NODE_CELL] = { "cell", HOLDS_BLOCKS, false },
	[NODE_FIELDS] = { "fields", HOLDS_FIELD_LIST, false },
	[NODE_FIELD] = { "field", HOLDS_BLOCKS, false },
	[NODE_QUOTE] = { "quote", HOLDS_BLOCKS, false },
	[NODE_CODE] = { "code", HOLDS_NOTHING, false },
	[NODE_RULE] = { "rule", HOLDS_NOTHING, false },
	[NODE_NOTES] = { "notes", HOLDS_NOTE_LIST, false },
	[NODE_NOTE] = { "note", HOLDS_BLOCKS, false },
	[NODE_CONTENTS] = { "contents", HOLDS_NOTHING, false },
	[NODE_CHART] = { "chart", HOLDS_CAPTION, false },
	[NODE_TEXT] = { "text", HOLDS_NOTHING, true },
	[NODE_BREAK] = { "break", HOLDS_NOTHING, true },
	[NODE_EMPH] = { "emph", HOLDS_INLINES, true },
	[NODE_STRONG] = { "strong", HOLDS_INLINES, true },
	[NODE_STRIKE] = { "strike", HOLDS_INLINES, true },
	[NODE_CODE_SPAN] = { "code-span", HOLDS_NOTHING, true },
	[NODE_LINK] = { "link", HOLDS_INLINES, true },
	[NODE_IMAGE] = { "image", HOLDS_INLINES, true },
	[NODE_NOTE_REF] = { "note-ref", HOLDS_NOTHING, true },
	[NODE_STATE] = { "state", HOLDS_INLINES, true },
	[NODE_SPAN] = { "span", HOLDS_INLINES, true },
	[NODE_ABBR] = { "abbr", HOLDS_INLINES, true },
};

static const char *const roles[ROLE_COUNT] = {
	[ROLE_NONE] = "",
	[ROLE_TITLE] = "title",
	[ROLE_PART] = "part",
	[ROLE_COVER] = "cover",
	[ROLE_RECOMMENDATIONS] = "recommendations",
	[ROLE_BACKGROUND] = "background-papers",
	[ROLE_IMPLICATIONS] = "implications",
	[ROLE_APPENDICES] = "appendices",
	[ROLE_APPENDIX] = "appendix",
	[ROLE_PLAN] = "plan",
	[ROLE_THEME] = "theme",
	[ROLE_OBJECTIVE] = "objective",
	[ROLE_ACTIONS] = "actions",
	[ROLE_ACTION] = "action",
	[ROLE_KEY] = "key",
	[ROLE_SIGNATURE] = "signature",
	[ROLE_PURPOSE] = "purpose",
	[ROLE_SUMMARY] = "summary",
	[ROLE_EXCEPTIONS] = "exceptions",
	[ROLE_CARDS] = "cards",
	[ROLE_REASONS] = "reasons",
	[ROLE_ALTERNATIVES] = "alternatives",
	[ROLE_CONSULTATION] = "consultation",
	[ROLE_DECISION] = "decision",
	[ROLE_RESOLUTION] = "resolution",
	[ROLE_NEXT_STEPS] = "next-steps",
	[ROLE_IMPLICATION] = "implication",
};

static const char *const states[STATE_COUNT] = {
	[STATE_NONE] = "",
	[STATE_COMPLETE] = "complete",
	[STATE_ON_TRACK] = "on-track",
	[STATE_AT_RISK] = "at-risk",
	[STATE_OFF_TRACK] = "off-track",
	[STATE_NOT_STARTED] = "not-started",
	[STATE_ON_HOLD] = "on-hold",
	[STATE_WITHDRAWN] = "withdrawn",
	[STATE_UNKNOWN] = "unknown",
};

const char *
doc_kind_name(enum node_kind kind)
{
	must(kind < NODE_KIND_COUNT);
	return kinds[kind].name;
}

enum kind_holds
doc_kind_holds(enum node_kind kind)
{
	must(kind < NODE_KIND_COUNT);
	return kinds[kind].holds;
}

bool
doc_kind_is_inline(enum node_kind kind)
{
	must(kind < NODE_KIND_COUNT);
	return kinds[kind].is_inline;
}

const char *
doc_role_name(enum node_role role)
{
	must(role < ROLE_COUNT);
	return roles[role];
}

const char *
doc_state_name(enum state state)
{
	must(state < STATE_COUNT);
	return states[state];
}

enum state
doc_state_from(struct str name)
{
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		if (str_is_nocase(name, states[state]))
			return (enum state)state;
	return STATE_NONE;
}
