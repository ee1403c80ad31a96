/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: prints what numpy.random.RandomState gives.
 */
#include "../../include/nprand.h"
#include "error.h"
#include "methods.h"
#include "options.h"
#include "parse.h"
#include "print.h"

#include <stdio.h>
#include <string.h>

static void print_help(void)
{
    puts("Usage: nprand [options] method [arguments]\n"
         "\n"
         "Prints what print() shows of the numbers that NumPy's RandomState gives: after\n"
         "    np.random.seed(0)\n"
         "    print(np.random.rand(3))\n"
         "the numbers of\n"
         "    nprand --seed 0 rand 3\n"
         "\n"
         "Options, before or after the method:\n"
         "  --seed N          seed, 0 to 2**32 - 1; by default the system's entropy\n"
         "  --seed N,N,...    array of seeds; of one: --seed '[N]'\n"
         "  --size N[,N,...]  shape of the result, as well as a last argument; by default one\n"
         "                    number\n"
         "  --dtype TYPE      randint: bool, int8, int16, int32, int64, int, uint8, uint16,\n"
         "                    uint32, uint64\n"
         "  --p P,P,...       choice: the probability of each number\n"
         "  --no-replace      choice: take no number twice\n"
         "  --repr            print all digits of floats, and all elements of long arrays\n"
         "  --numpy X.Y[.Z]   the NumPy release to reproduce, 1.7 to 2.5; by default 2.5\n"
         "  --long-bits N     32: the integers of a NumPy where C's long is as on Windows\n"
         "  --help, -h        print this\n"
         "  --version         print the version\n"
         "\n"
         "Lists of numbers may have brackets or parentheses around them, and spaces after the\n"
         "commas: --size '(2, 3)'.\n"
         "\n"
         "Methods. After all of its arguments may stand the size, as in normal 10 2 3; not with\n"
         "rand and randn, whose arguments are the shape, bytes, shuffle and permutation.");
    print_methods();
    puts("\n"
         "Exit status: 0, 2 if the method or a parameter is refused, 1 if something else fails.");
}

/* ---- Seed, release and long --------------------------------------------------------------- */

static void refuse_seed(nprand_status status, const char *text)
{
    if (status != NPRAND_OK)
        refuse(NULL, "--seed", nprand_strerror(status), text);
}

static uint32_t read_key_word(const char *text)
{
    int64_t word;
    read_integer(NULL, "--seed", text);
    if (!to_int64(text, &word) || word < 0 || word > UINT32_MAX)
        refuse_seed(NPRAND_BAD_SEED, text);
    return (uint32_t)word;
}

static nprand_status seed_array(nprand_rng *rng, const struct list *words)
{
    uint32_t *key = allocate(words->count * sizeof *key);
    for (size_t i = 0; i < words->count; i++)
        key[i] = read_key_word(words->items[i]);
    nprand_status status = nprand_seed_array(rng, key, words->count);
    return status;
}

static void seed(nprand_rng *rng, const char *text)
{
    if (text == NULL) {
        nprand_status status = nprand_seed_os(rng);
        if (status != NPRAND_OK)
            fail(nprand_strerror(status));
        return;
    }
    /* As in Python, (5) is a number; [5] and (5,) are arrays. */
    struct list words = split(text);
    bool is_array = words.count != 1 || strpbrk(text, "[,") != NULL;
    nprand_status status =
        is_array ? seed_array(rng, &words) : nprand_seed(rng, read_key_word(words.items[0]));
    refuse_seed(status, text);
}

/* The numbers between the points. 0 if that is not what the text is, else how many. */
static int split_release(const char *text, int parts[3])
{
    for (int count = 0; count < 3; count++) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 0 || digits > 4)
            return 0;
        parts[count] = (int)strtol(text, NULL, 10);
        text += digits;
        if (*text == '\0')
            return count + 1;
        if (*text++ != '.')
            return 0;
    }
    return 0;
}

static void set_release(nprand_rng *rng, const char *text)
{
    if (text == NULL)
        return;
    int parts[3];
    nprand_status status = NPRAND_UNKNOWN_RELEASE;
    int count = split_release(text, parts);
    if (count == 2)
        status = nprand_set_numpy(rng, parts[0], parts[1]);
    if (count == 3)
        status = nprand_set_numpy_patch(rng, parts[0], parts[1], parts[2]);
    if (status != NPRAND_OK)
        refuse(NULL, "--numpy", nprand_strerror(status), text);
}

static void set_long_bits(nprand_rng *rng, const char *text)
{
    if (text == NULL)
        return;
    int bits = 0;
    if (strcmp(text, "32") == 0)
        bits = 32;
    if (strcmp(text, "64") == 0)
        bits = 64;
    nprand_status status = nprand_set_long_bits(rng, bits);
    if (status != NPRAND_OK)
        refuse(NULL, "--long-bits", nprand_strerror(status), text);
}

/* ---- The command ------------------------------------------------------------------------- */

static void run(const struct options *options)
{
    if (options->count == 0)
        refuse(NULL, NULL, "no method given; nprand --help lists them", NULL);
    const struct method *method = find_method(options->words[0]);
    if (method == NULL)
        refuse(NULL, NULL, "no such method; nprand --help lists them", options->words[0]);
    nprand_rng rng;
    struct array a;
    seed(&rng, options->seed);
    set_release(&rng, options->numpy);
    set_long_bits(&rng, options->long_bits);
    call_method(method, options, &rng, &a);
    print_array(&a, options->repr);
}

int main(int argc, char **argv)
{
    struct options options = parse_options(argc, argv);
    if (options.help)
        print_help();
    else if (options.version)
        printf("nprand %s (%s)\n", nprand_version(), nprand_backend());
    else
        run(&options);
    int lost = ferror(stdout);
    if (fclose(stdout) != 0 || lost)
        fail("cannot write to standard output");
    return EXIT_SUCCESS;
}
