/* preview_main: the program rapporteur-preview; see preview.h. One thread, one
 * loop: standard input and the connections wait in the same poll. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <unistd.h>

#include <microhttpd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "preview/preview.h"

enum { LINE_MAX_BYTES = 16384, PORT_MAX = 65535 };

struct file {
	struct str name, path;
};

struct preview {
	struct arena *arena;
	struct file *files;
	size_t file_count, file_cap;
	unsigned version;
	struct buf input; /* of a line that is not whole yet */
	unsigned port;
	struct MHD_Daemon *daemon;
};

/* ---- what is told on standard input ---- */

static void
add_file(struct preview *preview, struct str rest)
{
	size_t tab = str_find(rest, "\t");
	struct file *file;
	struct str name;

	if (tab == (size_t)-1)
		return;
	name = str_head(rest, tab);
	for (size_t i = 0; i < preview->file_count; i++)
		if (str_eq(preview->files[i].name, name))
			return;
	preview->files = arena_push(preview->arena, preview->files,
	    &preview->file_count, &preview->file_cap, sizeof(*file));
	file = &preview->files[preview->file_count - 1];
	file->name = str_copy(preview->arena, name);
	file->path = str_copy(preview->arena, str_skip(rest, tab + 1));
}

static void
take_line(struct preview *preview, struct str line)
{
	if (str_starts(line, "file "))
		add_file(preview, str_skip(line, sizeof("file ") - 1));
	else if (str_is(line, "changed"))
		preview->version++;
}

/* False at the end of input, or when a line is too long to be ours. */
static bool
take_input(struct preview *preview)
{
	char bytes[4096];
	ssize_t got = read(STDIN_FILENO, bytes, sizeof(bytes));

	for (ssize_t i = 0; i < got; i++) {
		if (bytes[i] != '\n') {
			buf_put(&preview->input, &bytes[i], 1);
			continue;
		}
		take_line(preview, buf_str(&preview->input));
		preview->input.len = 0;
	}
	return got > 0 && preview->input.len < LINE_MAX_BYTES;
}

/* ---- answers ---- */

static enum MHD_Result
answer(struct MHD_Connection *connection, unsigned status,
    struct MHD_Response *response, const char *type)
{
	enum MHD_Result result;

	if (response == NULL)
		return MHD_NO;
	MHD_add_response_header(response, "Content-Type", type);
	MHD_add_response_header(response, "Cache-Control", "no-store");
	MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(
	    response, "Cross-Origin-Resource-Policy", "same-origin");
	result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return result;
}

static struct MHD_Response *
constant(const char *text)
{
	return MHD_create_response_from_buffer(
	    strlen(text), (void *)(uintptr_t)text, MHD_RESPMEM_PERSISTENT);
}

static enum MHD_Result
refuse(struct MHD_Connection *connection, unsigned status, const char *text)
{
	return answer(connection, status, constant(text), "text/plain");
}

static const char *
type_of(struct str name)
{
	static const char *const types[][2] = {
		{ ".html", "text/html; charset=utf-8" },
		{ ".pdf", "application/pdf" },
		{ ".json", "application/json" },
		{ ".csv", "text/csv; charset=utf-8" },
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_ends(name, types[i][0]))
			return types[i][1];
	return "text/plain; charset=utf-8";
}

static enum MHD_Result
answer_file(struct MHD_Connection *connection, const struct file *file)
{
	struct stat info;
	int fd = open(file->path.ptr, O_RDONLY);

	if (fd < 0)
		return refuse(connection, MHD_HTTP_NOT_FOUND,
		    "This file is not built yet.\n");
	if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
		close(fd);
		return refuse(
		    connection, MHD_HTTP_NOT_FOUND, "This is no file.\n");
	}
	return answer(connection, MHD_HTTP_OK,
	    MHD_create_response_from_fd((size_t)info.st_size, fd),
	    type_of(file->name));
}

/* A name as a string of JSON. */
static void
put_json(struct buf *buf, struct str name)
{
	buf_puts(buf, "\"");
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.ptr[i];

		if (c == '"' || c == '\\' || c < ' ')
			buf_printf(buf, "\\u%04x", c);
		else
			buf_put(buf, &name.ptr[i], 1);
	}
	buf_puts(buf, "\"");
}

/* Pages first: they are what a browser shows best. */
static void
put_names(struct buf *buf, const struct preview *preview, bool pages)
{
	for (size_t i = 0; i < preview->file_count; i++) {
		struct str name = preview->files[i].name;

		if (str_ends(name, ".html") != pages)
			continue;
		if (buf->ptr[buf->len - 1] != '[')
			buf_puts(buf, ",");
		put_json(buf, name);
	}
}

static enum MHD_Result
answer_state(struct MHD_Connection *connection, const struct preview *preview)
{
	struct buf buf = BUF_INIT;
	struct MHD_Response *response;

	buf_printf(&buf, "{\"version\":%u,\"files\":[", preview->version);
	put_names(&buf, preview, true);
	put_names(&buf, preview, false);
	buf_puts(&buf, "]}\n");
	response = MHD_create_response_from_buffer(
	    buf.len, buf.ptr, MHD_RESPMEM_MUST_COPY);
	buf_clear(&buf);
	return answer(connection, MHD_HTTP_OK, response, "application/json");
}

static enum MHD_Result
answer_shell(struct MHD_Connection *connection)
{
	struct MHD_Response *response = constant(preview_shell);

	if (response != NULL)
		MHD_add_response_header(response, "Content-Security-Policy",
		    "default-src 'none'; script-src 'self'; style-src 'self'; "
		    "connect-src 'self'; frame-src 'self'; base-uri 'none'; "
		    "form-action 'none'; frame-ancestors 'none'");
	return answer(
	    connection, MHD_HTTP_OK, response, "text/html; charset=utf-8");
}

/* A page elsewhere could give its own name our address (DNS rebinding): only
 * those who call us by our address, or as localhost, are answered. */
static bool
is_for_us(struct MHD_Connection *connection, unsigned port)
{
	const char *host = MHD_lookup_connection_value(
	    connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
	char wanted[2][32];

	snprintf(wanted[0], sizeof(wanted[0]), "127.0.0.1:%u", port);
	snprintf(wanted[1], sizeof(wanted[1]), "localhost:%u", port);
	return host != NULL &&
	       (strcmp(host, wanted[0]) == 0 || strcmp(host, wanted[1]) == 0);
}

static enum MHD_Result
on_request(void *data, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload,
    size_t *upload_size, void **state)
{
	const struct preview *preview = data;

	(void)version;
	(void)upload;
	(void)state;
	if (*upload_size > 0 || (strcmp(method, MHD_HTTP_METHOD_GET) != 0 &&
				    strcmp(method, MHD_HTTP_METHOD_HEAD) != 0))
		return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
		    "This can only be read.\n");
	if (!is_for_us(connection, preview->port))
		return refuse(
		    connection, MHD_HTTP_FORBIDDEN, "This is not called so.\n");
	if (strcmp(url, "/") == 0)
		return answer_shell(connection);
	if (strcmp(url, "/-/style.css") == 0)
		return answer(connection, MHD_HTTP_OK, constant(preview_style),
		    "text/css");
	if (strcmp(url, "/-/script.js") == 0)
		return answer(connection, MHD_HTTP_OK, constant(preview_script),
		    "text/javascript");
	if (strcmp(url, "/-/state") == 0)
		return answer_state(connection, preview);
	for (size_t i = 0; i < preview->file_count; i++)
		if (str_is(preview->files[i].name, url + 1))
			return answer_file(connection, &preview->files[i]);
	return refuse(
	    connection, MHD_HTTP_NOT_FOUND, "There is no such paper.\n");
}

/* ---- the loop ---- */

static bool
start(struct preview *preview, unsigned port)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const union MHD_DaemonInfo *info;

	preview->daemon = MHD_start_daemon(MHD_NO_FLAG, (uint16_t)port, NULL,
	    NULL, on_request, preview, MHD_OPTION_SOCK_ADDR,
	    (struct sockaddr *)&address, MHD_OPTION_CONNECTION_TIMEOUT, 30u,
	    MHD_OPTION_END);
	if (preview->daemon == NULL)
		return false;
	info = MHD_get_daemon_info(preview->daemon, MHD_DAEMON_INFO_BIND_PORT);
	preview->port = info != NULL && info->port != 0 ? info->port : port;
	return true;
}

/* Waits for what comes next and does it. False: all is over. */
static bool
step(struct preview *preview)
{
	MHD_UNSIGNED_LONG_LONG wait_ms = 1000;
	struct timeval wait;
	fd_set reads, writes, errors;
	int most = STDIN_FILENO;

	FD_ZERO(&reads);
	FD_ZERO(&writes);
	FD_ZERO(&errors);
	FD_SET(STDIN_FILENO, &reads);
	if (MHD_get_fdset(preview->daemon, &reads, &writes, &errors, &most) !=
	    MHD_YES)
		return false;
	if (MHD_get_timeout(preview->daemon, &wait_ms) != MHD_YES ||
	    wait_ms > 1000)
		wait_ms = 1000;
	wait.tv_sec = (time_t)(wait_ms / 1000);
	wait.tv_usec = (suseconds_t)(wait_ms % 1000 * 1000);
	if (select(most + 1, &reads, &writes, &errors, &wait) < 0)
		return false;
	if (FD_ISSET(STDIN_FILENO, &reads) && !take_input(preview))
		return false;
	return MHD_run_from_select(preview->daemon, &reads, &writes, &errors) ==
	       MHD_YES;
}

int
main(int argc, char **argv)
{
	struct preview preview = { .arena = arena_new() };
	long port = argc == 2 ? strtol(argv[1], NULL, 10) : -1;

	if (port < 0 || port > PORT_MAX) {
		fprintf(stderr,
		    "This program is started by \"rapporteur watch --serve\".\n");
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	if (!start(&preview, (unsigned)port)) {
		fprintf(stderr,
		    "rapporteur: error: nothing can be served at port %ld\n",
		    port);
		return 3;
	}
	printf("http://127.0.0.1:%u/\n", preview.port);
	fflush(stdout);
	while (step(&preview))
		continue;
	MHD_stop_daemon(preview.daemon);
	buf_clear(&preview.input);
	arena_free(preview.arena);
	return 0;
}
