/* export: see export.h. */
#include "export/export.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/out.h"

bool
export_files(const struct export_file *files, size_t count, struct msgs *msgs)
{
	struct out **outs = mem_alloc(count * sizeof(*outs));
	bool ok = true;

	for (size_t i = 0; i < count && ok; i++) {
		outs[i] = out_open(files[i].path, msgs);
		if (outs[i] == NULL) {
			ok = false;
			break;
		}
		out_put(outs[i], files[i].bytes);
		ok = out_flush(outs[i]);
	}
	for (size_t i = 0; i < count && ok; i++)
		ok = out_commit(outs[i]);
	for (size_t i = 0; i < count; i++)
		out_free(outs[i]);
	free(outs);
	return ok;
}
