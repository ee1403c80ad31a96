/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills by attempts.
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
