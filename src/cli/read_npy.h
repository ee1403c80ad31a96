/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The header of an .npy file, as numpy.lib.format describes it, versions 1.0, 2.0 and 3.0: a dict of
 * Python with the keys descr, fortran_order and shape. It is read strictly: what numpy.save() does
 * not write is refused.
 */
#ifndef CLI_READ_NPY_H
#define CLI_READ_NPY_H

#include "draw.h"
#include "dtype.h"
#include "input.h"

struct npy_header {
    struct dtype dtype;
    bool fortran_order; /* the first index runs first; of two dimensions or more */
    size_t rank;
    uint64_t dims[MAX_RANK];
    uint64_t count;  /* elements */
    uint64_t length; /* bytes of the header: where the elements begin */
};

/* Reads the header, and leaves the input behind it. Checks the size of a file against it. Returns
 * NULL, or what is wrong: a sentence that holds until the next call. */
const char *read_npy_header(struct input *in, struct npy_header *header);

#endif
