/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods that have vector files, and how each is called.
 */
#ifndef NPRAND_TESTS_VECTOR_METHODS_H
#define NPRAND_TESTS_VECTOR_METHODS_H

#include "vector_case.h"

#include "nprand.h"

struct vector_method {
    const char *name;      /* the file is <name>.txt */
    const char *signature; /* of the arguments: see vector_read() */
    char kind;             /* of a value: f float, i signed, u unsigned */
    size_t size;           /* of a value in bytes: 1, 2, 4 or 8 */
    /* Values in a draw; NULL: one. */
    size_t (*width)(const struct vector_case *c);
    /* Whether n draws are the same in any number of calls. */
    bool (*splits)(const struct vector_case *c);
    nprand_status (*fill)(nprand_rng *rng, const struct vector_case *c, size_t n, void *out);
    /* One draw, and whether it was accepted; NULL: the method has no scalar form. */
    bool (*single)(nprand_rng *rng, const struct vector_case *c, void *out);
};

/* NULL if there is none of that name. */
const struct vector_method *vector_method_named(const char *name, size_t length);

/* Method k, for k = 0, 1, ...; then NULL. */
const struct vector_method *vector_method_at(size_t k);

#endif
