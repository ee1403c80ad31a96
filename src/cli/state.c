/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Reading and writing states.
 */
#include "state.h"

#include "error.h"
#include "output.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
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

/* random.getstate() is a list that begins with its version; a list of NumPy begins with a name. */
static bool is_of_python(struct text text)
{
    static const char blanks[] = " \t\r\n";
    size_t i = 0;
    while (i < text.length && strchr(blanks, text.bytes[i]) != NULL)
        i++;
    if (i == text.length || text.bytes[i] != '[')
        return false;
    for (i++; i < text.length && strchr(blanks, text.bytes[i]) != NULL;)
        i++;
    return i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9';
}

void load_state(nprand_rng *rng, const char *path)
{
    char problem[256];
    size_t offset = 0;
    const char *reason = "";
    struct text text = read_file(path);
    nprand_status status =
        is_of_python(text) ? nprand_set_state_python(rng, text.bytes, text.length, &offset, &reason)
                           : nprand_set_state_json(rng, text.bytes, text.length, &offset, &reason);
    give_back(text.bytes);
    if (status == NPRAND_OK)
        return;
    snprintf(problem, sizeof problem, "no state of MT19937: byte %zu: %s", offset, reason);
    refuse_state(path, problem);
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
