/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand python: what Python's module random draws.
 */
#ifndef CLI_PYTHON_H
#define CLI_PYTHON_H

#include "methods.h"

/* PY_name is the index of a row. */
enum {
#define PY_DRAW(name, ...) PY_##name,
#define PY_ARRAY           PY_DRAW
#include "../methods.def"
    PY_METHODS
};

extern const struct method py_methods[PY_METHODS];

/* The ways that python_draws.c and python_integers.c have. */
void prepare_getrandbits(struct call *c);
void prepare_randbytes(struct call *c);
void prepare_randrange(struct call *c);
void prepare_py_randint(struct call *c);
void prepare_py_choice(struct call *c);
void prepare_choices(struct call *c);
void prepare_py_shuffle(struct call *c);
void prepare_sample(struct call *c);
void prepare_py_triangular(struct call *c);

/* NULL if there is none of that name, which may begin with "random." */
const struct method *find_py_method(const char *name);

/* As prepare_draw(). The name may begin with "random.". */
void prepare_python_draw(struct draw *d, const struct options *options, nprand_rng *rng);

void print_python_methods(void);

/* As start_stream(), by random.seed() and --python. */
void start_python_stream(nprand_rng *rng, const struct options *options);

/* The command. */
int run_python(const struct options *options);
void print_python_help(void);

#endif
