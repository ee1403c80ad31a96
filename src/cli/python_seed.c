/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random.seed(a) for each type of a that a text can mean.
 */
#include "../../include/nprand_python.h"
#include "big.h"
#include "error.h"
#include "parse.h"
#include "python.h"
#include "quote.h"
#include "state.h"
#include "stream.h"

#include <string.h>

static void accept_seed(nprand_status status, const char *text)
{
    if (status == NPRAND_NO_ENTROPY)
        fail(nprand_strerror(status));
    if (status != NPRAND_OK)
        refuse(NULL, "--seed", nprand_strerror(status), text);
}

/* ---- Release and version -------------------------------------------------------------------- */

struct release {
    int major; /* 0: the default */
    int minor;
};

static struct release read_python(const char *text)
{
    int parts[3] = {0, 0, 0};
    if (text != NULL && split_release(text, parts) < 2)
        refuse(NULL, "--python", nprand_strerror(NPRAND_PY_UNKNOWN_RELEASE), text);
    return (struct release){parts[0], parts[1]};
}

/* Python 2 has the one that Python 3 calls version 1. From 3.2 to 3.5, version 1 was a hash that
 * differs from run to run. */
static int read_version(const struct options *options, struct release release)
{
    const char *text = options->value[OPTION_SEED_VERSION];
    int version = release.major == 2 ? 1 : 2;
    if (text == NULL)
        return version;
    if (strcmp(text, "1") != 0 && strcmp(text, "2") != 0)
        refuse(NULL, "--seed-version", "neither 1 nor 2", text);
    if (release.major == 2 && *text == '2')
        refuse(NULL, "--seed-version", "Python 2 has version 1 alone", text);
    if (release.major == 3 && release.minor < 6 && *text == '1')
        refuse(NULL, "--seed-version", "before Python 3.6, version 1 differs from run to run",
               text);
    return *text - '0';
}

/* ---- Texts ---------------------------------------------------------------------------------- */

/* What stands in quotes, '...' or b'...', or NULL. */
static char *unquote(const char *text, bool *is_bytes)
{
    *is_bytes = (*text == 'b' || *text == 'B') && (text[1] == '\'' || text[1] == '"');
    text += *is_bytes;
    size_t length = strlen(text);
    if (length < 2 || (*text != '\'' && *text != '"') || text[length - 1] != *text)
        return NULL;
    char *content = allocate(length - 1);
    memcpy(content, text + 1, length - 2);
    content[length - 2] = '\0';
    return content;
}

/* Version 1 hashes the characters; the library takes those of Latin-1. Returns the length. */
static size_t put_latin_1(char *bytes, const char *text)
{
    size_t length = 0;
    for (const char *at = text; *at != '\0';) {
        uint32_t code = next_character(&at);
        if (code > 0xff)
            refuse(NULL, "--seed", "version 1 takes characters of Latin-1 alone", text);
        bytes[length++] = (char)code;
    }
    return length;
}

static void seed_by_text(nprand_rng *rng, const char *text, int version, bool is_bytes)
{
    size_t length = strlen(text);
    char *bytes = allocate(length + 1);
    memcpy(bytes, text, length);
    if (version == 1 && !is_bytes)
        length = put_latin_1(bytes, text);
    accept_seed(nprand_py_seed_bytes(rng, bytes, length, version), text);
}

/* ---- Any seed ------------------------------------------------------------------------------- */

static bool is_float_literal(const char *text)
{
    const char *first = text + (*text == '-' || *text == '+');
    return *first != '\0' && strchr(".0123456789", *first) != NULL && is_number(text);
}

static void seed_by_literal(nprand_rng *rng, const char *text, struct release release, int version)
{
    struct big big;
    bool is_bytes = false;
    const char *content = unquote(text, &is_bytes);
    /* A str of Python 2 is bytes. */
    bool has_bytes = is_bytes || release.major == 2;
    if (content != NULL) {
        seed_by_text(rng, content, version, has_bytes);
    } else if (parse_big(text, &big)) {
        accept_seed(nprand_py_seed_limbs(rng, big.limbs, big.count), text);
    } else if (is_float_literal(text)) {
        double a = read_double(NULL, "--seed", text);
        accept_seed(release.major == 2 ? nprand_py_seed_float_python2(rng, a)
                                       : nprand_py_seed_float(rng, a),
                    text);
    } else {
        seed_by_text(rng, text, version, has_bytes);
    }
}

static void set_python(nprand_rng *rng, const char *text, struct release release)
{
    nprand_status status =
        text != NULL ? nprand_py_set_python(rng, release.major, release.minor) : NPRAND_OK;
    if (status != NPRAND_OK)
        refuse(NULL, "--python", nprand_strerror(status), text);
}

void start_python_stream(nprand_rng *rng, const struct options *options)
{
    const char *text = options->value[OPTION_SEED];
    struct release release = read_python(options->value[OPTION_PYTHON]);
    int version = read_version(options, release);
    check_start(options);
    if (is_given(options, OPTION_STATE))
        load_state(rng, options->value[OPTION_STATE]);
    else if (text == NULL)
        accept_seed(nprand_py_seed_os(rng), text);
    else
        seed_by_literal(rng, text, release, version);
    set_python(rng, options->value[OPTION_PYTHON], release);
}
