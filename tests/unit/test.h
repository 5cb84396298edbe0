/* test: what the unit tests share. Included first by each; asks nothing of the
 * program but base and model. */
#ifndef TESTS_UNIT_TEST_H
#define TESTS_UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* The text is `want`, byte for byte. Shows both if not. */
#define assert_str(got, want) assert_str_at((got), (want), __FILE__, __LINE__)

static inline void
assert_str_at(struct str got, const char *want, const char *file, int line)
{
	if (str_is(got, want))
		return;
	print_error("got:    \"%.*s\"\nwanted: \"%s\"\n", STR_ARG(got), want);
	_fail(file, line);
}

#endif
