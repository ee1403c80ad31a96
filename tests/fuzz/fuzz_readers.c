/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the command reads from files: headers of .npy, and numbers in texts of any form.
 *
 * Looked for: what sanitizers see; a reader that does not end; a reader that fails without a
 * problem; and more numbers or bytes than the input has.
 */
#include "../../src/cli/read_npy.h"
#include "../../src/cli/read_text.h"

#define input fuzz_input /* the command has a struct of this name */
#include "input.h"
#undef input

static void check_npy(const unsigned char *bytes, size_t size)
{
    static struct input in;
    struct npy_header header;
    open_memory(&in, bytes, size);
    if (read_npy_header(&in, &header) == NULL && header.length > size)
        fail_target("npy", "a header that is longer than the file");
    close_input(&in);
}

static void check_numbers(const unsigned char *bytes, size_t size)
{
    static struct input in;
    static struct text_reader reader;
    size_t count = 0;
    open_memory(&in, bytes, size);
    start_text(&reader, &in);
    while (next_number(&reader)) {
        if (++count > size || strlen(reader.text) > LONGEST_NUMBER)
            fail_target("text", "more than the text has");
    }
    if (reader.problem == NULL && reader.depth != 0)
        fail_target("text", "it ends in a list that is open");
    close_input(&in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input in = {data, size};
    const bool is_npy = take_below(&in, 2) == 0;
    size_t length;
    unsigned char *bytes = (unsigned char *)take_rest(&in, &length);
    if (is_npy)
        check_npy(bytes, length);
    else
        check_numbers(bytes, length);
    free(bytes);
    return 0;
}
