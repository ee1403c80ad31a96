/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A header whose code prints something else than its remark says.
 *
 * refused: 6: it prints something else (-: the page, +: the program)
 *
 *     printf("%.8g\n", nprand_random_sample(&rng));      prints 0.5488136, as np.random.rand() does
 */
