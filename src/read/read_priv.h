/* read_priv: between the files of read. */
#ifndef READ_READ_PRIV_H
#define READ_READ_PRIV_H

#include "read/read.h"

struct buf;

/* Bytes -> UTF-8 with LF line ends in doc->text, whatever the encoding and
 * line ends were. Form feeds stay, as a character of their own at the start of
 * a line. False, with a message, for what is no text. */
bool read_encoding(struct doc *doc, struct str bytes);

/* The character of a Windows-1252 byte, or UTF8_BAD for the five that have
 * none. */
uint32_t read_cp1252(unsigned char byte);

/* Undoes a second encoding in UTF-8 text; records each repair. */
void read_encoding_twice(struct doc *doc, struct buf *to, struct str text);

/* Takes YAML front matter off the front of `text`: settings go to the doc
 * (see doc_set). Gives the line number of the first line that is left. */
uint32_t read_front(struct doc *doc, struct str *text);

/* Both append blocks to doc->root. `first_line` is the number of text's first
 * line in the draft. */
void read_md(struct doc *doc, struct str text, uint32_t first_line);
void read_text(struct doc *doc, struct str text, uint32_t first_line);

/* Cuts "Name – value" where the name is one that fields have, and a dash (or
 * hyphen) between spaces stands for the colon. The value may be empty. In
 * read_label.c. */
bool read_label_cut(struct str text, struct str *name, struct str *value);

/* Would read_text make one table of it? Adds nothing to the document. */
bool read_text_is_table(struct doc *doc, struct str text);

#endif
