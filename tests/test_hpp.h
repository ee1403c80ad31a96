/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Checks for the C++ tests: cmocka is made for C. A failed one is printed and counted.
 */
#ifndef NPRAND_TESTS_TEST_HPP_H
#define NPRAND_TESTS_TEST_HPP_H

#include "nprand.hpp"

#include <cstdio>
#include <cstring>

inline int checks_passed = 0;
inline int checks_failed = 0;

inline void check_that(bool holds, const char *what, const char *file, int line)
{
    if (holds) {
        checks_passed++;
        return;
    }
    checks_failed++;
    std::printf("%s:%d: FAILED: %s\n", file, line, what);
}

#define CHECK(...) check_that((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)

/* What main() returns. */
inline int report_checks()
{
    std::printf("%d passed, %d failed\n", checks_passed, checks_failed);
    return checks_failed == 0 && checks_passed > 0 ? 0 : 1;
}

/* Bits, so that NaN is NaN and -0.0 is not 0.0. */
template <class T> bool same_bits(const T &a, const T &b)
{
    return std::memcmp(&a, &b, sizeof a) == 0;
}

template <class T> bool same_bits(const std::vector<T> &a, const std::vector<T> &b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

inline bool same_state(const nprand::RandomState &a, const nprand_rng &b)
{
    nprand_state theirs;
    nprand_state ours = a.get_state();
    return nprand_get_state(&b, &theirs) == NPRAND_OK && same_bits(ours, theirs);
}

inline bool same_state(const nprand::RandomState &a, const nprand::RandomState &b)
{
    return same_state(a, *b.rng());
}

/* Whether a call throws Exception, as that and as an nprand::error, for this reason and with these
 * words. */
template <class Exception, class Call>
bool throws(Call call, nprand_status status, const char *words)
{
    try {
        call();
    } catch (const Exception &e) {
        const auto *own = dynamic_cast<const nprand::error *>(&e);
        return own != nullptr && own->status() == status && std::strcmp(e.what(), words) == 0 &&
               std::strcmp(own->what(), words) == 0;
    } catch (...) {
    }
    return false;
}

#endif
