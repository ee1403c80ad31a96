/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A second unit that includes nprand.hpp: the two are linked together.
 */
#include "nprand.hpp"

std::vector<double> drawn_elsewhere(nprand::RandomState &rs);
void refused_elsewhere(nprand::RandomState &rs);

std::vector<double> drawn_elsewhere(nprand::RandomState &rs)
{
    return rs.normal(0, 1, 3);
}

void refused_elsewhere(nprand::RandomState &rs)
{
    (void)rs.normal(0, -1);
}
