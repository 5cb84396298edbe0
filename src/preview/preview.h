/* preview: built papers shown on this machine, by a program of its own
 * (rapporteur-preview), so that what speaks to a browser reads no drafts, and
 * what reads drafts does not load a web server.
 *
 * It is told what there is on its standard input, line by line, and ends with
 * it:
 *
 *     file NAME PATH    the file at PATH can be had as /NAME (words parted by
 *                       a tab; the last line of a NAME counts)
 *     changed           it was built anew: open pages load it again
 *
 * Its first line on standard output is its address. It answers on the loopback
 * interface only, and gives out the files named and its own page, nothing
 * else. */
#ifndef PREVIEW_PREVIEW_H
#define PREVIEW_PREVIEW_H

#include <stddef.h>

/* The page around the papers, its style and its script. */
extern const char preview_shell[], preview_style[], preview_script[];

#endif
