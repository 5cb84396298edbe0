/* verify: the proof that nothing was lost. Counts the words of the draft and
 * looks for each, as often as it stands there, in what a reader of a finished
 * file meets and in the list of what was dropped.
 *
 * A word is a longest run of letters, marks and digits (Unicode categories L,
 * M and N) after NFC and without soft hyphens; a symbol other than ASCII (an
 * arrow, a coloured disc, a pound sign) is a word by itself, except those that
 * only mark bullets at the beginning of a line, or draw lines. */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H

#include "model/doc.h"

/* `text` is what a reader meets; `what` names it in messages ("PDF"). Gives
 * how many words are missing; each missing word is a message (at most 20, and
 * one that counts the rest). */
size_t verify_words(const struct doc *doc, struct str text, const char *what);

#endif
