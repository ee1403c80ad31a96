/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Parts of the command that its scripts can hardly reach: states of the process, and bytes that a
 * file seldom has.
 */
#define _POSIX_C_SOURCE 200809L /* alarm() */

#include "test.h"

#include "../src/cli/compare.h"
#include "../src/cli/input.h"

#include <errno.h>
#include <unistd.h>

/* A C library may give any number above 0 for memory that is greater, 1 among them. */
static void test_elements_that_differ_by_one(void **unused)
{
    (void)unused;
    static const uint8_t there[] = {5, 7, 9}, drawn[] = {5, 6, 9};
    struct tally t = {0};
    compare_elements(&t, KIND_UINT8, there, drawn, 3);
    assert_int_equal(t.compared, 3);
    assert_int_equal(t.different, 1);
    assert_int_equal(t.first, 1);
    compare_elements(&t, KIND_UINT8, there, there, 3);
    assert_int_equal(t.compared, 6);
    assert_int_equal(t.different, 1);
}

/* The end of a file, with the errno of an earlier call that a signal interrupted. */
static void test_the_end_of_a_file_after_a_signal(void **unused)
{
    (void)unused;
    static struct input in;
    assert_int_equal(open_input(&in, "/dev/null"), 0);
    errno = EINTR;
    alarm(20);
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    alarm(0);
    assert_int_equal(in.error, 0);
    close_input(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements_that_differ_by_one),
        cmocka_unit_test(test_the_end_of_a_file_after_a_signal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
