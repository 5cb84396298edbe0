/* analyse_scheme_rule: what the front matter says of measures:
 *
 *     scheme:
 *       bands:
 *         - {from: 0, to: 49, state: at-risk}
 *       rules:
 *         - if: {percent_below: 50, overdue: true}
 *           then: off-track
 *
 * A rule applies when all that stands under "if" is so; the first that applies
 * counts. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* ---- reading ---- */

/* A whole number of at most three figures; -1: it is none. */
static int
number_of(struct str text)
{
	int value = 0;

	text = str_trim(text);
	if (str_ends(text, "%"))
		text = str_trim(str_head(text, text.len - 1));
	if (text.len == 0 || text.len > 3)
		return -1;
	for (size_t i = 0; i < text.len; i++) {
		if (!str_is_digit(text.ptr[i]))
			return -1;
		value = value * 10 + (text.ptr[i] - '0');
	}
	return value;
}

static int
truth_of(struct str text)
{
	if (str_is_nocase(text, "true") || str_is_nocase(text, "yes"))
		return 1;
	return str_is_nocase(text, "false") || str_is_nocase(text, "no") ? 0
									 : -1;
}

/* "3.from" -> 3 and "from" */
static bool
split_key(struct str key, size_t *index, struct str *name)
{
	struct str part;
	int number;

	if (!str_next_part(&key, '.', &part))
		return false;
	number = number_of(part);
	*index = (size_t)number;
	*name = key;
	return number >= 0;
}

static struct scheme_band *
band_at(struct analysis *a, size_t index)
{
	if (index > a->band_count)
		return NULL;
	if (index == a->band_count) {
		a->bands = arena_push(a->scratch, a->bands, &a->band_count,
		    &a->band_cap, sizeof(*a->bands));
		a->bands[index] =
		    (struct scheme_band){ .to = 100, .state = STATE_UNKNOWN };
	}
	return &a->bands[index];
}

static struct scheme_rule *
rule_at(struct analysis *a, size_t index)
{
	if (index > a->rule_count)
		return NULL;
	if (index == a->rule_count) {
		a->rules = arena_push(a->scratch, a->rules, &a->rule_count,
		    &a->rule_cap, sizeof(*a->rules));
		a->rules[index] = (struct scheme_rule){
			.below = -1, .from = -1, .overdue = -1
		};
	}
	return &a->rules[index];
}

/* Words are kept for the key of the paper; true if this is one. */
static bool
read_band(struct analysis *a, struct scheme_band *band, struct str name,
    struct str value)
{
	if (str_is(name, "word"))
		band->word = value;
	else if (str_is(name, "meaning"))
		band->meaning = value;
	else if (str_is(name, "state"))
		band->state = analyse_scheme_named(a, value);
	else if (str_is(name, "from") && number_of(value) >= 0)
		band->from = number_of(value);
	else if (str_is(name, "to") && number_of(value) >= 0)
		band->to = number_of(value);
	return str_is(name, "word") || str_is(name, "meaning");
}

/* False: there is no such condition. */
static bool
read_rule(struct analysis *a, struct scheme_rule *rule, struct str name,
    struct str value)
{
	int number = number_of(value), truth = truth_of(value);

	if (str_is(name, "if.percent_below") && number >= 0)
		rule->below = number;
	else if (str_is(name, "if.percent_from") && number >= 0)
		rule->from = number;
	else if (str_is(name, "if.overdue") && truth >= 0)
		rule->overdue = truth;
	else if (str_is(name, "if.state"))
		rule->state = analyse_scheme_named(a, value);
	else if (str_is(name, "then"))
		rule->then = analyse_scheme_named(a, value);
	else
		return false;
	return true;
}

static void
say_odd(struct analysis *a, const struct setting *setting)
{
	doc_say(
	    a->doc, DOC_SCHEME_ODD, setting->pos, setting->key, setting->value);
}

bool
analyse_scheme_measure(struct analysis *a, const struct setting *setting)
{
	bool is_band = str_starts_nocase(setting->key, "scheme.bands.");
	size_t len = sizeof("scheme.bands.") - 1, index;
	struct str name, value = str_trim(setting->value);
	struct scheme_rule *rule;
	struct scheme_band *band;

	if (!is_band && !str_starts_nocase(setting->key, "scheme.rules."))
		return false;
	if (!split_key(str_skip(setting->key, len), &index, &name)) {
		say_odd(a, setting);
		analyse_setting_drop(a, setting, value);
		return true;
	}
	if (is_band) {
		band = band_at(a, index);
		if (band != NULL && read_band(a, band, name, value))
			return true;
	} else {
		rule = rule_at(a, index);
		/* a rule with an unknown condition must not apply always */
		if (rule == NULL || !read_rule(a, rule, name, value)) {
			say_odd(a, setting);
			if (rule != NULL)
				rule->is_odd = true;
		}
	}
	analyse_setting_drop(a, setting, value);
	return true;
}

void
analyse_scheme_bands(struct analysis *a)
{
	for (size_t i = 0; i < a->band_count; i++) {
		const struct scheme_band *band = &a->bands[i];
		struct scheme_state *entry = analyse_scheme_add(a);

		entry->state = band->state;
		entry->meaning = band->meaning;
		entry->word = band->word;
		if (band->word.len == 0 && band->from == band->to)
			entry->word =
			    str_printf(a->doc->arena, "%d%%", band->from);
		else if (band->word.len == 0)
			entry->word = str_printf(a->doc->arena, "%d%% to %d%%",
			    band->from, band->to);
	}
}

/* ---- applying ---- */

/* The first cell of the action that is a percentage; -1: there is none. */
static int
percent_of(struct analysis *a, const struct plan_action *action)
{
	for (size_t i = 0; i < action->value_count; i++) {
		int percent = analyse_percent_of(
		    doc_text(a->scratch, action->values[i].cell));

		if (percent >= 0)
			return percent;
	}
	return -1;
}

static bool
applies(const struct scheme_rule *rule, const struct plan_action *action,
    int percent)
{
	if (rule->then == STATE_NONE || rule->is_odd)
		return false;
	if (rule->below >= 0 && (percent < 0 || percent >= rule->below))
		return false;
	if (rule->from >= 0 && percent < rule->from)
		return false;
	if (rule->overdue >= 0 && action->overdue != (rule->overdue == 1))
		return false;
	return rule->state == STATE_NONE || rule->state == action->state;
}

void
analyse_scheme_rules(struct analysis *a)
{
	for (size_t i = 0; a->rule_count > 0 && i < a->plan->actions_count;
	     i++) {
		struct plan_action *action = &a->plan->actions[i];
		int percent = percent_of(a, action);
		size_t j = 0;

		while (j < a->rule_count &&
		       !applies(&a->rules[j], action, percent))
			j++;
		if (j == a->rule_count || action->state == a->rules[j].then)
			continue;
		action->state = a->rules[j].then;
		analyse_due_judge(a, action);
		doc_say(a->doc, DOC_STATE_RULED, action->pos, action->id,
		    str_from(doc_state_name(action->state)));
	}
}
