/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The kernels in portable C, for backends without a better one. backend.h describes each of them.
 */
#ifndef NPRAND_BACKEND_PORTABLE_H
#define NPRAND_BACKEND_PORTABLE_H

#include "backend.h"

NPRAND_HIDDEN void nprand__refill_portable(uint32_t *key, uint32_t *block);
NPRAND_HIDDEN void nprand__twist_portable(uint32_t *key, size_t count);
NPRAND_HIDDEN void nprand__refill_back_portable(uint32_t *key, uint32_t *block);
NPRAND_HIDDEN void nprand__words_portable(uint32_t *key, size_t count, uint32_t *out);
NPRAND_HIDDEN void nprand__doubles_portable(uint32_t *key, size_t count, double *out);
NPRAND_HIDDEN void nprand__convert_portable(const uint32_t *words, size_t n, double *out);
NPRAND_HIDDEN size_t nprand__select_portable(const uint32_t *words, size_t n, uint32_t low,
                                             uint32_t mask, uint32_t max, uint32_t *out);
NPRAND_HIDDEN size_t nprand__count_portable(const uint32_t *words, size_t n, uint32_t mask,
                                            uint32_t max);
NPRAND_HIDDEN size_t nprand__select_wide_portable(const uint32_t *words, size_t n, uint64_t low,
                                                  uint32_t mask, uint32_t max, uint64_t *out);
NPRAND_HIDDEN size_t nprand__select_pairs_portable(const uint32_t *words, size_t n, uint64_t low,
                                                   uint64_t mask, uint64_t max, uint64_t *out);
NPRAND_HIDDEN size_t nprand__select_halves_portable(const uint32_t *words, size_t n, uint16_t low,
                                                    uint16_t mask, uint16_t max, uint16_t *out);
NPRAND_HIDDEN void nprand__add_pairs_portable(const uint32_t *words, size_t n, uint64_t low,
                                              uint64_t *out);
NPRAND_HIDDEN size_t nprand__count_points_portable(const uint32_t *words, size_t n);
NPRAND_HIDDEN void nprand__add_portable(uint32_t *sum, const uint32_t *words, uint64_t which);
NPRAND_HIDDEN void nprand__square_mod_portable(uint64_t *g);
NPRAND_HIDDEN size_t nprand__multiply_portable(size_t n, size_t count, const double *u,
                                               double bound, int64_t *out, size_t *taken);
NPRAND_HIDDEN void nprand__ptrs_begin_portable(size_t i, size_t n, struct nprand__ptrs *p);
NPRAND_HIDDEN size_t nprand__ptrs_portable(const struct nprand__ptrs *p, size_t i, size_t n,
                                           size_t count, const double *u, int64_t *out,
                                           size_t *used);
NPRAND_HIDDEN size_t nprand__ptrs_candidates_portable(size_t n, const struct nprand__envelope *of,
                                                      const double *pairs, double *x,
                                                      struct nprand__open_attempts *open);
NPRAND_HIDDEN void nprand__portable_times(size_t n, const double *u, int32_t *time);
NPRAND_HIDDEN void nprand__skips_portable(size_t n, const double *u, uint64_t *skip, double *r2);
NPRAND_HIDDEN void nprand__btpe_begin_portable(size_t i, size_t n, struct nprand__btpes *p);
NPRAND_HIDDEN size_t nprand__btpe_portable(const struct nprand__btpes *p, size_t i, size_t n,
                                           size_t count, const double *u, int64_t *out,
                                           size_t *used);
NPRAND_HIDDEN size_t nprand__vonmises_portable(const struct nprand__vonmises *p, size_t i, size_t n,
                                               size_t count, const double *u, double *out,
                                               size_t *used);
NPRAND_HIDDEN void nprand__gammas_portable(size_t n, const double *b, double *x);
NPRAND_HIDDEN size_t nprand__squeeze_gammas_portable(size_t n, const double *b, const double *c,
                                                     const double *x, const double *u, double *out);
NPRAND_HIDDEN void nprand__search_lanes_portable(struct nprand__lanes *l);
NPRAND_HIDDEN void nprand__ranks_portable(size_t n, const float *x, size_t count,
                                          const nprand__bound *bounds, int32_t *rank);
NPRAND_HIDDEN size_t nprand__select_points_portable(size_t n, const double *u,
                                                    struct nprand__points *p);
NPRAND_HIDDEN size_t nprand__points_and_uniforms_portable(size_t n, const double *u,
                                                          struct nprand__points *p, double *v,
                                                          bool *more);

#endif
