/* SPDX-License-Identifier: BSD-3-Clause
 *
 * An epidemic of susceptible, infected and recovered people: in steps of time with binomial draws,
 * and event by event with Gillespie's method. The page docs/recipes-simulation.md has the Python
 * programs, which print the same lines.
 */
#include <nprand.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct people {
    int64_t s, i, r; /* susceptible, infected, recovered */
};

/* One step of length dt. beta is the rate of infections, gamma that of recoveries. */
static nprand_status sir_step(nprand_rng *rng, double beta, double gamma, double dt,
                              struct people *x)
{
    double n = (double)(x->s + x->i + x->r);
    double p_infection = 1.0 - exp(-beta * (double)x->i / n * dt);
    double p_recovery = 1.0 - exp(-gamma * dt);
    int64_t infections, recoveries;

    nprand_status status = nprand_binomial_fill(rng, x->s, p_infection, 1, &infections);
    if (status == NPRAND_OK)
        status = nprand_binomial_fill(rng, x->i, p_recovery, 1, &recoveries);
    if (status != NPRAND_OK)
        return status;
    x->s -= infections;
    x->i += infections - recoveries;
    x->r += recoveries;
    return NPRAND_OK;
}

/* The next event, an infection or a recovery. *t grows by the time until then. At least one person
 * must be infected. */
static nprand_status sir_event(nprand_rng *rng, double beta, double gamma, struct people *x,
                               double *t)
{
    double n = (double)(x->s + x->i + x->r);
    double infection = beta * (double)x->s * (double)x->i / n;
    double total = infection + gamma * (double)x->i;
    double wait, u;

    nprand_status status = nprand_exponential_fill(rng, 1.0 / total, 1, &wait);
    if (status == NPRAND_OK)
        status = nprand_rand_fill(rng, 1, &u);
    if (status != NPRAND_OK)
        return status;
    *t += wait;
    if (u * total < infection) {
        x->s--;
        x->i++;
    } else {
        x->i--;
        x->r++;
    }
    return NPRAND_OK;
}

/* How many people of 100 an epidemic reaches that begins with 10 infected people. Each run of many
 * has its own seed. */
static nprand_status outbreak(int64_t seed, int64_t *reached)
{
    nprand_rng rng;
    struct people x = {.s = 90, .i = 10, .r = 0};
    double t = 0.0;

    nprand_status status = nprand_seed(&rng, seed);
    while (x.i > 0 && status == NPRAND_OK)
        status = sir_event(&rng, 0.2, 0.1, &x, &t);
    *reached = x.r;
    return status;
}

static nprand_status print_steps(void)
{
    nprand_rng rng;
    struct people x = {.s = 990, .i = 10, .r = 0};

    nprand_status status = nprand_seed(&rng, 3);
    for (int step = 1; step <= 300 && status == NPRAND_OK; step++) {
        status = sir_step(&rng, 0.4, 0.1, 0.25, &x);
        if (status == NPRAND_OK && step % 60 == 0)
            printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", x.s, x.i, x.r);
    }
    return status;
}

static nprand_status print_events(void)
{
    nprand_rng rng;
    struct people x = {.s = 90, .i = 10, .r = 0};
    double t = 0.0;
    int events = 0;

    nprand_status status = nprand_seed(&rng, 3);
    while (x.i > 0 && status == NPRAND_OK) {
        status = sir_event(&rng, 0.4, 0.1, &x, &t);
        if (status == NPRAND_OK && ++events % 50 == 0)
            printf("%.17g %" PRId64 " %" PRId64 " %" PRId64 "\n", t, x.s, x.i, x.r);
    }
    if (status == NPRAND_OK)
        printf("%d events, the last at %.17g\n", events, t);
    return status;
}

static nprand_status print_outbreaks(void)
{
    nprand_status status = NPRAND_OK;
    for (int64_t seed = 0; seed < 8 && status == NPRAND_OK; seed++) {
        int64_t reached;
        status = outbreak(seed, &reached);
        if (status == NPRAND_OK)
            printf("%" PRId64 "%c", reached, seed < 7 ? ' ' : '\n');
    }
    return status;
}

int main(void)
{
    nprand_status status = print_steps();
    if (status == NPRAND_OK)
        status = print_events();
    if (status == NPRAND_OK)
        status = print_outbreaks();
    if (status != NPRAND_OK) {
        fprintf(stderr, "sir: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
