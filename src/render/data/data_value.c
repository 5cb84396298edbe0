/* data_value: JSON values out of ours, by jansson. */
#include "data_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static json_t *
made(json_t *value)
{
	if (value == NULL)
		mem_fail(sizeof(*value));
	return value;
}

json_t *
data_object(void)
{
	return made(json_object());
}

json_t *
data_array(void)
{
	return made(json_array());
}

json_t *
data_string(struct str text)
{
	struct buf clean = BUF_INIT;
	json_t *value;

	if (text.len == 0)
		return made(json_string(""));
	if (utf8_valid_len(text) == text.len)
		return made(json_stringn(text.ptr, text.len));
	while (text.len > 0)
		buf_put_char(&clean, utf8_next(&text));
	value = made(json_stringn(clean.ptr, clean.len));
	buf_clear(&clean);
	return value;
}

json_t *
data_string_or_null(struct str text)
{
	return text.len > 0 ? data_string(text) : json_null();
}

json_t *
data_number_or_null(size_t number)
{
	return number > 0 ? made(json_integer((json_int_t)number))
			  : json_null();
}

json_t *
data_date(struct date date)
{
	struct arena *scratch = arena_new();
	json_t *value = data_string_or_null(plan_date_iso(scratch, date));

	arena_free(scratch);
	return value;
}

json_t *
data_names(const struct name_list *list)
{
	json_t *array = data_array();

	for (size_t i = 0; i < list->count; i++)
		data_add(array, data_string(list->names[i]));
	return array;
}

json_t *
data_bool(bool value)
{
	return json_boolean(value);
}

void
data_set(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		mem_fail(0);
}

void
data_add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		mem_fail(0);
}

json_t *
data_set_array(json_t *object, const char *key)
{
	json_t *array = data_array();

	data_set(object, key, array);
	return array;
}

json_t *
data_set_object(json_t *object, const char *key)
{
	json_t *added = data_object();

	data_set(object, key, added);
	return added;
}
