/* pdf_font: see pdf_font.h and pdf.h. */
#include "render/pdf/pdf_font.h"

#include <stdlib.h>

#include "base/arena.h"
#include "render/pdf/pdf.h"

struct pdf_fonts {
	int face_count;
};

struct pdf_fonts *
pdf_fonts_load(const char *manifest, const char *const *dirs, struct msgs *msgs)
{
	(void)manifest;
	(void)dirs;
	(void)msgs;
	return mem_alloc(sizeof(struct pdf_fonts));
}

void
pdf_fonts_free(struct pdf_fonts *fonts)
{
	free(fonts);
}
