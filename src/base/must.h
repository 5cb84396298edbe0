/* must: conditions that only a fault in this program can break. */
#ifndef BASE_MUST_H
#define BASE_MUST_H

/* Stops the program with file and line when `condition` is false, in every
 * build. Never for what a draft, a file or a library can cause. */
#define must(condition)                                                        \
	((condition) ? (void)0 : must_fail(#condition, __FILE__, __LINE__))

_Noreturn void must_fail(const char *condition, const char *file, int line);

#endif
