/* pdf_font_system: a family by its name among the fonts that are installed,
 * for themes that name one which the manifest does not list. The only place
 * that knows fontconfig. */
#include "render/pdf/pdf_font_priv.h"

#include <string.h>

#include <fontconfig/fontconfig.h>

/* What style of a family is wanted: fontconfig's weights and slants. */
static FcPattern *
wanted(struct str family, unsigned style, const char *format)
{
	FcPattern *pattern = FcPatternCreate();

	FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family.ptr);
	FcPatternAddInteger(pattern, FC_WEIGHT,
	    style & PDF_BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
	FcPatternAddInteger(pattern, FC_SLANT,
	    style & PDF_ITALIC ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
	FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
	/* of a variable font, one of its instances */
	FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
	FcPatternAddString(pattern, FC_FONTFORMAT, (const FcChar8 *)format);
	return pattern;
}

/* fontconfig always finds something; it must be of that family. */
static bool
is_of_family(FcPattern *match, struct str family)
{
	FcChar8 *name;

	for (int i = 0;
	     FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch;
	     i++)
		if (str_is_nocase(family, (const char *)name))
			return true;
	return false;
}

/* Is it bold where bold is wanted, and leaning where that is? */
static bool
is_of_style(FcPattern *match, unsigned style)
{
	int weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;

	FcPatternGetInteger(match, FC_WEIGHT, 0, &weight);
	FcPatternGetInteger(match, FC_SLANT, 0, &slant);
	return (weight >= FC_WEIGHT_DEMIBOLD) == ((style & PDF_BOLD) != 0) &&
	       (slant != FC_SLANT_ROMAN) == ((style & PDF_ITALIC) != 0);
}

/* False: fontconfig has no such family, in any form that can be used. */
static bool
take_match(struct pdf_family *family, unsigned style, struct arena *arena,
    FcPattern *match)
{
	FcChar8 *file;
	int index = 0;

	if (!is_of_family(match, family->name))
		return false;
	/* the nearest style stands in for one that is not there */
	if (style != PDF_REGULAR && !is_of_style(match, style))
		return true;
	if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
		return false;
	FcPatternGetInteger(match, FC_INDEX, 0, &index);
	family->paths[style] = str_copy(arena, str_from((const char *)file));
	family->indexes[style] = (unsigned)index & 0xFFFF;
	/* fontconfig counts instances in the upper half; its highest bit means
	 * all of them at once */
	family->instances[style] = (unsigned)index >> 16 & 0x7FFF;
	return true;
}

static bool
locate(FcConfig *config, struct pdf_family *family, struct arena *arena,
    const char *format)
{
	bool ok = true;

	for (unsigned style = 0; ok && style < PDF_STYLES; style++) {
		FcPattern *pattern = wanted(family->name, style, format);
		FcPattern *match;
		FcResult result;

		FcConfigSubstitute(config, pattern, FcMatchPattern);
		FcDefaultSubstitute(pattern);
		match = FcFontMatch(config, pattern, &result);
		ok = match != NULL && take_match(family, style, arena, match);
		if (match != NULL)
			FcPatternDestroy(match);
		FcPatternDestroy(pattern);
	}
	return ok && family->paths[PDF_REGULAR].len > 0;
}

/* Folders that fontconfig does not know of: those of RAPPORTEUR_FONTS. */
static void
add_folders(FcConfig *config, const char *const *dirs)
{
	for (size_t i = 0; dirs[i] != NULL; i++)
		if (strncmp(dirs[i], "/usr/share/fonts", 16) != 0)
			FcConfigAppFontAddDir(config, (const FcChar8 *)dirs[i]);
}

bool
pdf_system_family(
    struct pdf_family *family, struct arena *arena, const char *const *dirs)
{
	FcConfig *config = FcInitLoadConfigAndFonts();
	bool ok;

	if (config == NULL)
		return false;
	add_folders(config, dirs);
	ok = locate(config, family, arena, "TrueType") ||
	     locate(config, family, arena, "CFF");
	FcConfigDestroy(config);
	FcFini();
	return ok;
}
