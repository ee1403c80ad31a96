/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's doubles go through the C library's log and its like, and with -Dmath=system the library's
 * do too; in the reference build, none does. On another C library, or on a
 * CPU without fused multiply-add, some values differ in the last bit from those of the machine that
 * the vectors come from. Which functions do is found out here, by the hash of many results of each,
 * so that what cannot be compared is known, and not what happens to be equal.
 */
#include "../src/float.h" /* nothing is fused in the arguments either */

#include "vector_libm.h"

#include "sha256.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Enough of them: log() differs for one in 20 000 where fused multiply-add is missing. */
enum { ARGUMENTS = 300000 };

/* On (0, 1), in an order that jumps about. */
static double argument(int i)
{
    double x = (i + 0.5) * 0x1.9e3779b97f4a8p-1;
    return x - floor(x);
}

static double log_at(double x)
{
    return log(x);
}

static double exp_at(double x)
{
    return exp(40.0 * x - 30.0);
}

static double pow_at(double x)
{
    return pow(x, 3.0 - 5.0 * x);
}

static double log1p_at(double x)
{
    return log1p(-x);
}

static double cos_at(double x)
{
    return cos(6.283 * x);
}

static double sin_at(double x)
{
    return sin(6.283 * x);
}

static double log2_at(double x)
{
    return log2(x);
}

static double acos_at(double x)
{
    return acos(2.0 * x - 1.0);
}

/* As glibc 2.36 gives them on x86-64 with fused multiply-add. */
static const struct {
    char letter;
    const char *name;
    double (*at)(double x);
    const char *hash;
} functions[] = {
    {'l', "log", log_at, "e0fd7f78f380b7a4"}, {'e', "exp", exp_at, "94547bad3ba2e1ed"},
    {'p', "pow", pow_at, "cf98e4b8d7afebc7"}, {'1', "log1p", log1p_at, "4d726d7897b5add1"},
    {'c', "cos", cos_at, "03020f680178fd15"}, {'a', "acos", acos_at, "cbe68211feb3c26d"},
    {'s', "sin", sin_at, "35d779ec4d72be59"}, {'2', "log2", log2_at, "9368af9e635c8794"},
};

enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

#ifdef NPRAND_MATH_SYSTEM
/* The methods of doubles that are not exact, with the letters of the functions that they call. */
static const struct calls {
    const char *method, *letters;
} with_system_math[] = {
    {"standard_normal", "l"},
    {"randn", "l"},
    {"normal", "l"},
    {"lognormal", "le"},
    {"standard_exponential", "l"},
    {"exponential", "l"},
    {"standard_gamma", "lp"},
    {"gamma", "lp"},
    {"beta", "lpe"},
    {"chisquare", "lp"},
    {"noncentral_chisquare", "lpe"},
    {"f", "lp"},
    {"noncentral_f", "lpe"},
    {"standard_t", "lp"},
    {"standard_cauchy", "l"},
    {"dirichlet", "lp"},
    {"laplace", "l"},
    {"logistic", "l"},
    {"gumbel", "l"},
    {"pareto", "le"},
    {"power", "lep"},
    {"weibull", "lp"},
    {"rayleigh", "l1"},
    {"vonmises", "lca"},
    {"wald", "l"},
    /* Integers, but the normal that is kept is part of the state. */
    {"negative_binomial", "lp"},
    {"py_triangular", "p"}, /* before Python 3.7, as the next one */
    {"py_triangular_symmetric", "p"},
    {"py_gauss", "lcs"},
    {"py_normalvariate", "l"},
    {"py_lognormvariate", "le"},
    {"py_expovariate", "l"},
    {"py_paretovariate", "p"},
    {"py_weibullvariate", "lp"},
    {"py_gammavariate", "lep"},
    {"py_betavariate", "lep"},
    {"py_vonmisesvariate", "eca"},
};

enum { WITH_SYSTEM_MATH = sizeof with_system_math / sizeof with_system_math[0] };
#endif

static int is_other(int function)
{
    static int known[FUNCTIONS]; /* 1 the same, 2 another */
    if (known[function] == 0) {
        static unsigned char bytes[8 * ARGUMENTS];
        char hash[SHA256_HEX_SIZE];
        for (int i = 0; i < ARGUMENTS; i++) {
            double value = functions[function].at(argument(i));
            uint64_t bits;
            memcpy(&bits, &value, sizeof bits);
            for (int k = 0; k < 8; k++)
                bytes[8 * i + k] = (unsigned char)(bits >> 8 * k);
        }
        sha256_hex(bytes, sizeof bytes, hash);
        known[function] = strncmp(hash, functions[function].hash, 16) == 0 ? 1 : 2;
    }
    return known[function] == 2;
}

const char *vector_other_libm(const char *method)
{
#ifdef NPRAND_MATH_SYSTEM
    for (int i = 0; i < WITH_SYSTEM_MATH; i++) {
        if (strcmp(with_system_math[i].method, method) != 0)
            continue;
        for (int k = 0; k < FUNCTIONS; k++) {
            if (strchr(with_system_math[i].letters, functions[k].letter) != NULL && is_other(k))
                return functions[k].name;
        }
    }
#else
    (void)method;
#endif
    return NULL;
}

int vector_libm_is_other(const char *function)
{
    for (int k = 0; k < FUNCTIONS; k++) {
        if (strcmp(functions[k].name, function) == 0)
            return is_other(k);
    }
    return 1;
}
