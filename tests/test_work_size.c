/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The work size of multivariate_normal where size_t has 32 bits, as the build makes this program
 * where it can: no product wraps, and a call for what no object can hold is refused. LAPACK and the
 * rest of the library are stand-ins that count their calls.
 */
#include "nprand_lapack.h"

#include <stdio.h>

static int calls;

/* The answer to a question for the work size, as LAPACK's order of magnitude: 3 k^2. */
void dgesdd_(const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s,
             double *u, const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork,
             int *iwork, int *info, size_t jobz_length);
void dgesdd_(const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s,
             double *u, const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork,
             int *iwork, int *info, size_t jobz_length)
{
    (void)jobz, (void)m, (void)a, (void)lda, (void)s, (void)u, (void)ldu, (void)vt, (void)ldvt;
    (void)iwork, (void)jobz_length;
    *info = 0;
    if (*lwork == -1)
        *work = 3.0 * *n * *n;
    else
        calls++;
}

void dgemm_(void);
void dgemm_(void)
{
    calls++;
}

nprand_work nprand_work_of(void *memory, size_t size)
{
    return (nprand_work){.memory = memory, .size = size};
}

nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n, double *out)
{
    (void)rng, (void)out;
    calls += n > 0;
    return NPRAND_OK;
}

nprand_status nprand_get_numpy(const nprand_rng *rng, int *major, int *minor, int *patch)
{
    (void)rng, (void)patch;
    *major = 2;
    *minor = 5;
    return NPRAND_OK;
}

static bool is_size(size_t k)
{
    size_t size = nprand_multivariate_normal_work_size(k);
    uint64_t doubles = 6 * (uint64_t)k * k + 65 * (uint64_t)k;
    uint64_t bytes = 8 * doubles + 32 * (uint64_t)k;
    size_t expected = bytes > PTRDIFF_MAX ? SIZE_MAX : (size_t)bytes;
    if (size == expected)
        return true;
    printf("k = %lu: %lu bytes, not %lu\n", (unsigned long)k, (unsigned long)size,
           (unsigned long)expected);
    return false;
}

int main(void)
{
    static nprand_rng rng;
    static double number[2];
    const nprand_work work = nprand_work_of(number, SIZE_MAX);
    bool is_right = sizeof(size_t) == 4;
    /* 48 k^2 + 552 k bytes: 2^31 from 6684 on, 2^32 from 9454 on. */
    for (size_t k = 1; k <= 16384; k++)
        is_right &= is_size(k);
    for (size_t k = 8000; k <= 16384; k += 768) {
        nprand_status status =
            nprand_multivariate_normal(&rng, number, number, k, NPRAND_CHECK_VALID_WARN,
                                       NPRAND_MULTIVARIATE_NORMAL_TOL, number, work);
        is_right &= status == NPRAND_TOO_LARGE;
    }
    is_right &= calls == 0 && number[0] == 0.0 && number[1] == 0.0;
    puts(is_right ? "1 passed, 0 failed" : "0 passed, 1 failed");
    return !is_right;
}
