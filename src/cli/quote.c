/* SPDX-License-Identifier: BSD-3-Clause
 *
 * UTF-8, and the escapes of Python, JSON and CSV.
 */
#include "quote.h"

#include "error.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* ---- UTF-8 ---------------------------------------------------------------------------------- */

/* How many bytes a sequence has that begins with this byte; 0 if none does. */
static int sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first < 0xe0)
        return 2;
    if (first >= 0xe0 && first < 0xf0)
        return 3;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/* Neither an overlong form, nor half of a pair of UTF-16, nor above the last code. */
static int is_code(uint32_t code, int length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[length] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

uint32_t next_character(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    int length = sequence_length(*at);
    uint32_t code = length < 2 ? *at : *at & (0x7fu >> length);
    int i = 1;
    for (; i < length && (at[i] & 0xc0) == 0x80; i++)
        code = code << 6 | (at[i] & 0x3f);
    if (length == 0 || i < length || !is_code(code, length)) {
        *text += 1;
        return 0xdc00u + *at;
    }
    *text += length;
    return code;
}

size_t length_in_characters(const char *text)
{
    size_t length = 0;
    while (*text != '\0') {
        next_character(&text);
        length++;
    }
    return length;
}

/* ---- Escapes -------------------------------------------------------------------------------- */

/* Longest escape of one code: two of six characters, for a pair of UTF-16. */
enum { ESCAPE = 12 };

static char *put_utf16(char *at, uint32_t code)
{
    if (code < 0x10000)
        return at + sprintf(at, "\\u%04x", (unsigned)code);
    code -= 0x10000;
    return at + sprintf(at, "\\u%04x\\u%04x", 0xd800u + (unsigned)(code >> 10),
                        0xdc00u + (unsigned)(code & 0x3ff));
}

/* A code above 0xffff is printable. */
static char *put_hexadecimal(char *at, uint32_t code)
{
    if (code < 0x100)
        return at + sprintf(at, "\\x%02x", (unsigned)code);
    return at + sprintf(at, "\\u%04x", (unsigned)code);
}

/* The letter of \n and the like; 0 if the code has none of them. No code is 0, as the word ends
 * there. */
static char letter_of(uint32_t code, const char *codes, const char *letters)
{
    const char *found = code < 0x80 ? strchr(codes, (int)code) : NULL;
    return (char)(found != NULL ? letters[found - codes] : 0);
}

static char *put_letter(char *at, char letter)
{
    *at++ = '\\';
    *at++ = letter;
    return at;
}

/* What has no picture. Of the codes above 255, the blanks and the marks of direction alone: the
 * whole table of Unicode is not here. */
static int is_printable(uint32_t code)
{
    return code >= ' ' && !(code >= 0x7f && code <= 0xa0) && code != 0xad &&
           !(code >= 0x2000 && code <= 0x200f) && !(code >= 0x2028 && code <= 0x202f) &&
           !(code >= 0x205f && code <= 0x206f) && !(code >= 0xd800 && code <= 0xf8ff) &&
           code != 0x3000 && code != 0xfeff;
}

static char *put_bytes_of(char *at, const char *from, const char *end)
{
    memcpy(at, from, (size_t)(end - from));
    return at + (end - from);
}

/* In double quotes only if that saves escapes of single ones. */
static char *put_python(char *at, const char *word)
{
    char quote = strchr(word, '\'') != NULL && strchr(word, '"') == NULL ? '"' : '\'';
    *at++ = quote;
    while (*word != '\0') {
        const char *from = word;
        uint32_t code = next_character(&word);
        char letter = letter_of(code, "\t\n\r\\", "tnr\\");
        if (letter != 0 || code == (unsigned char)quote)
            at = put_letter(at, letter != 0 ? letter : quote);
        else if (is_printable(code))
            at = put_bytes_of(at, from, word);
        else
            at = put_hexadecimal(at, code);
    }
    *at++ = quote;
    return at;
}

static char *put_json(char *at, const char *word)
{
    *at++ = '"';
    while (*word != '\0') {
        const char *from = word;
        uint32_t code = next_character(&word);
        char letter = letter_of(code, "\"\\\b\f\n\r\t", "\"\\bfnrt");
        if (letter != 0)
            at = put_letter(at, letter);
        else if (code >= ' ' && code < 0x7f)
            at = put_bytes_of(at, from, word);
        else
            at = put_utf16(at, code);
    }
    *at++ = '"';
    return at;
}

/* An empty word, too: a line without anything is no row. */
static char *put_csv(char *at, const char *word)
{
    if (*word != '\0' && strpbrk(word, ",\"\r\n") == NULL)
        return put_bytes_of(at, word, word + strlen(word));
    *at++ = '"';
    for (; *word != '\0'; word++) {
        if (*word == '"')
            *at++ = '"';
        *at++ = *word;
    }
    *at++ = '"';
    return at;
}

const char *quoted(const char *word, enum quotes quotes)
{
    static char *text;
    static size_t size;
    size_t most = ESCAPE * strlen(word) + 3;
    if (quotes == QUOTES_NONE)
        return word;
    if (size < most) {
        give_back(text);
        text = allocate(most);
        size = most;
    }
    char *end = quotes == QUOTES_PYTHON ? put_python(text, word)
                : quotes == QUOTES_JSON ? put_json(text, word)
                                        : put_csv(text, word);
    *end = '\0';
    return text;
}
