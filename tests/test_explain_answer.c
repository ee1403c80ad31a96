/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What nprand explain says of a search over all 2^32 seeds, without the search: this program has
 * another one in its place.
 */
#define _POSIX_C_SOURCE 200809L /* dup2() */

#include "test.h"

#include "../src/cli/explain.h"
#include "../src/cli/explain_search.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static uint64_t last_seed;
static bool ends_when_sure;

/* Finds nothing. */
void search_seeds(const struct search *search, struct matches *found)
{
    assert_int_equal(search->last, last_seed);
    assert_int_equal(search->stop_when_sure, ends_when_sure);
    found->tried = 1e9;
}

void search_one_seed(const struct query *query, const struct seed *seed, struct matches *found)
{
    (void)query;
    (void)seed;
    (void)found;
    fail_msg("a search of one seed");
}

/* The status of explain, and in text what it writes. It closes stdout: a child calls it. */
static int answer(char *text, size_t room, struct options *options)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(fileno(file), STDOUT_FILENO);
        exit(explain(options));
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    rewind(file);
    text[fread(text, 1, room - 1, file)] = '\0';
    fclose(file);
    return WEXITSTATUS(status);
}

static void test_nothing_found(void **unused)
{
    (void)unused;
    static char text[4096];
    char *words[] = {"explain", "0.25", NULL};
    struct options options = {.words = words, .count = 2};
    last_seed = 1000000;
    assert_int_equal(answer(text, sizeof text, &options), 1);
    assert_non_null(
        strstr(text, "1e+09 streams of the seeds 0 to 10^6 were tried, from their first"));
    assert_non_null(strstr(text, ", fewer digits, or last --all-seeds, which takes minutes.\n"));
    options.value[OPTION_ALL_SEEDS] = "";
    last_seed = UINT32_MAX;
    ends_when_sure = true;
    assert_int_equal(answer(text, sizeof text, &options), 1);
    assert_non_null(
        strstr(text, "1e+09 streams of the seeds 0 to 2^32 - 1 were tried, from their first"));
    assert_non_null(
        strstr(text, "try --within K if the stream had been used before, or fewer digits.\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
