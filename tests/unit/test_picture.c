/* Which files may be put into a paper: those beside the draft and below. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/msg.h"
#include "model/picture.h"
#include "temp.h"

static const char *
load(const char *draft, const char *url)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from(draft), msgs);
	struct picture picture;
	const char *reason =
	    picture_load(doc->arena, &picture, doc, str_from(url));

	doc_free(doc);
	msgs_free(msgs);
	return reason;
}

static void
refuse(const char *draft, const char *url, const char *why)
{
	const char *reason = load(draft, url);

	if (reason == NULL || strstr(reason, why) == NULL)
		fail_msg("%s: %s", url, reason != NULL ? reason : "taken");
}

/* "neither PNG nor JPEG" shows that a file was found and read. */
static void
test_places(void **state)
{
	(void)state;
	assert_int_equal(mkdir("papers", 0777), 0);
	assert_int_equal(mkdir("papers/pictures", 0777), 0);
	temp_write("papers/pictures/my weir.png", "words");
	temp_write("outside.png", "words");
	assert_int_equal(symlink("../outside.png", "papers/link.png"), 0);
	assert_int_equal(symlink("pictures/my weir.png", "papers/in.png"), 0);
	assert_int_equal(mkfifo("papers/pipe.png", 0666), 0);

	refuse("papers/a.md", "pictures/my weir.png", "neither PNG");
	refuse("papers/a.md", "pictures/my%20weir.png", "neither PNG");
	refuse("papers/a.md", "pictures/../in.png", "neither PNG");
	refuse("papers/a.md", "pictures/weir.png", "no such file");
	refuse("papers/a.md", "pictures", "no file");
	refuse("papers/a.md", "pipe.png", "no file");
	refuse("papers/a.md", "../outside.png", "outside");
	refuse("papers/a.md", "link.png", "outside");
	refuse("papers/a.md", "%2e%2e/outside.png", "outside");
	refuse("papers/a.md", "/etc/passwd", "only files beside");
	refuse("papers/a.md", "//host/a.png", "only files beside");
	refuse("papers/a.md", "file:///etc/passwd", "only files beside");
	refuse("papers/a.md", "https://host/a.png", "only files beside");
	refuse("papers/a.md", "", "only files beside");
	/* a draft from standard input stands in the folder we are in */
	refuse("-", "outside.png", "neither PNG");
	refuse("-", "../x.png", "no such file");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_places, temp_enter, temp_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
