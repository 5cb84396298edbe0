/* The digests of FIPS 180-4's examples, and of lengths around a block. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/sha256.h"

static void
expect(struct str bytes, const char *want)
{
	char hex[65];

	sha256_hex(bytes, hex);
	assert_string_equal(hex, want);
}

static void
known_digests(void **state)
{
	(void)state;
	expect(str_from(""), "e3b0c44298fc1c149afbf4c8996fb924"
			     "27ae41e4649b934ca495991b7852b855");
	expect(str_from("abc"), "ba7816bf8f01cfea414140de5dae2223"
				"b00361a396177a9cb410ff61f20015ad");
	expect(str_from("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnop"
			"nopq"),
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* 55 bytes and the padding just fit a block; 56 do not. */
static void
around_a_block(void **state)
{
	char bytes[64];

	(void)state;
	memset(bytes, 'a', sizeof(bytes));
	expect(str_range(bytes, bytes + 55),
	    "9f4390f8d30c2dd92ec9f095b65e2b9a"
	    "e9b0a925a5258e241c9f1e910f734318");
	expect(str_range(bytes, bytes + 56),
	    "b35439a4ac6f0948b6d6f9e3c6af0f5f"
	    "590ce20f1bde7090ef7970686ec6738a");
	expect(str_range(bytes, bytes + 64),
	    "ffe054fe7ae0cb6dc65c3af9b61d5209"
	    "f439851db43d0ba5997337df154668eb");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_digests),
		cmocka_unit_test(around_a_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
