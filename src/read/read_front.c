/* read_front: YAML front matter -> settings. */
#include "read/read_priv.h"

uint32_t
read_front(struct doc *doc, struct str *text)
{
	(void)doc;
	(void)text;
	return 1;
}
