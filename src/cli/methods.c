/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of RandomState: a table, and what turns a row of it and the words of the command line
 * into an array. A scalar is an array of one element without dimensions, as in NumPy.
 */
#include "methods.h"

#include "error.h"
#include "parse.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MAX_PARAMETERS = 3, ANY_NUMBER = INT_MAX };

struct call;

/* The fill function of a row, for draw functions that serve several rows: named for its results and
 * the number of its parameters, all double. */
union fill {
    nprand_status (*double0)(nprand_rng *, size_t, double *);
    nprand_status (*double1)(nprand_rng *, double, size_t, double *);
    nprand_status (*double2)(nprand_rng *, double, double, size_t, double *);
    nprand_status (*double3)(nprand_rng *, double, double, double, size_t, double *);
    nprand_status (*integer1)(nprand_rng *, double, size_t, int64_t *);
    nprand_status (*integer2)(nprand_rng *, double, double, size_t, int64_t *);
};

struct method {
    const char *heading; /* of the group that it begins, in help */
    const char *name;
    const char *summary;
    /* How many arguments it takes; a default stands for one that may be missing. */
    int least;
    int most;
    const char *parameters[MAX_PARAMETERS];
    const char *defaults[MAX_PARAMETERS];
    unsigned takes; /* TAKES_... */
    void (*draw)(struct call *);
    union fill fill;
};

struct call {
    const struct method *method;
    const struct options *options;
    nprand_rng *rng;
    char **args;
    int count;
    /* The shape as typed, or NULL, and where it stands. */
    const char *size;
    const char *size_name;
    struct array *a;
};

/* ---- What draw functions share ------------------------------------------------------------ */

static void check(const struct call *c, nprand_status status)
{
    if (status != NPRAND_OK)
        refuse(c->method->name, NULL, nprand_strerror(status), NULL);
}

/* Counts the elements and allocates them. NumPy, too, refuses what would be too large if the
 * dimensions of 0 were 1. */
static void make(const struct call *c, enum kind kind)
{
    struct array *a = c->a;
    size_t bytes = kind_size(kind);
    a->kind = kind;
    a->count = 1;
    for (size_t i = 0; i < a->rank; i++) {
        a->count *= a->dims[i];
        if (a->dims[i] == 0)
            continue;
        if (bytes > PTRDIFF_MAX / a->dims[i])
            check(c, NPRAND_TOO_LARGE);
        bytes *= a->dims[i];
    }
    a->data = allocate(a->count == 0 ? 0 : bytes);
}

static void add_dimension(const struct call *c, const char *what, size_t n)
{
    if (c->a->rank == MAX_RANK)
        refuse(c->method->name, what, "more than 64 dimensions", NULL);
    c->a->dims[c->a->rank++] = n;
}

static void read_dimension(const struct call *c, const char *what, const char *text)
{
    int64_t n = read_int64(c->method->name, what, text);
    if (n < 0)
        refuse(c->method->name, what, "negative dimensions are not allowed", text);
    if ((uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    add_dimension(c, what, (size_t)n);
}

static void take_size(const struct call *c)
{
    if (c->size == NULL)
        return;
    struct list dims = split(c->size);
    for (size_t i = 0; i < dims.count; i++)
        read_dimension(c, c->size_name, dims.items[i]);
}

/* An array of the shape that the size asks for. */
static void make_sized(const struct call *c, enum kind kind)
{
    take_size(c);
    make(c, kind);
}

static void make_vector(const struct call *c, enum kind kind, size_t n)
{
    c->a->rank = 1;
    c->a->dims[0] = n;
    make(c, kind);
}

static double *read_list(const struct call *c, const char *what, const char *text, size_t *count)
{
    struct list list = split(text);
    if (list.count == 0)
        refuse(c->method->name, what, "no numbers in it", text);
    double *values = allocate(list.count * sizeof *values);
    for (size_t i = 0; i < list.count; i++)
        values[i] = read_double(c->method->name, what, list.items[i]);
    *count = list.count;
    return values;
}

/* ---- Distributions with parameters that are doubles --------------------------------------- */

static void read_parameters(const struct call *c, double *values)
{
    const struct method *m = c->method;
    for (int i = 0; i < m->most; i++)
        values[i] =
            read_double(m->name, m->parameters[i], i < c->count ? c->args[i] : m->defaults[i]);
}

static void draw_double0(struct call *c)
{
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double0(c->rng, c->a->count, c->a->data));
}

static void draw_double1(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double1(c->rng, v[0], c->a->count, c->a->data));
}

static void draw_double2(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double2(c->rng, v[0], v[1], c->a->count, c->a->data));
}

static void draw_double3(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double3(c->rng, v[0], v[1], v[2], c->a->count, c->a->data));
}

static void draw_integer1(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_INT64);
    check(c, c->method->fill.integer1(c->rng, v[0], c->a->count, c->a->data));
}

static void draw_integer2(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_INT64);
    check(c, c->method->fill.integer2(c->rng, v[0], v[1], c->a->count, c->a->data));
}

/* rand and randn: the arguments are the shape. */
static void draw_shaped(struct call *c)
{
    for (int i = 0; i < c->count; i++)
        read_dimension(c, c->method->parameters[0], c->args[i]);
    make(c, KIND_DOUBLE);
    check(c, c->method->fill.double0(c->rng, c->a->count, c->a->data));
}

/* ---- Integers ----------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum kind kind;
} dtypes[] = {
    {"bool", KIND_BOOL},     {"int8", KIND_INT8},     {"int16", KIND_INT16},
    {"int32", KIND_INT32},   {"int64", KIND_INT64},   {"int", KIND_INT64},
    {"uint8", KIND_UINT8},   {"uint16", KIND_UINT16}, {"uint32", KIND_UINT32},
    {"uint64", KIND_UINT64},
};

enum { DTYPES = sizeof dtypes / sizeof dtypes[0] };

_Noreturn static void refuse_dtype(const struct call *c)
{
    char problem[128] = "none of";
    for (size_t i = 0; i < DTYPES; i++) {
        strcat(problem, i == 0 ? " " : ", ");
        strcat(problem, dtypes[i].name);
    }
    refuse(c->method->name, "--dtype", problem, c->options->dtype);
}

static enum kind take_dtype(const struct call *c)
{
    const char *name = c->options->dtype;
    if (name == NULL)
        return KIND_INT64;
    for (size_t i = 0; i < DTYPES; i++)
        if (strcmp(name, dtypes[i].name) == 0)
            return dtypes[i].kind;
    refuse_dtype(c);
}

/* The bounds as typed: with one argument, that is high. */
struct bounds {
    const char *low;
    const char *high;
};

static struct bounds read_bounds(const struct call *c, const char *default_low)
{
    struct bounds b = {default_low, c->args[c->count - 1]};
    if (c->count == 2)
        b.low = c->args[0];
    read_integer(c->method->name, "low", b.low);
    read_integer(c->method->name, "high", b.high);
    return b;
}

static void in_bounds(const struct call *c, bool fits, const char *problem, const char *text)
{
    if (!fits)
        refuse(c->method->name, NULL, problem, text);
}

static int64_t low_in_int64(const struct call *c, struct bounds b)
{
    int64_t low;
    in_bounds(c, to_int64(b.low, &low), "low is out of bounds for int64", b.low);
    return low;
}

static int64_t high_in_int64(const struct call *c, struct bounds b)
{
    int64_t high;
    in_bounds(c, to_int64(b.high, &high), "high is out of bounds for int64", b.high);
    return high;
}

static void randint_int64(const struct call *c, struct bounds b)
{
    int64_t low = low_in_int64(c, b);
    size_t n = c->a->count;
    if (is_exactly(b.high, "9223372036854775808")) {
        check(c, nprand_randint_int64_endpoint_fill(c->rng, low, INT64_MAX, n, c->a->data));
        return;
    }
    int64_t high = high_in_int64(c, b);
    check(c, nprand_randint_int64_fill(c->rng, low, high, n, c->a->data));
}

static void randint_uint64(const struct call *c, struct bounds b)
{
    uint64_t low;
    uint64_t high;
    size_t n = c->a->count;
    in_bounds(c, to_uint64(b.low, &low), "low is out of bounds for uint64", b.low);
    if (is_exactly(b.high, "18446744073709551616")) {
        check(c, nprand_randint_uint64_endpoint_fill(c->rng, low, UINT64_MAX, n, c->a->data));
        return;
    }
    in_bounds(c, to_uint64(b.high, &high), "high is out of bounds for uint64", b.high);
    check(c, nprand_randint_uint64_fill(c->rng, low, high, n, c->a->data));
}

/* A long of 32 bits, where the type is long: without a dtype, and for int until NumPy 2. */
static bool is_long_32(const struct call *c)
{
    const char *bits = c->options->long_bits;
    const char *dtype = c->options->dtype;
    int major;
    if (bits == NULL || strcmp(bits, "32") != 0)
        return false;
    if (dtype == NULL)
        return true;
    return nprand_get_numpy(c->rng, &major, NULL, NULL) == NPRAND_OK && major < 2 &&
           strcmp(dtype, "int") == 0;
}

/* Bounds beyond int64 are taken as its own, which are out of bounds as well. */
static nprand_status randint_narrow(const struct call *c, struct bounds b)
{
    int64_t low;
    int64_t high;
    size_t n = c->a->count;
    void *out = c->a->data;
    to_int64(b.low, &low);
    to_int64(b.high, &high);
    switch (c->a->kind) {
    case KIND_BOOL:
        return nprand_randint_bool_fill(c->rng, low, high, n, out);
    case KIND_INT8:
        return nprand_randint_int8_fill(c->rng, low, high, n, out);
    case KIND_INT16:
        return nprand_randint_int16_fill(c->rng, low, high, n, out);
    case KIND_INT32:
        return nprand_randint_int32_fill(c->rng, low, high, n, out);
    case KIND_UINT8:
        return nprand_randint_uint8_fill(c->rng, low, high, n, out);
    case KIND_UINT16:
        return nprand_randint_uint16_fill(c->rng, low, high, n, out);
    case KIND_UINT32:
        return nprand_randint_uint32_fill(c->rng, low, high, n, out);
    default:
        return nprand_randint_fill(c->rng, low, high, n, out);
    }
}

static void draw_randint(struct call *c)
{
    struct bounds b = read_bounds(c, "0");
    make_sized(c, take_dtype(c));
    /* As NumPy: any bounds will do for no elements. */
    if (c->a->count == 0)
        return;
    if (c->a->kind == KIND_INT64 && !is_long_32(c))
        randint_int64(c, b);
    else if (c->a->kind == KIND_UINT64)
        randint_uint64(c, b);
    else
        check(c, randint_narrow(c, b));
}

static void draw_random_integers(struct call *c)
{
    int64_t low;
    int64_t high;
    struct bounds b = read_bounds(c, "1");
    make_sized(c, KIND_INT64);
    if (c->a->count == 0)
        return;
    if (is_long_32(c)) {
        to_int64(b.low, &low);
        to_int64(b.high, &high);
    } else {
        low = low_in_int64(c, b);
        high = high_in_int64(c, b);
    }
    check(c, nprand_random_integers_fill(c->rng, low, high, c->a->count, c->a->data));
}

static void draw_tomaxint(struct call *c)
{
    make_sized(c, KIND_INT64);
    check(c, nprand_tomaxint_fill(c->rng, c->a->count, c->a->data));
}

static void draw_random_raw(struct call *c)
{
    make_sized(c, KIND_UINT32);
    check(c, nprand_random_raw_fill(c->rng, c->a->count, c->a->data));
}

static void draw_bytes(struct call *c)
{
    read_dimension(c, c->method->parameters[0], c->args[0]);
    make(c, KIND_BYTES);
    check(c, nprand_bytes(c->rng, c->a->count, c->a->data));
}

/* ---- Distributions with integer parameters or rows ---------------------------------------- */

static int64_t int64_argument(const struct call *c, int i)
{
    return read_int64(c->method->name, c->method->parameters[i], c->args[i]);
}

static void draw_binomial(struct call *c)
{
    int64_t n = int64_argument(c, 0);
    double p = read_double(c->method->name, c->method->parameters[1], c->args[1]);
    make_sized(c, KIND_INT64);
    check(c, nprand_binomial_fill(c->rng, n, p, c->a->count, c->a->data));
}

static void draw_hypergeometric(struct call *c)
{
    int64_t ngood = int64_argument(c, 0);
    int64_t nbad = int64_argument(c, 1);
    int64_t nsample = int64_argument(c, 2);
    make_sized(c, KIND_INT64);
    check(c, nprand_hypergeometric_fill(c->rng, ngood, nbad, nsample, c->a->count, c->a->data));
}

/* An array of the shape that the size asks for, with one more axis of k. Returns how many rows of
 * k that is. */
static size_t make_rows(const struct call *c, enum kind kind, size_t k)
{
    take_size(c);
    add_dimension(c, c->size_name, k);
    make(c, kind);
    return c->a->count / k;
}

static void draw_multinomial(struct call *c)
{
    size_t k;
    int64_t n = int64_argument(c, 0);
    double *pvals = read_list(c, c->method->parameters[1], c->args[1], &k);
    size_t rows = make_rows(c, KIND_INT64, k);
    check(c, nprand_multinomial_fill(c->rng, n, pvals, k, rows, c->a->data));
}

static void draw_dirichlet(struct call *c)
{
    size_t k;
    double *alpha = read_list(c, c->method->parameters[0], c->args[0], &k);
    size_t rows = make_rows(c, KIND_DOUBLE, k);
    check(c, nprand_dirichlet_fill(c->rng, alpha, k, rows, c->a->data));
}

/* ---- Permutations and samples ------------------------------------------------------------- */

static void draw_shuffle(struct call *c)
{
    make_vector(c, KIND_INT64, (size_t)c->count);
    int64_t *items = c->a->data;
    for (int i = 0; i < c->count; i++)
        items[i] = read_int64(c->method->name, c->method->parameters[0], c->args[i]);
    check(c, nprand_shuffle(c->rng, items, c->a->count, sizeof *items));
}

/* Of one number: of the numbers below it, of which there are none below a negative one. A
 * permutation of several is a copy of them, shuffled. */
static void draw_permutation(struct call *c)
{
    if (c->count > 1) {
        draw_shuffle(c);
        return;
    }
    int64_t n = int64_argument(c, 0);
    if (n > 0 && (uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    make_vector(c, KIND_INT64, n > 0 ? (size_t)n : 0);
    check(c, nprand_permutation(c->rng, c->a->count, c->a->data));
}

/* NULL without --p. */
static double *take_p(const struct call *c, int64_t a)
{
    size_t count;
    if (c->options->p == NULL)
        return NULL;
    double *p = read_list(c, "--p", c->options->p, &count);
    if (a < 0 || (uint64_t)a != count)
        check(c, NPRAND_P_SIZE);
    return p;
}

/* Of SIZE_MAX bytes, the library says what is wrong. */
static nprand_work allocate_work(size_t bytes)
{
    return nprand_work_of(bytes == SIZE_MAX ? NULL : allocate(bytes), bytes);
}

static nprand_status fill_choice(struct call *c, int64_t a, const double *p)
{
    size_t n = c->a->count;
    int64_t *out = c->a->data;
    bool replace = !(c->options->given & TAKES_NO_REPLACE);
    if (replace && p == NULL)
        return nprand_choice_fill(c->rng, a, n, out);
    if (replace)
        return nprand_choice_p_fill(c->rng, a, p, n, out,
                                    allocate_work(nprand_choice_p_work_size(a)));
    if (p == NULL)
        return nprand_choice_no_replace_fill(c->rng, a, n, out,
                                             allocate_work(nprand_choice_no_replace_work_size(a)));
    return nprand_choice_no_replace_p_fill(c->rng, a, p, n, out,
                                           allocate_work(nprand_choice_no_replace_p_work_size(a)));
}

static void draw_choice(struct call *c)
{
    int64_t a = int64_argument(c, 0);
    double *p = take_p(c, a);
    make_sized(c, KIND_INT64);
    check(c, fill_choice(c, a, p));
}

/* ---- The table ---------------------------------------------------------------------------- */

/* A method that takes --size and is drawn by its fill function; what else there is about it
 * follows. */
#define FILLED(form, method, text, ...)                                             \
    {                                                                               \
        .name = #method, .summary = text, .takes = TAKES_SIZE, .draw = draw_##form, \
        .fill.form = nprand_##method##_fill, __VA_ARGS__                            \
    }

/* Its parameters: those that are needed, or have a default. */
#define NEEDS0                       .most = 0
#define NEEDS1(first)                .least = 1, .most = 1, .parameters = {first}
#define NEEDS2(first, second)        .least = 2, .most = 2, .parameters = {first, second}
#define NEEDS3(first, second, third) .least = 3, .most = 3, .parameters = {first, second, third}
#define FROM_1(first)                .most = 1, .parameters = {first}, .defaults = {"1"}
#define FROM_0_1(first, second)      .most = 2, .parameters = {first, second}, .defaults = {"0", "1"}

static const struct method methods[] = {
    FILLED(double0, random_sample, "uniform on [0, 1)", .heading = "Uniform", NEEDS0),
    FILLED(double0, random, "random_sample under another name", NEEDS0),
    {.name = "rand",
     .summary = "random_sample of the shape d...",
     .most = ANY_NUMBER,
     .parameters = {"d"},
     .draw = draw_shaped,
     .fill.double0 = nprand_rand_fill},
    FILLED(double2, uniform, "uniform on [low, high)", FROM_0_1("low", "high")),

    FILLED(double0, standard_normal, "mean 0, standard deviation 1", .heading = "Normal", NEEDS0),
    {.name = "randn",
     .summary = "standard_normal of the shape d...",
     .most = ANY_NUMBER,
     .parameters = {"d"},
     .draw = draw_shaped,
     .fill.double0 = nprand_randn_fill},
    FILLED(double2, normal, "mean loc, standard deviation scale", FROM_0_1("loc", "scale")),

    FILLED(double0, standard_exponential, "exponential of mean 1",
           .heading = "Other continuous distributions", NEEDS0),
    FILLED(double1, exponential, "exponential of mean scale", FROM_1("scale")),
    FILLED(double1, standard_gamma, "gamma of scale 1", NEEDS1("shape")),
    FILLED(double2, gamma, "gamma of mean shape * scale", .least = 1, .most = 2,
           .parameters = {"shape", "scale"}, .defaults = {NULL, "1"}),
    FILLED(double2, beta, "beta on [0, 1]", NEEDS2("a", "b")),
    FILLED(double1, chisquare, "chi-square", NEEDS1("df")),
    FILLED(double2, noncentral_chisquare, "noncentral chi-square", NEEDS2("df", "nonc")),
    FILLED(double2, f, "Fisher's F", NEEDS2("dfnum", "dfden")),
    FILLED(double3, noncentral_f, "noncentral F", NEEDS3("dfnum", "dfden", "nonc")),
    FILLED(double1, standard_t, "Student's t", NEEDS1("df")),
    FILLED(double0, standard_cauchy, "Cauchy", NEEDS0),
    FILLED(double2, lognormal, "exp() of a normal", FROM_0_1("mean", "sigma")),
    FILLED(double2, laplace, "Laplace, or double exponential", FROM_0_1("loc", "scale")),
    FILLED(double2, logistic, "logistic", FROM_0_1("loc", "scale")),
    FILLED(double2, gumbel, "Gumbel, or extreme values of type I", FROM_0_1("loc", "scale")),
    FILLED(double1, pareto, "Pareto II, or Lomax", NEEDS1("a")),
    FILLED(double1, power, "density a x^(a-1) on [0, 1]", NEEDS1("a")),
    FILLED(double1, weibull, "Weibull of scale 1", NEEDS1("a")),
    FILLED(double1, rayleigh, "Rayleigh", FROM_1("scale")),
    FILLED(double3, triangular, "triangular", NEEDS3("left", "mode", "right")),
    FILLED(double2, vonmises, "von Mises, on [-pi, pi]", NEEDS2("mu", "kappa")),
    FILLED(double2, wald, "Wald, or inverse Gaussian", NEEDS2("mean", "scale")),

    {.heading = "Integers",
     .name = "randint",
     .summary = "low to high - 1; of one: 0 to low - 1",
     .least = 1,
     .most = 2,
     .parameters = {"low", "high"},
     .takes = TAKES_SIZE | TAKES_DTYPE,
     .draw = draw_randint},
    {.name = "random_integers",
     .summary = "low to high; of one: 1 to low",
     .least = 1,
     .most = 2,
     .parameters = {"low", "high"},
     .takes = TAKES_SIZE,
     .draw = draw_random_integers},
    {.name = "tomaxint", .summary = "0 to 2**63 - 1", .takes = TAKES_SIZE, .draw = draw_tomaxint},

    FILLED(integer1, poisson, "Poisson of mean lam", .heading = "Other discrete distributions",
           FROM_1("lam")),
    {.name = "binomial",
     .summary = "successes in n trials",
     .least = 2,
     .most = 2,
     .parameters = {"n", "p"},
     .takes = TAKES_SIZE,
     .draw = draw_binomial},
    FILLED(integer2, negative_binomial, "failures before n successes", NEEDS2("n", "p")),
    FILLED(integer1, geometric, "trials up to the first success", NEEDS1("p")),
    {.name = "hypergeometric",
     .summary = "good ones in a sample of nsample",
     .least = 3,
     .most = 3,
     .parameters = {"ngood", "nbad", "nsample"},
     .takes = TAKES_SIZE,
     .draw = draw_hypergeometric},
    FILLED(integer1, logseries, "logarithmic series", NEEDS1("p")),
    FILLED(integer1, zipf, "Zipf, or zeta", NEEDS1("a")),

    {.heading = "Multivariate distributions; pvals, alpha: numbers with commas between them",
     .name = "multinomial",
     .summary = "n trials, by category",
     .least = 2,
     .most = 2,
     .parameters = {"n", "pvals"},
     .takes = TAKES_SIZE,
     .draw = draw_multinomial},
    {.name = "dirichlet",
     .summary = "shares that add up to 1",
     .least = 1,
     .most = 1,
     .parameters = {"alpha"},
     .takes = TAKES_SIZE,
     .draw = draw_dirichlet},

    {.heading = "Permutations and samples",
     .name = "shuffle",
     .summary = "the integers x in random order",
     .least = 1,
     .most = ANY_NUMBER,
     .parameters = {"x"},
     .draw = draw_shuffle},
    {.name = "permutation",
     .summary = "the same; of one: 0 to x - 1",
     .least = 1,
     .most = ANY_NUMBER,
     .parameters = {"x"},
     .draw = draw_permutation},
    {.name = "choice",
     .summary = "a sample of 0 to a - 1",
     .least = 1,
     .most = 1,
     .parameters = {"a"},
     .takes = TAKES_SIZE | TAKES_P | TAKES_NO_REPLACE,
     .draw = draw_choice},

    {.heading = "Bytes and words",
     .name = "bytes",
     .summary = "length random bytes",
     .least = 1,
     .most = 1,
     .parameters = {"length"},
     .draw = draw_bytes},
    {.name = "random_raw",
     .summary = "32-bit words of the bit generator",
     .takes = TAKES_SIZE,
     .draw = draw_random_raw},
};

enum { METHODS = sizeof methods / sizeof methods[0] };

const struct method *find_method(const char *name)
{
    for (int i = 0; i < METHODS; i++)
        if (strcmp(name, methods[i].name) == 0)
            return &methods[i];
    return NULL;
}

/* rand and randn do not take --size, and what they take is a size. */
static void refuse_size_of_shaped(const struct call *c)
{
    if (c->method->draw != draw_shaped || c->size == NULL)
        return;
    struct list dims = split(c->size);
    char *instead = allocate(strlen(c->method->name) + strlen(c->size) + 2);
    strcpy(instead, c->method->name);
    for (size_t i = 0; i < dims.count; i++)
        strcat(strcat(instead, " "), dims.items[i]);
    refuse(c->method->name, c->size_name, "give the shape as arguments", instead);
}

/* In NumPy, too, the size comes after the parameters. */
static void take_argument_as_size(struct call *c)
{
    int most = c->method->most;
    if (!(c->method->takes & TAKES_SIZE) || c->count <= most)
        return;
    if (c->count > most + 1)
        refuse(c->method->name, NULL, "too many arguments", c->args[most + 1]);
    if (c->size != NULL)
        refuse(c->method->name, c->size_name, "the size is an argument already", c->args[most]);
    c->size = c->args[most];
    c->size_name = "size";
    c->count = most;
}

void call_method(const struct method *method, const struct options *options, nprand_rng *rng,
                 struct array *a)
{
    struct call c = {
        .method = method,
        .options = options,
        .rng = rng,
        .args = options->words + 1,
        .count = options->count - 1,
        .size = options->size,
        .size_name = "--size",
        .a = a,
    };
    refuse_size_of_shaped(&c);
    refuse_other_options(options, method->name, method->takes);
    take_argument_as_size(&c);
    if (c.count < method->least)
        refuse(method->name, method->parameters[c.count], "argument missing", NULL);
    if (c.count > method->most)
        refuse(method->name, NULL, "too many arguments", c.args[method->most]);
    a->rank = 0;
    method->draw(&c);
}

/* Returns how many characters that were. */
static int print_parameters(const struct method *m)
{
    int named = m->most == ANY_NUMBER ? 1 : m->most;
    int width = 0;
    for (int i = 0; i < named; i++) {
        width += printf(i < m->least ? " %s" : " [%s", m->parameters[i]);
        if (m->defaults[i] != NULL)
            width += printf("=%s", m->defaults[i]);
    }
    if (m->most == ANY_NUMBER)
        width += printf("...");
    for (int i = m->least; i < named; i++)
        width += printf("]");
    return width;
}

void print_methods(void)
{
    enum { SUMMARY_COLUMN = 37 };
    for (const struct method *m = methods; m < methods + METHODS; m++) {
        if (m->heading != NULL)
            printf("\n%s\n", m->heading);
        int width = printf("  %s", m->name);
        width += print_parameters(m);
        printf("%*s%s\n", SUMMARY_COLUMN - width, "", m->summary);
    }
}
