/* data_json: the model as JSON, by jansson. */
#include "render/data/data.h"

#include "base/buf.h"

void
data_json(struct buf *out, const struct doc *doc)
{
	(void)doc;
	buf_puts(out, "{}\n");
}
