/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_threads.hpp: the values of one thread.
 */
#include "nprand_threads.hpp"

#include "test_hpp.h"

using nprand::RandomState;

static void test_threads()
{
    RandomState one(9), two(9);
    nprand::set_threads(two, 2);
    CHECK(one.rand(5000000) == two.rand(5000000));
    CHECK(same_state(one, two));
    for (int threads : {0, -1, 1025})
        CHECK((throws<nprand::value_error>([&] { nprand::set_threads(two, threads); },
                                           NPRAND_BAD_PARTS, nprand_strerror(NPRAND_BAD_PARTS))));
    CHECK(one.standard_normal(4999999) == two.standard_normal(4999999));
    CHECK(same_state(one, two));
}

int main()
{
    test_threads();
    return report_checks();
}
