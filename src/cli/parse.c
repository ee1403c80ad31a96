/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Numbers and lists from text.
 */
#include "parse.h"

#include "error.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *after_sign(const char *text)
{
    return *text == '+' || *text == '-' ? text + 1 : text;
}

bool is_integer(const char *text)
{
    const char *digits = after_sign(text);
    return *digits != '\0' && digits[strspn(digits, "0123456789")] == '\0';
}

/* The letters are those of inf, infinity, nan and e: strtod() takes spaces before the number,
 * hexadecimal ones and nan(...) too. */
bool is_number(const char *text)
{
    if (*text == '\0' || text[strspn(text, "+-.0123456789aAeEfFiInNtTyY")] != '\0')
        return false;
    char *end;
    strtod(text, &end);
    return *end == '\0';
}

bool to_int64(const char *text, int64_t *value)
{
    errno = 0;
    *value = strtoimax(text, NULL, 10);
    return errno != ERANGE;
}

bool to_uint64(const char *text, uint64_t *value)
{
    *value = 0;
    if (*text == '-')
        return is_exactly(text + 1, "0");
    errno = 0;
    *value = strtoumax(text, NULL, 10);
    return errno != ERANGE;
}

bool is_exactly(const char *text, const char *digits)
{
    if (*text == '+')
        text++;
    while (text[0] == '0' && text[1] != '\0')
        text++;
    return strcmp(text, digits) == 0;
}

void refuse_number(const char *where, const char *what, const char *problem, const char *text)
{
    refuse(where, what, strchr(text, '=') != NULL ? "give the number without a name" : problem,
           text);
}

void read_integer(const char *where, const char *what, const char *text)
{
    if (!is_integer(text))
        refuse_number(where, what, "not an integer", text);
}

int64_t read_int64(const char *where, const char *what, const char *text)
{
    int64_t value;
    read_integer(where, what, text);
    if (!to_int64(text, &value))
        refuse(where, what, "does not fit int64", text);
    return value;
}

double read_double(const char *where, const char *what, const char *text)
{
    if (!is_number(text))
        refuse_number(where, what, "not a number", text);
    errno = 0;
    double value = strtod(text, NULL);
    if (errno == ERANGE && isinf(value))
        refuse(where, what, "too large for a double", text);
    return value;
}

/* The digits of text up to something else, without the underscores, which as in Python stand between
 * digits alone. Returns where that is; NULL if an underscore is out of place. */
static const char *copy_digits(const char *text, char *digits, size_t *count)
{
    const char *first = text;
    for (;; text++) {
        if (*text >= '0' && *text <= '9')
            digits[(*count)++] = *text;
        else if (*text != '_')
            break;
        else if (text == first || text[1] == '\0' || strchr("0123456789", text[1]) == NULL)
            return NULL;
    }
    return text;
}

/* The power of ten behind the digits: "", or e and an integer. Powers beyond 1000 are cut to it. */
static bool read_exponent(const char *text, long *exponent)
{
    *exponent = 0;
    if (*text == '\0')
        return true;
    if ((*text != 'e' && *text != 'E') || !is_integer(text + 1))
        return false;
    *exponent = strtol(text + 1, NULL, 10);
    *exponent = *exponent > 1000 ? 1000 : *exponent < -1000 ? -1000 : *exponent;
    return true;
}

/* The integer of the digits times 10^power. NULL if it is none. */
static char *scale_digits(char *digits, size_t count, long power)
{
    enum { MOST = 40 };
    size_t leading = 0;
    while (leading < count && digits[leading] == '0')
        leading++;
    digits += leading;
    count -= leading;
    for (; count > 0 && power < 0 && digits[count - 1] == '0'; power++)
        count--;
    if (count > 0 && power < 0)
        return NULL;
    for (; count > 0 && count < MOST && power > 0; power--)
        digits[count++] = '0';
    if (count == 0)
        digits[count++] = '0';
    digits[count] = '\0';
    return digits;
}

char *plain_integer(const char *text)
{
    size_t count = 0;
    long exponent;
    char *digits = allocate(strlen(text) + 64);
    const char *at = copy_digits(after_sign(text), digits + 1, &count);
    size_t whole = count;
    if (at != NULL && *at == '.' && count > 0)
        at = copy_digits(at + 1, digits + 1, &count);
    if (at == NULL || count == 0 || !read_exponent(at, &exponent))
        return NULL;
    char *plain = scale_digits(digits + 1, count, exponent - (long)(count - whole));
    if (plain != NULL && *text == '-')
        *--plain = '-';
    return plain;
}

uint64_t read_count(const char *where, const char *what, const char *text)
{
    uint64_t count;
    const char *plain = plain_integer(text);
    if (plain == NULL)
        refuse_number(where, what, "not an integer", text);
    if (!to_uint64(plain, &count))
        refuse(where, what, "not in 0 to 2**64 - 1", text);
    return count;
}

/* Cuts the blanks off the end, and returns where the text begins after those before it. */
static char *trim(char *text)
{
    static const char blanks[] = " \t\n";
    text += strspn(text, blanks);
    size_t length = strlen(text);
    while (length > 0 && strchr(blanks, text[length - 1]) != NULL)
        text[--length] = '\0';
    return text;
}

static bool is_enclosed(const char *text)
{
    size_t length = strlen(text);
    if (length < 2)
        return false;
    char last = text[length - 1];
    return (text[0] == '[' && last == ']') || (text[0] == '(' && last == ')');
}

struct list split(const char *text)
{
    struct list list = {.count = 1};
    size_t bytes = strlen(text) + 1;
    list.text = allocate(bytes);
    memcpy(list.text, text, bytes);
    char *at = trim(list.text);
    bool enclosed = is_enclosed(at);
    if (enclosed) {
        at[strlen(at) - 1] = '\0';
        at = trim(at + 1);
    }
    if (enclosed && *at == '\0')
        list.count = 0;
    for (const char *comma = strchr(at, ','); comma != NULL; comma = strchr(comma + 1, ','))
        list.count++;
    list.items = allocate(list.count * sizeof *list.items);
    for (size_t i = 0; i < list.count; i++) {
        char *item = at;
        at += strcspn(at, ",");
        *at++ = '\0';
        list.items[i] = trim(item);
    }
    if (enclosed && list.count > 1 && *list.items[list.count - 1] == '\0')
        list.count--;
    return list;
}

struct list split_at(const char *text, char mark)
{
    struct list list = {.count = 1};
    size_t bytes = strlen(text) + 1;
    list.text = allocate(bytes);
    memcpy(list.text, text, bytes);
    for (const char *at = list.text; *at != '\0'; at++)
        list.count += *at == mark;
    list.items = allocate(list.count * sizeof *list.items);
    char *at = list.text;
    for (size_t i = 0; i < list.count; i++) {
        list.items[i] = at;
        at += strcspn(at, (const char[]){mark, '\0'});
        *at++ = '\0';
    }
    return list;
}
