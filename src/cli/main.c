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
         "  --size N[,N,...]  shape of the result; by default one number\n"
         "  --dtype TYPE      bool, int8, int16, int32, int64, int, uint8, uint16, uint32, uint64\n"
         "  --p P,P,...       probability of each number\n"
         "  --no-replace      take no number twice\n"
         "  --repr            print all digits of floats, and all elements of long arrays\n"
         "  --numpy X.Y       the NumPy release to reproduce, 1.17 to 2.5; by default 2.5\n"
         "  --help            print this\n"
         "  --version         print the version\n"
         "\n"
         "Methods, with their arguments and the options that not all of them take:");
    print_methods();
    puts("\n"
         "Exit status: 0, 2 if the method or a parameter is refused, 1 if something else fails.");
}

/* ---- Seed and release --------------------------------------------------------------------- */

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

static void seed_array(nprand_rng *rng, const char *text)
{
    struct list list = split(text);
    if (*text == '\0')
        list.count = 0;
    uint32_t *key = allocate(list.count * sizeof *key);
    for (size_t i = 0; i < list.count; i++)
        key[i] = read_key_word(list.items[i]);
    nprand_status status = nprand_seed_array(rng, key, list.count);
    free(key);
    free_list(&list);
    refuse_seed(status, text);
}

/* The text between the brackets, if there are any, or NULL. */
static char *between_brackets(const char *text)
{
    size_t length = strlen(text);
    if (length < 2 || text[0] != '[' || text[length - 1] != ']')
        return NULL;
    char *inside = allocate(length - 1);
    memcpy(inside, text + 1, length - 2);
    inside[length - 2] = '\0';
    return inside;
}

static void seed(nprand_rng *rng, const char *text)
{
    if (text == NULL) {
        nprand_status status = nprand_seed_os(rng);
        if (status != NPRAND_OK)
            fail(nprand_strerror(status));
        return;
    }
    char *inside = between_brackets(text);
    if (inside != NULL)
        seed_array(rng, inside);
    else if (strchr(text, ',') != NULL)
        seed_array(rng, text);
    else
        refuse_seed(nprand_seed(rng, read_key_word(text)), text);
    free(inside);
}

/* One or more digits, as far as until. */
static int read_release_part(const char **at, char until)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits == 0 || digits > 4 || (*at)[digits] != until)
        return -1;
    int part = (int)strtol(*at, NULL, 10);
    *at += digits + 1;
    return part;
}

static void set_release(nprand_rng *rng, const char *text)
{
    if (text == NULL)
        return;
    const char *at = text;
    int major = read_release_part(&at, '.');
    int minor = major < 0 ? -1 : read_release_part(&at, '\0');
    nprand_status status = nprand_set_numpy(rng, major, minor);
    if (status != NPRAND_OK)
        refuse(NULL, "--numpy", nprand_strerror(status), text);
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
    call_method(method, options, &rng, &a);
    print_array(&a, options->repr);
    free(a.data);
}

int main(int argc, char **argv)
{
    struct options options = parse_options(argc, argv);
    if (options.help)
        print_help();
    else if (options.version)
        printf("nprand %s\n", nprand_version());
    else
        run(&options);
    int lost = ferror(stdout);
    if (fclose(stdout) != 0 || lost)
        fail("cannot write to standard output");
    return EXIT_SUCCESS;
}
