/* cli_templates: the list of templates, each with what it makes; and a copy of
 * one, for those who want to change it. */
#include "cli/cli_priv.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"
#include "compose/compose.h"
#include "export/export.h"

/* Is there nothing of that name, or an empty folder? */
static bool
is_free(const char *path)
{
	struct stat info;
	struct dirent *entry;
	bool is_empty = true;
	DIR *dir;

	if (lstat(path, &info) != 0)
		return errno == ENOENT;
	dir = opendir(path);
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		is_empty &= strcmp(entry->d_name, ".") == 0 ||
			    strcmp(entry->d_name, "..") == 0;
	is_empty &= dir != NULL;
	if (dir != NULL)
		closedir(dir);
	return is_empty;
}

/* What the template extends and the program does not have is looked for beside
 * it, and so beside the copy: says what is not there. */
static void
tell_bases(struct cli_session *session, const struct template *template,
    const char *folder, struct msgs *msgs)
{
	struct arena *arena = session->arena;
	const char *base;

	for (size_t i = 0; (base = compose_template_base(template, i)); i++) {
		struct str name = str_from(base);
		struct msg msg = { .level = MSG_WARNING,
			.rule = STR("template"),
			.path = str_from(folder) };
		const char *beside;

		while (str_find(name, "/") != (size_t)-1)
			name = str_skip(name, str_find(name, "/") + 1);
		beside =
		    str_printf(arena, "%s/../%.*s", folder, STR_ARG(name)).ptr;
		if (file_exists(
			str_printf(arena, "%s/template.xml", beside).ptr))
			continue;
		msg.text = str_printf(arena,
		    "the copy extends \"%.*s\", which was not copied",
		    STR_ARG(name));
		msg.hint =
		    str_printf(arena, "copy %s as well, to %s", base, beside);
		msgs_add(msgs, &msg);
	}
}

/* The template's files, all or none. */
static enum cli_status
copy_files(struct cli_session *session, const struct template *template,
    const char *folder, struct msgs *msgs)
{
	struct arena *arena = session->arena;
	size_t count;
	struct template_file *from =
	    compose_template_files(arena, template, &count);
	struct export_file *to = arena_alloc(arena, count * sizeof(*to));

	for (size_t i = 0; i < count; i++) {
		to[i].path =
		    str_printf(arena, "%s/%.*s", folder, STR_ARG(from[i].name))
			.ptr;
		if (!file_read(arena, from[i].path, &to[i].bytes, msgs))
			return CLI_REFUSED;
	}
	if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
		msgs_refuse(msgs, folder, errno, "cannot be made");
		return CLI_REFUSED;
	}
	if (!export_files(to, count, msgs))
		return CLI_REFUSED;
	for (size_t i = 0; i < count; i++)
		printf("%s\n", to[i].path);
	tell_bases(session, template, folder, msgs);
	return CLI_WRITTEN;
}

static enum cli_status
copy(struct cli_session *session, struct msgs *msgs)
{
	const char *name = session->options->copy;
	const char *folder = session->options->drafts[0];
	struct str dir =
	    str_printf(session->arena, "%s/templates", session->data.dir);
	struct template *template;

	if (!compose_template_exists(dir.ptr, name)) {
		cli_complain("there is no template \"%s\"; \"rapporteur "
			     "templates\" lists them",
		    name);
		return CLI_USAGE;
	}
	if (!is_free(folder)) {
		cli_complain(
		    "%s: is there already; nothing was copied", folder);
		return CLI_REFUSED;
	}
	template = cli_session_template(session, name, msgs);
	return template ? copy_files(session, template, folder, msgs)
			: CLI_REFUSED;
}

static enum cli_status
list(struct cli_session *session, struct msgs *msgs)
{
	enum cli_status status = CLI_WRITTEN;
	struct str dir =
	    str_printf(session->arena, "%s/templates", session->data.dir);
	struct str *names;
	size_t count;

	names = compose_template_list(session->arena, dir.ptr, &count);
	for (size_t i = 0; i < count; i++) {
		struct template *template =
		    cli_session_template(session, names[i].ptr, msgs);

		if (template == NULL)
			status = CLI_REFUSED;
		else
			printf("%-22.*s %.*s\n", STR_ARG(names[i]),
			    STR_ARG(compose_template_describe(template)));
	}
	return status;
}

enum cli_status
cli_templates(const struct cli_options *options, const char *program)
{
	struct cli_session session;
	enum cli_status status = CLI_REFUSED;
	struct msgs *msgs = msgs_new();

	if (cli_session_open(&session, options, program))
		status =
		    options->copy ? copy(&session, msgs) : list(&session, msgs);
	status = cli_worse(status, cli_draft_report(msgs, MSG_WARNING));
	cli_session_close(&session);
	msgs_free(msgs);
	return status;
}
