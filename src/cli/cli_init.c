/* cli_init: a draft to begin with, from the starting draft of a template in the
 * language asked for.
 * Nothing that is there is ever written over. */
#include "cli/cli_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "compose/compose.h"

/* Without the comments, which plain text does not know, and the line's end
 * behind each. */
static struct str
without_comments(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str result;

	while (text.len > 0) {
		size_t at = str_find(text, "<!--"), end;

		if (at == (size_t)-1)
			at = text.len;
		buf_put_str(&buf, str_head(text, at));
		text = str_skip(text, at);
		end = str_find(text, "-->");
		if (end == (size_t)-1)
			break;
		text = str_skip(text, end + 3);
		while (text.len > 0 && text.ptr[0] == '\n')
			text = str_skip(text, 1);
	}
	result = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return result;
}

/* The line that names the template names the one asked for; a folder of the
 * council's is not named in drafts. */
static struct str
with_template(
    struct arena *arena, struct str text, const char *name, bool is_built_in)
{
	size_t at = str_find(text, "\ntemplate:");
	struct str rest;

	if (at == (size_t)-1)
		return text;
	rest = str_skip(text, at + 1);
	while (rest.len > 0 && rest.ptr[0] != '\n')
		rest = str_skip(rest, 1);
	if (!is_built_in)
		return str_printf(
		    arena, "%.*s%.*s", (int)at, text.ptr, STR_ARG(rest));
	return str_printf(arena, "%.*s\ntemplate: %s%.*s", (int)at, text.ptr,
	    name, STR_ARG(rest));
}

/* The starting draft in that language, which may be empty; or NULL. */
static const struct template_file *
start_in(const struct template_file *files, size_t count, struct str language)
{
	for (size_t i = 0; i < count; i++) {
		struct str name = files[i].name;

		if (!str_starts(name, "start.") || !str_ends(name, "md"))
			continue;
		name = str_skip(name, 6);
		if (language.len == 0
			? name.len == 2
			: name.len == language.len + 3 &&
			      str_eq(str_head(name, language.len), language))
			return &files[i];
	}
	return NULL;
}

/* "cy" of "cy-GB" */
static struct str
main_language(struct str language)
{
	size_t at = str_find(language, "-");

	return at == (size_t)-1 ? language : str_head(language, at);
}

static bool
find_start(struct cli_session *session, const char *name,
    const struct template *template, struct str *text, struct msgs *msgs)
{
	struct str language = session->options->language, none = { "", 0 };
	size_t count;
	const struct template_file *files =
	    compose_template_files(session->arena, template, &count);
	const struct template_file *found = start_in(files, count, language);

	if (found == NULL)
		found = start_in(files, count, main_language(language));
	if (found == NULL && str_is(main_language(language), "en"))
		found = start_in(files, count, none);
	if (found != NULL)
		return file_read(session->arena, found->path, text, msgs);
	if (language.len > 0)
		msgs_refuse(msgs, name, 0,
		    "this template has no start.%.*s.md to begin a draft with",
		    STR_ARG(main_language(language)));
	else
		msgs_refuse(msgs, name, 0,
		    "this template has no start.md to begin a draft with");
	return false;
}

static enum cli_status
write_new(const char *path, struct str text, struct msgs *msgs)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool ok = true;

	if (fd < 0 && errno == EEXIST) {
		cli_complain(
		    "%s: is there already; it was left as it is", path);
		return CLI_REFUSED;
	}
	if (fd < 0) {
		msgs_refuse(msgs, path, errno, "cannot be made");
		return CLI_REFUSED;
	}
	while (ok && text.len > 0) {
		ssize_t done = write(fd, text.ptr, text.len);

		ok = done >= 0 || errno == EINTR;
		if (done > 0)
			text = str_skip(text, (size_t)done);
	}
	ok &= close(fd) == 0;
	if (!ok) {
		msgs_refuse(msgs, path, errno, "cannot be written");
		unlink(path);
		return CLI_REFUSED;
	}
	printf("%s\n", path);
	return CLI_WRITTEN;
}

static bool
ends_in(const char *path, const char *a, const char *b)
{
	return str_ends(str_from(path), a) || str_ends(str_from(path), b);
}

static enum cli_status
init(struct cli_session *session, const char *name, struct msgs *msgs)
{
	const struct cli_options *options = session->options;
	struct arena *arena = session->arena;
	const char *dir =
	    str_printf(arena, "%s/templates", session->data.dir).ptr;
	const char *slash = strrchr(name, '/');
	const char *path = options->draft_count > 0
			       ? options->drafts[0]
			       : str_printf(arena, "%s.md",
				     slash && slash[1] ? slash + 1 : name)
				     .ptr;
	bool is_printed = strcmp(path, "-") == 0;
	bool is_text = ends_in(path, ".txt", ".text");
	struct template *template;
	struct str text;

	if (!is_printed && !is_text && !ends_in(path, ".md", ".markdown")) {
		cli_complain("%s: a draft's name ends in .md or .txt", path);
		return CLI_USAGE;
	}
	if (!compose_template_exists(dir, name)) {
		cli_complain("there is no template \"%s\"; \"rapporteur "
			     "templates\" lists them",
		    name);
		return CLI_USAGE;
	}
	template = cli_session_template(session, name, msgs);
	if (template == NULL ||
	    !find_start(session, name, template, &text, msgs))
		return CLI_REFUSED;
	text = with_template(
	    arena, text, name, compose_template_is_built_in(dir, name));
	if (is_text)
		text = without_comments(arena, text);
	if (!is_printed)
		return write_new(path, text, msgs);
	printf("%.*s", STR_ARG(text));
	return CLI_WRITTEN;
}

enum cli_status
cli_init(const struct cli_options *options, const char *program)
{
	const char *name =
	    options->template ? options->template : "progress-report";
	struct cli_session session;
	enum cli_status status = CLI_REFUSED;
	struct msgs *msgs = msgs_new();

	if (cli_session_open(&session, options, program))
		status = init(&session, name, msgs);
	status = cli_worse(status, cli_draft_report(msgs, MSG_WARNING));
	cli_session_close(&session);
	msgs_free(msgs);
	return status;
}
