/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_lapack.hpp: what the C function gives.
 */
#include "nprand_lapack.hpp"

#include "test_hpp.h"

using nprand::RandomState;

static const std::vector<double> mean = {0, 10};
static const std::vector<double> cov = {1, 0.5, 0.5, 2};
static const std::vector<double> invalid = {1, 2, 3, -4};

static void test_rows()
{
    RandomState rs(12345);
    nprand_rng rng;
    std::vector<double> space(nprand_multivariate_normal_work_size(2) / sizeof(double) + 1);
    const nprand_work work = nprand_work_of(space.data(), space.size() * sizeof(double));
    std::vector<double> expected(6), filled(6);
    CHECK(nprand_seed(&rng, 12345) == NPRAND_OK);
    for (int i = 0; i < 2; i++) {
        CHECK(nprand_multivariate_normal_fill(&rng, mean.data(), cov.data(), 2,
                                              NPRAND_CHECK_VALID_WARN, 1e-8, 3, expected.data(),
                                              work) == NPRAND_OK);
        if (i == 0)
            filled = rs.multivariate_normal(mean, cov, 3);
        else
            CHECK(rs.multivariate_normal_fill(mean.data(), cov.data(), 2, "warn", 1e-8, 3,
                                              filled.data()));
        CHECK(same_bits(filled, expected));
        CHECK(same_state(rs, rng));
    }
    CHECK(rs.multivariate_normal(mean, cov).size() == 2);
    CHECK(rs.multivariate_normal({}, {}, 3).empty());
}

static void test_check_valid()
{
    double row[2] = {1, 1};
    RandomState rs(1);
    const RandomState before = rs;
    CHECK(!rs.multivariate_normal_fill(mean.data(), invalid.data(), 2, "warn", 1e-8, 1, row));
    CHECK(row[0] != 1);
    CHECK(rs.multivariate_normal_fill(mean.data(), invalid.data(), 2, "ignore", 1e-8, 1, row));
    CHECK(rs.multivariate_normal(mean, invalid).size() == 2);
    CHECK((throws<nprand::value_error>([&] { rs.multivariate_normal(mean, invalid, 1, "raise"); },
                                       NPRAND_COV_NOT_PSD, nprand_strerror(NPRAND_COV_NOT_PSD))));
    rs = before;
    CHECK((throws<nprand::value_error>([&] { rs.multivariate_normal(mean, cov, 1, "rise"); },
                                       NPRAND_BAD_CHECK_VALID,
                                       nprand_strerror(NPRAND_BAD_CHECK_VALID))));
    bool refused = false;
    try {
        rs.multivariate_normal(mean, {1, 2});
    } catch (const std::invalid_argument &) {
        refused = true;
    }
    CHECK(refused);
    CHECK(same_state(rs, before));
}

int main()
{
    test_rows();
    test_check_valid();
    return report_checks();
}
