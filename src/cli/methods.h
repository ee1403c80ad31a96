/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of RandomState by name, from the list src/methods.def, and the ways in which the words
 * of a command line become a draw.
 */
#ifndef CLI_METHODS_H
#define CLI_METHODS_H

#include "../../include/nprand.h"
#include "draw.h"
#include "options.h"

struct parameter {
    const char *type;
    const char *text; /* its name and its default, such as "scale=1"; "": it is none of NumPy's */
    const char *name; /* in C */
};

/* Which functions of C a row stands for: see src/methods.def. */
enum row { ROW_DRAW, ROW_WEIGHTED, ROW_SAMPLE, ROW_ROWS, ROW_ARRAY, ROW_LAPACK };

/* A row of the list: a heading, or a method. */
struct method {
    const char *heading;
    const char *name;
    const char *summary; /* "": not for the command */
    const char *numpy;   /* the call in NumPy; "": the name with the parameters */
    struct parameter parameters[MAX_PARAMETERS];
    enum row row;
    const char *result;  /* type of the scalar draw; NULL: nprand_status */
    const char *element; /* type of an element of the fill; NULL: none */
    enum kind kind;      /* of a value; fill draws n of them */
    int words;           /* that a value takes, or 0 if the number varies */
    nprand_status (*fill)(nprand_rng *rng, const union value *v, size_t n, void *out);
};

/* METHOD_name is the index of a row. Headings have no name, and come in between. */
enum {
#define HEADING_AT(line) HEADING_##line,
#define HEADING_ON(line) HEADING_AT(line)
#define HEADING(text)    HEADING_ON(__LINE__)
#define DRAW(name, ...)  METHOD_##name,
#define PACKED           DRAW
#define WEIGHTED         DRAW
#define SAMPLE           DRAW
#define ROWS             DRAW
#define ARRAY            DRAW
#include "../methods.def"
    HEADING_LAPACK,
    METHOD_multivariate_normal,
    METHODS
};

extern const struct method methods[METHODS];

/* The draw that the words after a method's name ask for, while they are read. */
struct call {
    const struct method *method;
    const struct way *way;
    const struct options *options;
    nprand_rng *rng;
    char **args;
    int count;
    /* The shape as typed, or NULL, and where it stands. */
    const char *size;
    const char *size_name;
    bool is_python; /* the draw is a value or a list of Python */
    struct draw *d;
};

/* What the command adds to a row: how the arguments become a draw, where it is not by the row's
 * fill. */
struct way {
    void (*prepare)(struct call *);
    uint64_t takes;      /* options, beside those that all draws take */
    const char *repeats; /* the name of the parameter that may come any number of times */
};

/* Options of all draws of NumPy, and those of all draws at all. */
extern const uint64_t common_options;

/* Prepares the draw of a method, its row and its way in the call being known: see prepare_draw(). */
void prepare_call(struct call *c, uint64_t common);

/* The call that the options ask for, without its method. */
struct call begin_call(struct draw *d, const struct options *options, nprand_rng *rng);

/* The name and the parameters, as they are typed; returns how many characters that were. */
int print_call(const struct method *m, const struct way *way);

/* Parameters, then the size: for the methods that their row says all about. */
void prepare_filled(struct call *c);

/* Of the rows of integers, of rows and of samples: each in its file. */
void prepare_randint(struct call *c);
void prepare_random_integers(struct call *c);
void prepare_multinomial(struct call *c);
void prepare_dirichlet(struct call *c);
void prepare_shuffle(struct call *c);
void prepare_permutation(struct call *c);
void prepare_choice(struct call *c);
void prepare_bytes(struct call *c);
void prepare_random_raw(struct call *c);
void prepare_multivariate_normal(struct call *c);

/* NULL if the command has no method of that name. */
const struct method *find_method(const char *name);

/* Whether the command draws by the row. */
bool is_for_command(const struct method *m);

/* How many parameters NumPy's method has. */
int parameter_count(const struct method *m);

/* The default of parameter i, or NULL. */
const char *default_of(const struct method *m, int i);

/* The options that a draw by this method takes. */
uint64_t options_of(const struct method *m);

/* print_call() of a method of NumPy. */
int print_synopsis(const struct method *m);
/* Adds a size to the words of a call that has none, and whose method takes one. Returns false, and
 * changes nothing, if the call is another one. */
bool give_size(struct options *options, const char *size);

/* One line of help per method, in groups. */
void print_methods(void);

#endif
