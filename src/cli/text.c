/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Text of elements, fast: without printf().
 */
#include "text.h"

#include "shortest.h"

#include <math.h>
#include <string.h>

const struct spelling python_spelling = {"False", "True", "nan", "inf", "-inf", QUOTES_PYTHON};
const struct spelling plain_spelling = {"False", "True", "nan", "inf", "-inf", QUOTES_NONE};
const struct spelling csv_spelling = {"False", "True", "nan", "inf", "-inf", QUOTES_CSV};
const struct spelling json_spelling = {"false",    "true",      "NaN",
                                       "Infinity", "-Infinity", QUOTES_JSON};

static const char digit_pairs[] = "00010203040506070809101112131415161718192021222324"
                                  "25262728293031323334353637383940414243444546474849"
                                  "50515253545556575859606162636465666768697071727374"
                                  "75767778798081828384858687888990919293949596979899";

char *put_uint64(char *at, uint64_t x)
{
    char text[20];
    char *first = text + sizeof text;
    for (; x >= 100; x /= 100) {
        first -= 2;
        memcpy(first, digit_pairs + 2 * (x % 100), 2);
    }
    if (x >= 10) {
        first -= 2;
        memcpy(first, digit_pairs + 2 * x, 2);
    } else {
        *--first = (char)('0' + x);
    }
    size_t length = (size_t)(text + sizeof text - first);
    memcpy(at, first, length);
    return at + length;
}

static char *put_int64(char *at, int64_t x)
{
    if (x >= 0)
        return put_uint64(at, (uint64_t)x);
    *at++ = '-';
    return put_uint64(at, -(uint64_t)x);
}

static char *put_word(char *at, const char *word)
{
    size_t length = strlen(word);
    memcpy(at, word, length);
    return at + length;
}

static char *put_nonfinite(char *at, double x, const struct spelling *s)
{
    return put_word(at, isnan(x) ? s->nan : x < 0 ? s->minus_inf : s->inf);
}

static char *put_double(char *at, double x, const struct spelling *s)
{
    return isfinite(x) ? at + shortest_double(x, at) : put_nonfinite(at, x, s);
}

static char *put_float(char *at, float x, const struct spelling *s)
{
    return isfinite(x) ? at + shortest_float(x, at) : put_nonfinite(at, x, s);
}

char *put_element(char *at, enum kind kind, const void *data, size_t i, const struct spelling *s)
{
    switch (kind) {
    case KIND_BOOL:
        return put_word(at, ((const bool *)data)[i] ? s->yes : s->no);
    case KIND_INT8:
        return put_int64(at, ((const int8_t *)data)[i]);
    case KIND_INT16:
        return put_int64(at, ((const int16_t *)data)[i]);
    case KIND_INT32:
        return put_int64(at, ((const int32_t *)data)[i]);
    case KIND_INT64:
        return put_int64(at, ((const int64_t *)data)[i]);
    case KIND_UINT16:
        return put_uint64(at, ((const uint16_t *)data)[i]);
    case KIND_UINT32:
        return put_uint64(at, ((const uint32_t *)data)[i]);
    case KIND_UINT64:
        return put_uint64(at, ((const uint64_t *)data)[i]);
    case KIND_FLOAT:
        return put_float(at, ((const float *)data)[i], s);
    case KIND_DOUBLE:
        return put_double(at, ((const double *)data)[i], s);
    default:
        return put_uint64(at, ((const uint8_t *)data)[i]);
    }
}

const char *text_at(const void *data, size_t i)
{
    return ((const char *const *)data)[i];
}

void write_element(struct output *out, enum kind kind, const void *data, size_t i,
                   const struct spelling *s)
{
    if (kind == KIND_STR)
        write_text(out, quoted(text_at(data, i), s->quotes));
    else if (kind == KIND_LITERAL)
        write_text(out, text_at(data, i));
    else
        took_room(out, put_element(room_in(out, ELEMENT_TEXT), kind, data, i, s));
}
