/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills whose values each start where the value before ends.
 */
#include "starts.h"

/* The value after those that make() gives begins in this block and ends in the next one, or needs
 * the rare computation. It is drawn alone. */
void nprand__fill_from_starts(struct nprand__engine *e, nprand__make_from_starts *make,
                              nprand__draw_from_start *draw, const void *method, size_t usual,
                              size_t first, size_t n, int64_t *out)
{
    double u[NPRAND__AHEAD + NPRAND__ZEROS];
    for (size_t done = 0; done < n; done++) {
        if (n - done > 1) {
            const size_t most = n - done < NPRAND__AHEAD ? (n - done) * usual : NPRAND__AHEAD;
            const size_t count = nprand__look_ahead(e, nprand__min(most, NPRAND__AHEAD), u);
            size_t taken = 0;
            memset(u + count, 0, NPRAND__ZEROS * sizeof *u);
            done += make(e, method, first + done, n - done, count, u, out + done, &taken);
            nprand__take_doubles(e, taken);
        }
        if (done < n)
            out[done] = draw(e, method, first + done);
    }
}
