/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills and eaches by attempts.
 */
#include "attempts.h"

void nprand__fill_by_attempts(struct nprand__engine *e, nprand__make_attempts *make, void *method,
                              double many, size_t n, int64_t *out)
{
    double work[NPRAND__ROOM * NPRAND__ATTEMPTS];
    double vain = 0.0;
    while (n > 0 && vain <= many) {
        const size_t size = nprand__min(n, NPRAND__ATTEMPTS);
        const size_t made = make(e, method, size, work, out);
        vain = made > 0 ? 0.0 : vain + (double)size;
        out += made;
        n -= made;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = NPRAND_INVALID;
}

void nprand__each_in_rounds(struct nprand__engine *e, const struct nprand__rounds *r, void *method,
                            size_t i, size_t end)
{
    double u[NPRAND__ROUND_UNIFORMS];
    size_t vain = 0;
    while (i < end) {
        size_t count = 0, used = 0;
        /* No twist for an element that may need no word. alone() twists if it needs a word. */
        if (nprand__words_left(e) > 0)
            count = nprand__look_ahead(e, nprand__min(NPRAND__ROUND_UNIFORMS, 4 * (end - i)), u);
        const size_t made = r->some(method, i, end - i, count, u, &used);
        nprand__take_doubles(e, used);
        i += made;
        vain = made > 0 ? 0 : vain + 1;
        if (used == 0 || vain == NPRAND__VAIN_ROUNDS) {
            r->alone(e, method, i++);
            vain = 0;
        }
    }
}
