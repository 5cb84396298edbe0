/* Colours: the figures that WCAG's own examples give. */
#include "test.h"

#include "model/colour.h"

static double
contrast_of(const char *a, const char *b)
{
	struct colour x, y;

	assert_true(colour_parse(&x, str_from(a)));
	assert_true(colour_parse(&y, str_from(b)));
	return colour_contrast(x, y);
}

static void
known_contrasts(void **state)
{
	(void)state;
	assert_float_equal(contrast_of("#000", "#fff"), 21, 0.0001);
	assert_float_equal(contrast_of("#777777", "#ffffff"), 4.478, 0.001);
	assert_float_equal(contrast_of("#ff0000", "#FFFFFF"), 3.998, 0.001);
	assert_float_equal(contrast_of("#123456", "#123456"), 1, 0.0001);
}

static void
forms(void **state)
{
	struct colour colour = { 1, 2, 3 };

	(void)state;
	assert_true(colour_parse(&colour, str_from("#1b3F73")));
	assert_int_equal(colour.red, 0x1b);
	assert_int_equal(colour.green, 0x3f);
	assert_int_equal(colour.blue, 0x73);
	assert_true(colour_parse(&colour, str_from("#a0f")));
	assert_int_equal(colour.red, 0xaa);
	assert_int_equal(colour.green, 0x00);
	assert_int_equal(colour.blue, 0xff);
	assert_false(colour_parse(&colour, str_from("1b3f73")));
	assert_false(colour_parse(&colour, str_from("#1b3f7")));
	assert_false(colour_parse(&colour, str_from("#1b3g73")));
	assert_false(colour_parse(&colour, str_from("navy")));
	assert_false(colour_parse(&colour, str_from("")));
}

/* What is legible already stays as it was chosen. */
static void
legible_colours(void **state)
{
	struct colour navy = { 0x1b, 0x3f, 0x73 };
	struct colour yellow = { 0xff, 0xdd, 0x00 };
	struct colour got;

	(void)state;
	got = colour_legible(navy, colour_white, COLOUR_TEXT_CONTRAST);
	assert_memory_equal(&got, &navy, sizeof(got));
	got = colour_legible(yellow, colour_white, COLOUR_TEXT_CONTRAST);
	assert_true(colour_contrast(got, colour_white) >= 4.5);
	assert_true(got.red > got.blue); /* still a kind of yellow */
	got = colour_legible(navy, colour_black, COLOUR_TEXT_CONTRAST);
	assert_true(colour_contrast(got, colour_black) >= 4.5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_contrasts),
		cmocka_unit_test(forms),
		cmocka_unit_test(legible_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
