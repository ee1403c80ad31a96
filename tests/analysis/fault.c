/* SPDX-License-Identifier: BSD-3-Clause
 *
 * fault KIND: a program with one fault of each kind that the tools of run.sh are to find. run.sh
 * fails if a tool does not find its fault.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The compiler must not know what it is. */
static volatile int zero;
static int shared;

static void *write_shared(void *unused)
{
    shared++;
    return unused;
}

/* Two threads write to one object. */
static int race(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, write_shared, NULL) != 0)
        return 2;
    write_shared(NULL);
    return pthread_join(thread, NULL);
}

/* A branch on memory that nothing was written to. */
static int unwritten(void)
{
    int *memory = malloc(8 * sizeof *memory);
    if (memory == NULL)
        return 2;
    const int found = memory[1 + zero];
    if (found == 12345)
        puts("12345");
    free(memory);
    return 0;
}

/* An unsigned result that wraps. */
static int wrap(void)
{
    const unsigned below = (unsigned)zero - 1u;
    printf("%u\n", below);
    return 0;
}

int main(int argc, char **argv)
{
    const char *kind = argc > 1 ? argv[1] : "";
    if (strcmp(kind, "race") == 0)
        return race();
    if (strcmp(kind, "unwritten") == 0)
        return unwritten();
    return strcmp(kind, "wrap") == 0 ? wrap() : 2;
}
