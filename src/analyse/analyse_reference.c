#include "analyse/analyse_priv.h"
void
analyse_references(struct analysis *a)
{
	(void)a;
}
