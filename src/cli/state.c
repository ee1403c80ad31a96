/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Reading and writing states.
 */
#include "state.h"

#include "error.h"
#include "output.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Far more than any program writes. */
enum { LONGEST_STATE = 1 << 24 };

struct text {
    char *bytes;
    size_t length;
};

_Noreturn static void refuse_state(const char *path, const char *problem)
{
    refuse(NULL, "--state", problem, path);
}

static struct text read_all(FILE *file, const char *path)
{
    struct text text = {.bytes = allocate(LONGEST_STATE)};
    text.length = fread(text.bytes, 1, LONGEST_STATE, file);
    if (ferror(file))
        refuse_state(path, strerror(errno));
    if (text.length == LONGEST_STATE)
        refuse_state(path, "too long for a state");
    text.bytes[text.length] = '\0';
    return text;
}

static struct text read_file(const char *path)
{
    bool is_standard = strcmp(path, "-") == 0;
    FILE *file = is_standard ? stdin : fopen(path, "rb");
    if (file == NULL)
        refuse_state(path, strerror(errno));
    struct text text = read_all(file, path);
    if (!is_standard)
        fclose(file);
    return text;
}

/* ---- States of other tools ---- */

/* Bytes of PyTorch's torch.get_rng_state() or of gsl_rng_fwrite(). No text has the size of one and
 * is accepted. */
static bool load_bytes(nprand_rng *rng, struct text text)
{
    return nprand_set_state_torch(rng, text.bytes, text.length) == NPRAND_OK ||
           nprand_set_state_gsl(rng, text.bytes, text.length) == NPRAND_OK;
}

/* R's .Random.seed, one number more than fit, and how many. */
struct r_seed {
    int32_t numbers[NPRAND_STATE_R_SIZE + 1];
    size_t count;
    bool is_list; /* and nothing else */
};

/* What stands between numbers: dput() writes commas, write() blanks. */
static const char between_r_numbers[] = " \t\r\n,";

/* A number as dput() or write() gives it: -5L, -5 or NA. Returns the place behind it, or NULL. */
static const char *read_r_number(const char *at, int32_t *number)
{
    char *end;
    long long value = INT32_MIN;
    if (strncmp(at, "NA", 2) == 0) {
        at += 2;
    } else {
        value = strtoll(at, &end, 10);
        if (end == at || value < INT32_MIN || value > INT32_MAX)
            return NULL;
        at = *end == 'L' ? end + 1 : end;
    }
    *number = (int32_t)value;
    return *at == '\0' || *at == ')' || strchr(between_r_numbers, *at) != NULL ? at : NULL;
}

/* dput() and dump() put the numbers into c(...). */
static struct r_seed read_r_seed(const char *text)
{
    struct r_seed seed = {.count = 0};
    const char *list = strstr(text, "c(");
    const char *at = list != NULL ? list + 2 : text;
    at += strspn(at, between_r_numbers);
    while (*at != '\0' && *at != ')' && seed.count < NPRAND_STATE_R_SIZE + 1) {
        at = read_r_number(at, &seed.numbers[seed.count]);
        if (at == NULL)
            return seed;
        seed.count++;
        at += strspn(at, between_r_numbers);
    }
    seed.is_list = true;
    return seed;
}

static void load_r_seed(nprand_rng *rng, const struct r_seed *seed, const char *path)
{
    char problem[256];
    if (!seed->is_list) {
        snprintf(problem, sizeof problem, "no .Random.seed: element %zu is no integer of R",
                 seed->count + 1);
        refuse_state(path, problem);
    }
    nprand_status status = nprand_set_state_r(rng, seed->numbers, seed->count);
    if (status == NPRAND_OK)
        return;
    snprintf(problem, sizeof problem, "no .Random.seed of Mersenne-Twister: %s",
             nprand_strerror(status));
    refuse_state(path, problem);
}

/* ---- Texts ---- */

typedef nprand_status set_state_text(nprand_rng *rng, const char *text, size_t length,
                                     size_t *offset, const char **reason);

static size_t skip_blanks(struct text text, size_t i)
{
    static const char blanks[] = " \t\r\n";
    while (i < text.length && strchr(blanks, text.bytes[i]) != NULL)
        i++;
    return i;
}

/* random.getstate() is a list that begins with its version; a list of NumPy begins with a name. The
 * text of a std::mt19937, and MATLAB's state, is not in brackets. */
static set_state_text *form_of(struct text text)
{
    size_t i = skip_blanks(text, 0);
    if (i < text.length && isdigit((unsigned char)text.bytes[i]))
        return nprand_set_state_std;
    if (i == text.length || text.bytes[i] != '[')
        return nprand_set_state_json;
    i = skip_blanks(text, i + 1);
    return i < text.length && isdigit((unsigned char)text.bytes[i]) ? nprand_set_state_python
                                                                    : nprand_set_state_json;
}

static void load_text(nprand_rng *rng, struct text text, const char *path)
{
    char problem[256];
    size_t offset = 0;
    const char *reason = "";
    if (form_of(text)(rng, text.bytes, text.length, &offset, &reason) == NPRAND_OK)
        return;
    snprintf(problem, sizeof problem, "no state of MT19937: byte %zu: %s", offset, reason);
    refuse_state(path, problem);
}

/* Files that hold a state, but that Python reads alone: docs/states.md has the lines that convert
 * them. Pickles of protocol 0 and 1 are texts, and are refused as such. */
static void refuse_file_of_python(struct text text, const char *path)
{
    static const struct {
        const char *begin, *what;
    } files[] = {
        {"\x80", "a pickle"},
        {"\x93NUMPY", "an .npy file"},
        {"PK\x03\x04", "an archive, such as .npz"},
    };
    char problem[256];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strncmp(text.bytes, files[i].begin, strlen(files[i].begin)) == 0) {
            snprintf(problem, sizeof problem,
                     "%s: Python can write the state as JSON; see docs/states.md", files[i].what);
            refuse_state(path, problem);
        }
    }
}

void load_state(nprand_rng *rng, const char *path)
{
    struct text text = read_file(path);
    struct r_seed seed = read_r_seed(text.bytes);
    char first = text.bytes[skip_blanks(text, 0)];
    if (first == 'c' || first == '.' || (seed.is_list && seed.count == NPRAND_STATE_R_SIZE))
        load_r_seed(rng, &seed, path);
    else if (!load_bytes(rng, text)) {
        refuse_file_of_python(text, path);
        load_text(rng, text, path);
    }
    give_back(text.bytes);
}

void save_state(const nprand_rng *rng, const char *path, get_state_text *get)
{
    char text[NPRAND_STATE_JSON_SIZE];
    size_t length;
    if (get(rng, sizeof text, text, &length) != NPRAND_OK)
        fail("the generator has no state");
    struct output *out = open_output(path, false, 0);
    write_bytes(out, text, length);
    write_char(out, '\n');
    close_output(out);
}
