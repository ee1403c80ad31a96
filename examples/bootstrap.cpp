/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The 95 % interval of a mean by the bootstrap, in C++. In Python, with the same numbers:
 *
 *     import numpy as np
 *     rs = np.random.RandomState(0)
 *     data = rs.normal(10, 2, size=50)
 *     means = sorted(rs.choice(data, 50).mean() for _ in range(1000))
 *     print('%.6f %.6f %.6f' % (data.mean(), means[24], means[974]))
 *     rs.shuffle(data)
 *     print('%.6f %.6f' % (data[0], data[1]))
 */
#include <nprand.hpp>

#include <algorithm>
#include <cstdio>
#include <numeric>

static double mean(const std::vector<double> &x)
{
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

int main()
{
    try {
        nprand::RandomState rs(0);
        std::vector<double> data = rs.normal(10, 2, 50);
        std::vector<double> means;
        for (int i = 0; i < 1000; i++)
            means.push_back(mean(rs.choice(data, 50)));
        std::sort(means.begin(), means.end());
        std::printf("%.6f %.6f %.6f\n", mean(data), means[24], means[974]);
        rs.shuffle(data);
        std::printf("%.6f %.6f\n", data[0], data[1]);
    } catch (const std::exception &e) {
        std::fprintf(stderr, "bootstrap: %s\n", e.what());
        return 1;
    }
    return 0;
}
