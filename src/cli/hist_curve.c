/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Logarithms of densities and probabilities of the methods, by the formulas of NumPy's reference.
 */
#include "hist.h"

#include "methods.h"

#include <float.h>
#include <math.h>

#define PI         3.14159265358979323846
#define LOG_2PI    1.83787706640934548356
#define LOG_OF_TWO 0.69314718055994530942

/* Above this, the logarithms of factorials lose the digits that a curve needs. */
static const double most_trials = 1e11;

/* x log(y), with 0 log(0) = 0. */
static double times_log(double x, double y)
{
    return x == 0 ? 0 : x * log(y);
}

/* Below this, too much is nearer to an end than doubles are. */
static const double least_shape = 0.01;

static double log_beta(double a, double b)
{
    return lgamma(a) + lgamma(b) - lgamma(a + b);
}

static double log_choose(double n, double k)
{
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

/* ---- Densities ---------------------------------------------------------------------------- */

static double uniform(const struct curve *c, double x)
{
    (void)x;
    return c->constant;
}

static double normal(const struct curve *c, double x)
{
    double z = (x - c->p[0]) / c->p[1];
    return c->constant - z * z / 2;
}

static double gamma_density(const struct curve *c, double x)
{
    return c->constant + times_log(c->p[0] - 1, x) - x / c->p[1];
}

static double beta(const struct curve *c, double x)
{
    return c->constant + times_log(c->p[0] - 1, x) + times_log(c->p[1] - 1, 1 - x);
}

static double f(const struct curve *c, double x)
{
    double m = c->p[0];
    double n = c->p[1];
    return c->constant + times_log(m / 2 - 1, x) - (m + n) / 2 * log1p(m * x / n);
}

static double student_t(const struct curve *c, double x)
{
    return c->constant - (c->p[0] + 1) / 2 * log1p(x * x / c->p[0]);
}

static double lognormal(const struct curve *c, double x)
{
    double z = (log(x) - c->p[0]) / c->p[1];
    return c->constant - log(x) - z * z / 2;
}

static double laplace(const struct curve *c, double x)
{
    return c->constant - fabs(x - c->p[0]) / c->p[1];
}

static double logistic(const struct curve *c, double x)
{
    double z = fabs(x - c->p[0]) / c->p[1];
    return c->constant - z - 2 * log1p(exp(-z));
}

static double gumbel(const struct curve *c, double x)
{
    double z = (x - c->p[0]) / c->p[1];
    return c->constant - z - exp(-z);
}

static double pareto(const struct curve *c, double x)
{
    return c->constant - (c->p[0] + 1) * log1p(x);
}

static double power(const struct curve *c, double x)
{
    return c->constant + times_log(c->p[0] - 1, x);
}

static double weibull(const struct curve *c, double x)
{
    return c->constant + times_log(c->p[0] - 1, x) - pow(x, c->p[0]);
}

static double rayleigh(const struct curve *c, double x)
{
    double z = x / c->p[0];
    return c->constant + log(x) - z * z / 2;
}

static double triangular(const struct curve *c, double x)
{
    double left = c->p[0];
    double mode = c->p[1];
    double right = c->p[2];
    double share = x < mode ? (x - left) / (mode - left) : (right - x) / (right - mode);
    return c->constant + log(share);
}

static double vonmises(const struct curve *c, double x)
{
    return c->constant + c->p[1] * (cos(x - c->p[0]) - 1);
}

static double wald(const struct curve *c, double x)
{
    double z = (x - c->p[0]) / c->p[0];
    return c->constant - 1.5 * log(x) - c->p[1] * z * z / (2 * x);
}

/* Noncentral distributions are mixtures: j is a Poisson number of mean nonc / 2. */
static double mixture(const struct curve *c, double x,
                      double (*part)(const struct curve *, double, double))
{
    double mean = c->p[2] / 2;
    double spread = 10 * sqrt(mean) + 30;
    double sum = 0;
    for (double j = fmax(0, floor(mean - spread)); j <= mean + spread; j++)
        sum += exp(times_log(j, mean) - mean - lgamma(j + 1) + part(c, x, j));
    return log(sum);
}

static double chisquare_part(const struct curve *c, double x, double j)
{
    double shape = c->p[0] / 2 + j;
    return times_log(shape - 1, x) - x / 2 - lgamma(shape) - shape * LOG_OF_TWO;
}

static double noncentral_chisquare(const struct curve *c, double x)
{
    return mixture(c, x, chisquare_part);
}

static double f_part(const struct curve *c, double x, double j)
{
    double ratio = c->p[0] / c->p[1];
    double m = c->p[0] / 2 + j;
    double n = c->p[1] / 2;
    return log(ratio) + times_log(m - 1, ratio * x) - (m + n) * log1p(ratio * x) - log_beta(m, n);
}

static double noncentral_f(const struct curve *c, double x)
{
    return mixture(c, x, f_part);
}

/* ---- Probabilities of integers ------------------------------------------------------------ */

static double poisson(const struct curve *c, double k)
{
    return times_log(k, c->p[0]) - c->p[0] - lgamma(k + 1);
}

static double binomial(const struct curve *c, double k)
{
    double n = c->p[0];
    double p = c->p[1];
    return log_choose(n, k) + times_log(k, p) + times_log(n - k, 1 - p);
}

static double negative_binomial(const struct curve *c, double k)
{
    return c->constant + lgamma(k + c->p[0]) - lgamma(k + 1) + times_log(k, 1 - c->p[1]);
}

static double geometric(const struct curve *c, double k)
{
    return c->constant + (k == 1 ? 0 : (k - 1) * log1p(-c->p[0]));
}

static double hypergeometric(const struct curve *c, double k)
{
    return log_choose(c->p[0], k) + log_choose(c->p[1], c->p[2] - k) - c->constant;
}

static double logseries(const struct curve *c, double k)
{
    return c->constant + k * log(c->p[0]) - log(k);
}

static double zipf(const struct curve *c, double k)
{
    return c->constant - c->p[0] * log(k);
}

static double listed(const struct curve *c, double k)
{
    return log(c->list[(size_t)k]);
}

/* ---- Constants ---------------------------------------------------------------------------- */

/* log(exp(-x) I0(x)): the power series, or where that is long, the asymptotic one. */
static double log_scaled_bessel(double x)
{
    double term = 1;
    double sum = 1;
    if (x < 30) {
        for (int i = 1; term > sum * DBL_EPSILON; i++)
            sum += term *= x * x / 4 / i / i;
        return log(sum) - x;
    }
    for (int i = 1; i < 12; i++)
        sum += term *= (2 * i - 1) * (2 * i - 1) / (8 * x * i);
    return log(sum) - log(2 * PI * x) / 2;
}

/* The sum of k^-a over k >= 1, by Euler and Maclaurin. */
static double zeta(double a)
{
    enum { FIRST = 20 };
    double sum = 0;
    for (int k = 1; k < FIRST; k++)
        sum += pow(k, -a);
    double end = pow(FIRST, -a);
    return sum + end * FIRST / (a - 1) + end / 2 + end * a / (12.0 * FIRST) -
           end * a * (a + 1) * (a + 2) / (720.0 * FIRST * FIRST * FIRST);
}

/* ---- Methods ------------------------------------------------------------------------------ */

typedef double log_density(const struct curve *c, double x);

static bool take(struct curve *c, log_density *density, double lo, double hi, double constant)
{
    c->log_density = density;
    c->lo = lo;
    c->hi = hi;
    c->constant = constant;
    return isfinite(constant);
}

static bool take_uniform(struct curve *c, double a, double b)
{
    return take(c, uniform, fmin(a, b), fmax(a, b), -log(fabs(b - a)));
}

static bool take_normal(struct curve *c, double loc, double scale)
{
    c->p[0] = loc;
    c->p[1] = scale;
    return take(c, normal, -INFINITY, INFINITY, -log(scale) - LOG_2PI / 2);
}

static bool take_gamma(struct curve *c, double shape, double scale)
{
    c->p[0] = shape;
    c->p[1] = scale;
    return take(c, gamma_density, 0, INFINITY, -lgamma(shape) - shape * log(scale)) &&
           shape >= least_shape;
}

static bool take_equal(struct curve *c, double first, double last)
{
    c->discrete = true;
    return take(c, uniform, first, last, -log(last - first + 1));
}

static bool take_f(struct curve *c)
{
    double m = c->p[0];
    double n = c->p[1];
    return take(c, f, 0, INFINITY, m / 2 * log(m / n) - log_beta(m / 2, n / 2)) &&
           fmin(m, n) >= 2 * least_shape;
}

static bool take_t(struct curve *c)
{
    double df = c->p[0];
    c->kink = 0; /* a narrow peak in a wide bin */
    return df >= 2 * least_shape && take(c, student_t, -INFINITY, INFINITY,
                                         lgamma((df + 1) / 2) - lgamma(df / 2) - log(df * PI) / 2);
}

/* The mixtures would have too many parts. */
static bool take_noncentral(struct curve *c, log_density *density, double nonc)
{
    const double most = 1e4;
    c->p[2] = nonc;
    return take(c, density, 0, INFINITY, 0) && nonc <= most;
}

/* Near 1, doubles are not as dense as near 0. */
static bool take_beta(struct curve *c)
{
    const double least_b = 0.2;
    double a = c->p[0];
    double b = c->p[1];
    return take(c, beta, 0, 1, -log_beta(a, b)) && a >= least_shape && b >= least_b;
}

/* Of the density a x^(a-1), and others that are like it at one end. */
static bool take_power(struct curve *c, log_density *density, double hi)
{
    return take(c, density, 0, hi, log(c->p[0])) && c->p[0] >= least_shape;
}

/* NumPy draws again what is no int64. */
static bool take_zipf(struct curve *c)
{
    const double end = 9223372036854775808.0; /* 2^63 */
    double a = c->p[0];
    return take(c, zipf, 1, end, -log(zeta(a) - pow(end, 1 - a) / (a - 1)));
}

static bool take_triangular(struct curve *c)
{
    c->kink = c->p[1];
    return take(c, triangular, c->p[0], c->p[2], log(2 / (c->p[2] - c->p[0])));
}

static bool take_laplace(struct curve *c)
{
    c->kink = c->p[0];
    return take(c, laplace, -INFINITY, INFINITY, -log(2 * c->p[1]));
}

static bool take_continuous(struct curve *c, int row)
{
    const double *p = c->p;
    switch (row) {
    case METHOD_random_sample:
    case METHOD_random:
    case METHOD_rand:
        return take_uniform(c, 0, 1);
    case METHOD_uniform:
        return take_uniform(c, p[0], p[1]);
    case METHOD_standard_normal:
    case METHOD_randn:
        return take_normal(c, 0, 1);
    case METHOD_normal:
        return take_normal(c, p[0], p[1]);
    case METHOD_standard_exponential:
        return take_gamma(c, 1, 1);
    case METHOD_exponential:
        return take_gamma(c, 1, p[0]);
    case METHOD_standard_gamma:
        return take_gamma(c, p[0], 1);
    case METHOD_gamma:
        return take_gamma(c, p[0], p[1]);
    case METHOD_chisquare:
        return take_gamma(c, p[0] / 2, 2);
    case METHOD_noncentral_chisquare:
        return take_noncentral(c, noncentral_chisquare, p[1]);
    case METHOD_beta:
        return take_beta(c);
    case METHOD_f:
        return take_f(c);
    case METHOD_noncentral_f:
        return take_noncentral(c, noncentral_f, p[2]);
    case METHOD_standard_t:
        return take_t(c);
    case METHOD_standard_cauchy:
        c->p[0] = 1;
        return take_t(c);
    case METHOD_lognormal:
        return take(c, lognormal, 0, INFINITY, -log(p[1]) - LOG_2PI / 2);
    case METHOD_laplace:
        return take_laplace(c);
    case METHOD_logistic:
        return take(c, logistic, -INFINITY, INFINITY, -log(p[1]));
    case METHOD_gumbel:
        return take(c, gumbel, -INFINITY, INFINITY, -log(p[1]));
    case METHOD_pareto:
        return take_power(c, pareto, INFINITY);
    case METHOD_power:
        return take_power(c, power, 1);
    case METHOD_weibull:
        return take_power(c, weibull, INFINITY);
    case METHOD_rayleigh:
        return take(c, rayleigh, 0, INFINITY, -2 * log(p[0]));
    case METHOD_triangular:
        return take_triangular(c);
    case METHOD_vonmises:
        return take(c, vonmises, -PI, PI, -LOG_2PI - log_scaled_bessel(p[1]));
    case METHOD_wald:
        return take(c, wald, 0, INFINITY, (log(p[1]) - LOG_2PI) / 2);
    default:
        return false;
    }
}

static bool take_negative_binomial(struct curve *c)
{
    double n = c->p[0];
    return take(c, negative_binomial, 0, INFINITY, n * log(c->p[1]) - lgamma(n)) &&
           n <= most_trials;
}

static bool take_hypergeometric(struct curve *c)
{
    double good = c->p[0];
    double bad = c->p[1];
    double sample = c->p[2];
    return take(c, hypergeometric, fmax(0, sample - bad), fmin(good, sample),
                log_choose(good + bad, sample)) &&
           good + bad <= most_trials;
}

static bool take_listed(struct curve *c, const struct draw *d)
{
    c->list = d->list;
    return take(c, listed, 0, c->p[0] - 1, 0);
}

static bool take_discrete(struct curve *c, int row)
{
    const double *p = c->p;
    c->discrete = true;
    switch (row) {
    case METHOD_poisson:
        return take(c, poisson, 0, INFINITY, 0) && p[0] <= most_trials;
    case METHOD_binomial:
        return take(c, binomial, 0, p[0], 0) && p[0] <= most_trials;
    case METHOD_negative_binomial:
        return take_negative_binomial(c);
    case METHOD_geometric:
        return take(c, geometric, 1, INFINITY, log(p[0]));
    case METHOD_hypergeometric:
        return take_hypergeometric(c);
    case METHOD_logseries:
        return take(c, logseries, 1, INFINITY, -log(-log1p(-p[0])));
    case METHOD_zipf:
        return take_zipf(c);
    case METHOD_random_integers:
        return take_equal(c, p[0], p[1]);
    case METHOD_tomaxint:
        return take_equal(c, 0, 9223372036854775807.0);
    case METHOD_random_raw:
        return take_equal(c, 0, UINT32_MAX);
    case METHOD_bytes:
        return take_equal(c, 0, UINT8_MAX);
    default:
        return false;
    }
}

/* A draw of all at once takes no value twice. A list of elements need not be 0, 1, 2. */
static bool take_choice(struct curve *c, const struct draw *d)
{
    c->discrete = true;
    if (d->whole || d->values != NULL)
        return false;
    return d->list != NULL ? take_listed(c, d) : take_equal(c, 0, c->p[0] - 1);
}

static bool is_unsigned_64(int row)
{
    return row == METHOD_randint_uint64 || row == METHOD_randint_uint64_endpoint;
}

static bool take_randint(struct curve *c, const struct draw *d, int row)
{
    bool is_last = row == METHOD_randint_int64_endpoint || row == METHOD_randint_uint64_endpoint;
    bool is_unsigned = is_unsigned_64(row);
    double low = is_unsigned ? (double)d->v[0].as_uint64_t : (double)d->v[0].as_int64_t;
    double high = is_unsigned ? (double)d->v[1].as_uint64_t : (double)d->v[1].as_int64_t;
    return take_equal(c, low, is_last ? high : high - 1);
}

static void read_parameters(struct curve *c, const struct draw *d)
{
    for (int i = 0; i < 3 && d->method->parameters[i].type != NULL; i++) {
        bool is_double = d->method->parameters[i].type[0] == 'd';
        c->p[i] = is_double ? d->v[i].as_double : (double)d->v[i].as_int64_t;
    }
}

bool find_curve(struct curve *c, const struct draw *d)
{
    int row = (int)(d->method - methods);
    *c = (struct curve){.kink = NAN};
    if (row >= METHOD_randint && row <= METHOD_randint_uint64_endpoint)
        return take_randint(c, d, row);
    read_parameters(c, d);
    if (row == METHOD_choice)
        return take_choice(c, d);
    return take_continuous(c, row) || take_discrete(c, row);
}

/* ---- Integrals ---------------------------------------------------------------------------- */

double density_at(const struct curve *c, double x)
{
    if (x < c->lo || x > c->hi)
        return 0;
    return exp(c->log_density(c, x));
}

/* By the rule of Takahasi and Mori, which does not mind an infinite density at an end. */
static double integrate(const struct curve *c, double a, double b)
{
    enum { STEPS = 96 };
    const double h = 1.0 / 16;
    double sum = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
        double t = i * h;
        double u = 1 / (1 + exp(-PI * sinh(t)));
        double rest = 1 / (1 + exp(PI * sinh(t)));
        double weight = PI * cosh(t) * u * rest;
        double x = u < 0.5 ? a + (b - a) * u : b - (b - a) * rest;
        double y = exp(c->log_density(c, x));
        if (isfinite(y))
            sum += weight * y;
    }
    return sum * h * (b - a);
}

static double integral(const struct curve *c, double a, double b)
{
    double half = c->discrete ? 0.5 : 0;
    a = fmax(a, c->lo - half);
    b = fmin(b, c->hi + half);
    if (!(a < b))
        return 0;
    if (c->kink > a && c->kink < b)
        return integrate(c, a, c->kink) + integrate(c, c->kink, b);
    return integrate(c, a, b);
}

/* Of very many integers, the first ones are added, and the integral stands for the others. */
static double sum_of_integers(const struct curve *c, double first, double last)
{
    enum { MANY = 1 << 16, ADDED = 1 << 10 };
    double sum = 0;
    bool all = c->list != NULL || last - first < MANY;
    double end = all ? last : first + ADDED;
    for (double k = first; k <= end; k++)
        sum += density_at(c, k);
    return all ? sum : sum + integral(c, end + 0.5, last + 0.5);
}

double mass_between(const struct curve *c, double a, double b)
{
    const double most = 1125899906842624.0; /* 2^50: beyond, k++ may not change k */
    if (c->discrete && fabs(fmax(a, c->lo)) < most)
        return sum_of_integers(c, fmax(ceil(a), c->lo), fmin(ceil(b) - 1, c->hi));
    return integral(c, a, b);
}
