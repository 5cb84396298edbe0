/* cost: what a program costs to run.
 *
 *     cost RUNS COMMAND [ARGUMENT]...
 *
 * Prints the median time of the runs in milliseconds, from start to end as its
 * caller sees it, and the most memory that any of them held, in MB. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 1000 };

static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double
run_ms(char **command)
{
	double begin = now_ms();
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		int null = open("/dev/null", O_RDWR);

		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0)
		fprintf(stderr, "cost: %s ends with %d\n", command[0], status);
	return now_ms() - begin;
}

static int
by_size(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

int
main(int argc, char **argv)
{
	static double times[MOST_RUNS];
	struct rusage usage;
	int runs = argc > 2 ? atoi(argv[1]) : 0;

	if (runs < 1 || runs > MOST_RUNS) {
		fprintf(stderr, "usage: cost RUNS COMMAND [ARGUMENT]...\n");
		return 2;
	}
	for (int i = 0; i < runs; i++)
		times[i] = run_ms(argv + 2);
	qsort(times, (size_t)runs, sizeof(times[0]), by_size);
	getrusage(RUSAGE_CHILDREN, &usage);
	/* ru_maxrss is in KB here and in bytes on macOS */
	printf(
	    "%10.1f %10.1f\n", times[runs / 2], (double)usage.ru_maxrss / 1024);
	return 0;
}
