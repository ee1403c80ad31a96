/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Parts of the command that its scripts can hardly reach: states of the process, and bytes that a
 * file seldom has.
 */
#define _POSIX_C_SOURCE 200809L /* alarm(), mkstemp() */

#include "test.h"

#include "../src/cli/compare.h"
#include "../src/cli/input.h"
#include "../src/cli/options.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
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

static void test_places_in_memory(void **unused)
{
    (void)unused;
    static struct input in;
    open_memory(&in, "abc", 3);
    assert_int_equal(next_byte(&in), 'a');
    assert_true(seek_input(&in, 2));
    assert_int_equal(next_byte(&in), 'c');
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    assert_true(seek_input(&in, 3));
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    assert_false(seek_input(&in, 4));
    assert_true(seek_input(&in, 0));
    assert_int_equal(next_byte(&in), 'a');
}

static int byte_at(size_t place)
{
    return (int)(place % 251);
}

/* Places in the buffer, before it and behind it. */
static void test_places_in_a_file(void **unused)
{
    (void)unused;
    static const size_t places[] = {0, 5, 65536, 199999, 3, 65535, 131072, 70000, 65537, 150000, 0};
    static unsigned char bytes[200000];
    static struct input in;
    char path[] = "test_command.XXXXXX";
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)byte_at(i);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, sizeof bytes), sizeof bytes);
    close(fd);
    assert_int_equal(open_input(&in, path), 0);
    unlink(path);
    assert_true(in.has_size);
    assert_int_equal(in.size, sizeof bytes);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        assert_true(seek_input(&in, places[i]));
        assert_int_equal(next_byte(&in), byte_at(places[i]));
    }
    assert_false(seek_input(&in, UINT64_C(1) << 63));
    close_input(&in);
}

/* Once a read has failed, the input stays at its end. */
static void test_a_read_that_fails(void **unused)
{
    (void)unused;
    static struct input in;
    assert_int_equal(open_input(&in, "/"), 0);
    assert_false(in.has_size);
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    assert_int_equal(in.error, EISDIR);
    close_input(&in);
    in.fd = open("/dev/zero", O_RDONLY);
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    assert_int_equal(in.error, EISDIR);
    close_input(&in);
}

/* A pipe has no places, and a closed stream has no size. */
static void test_input_without_places(void **unused)
{
    (void)unused;
    static struct input in;
    int ends[2];
    int standard = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[0], STDIN_FILENO);
    assert_int_equal(open_input(&in, "-"), 0);
    assert_false(in.has_size);
    assert_false(seek_input(&in, 100));
    close(STDIN_FILENO);
    assert_int_equal(open_input(&in, "-"), 0);
    assert_false(in.has_size);
    assert_int_equal(next_byte(&in), END_OF_INPUT);
    assert_int_equal(in.error, EBADF);
    dup2(standard, STDIN_FILENO);
    close(standard);
    close(ends[0]);
    close(ends[1]);
}

/* Of ../src/cli/stream.h, which has a function of a name that is in test.h. */
int set_threads(nprand_rng *rng, const struct options *options);

static void test_one_thread_by_default(void **unused)
{
    (void)unused;
    static nprand_rng rng;
    static struct options options;
    assert_int_equal(nprand_seed(&rng, 0), NPRAND_OK);
    assert_int_equal(set_threads(&rng, &options), 1);
    options.value[OPTION_THREADS] = "1";
    assert_int_equal(set_threads(&rng, &options), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements_that_differ_by_one),
        cmocka_unit_test(test_the_end_of_a_file_after_a_signal),
        cmocka_unit_test(test_places_in_memory),
        cmocka_unit_test(test_places_in_a_file),
        cmocka_unit_test(test_a_read_that_fails),
        cmocka_unit_test(test_input_without_places),
        cmocka_unit_test(test_one_thread_by_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
