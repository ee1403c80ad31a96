/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Part of each cmocka program that mutate.py links: before main(), it chooses the one test that the
 * environment variable NPRAND_MUTATION_TEST names. A mutant then meets the cheapest tests first.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

__attribute__((constructor)) static void choose_test(void)
{
    const char *wanted = getenv("NPRAND_MUTATION_TEST");
    if (wanted != NULL)
        cmocka_set_test_filter(wanted);
}
