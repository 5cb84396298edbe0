/* buf: growing bytes on the heap. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct buf {
	char *ptr;  /* NULL until the first byte; NUL behind the last one */
	size_t len; /* bytes */
	size_t cap; /* bytes */
};

#define BUF_INIT                                                               \
	{                                                                      \
		NULL, 0, 0                                                     \
	}

void buf_clear(struct buf *buf); /* frees; the buf is empty and usable */
void buf_reset(struct buf *buf); /* empties; keeps the memory */
void buf_reserve(struct buf *buf, size_t more);
void buf_put(struct buf *buf, const char *ptr, size_t len);
void buf_put_str(struct buf *buf, struct str text);
void buf_puts(struct buf *buf, const char *text);
void buf_put_char(struct buf *buf, uint32_t codepoint); /* as UTF-8 */

/* "%f" and its like print by the C locale's rules only if the program leaves
 * the locale alone, which it does; for points use buf_put_number. */
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A number with at most `decimals` decimals (0 to 6), no trailing zeros, a
 * full stop whatever the locale: 12.5, -0.25, 3. */
void buf_put_number(struct buf *buf, double value, int decimals);

/* Borrowed until the buf next changes. */
struct str buf_str(const struct buf *buf);

#endif
