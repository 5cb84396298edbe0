/* Fonts: what is set by which face, how wide, and what is reported. Needs the
 * packages that fonts/manifest names, and runs in the project's folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/msg.h"
#include "render/pdf/pdf.h"
#include "render/pdf/pdf_font.h"

static const char *const dirs[] = { "/usr/share/fonts", NULL };

struct fixture {
	struct msgs *msgs;
	struct arena *arena;
	struct pdf_fonts *fonts;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->msgs = msgs_new();
	f->arena = arena_new();
	f->fonts = pdf_fonts_load("fonts/manifest", dirs, f->msgs);
	*state = f;
	return f->fonts == NULL;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	pdf_fonts_free(f->fonts);
	arena_free(f->arena);
	msgs_free(f->msgs);
	free(f);
	return 0;
}

static const struct pdf_glyph *
shape(struct fixture *f, const char *text, size_t *count)
{
	uint16_t face =
	    pdf_fonts_find(f->fonts, str_from("Liberation Sans"), PDF_REGULAR);

	return pdf_shape(
	    f->fonts, f->arena, face, str_from("en-GB"), str_from(text), count);
}

static void
test_styles(void **state)
{
	struct fixture *f = *state;
	struct str sans = str_from("Liberation Sans");
	struct str mono = str_from("Liberation Mono");
	uint16_t regular = pdf_fonts_find(f->fonts, sans, PDF_REGULAR);

	assert_int_not_equal(regular, pdf_fonts_find(f->fonts, sans, PDF_BOLD));
	assert_int_not_equal(
	    pdf_fonts_find(f->fonts, sans, PDF_BOLD | PDF_ITALIC),
	    pdf_fonts_find(f->fonts, sans, PDF_BOLD));
	/* a style that the family lacks, and a family that is not there */
	assert_int_equal(pdf_fonts_find(f->fonts, mono, PDF_ITALIC),
	    pdf_fonts_find(f->fonts, mono, PDF_REGULAR));
	assert_int_equal(pdf_fonts_find(f->fonts, mono, PDF_BOLD | PDF_ITALIC),
	    pdf_fonts_find(f->fonts, mono, PDF_BOLD));
	assert_int_equal(
	    pdf_fonts_find(f->fonts, str_from("Nothing"), PDF_REGULAR),
	    regular);
}

static void
test_metrics(void **state)
{
	struct fixture *f = *state;
	const struct pdf_metrics *m = pdf_face_metrics(f->fonts, 0);

	assert_true(m->ascent > 0.8 && m->ascent < 1.1);
	assert_true(m->descent > 0.1 && m->descent < 0.4);
	assert_true(m->cap_height > 0.6 && m->cap_height < m->ascent);
	assert_true(m->underline_at > 0 && m->underline_thick > 0);
}

static void
test_kerning(void **state)
{
	struct fixture *f = *state;
	size_t count;
	const struct pdf_glyph *glyphs = shape(f, "AV", &count);

	assert_int_equal(count, 2);
	assert_true(glyphs[0].advance < glyphs[0].own_advance);
	assert_true(pdf_glyphs_width(glyphs, 2) <
		    glyphs[0].own_advance + glyphs[1].own_advance);
}

static void
test_letters_stay_apart(void **state)
{
	struct fixture *f = *state;
	size_t count;

	/* no ligature: each letter can be found and copied */
	shape(f, "office", &count);
	assert_int_equal(count, 6);
}

static void
test_fallback(void **state)
{
	struct fixture *f = *state;
	size_t count, missing;
	const struct pdf_glyph *glyphs = shape(f, "a\xE2\x9C\x93", &count);

	assert_int_equal(count, 2);
	assert_int_not_equal(glyphs[0].face, glyphs[1].face);
	assert_int_equal(glyphs[1].text_at, 1);
	assert_int_equal(glyphs[1].text_len, 3);
	pdf_fonts_missing(f->fonts, &missing);
	assert_int_equal(missing, 0);
}

static void
test_marks_stay_with_their_base(void **state)
{
	struct fixture *f = *state;
	size_t count;
	/* x with circumflex: no single character exists */
	const struct pdf_glyph *glyphs = shape(f, "x\xCC\x82", &count);

	assert_int_equal(count, 2);
	assert_int_equal(glyphs[0].face, glyphs[1].face);
	assert_true(glyphs[1].advance == 0);
}

static void
test_missing_is_a_box_and_reported(void **state)
{
	struct fixture *f = *state;
	size_t count;
	const uint32_t *missing;

	for (int round = 0; round < 2; round++) {
		/* twice in one paper: reported once; again in the next one */
		const struct pdf_glyph *glyphs =
		    shape(f, "\xF0\x93\x80\x80", &count);
		shape(f, "\xF0\x93\x80\x80", &count);
		assert_int_equal(count, 1);
		assert_int_not_equal(glyphs[0].glyph, 0);
		assert_int_equal(glyphs[0].text_len, 4);
		missing = pdf_fonts_missing(f->fonts, &count);
		assert_int_equal(count, 1);
		assert_int_equal(missing[0], 0x13000);
		assert_int_equal(missing[1], 0);
	}
}

static void
test_controls_and_bad_bytes(void **state)
{
	struct fixture *f = *state;
	size_t count;
	const struct pdf_glyph *space = shape(f, " ", &count);
	const struct pdf_glyph *glyphs = shape(f,
	    "a\tb\nc\x01\xFF"
	    "d",
	    &count);

	assert_int_equal(count, 8);
	assert_int_equal(glyphs[1].glyph, space[0].glyph);
	assert_int_equal(glyphs[3].glyph, space[0].glyph);
	for (size_t i = 0; i < count; i++)
		assert_int_not_equal(glyphs[i].glyph, 0);
}

static void
test_every_byte_belongs_to_a_glyph(void **state)
{
	struct fixture *f = *state;
	const char *text = "T\xC5\xB7 a\xCC\x82 \xE2\x86\x92 1\xC2\xA0"
			   "000\xE2\x80\x8B. \xCE\xB1\xD0\xB6";
	size_t count, bytes = 0;
	const struct pdf_glyph *glyphs = shape(f, text, &count);

	for (size_t i = 0; i < count; i++) {
		if (glyphs[i].text_len > 0)
			assert_int_equal(glyphs[i].text_at, bytes);
		bytes += glyphs[i].text_len;
	}
	assert_int_equal(bytes, str_from(text).len);
}

static void
test_repeated_runs_are_the_same(void **state)
{
	struct fixture *f = *state;
	size_t first_count, second_count;
	const struct pdf_glyph *first = shape(f, "On track", &first_count);
	const struct pdf_glyph *second = shape(f, "On track", &second_count);

	assert_ptr_not_equal(first, second);
	assert_int_equal(first_count, second_count);
	for (size_t i = 0; i < first_count; i++) {
		assert_int_equal(first[i].glyph, second[i].glyph);
		assert_true(first[i].advance == second[i].advance);
	}
}

static void
test_missing_file_names_its_package(void **state)
{
	struct fixture *f = *state;
	static const char *const nowhere[] = { "/nonexistent", NULL };
	struct msgs *msgs = msgs_new();
	const struct msg *msg;

	(void)f;
	assert_null(pdf_fonts_load("fonts/manifest", nowhere, msgs));
	assert_true(msgs_refusals(msgs) >= 4);
	msg = msgs_at(msgs, 1);
	assert_true(str_is(msg->path, "Liberation Sans Bold"));
	assert_true(str_is(msg->text, "LiberationSans-Bold.ttf was not found; "
				      "install the package fonts-liberation"));
	msgs_free(msgs);
}

static void
test_a_file_that_is_no_font(void **state)
{
	char path[] = "/tmp/manifest-XXXXXX";
	static const char *const here[] = { ".", NULL };
	int fd = mkstemp(path);
	struct msgs *msgs = msgs_new();
	static const char text[] = "family: Odd\nregular: manifest\n"
				   "folders: fonts\n";

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, sizeof(text) - 1), sizeof(text) - 1);
	close(fd);
	assert_null(pdf_fonts_load(path, here, msgs));
	assert_int_equal(msgs_refusals(msgs), 1);
	assert_true(
	    str_find(msgs_at(msgs, 0)->text, "not a font") != (size_t)-1);
	msgs_free(msgs);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_metrics),
		cmocka_unit_test(test_kerning),
		cmocka_unit_test(test_letters_stay_apart),
		cmocka_unit_test(test_fallback),
		cmocka_unit_test(test_marks_stay_with_their_base),
		cmocka_unit_test(test_missing_is_a_box_and_reported),
		cmocka_unit_test(test_controls_and_bad_bytes),
		cmocka_unit_test(test_every_byte_belongs_to_a_glyph),
		cmocka_unit_test(test_repeated_runs_are_the_same),
		cmocka_unit_test(test_missing_file_names_its_package),
		cmocka_unit_test(test_a_file_that_is_no_font),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
