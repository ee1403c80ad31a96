/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A program that uses nprand from C++.
 */
#include <cstdio>
#include <nprand.hpp>

int main()
{
    nprand::RandomState rs(0);
    std::printf("%.7f\n", rs.rand());
}
