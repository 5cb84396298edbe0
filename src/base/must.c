#include "must.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void
must_fail(const char *condition, const char *file, int line)
{
	fprintf(stderr, "rapporteur: fault in the program: %s (%s:%d)\n",
	    condition, file, line);
	abort();
}
