/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand.hpp: each method, in each of its forms, gives what the C function gives and leaves the same
 * state; and the values are those of NumPy.
 */
#include "test_hpp.h"

#include "nprand_python.h"
#include "runners.h"

#include <atomic>
#include <cmath>
#include <deque>
#include <list>
#include <numeric>
#include <random>
#if __has_include(<span>)
#include <span>
#endif
#include <string>

using nprand::RandomState;

/* test_hpp_unit.cpp, another user of the header. */
std::vector<double> drawn_elsewhere(RandomState &rs);
void refused_elsewhere(RandomState &rs);

/* ---- The C functions ---- */

enum { COUNT = 700 }; /* more than a block of words */

/* A fill of floats is that of doubles, rounded, whatever n is; and refuses what that refuses. */
template <class Type, class Fill> void same_floats(Fill fill)
{
    if constexpr (std::is_same_v<Type, double>) {
        constexpr std::size_t most = 1300; /* several pieces */
        double values[most];
        float rounded[most + 1], expected[most];
        RandomState one(777), two(777);
        for (const std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{511},
                                    std::size_t{512}, std::size_t{513}, most}) {
            fill(one, n, values);
            rounded[n] = 42.0f;
            fill(two, n, rounded);
            for (std::size_t i = 0; i < n; i++)
                expected[i] = static_cast<float>(values[i]);
            CHECK(std::memcmp(rounded, expected, n * sizeof *rounded) == 0 && rounded[n] == 42.0f);
            CHECK(same_state(one, two));
        }
        float *const nowhere = nullptr;
        fill(two, 0, nowhere);
        CHECK((throws<std::invalid_argument>([&] { fill(two, 1, nowhere); }, NPRAND_NULL_POINTER,
                                             "pointer is NULL")));
        CHECK((throws<std::invalid_argument>([&] { fill(two, SIZE_MAX, rounded); },
                                             NPRAND_TOO_LARGE, "array is too big")));
        CHECK(same_state(one, two));
    }
}

/* The three forms of rs.NAME against those of nprand_NAME, in one stream, and the fill of nothing.
 * PARAMETERS of rs.NAME are in parentheses; those that the fills take are behind a comma. */
#define SAME(name, type, parameters, ...)                                                \
    do {                                                                                 \
        RandomState rs(12345);                                                           \
        nprand_rng rng;                                                                  \
        type filled[COUNT], expected[COUNT];                                             \
        std::vector<type> vector(COUNT);                                                 \
        CHECK(nprand_seed(&rng, 12345) == NPRAND_OK);                                    \
        for (int i = 0; i < 9; i++) {                                                    \
            const auto value = nprand_##name(&rng __VA_ARGS__);                          \
            CHECK(same_bits(rs.name parameters, static_cast<type>(value)));              \
        }                                                                                \
        CHECK(nprand_##name##_fill(&rng __VA_ARGS__, COUNT, expected) == NPRAND_OK);     \
        vector = with_size([&](auto... p) { return rs.name(p..., COUNT); } __VA_ARGS__); \
        CHECK(same_bits(vector, std::vector<type>(expected, expected + COUNT)));         \
        CHECK(same_state(rs, rng));                                                      \
        CHECK(nprand_##name##_fill(&rng __VA_ARGS__, COUNT, expected) == NPRAND_OK);     \
        with_size([&](auto... p) { rs.name##_fill(p..., COUNT, filled); } __VA_ARGS__);  \
        CHECK(std::memcmp(filled, expected, sizeof filled) == 0);                        \
        with_size([&](auto... p) { rs.name##_fill(p..., 0, nullptr); } __VA_ARGS__);     \
        CHECK(same_state(rs, rng));                                                      \
        same_floats<type>([&](RandomState &r, std::size_t n, auto *out) {                \
            with_size([&](auto... p) { r.name##_fill(p..., n, out); } __VA_ARGS__);      \
        });                                                                              \
    } while (0)

template <class Call, class... Parameters> auto with_size(Call call, Parameters... parameters)
{
    return call(parameters...);
}

#define COMMA_1(a)       , a
#define COMMA_2(a, b)    , a, b
#define COMMA_3(a, b, c) , a, b, c

#define SAME_0(name, type)          SAME(name, type, (), )
#define SAME_1(name, type, a)       SAME(name, type, (a), COMMA_1(a))
#define SAME_2(name, type, a, b)    SAME(name, type, (a, b), COMMA_2(a, b))
#define SAME_3(name, type, a, b, c) SAME(name, type, (a, b, c), COMMA_3(a, b, c))

static void test_methods()
{
    SAME_0(random_raw, std::uint32_t);
    SAME_0(random_sample, double);
    SAME_0(random, double);
    SAME_0(rand, double);
    SAME_2(uniform, double, -1.0, 1.0);
    SAME_0(standard_normal, double);
    SAME_0(randn, double);
    SAME_2(normal, double, 10.0, 2.0);
    SAME_0(standard_exponential, double);
    SAME_0(standard_cauchy, double);
    SAME_1(exponential, double, 2.0);
    SAME_1(standard_gamma, double, 2.5);
    SAME_2(gamma, double, 2.5, 3.0);
    SAME_2(beta, double, 2.0, 3.0);
    SAME_1(chisquare, double, 3.0);
    SAME_2(noncentral_chisquare, double, 3.0, 1.5);
    SAME_2(f, double, 3.0, 4.0);
    SAME_3(noncentral_f, double, 3.0, 4.0, 1.5);
    SAME_1(standard_t, double, 5.0);
    SAME_2(lognormal, double, 1.0, 0.5);
    SAME_2(laplace, double, 1.0, 2.0);
    SAME_2(logistic, double, 1.0, 2.0);
    SAME_2(gumbel, double, 1.0, 2.0);
    SAME_1(pareto, double, 3.0);
    SAME_1(power, double, 3.0);
    SAME_1(weibull, double, 1.5);
    SAME_1(rayleigh, double, 2.0);
    SAME_3(triangular, double, -1.0, 0.5, 2.0);
    SAME_2(vonmises, double, 0.5, 2.0);
    SAME_2(wald, double, 1.0, 2.0);
    SAME_2(randint, std::int64_t, 5, 1000);
    SAME_2(random_integers, std::int64_t, -5, 5);
    SAME_0(tomaxint, std::int64_t);
    SAME_1(poisson, std::int64_t, 20.0);
    SAME_2(binomial, std::int64_t, 100, 0.3);
    SAME_2(negative_binomial, std::int64_t, 2.5, 0.4);
    SAME_1(geometric, std::int64_t, 0.2);
    SAME_3(hypergeometric, std::int64_t, 15, 20, 12);
    SAME_1(logseries, std::int64_t, 0.8);
    SAME_1(zipf, std::int64_t, 2.5);
}

/* Values are compared one by one, since a vector of bool is no array. */
template <class T> bool same_values(const std::vector<T> &a, const T *b)
{
    return std::equal(a.begin(), a.end(), b);
}

/* randint of a dtype on low <= x < high, and the endpoint form of the same range. */
#define SAME_DTYPE(type, name, low, high)                                                   \
    do {                                                                                    \
        RandomState rs(12345), closed(12345);                                               \
        nprand_rng rng;                                                                     \
        type filled[COUNT], expected[COUNT];                                                \
        CHECK(nprand_seed(&rng, 12345) == NPRAND_OK);                                       \
        for (int i = 0; i < 9; i++) {                                                       \
            const auto value = static_cast<type>(nprand_randint_##name(&rng, low, high));   \
            CHECK(rs.randint<type>(low, high) == value);                                    \
            CHECK(closed.randint_endpoint<type>(low, high - 1) == value);                   \
        }                                                                                   \
        CHECK(nprand_randint_##name##_fill(&rng, low, high, COUNT, expected) == NPRAND_OK); \
        CHECK(same_values(rs.randint<type>(low, high, COUNT), expected));                   \
        CHECK(same_values(closed.randint_endpoint<type>(low, high - 1, COUNT), expected));  \
        CHECK(nprand_randint_##name##_fill(&rng, low, high, COUNT, expected) == NPRAND_OK); \
        rs.randint_fill<type>(low, high, COUNT, filled);                                    \
        CHECK(std::memcmp(filled, expected, sizeof filled) == 0);                           \
        closed.randint_endpoint_fill<type>(low, high - 1, COUNT, filled);                   \
        CHECK(std::memcmp(filled, expected, sizeof filled) == 0);                           \
        CHECK(same_state(rs, rng) && same_state(closed, rng));                              \
    } while (0)

static void test_dtypes()
{
    SAME_DTYPE(bool, bool, 0, 2);
    SAME_DTYPE(std::int8_t, int8, -128, 128);
    SAME_DTYPE(std::int16_t, int16, -32768, 32768);
    SAME_DTYPE(std::int32_t, int32, INT32_MIN, INT64_C(0x80000000));
    SAME_DTYPE(std::int64_t, int64, INT64_MIN, INT64_MAX);
    SAME_DTYPE(std::uint8_t, uint8, 0, 256);
    SAME_DTYPE(std::uint16_t, uint16, 0, 65536);
    SAME_DTYPE(std::uint32_t, uint32, 0, INT64_C(0x100000000));
    SAME_DTYPE(std::uint64_t, uint64, 0, UINT64_MAX);
    SAME_DTYPE(std::uint8_t, uint8, 3, 10);
    SAME_DTYPE(std::int64_t, int64, -3, 10);
}

/* ---- NumPy ---- */

/* What goes through the C library's log() and the like has the bits of NumPy on the machine of the
 * vectors; elsewhere the last ones may differ. */
static bool nearly(double a, double b)
{
    return std::fabs(a - b) <= 1e-13 * std::fabs(b);
}

#define NEAR(call, value) CHECK(nearly(RandomState(12345).call, value))
#define EXACT(call, ...)  CHECK(RandomState(12345).call == (__VA_ARGS__))

/* numpy.random.RandomState(12345).CALL, by NumPy 2.5.5. */
static void test_numpy_values()
{
    EXACT(uniform(-1, 1), 0x1.b7ed47f1f096ep-1);
    NEAR(normal(10, 2), 0x1.32e611d8516fep+3);
    NEAR(exponential(2), 0x1.53af6955cd33ep+2);
    NEAR(standard_gamma(2.5), 0x1.e10c8c3bc79c7p+0);
    NEAR(gamma(2.5, 3), 0x1.68c9692cd5b55p+2);
    NEAR(beta(2, 3), 0x1.255068518faa3p-2);
    NEAR(chisquare(3), 0x1.eb20604320c4ap+0);
    NEAR(noncentral_chisquare(3, 1.5), 0x1.57e8c5c9fcc34p+2);
    NEAR(f(3, 4), 0x1.14eefa4ef7653p-1);
    NEAR(noncentral_f(3, 4, 1.5), 0x1.b87446e6e159ap+1);
    NEAR(standard_t(5), -0x1.81e2aaae33604p-3);
    NEAR(lognormal(1, 0.5), 0x1.3a16c9b61d6dcp+1);
    NEAR(laplace(1, 2), 0x1.3af65d59e44c4p+2);
    NEAR(logistic(1, 2), 0x1.8a57e2adfdfafp+2);
    NEAR(gumbel(1, 2), -0x1.e769ac1ea6956p-1);
    NEAR(pareto(3), 0x1.6c08b4817bedcp+0);
    NEAR(power(3), 0x1.f3b1c5eef5b41p-1);
    NEAR(weibull(1.5), 0x1.eab3af7e94581p+0);
    NEAR(rayleigh(2), 0x1.26e3892f8da6ap+2);
    EXACT(triangular(-1, 0.5, 2), 0x1.6fed49293f828p+0);
    NEAR(vonmises(0.5, 2), 0x1.6a66639dad78cp-1);
    NEAR(wald(1, 2), 0x1.bb0ed45ec7752p-1);
    EXACT(random_sample(), 0x1.dbf6a3f8f84b7p-1);
    EXACT(random(), 0x1.dbf6a3f8f84b7p-1);
    EXACT(rand(), 0x1.dbf6a3f8f84b7p-1);
    NEAR(standard_normal(), -0x1.a33dc4f5d203dp-3);
    NEAR(randn(), -0x1.a33dc4f5d203dp-3);
    NEAR(standard_exponential(), 0x1.53af6955cd33ep+1);
    NEAR(standard_cauchy(), -0x1.b5ac5416a06d6p-2);
    CHECK(RandomState(12345).poisson(20) == 28);
    CHECK(RandomState(12345).binomial(100, 0.3) == 37);
    CHECK(RandomState(12345).negative_binomial(2.5, 0.4) == 4);
    CHECK(RandomState(12345).geometric(0.2) == 12);
    CHECK(RandomState(12345).hypergeometric(15, 20, 12) == 6);
    CHECK(RandomState(12345).logseries(0.8) == 1);
    CHECK(RandomState(12345).zipf(2.5) == 5);
    CHECK(RandomState(12345).tomaxint() == 8574195020535469810);
    CHECK(RandomState(12345).randint(10) == 2);
    CHECK(RandomState(12345).randint(5, 1000) == 487);
    CHECK(RandomState(12345).random_integers(6) == 3);
    CHECK(RandomState(12345).random_integers(-5, 5) == -3);
}

/* The same with NumPy's defaults. */
static void test_numpy_defaults()
{
    EXACT(uniform(), 0x1.dbf6a3f8f84b7p-1);
    NEAR(normal(), -0x1.a33dc4f5d203dp-3);
    NEAR(exponential(), 0x1.53af6955cd33ep+1);
    NEAR(gamma(2.5), 0x1.e10c8c3bc79c7p+0);
    NEAR(lognormal(), 0x1.a138ac496f5a3p-1);
    NEAR(laplace(), 0x1.f5ecbab3c8987p+0);
    NEAR(logistic(), 0x1.4a57e2adfdfafp+1);
    NEAR(gumbel(), -0x1.f3b4d60f534abp-1);
    NEAR(rayleigh(), 0x1.26e3892f8da6ap+1);
    CHECK(RandomState(12345).poisson() == 1);
}

/* randint<T> is that of the type of <cstdint> with the same size and sign. */
template <class T, class Fixed> void same_integers(nprand::detail::fixed<T> low)
{
    static_assert(std::is_same_v<nprand::detail::fixed<T>, Fixed>, "size and sign");
    for (const std::size_t n :
         {std::size_t{0}, std::size_t{1}, std::size_t{512}, std::size_t{700}}) {
        RandomState one(99), two(99);
        const std::vector<Fixed> expected = one.randint<Fixed>(low, 100, n);
        const std::vector<T> values = two.randint<T>(low, 100, n);
        CHECK(std::equal(values.begin(), values.end(), expected.begin(), expected.end()));
        std::vector<T> filled(n);
        two.seed(99);
        two.randint_fill(low, 100, n, filled.data());
        CHECK(filled == values && same_state(one, two));
        two.seed(99);
        two.randint_endpoint_fill<T>(low, 99, n, filled.data());
        CHECK(filled == values && same_state(one, two));
        two.seed(99);
        CHECK(two.randint_endpoint<T>(low, 99, n) == values);
        CHECK(one.randint<Fixed>(low, 100) == static_cast<Fixed>(two.randint<T>(low, 100)));
        CHECK(one.randint_endpoint<Fixed>(low, 100) ==
              static_cast<Fixed>(two.randint_endpoint<T>(low, 100)));
        CHECK(same_state(one, two));
    }
    RandomState rs(1);
    const RandomState before = rs;
    T kept = 5;
    CHECK((throws<std::invalid_argument>([&] { rs.randint_fill<T>(7, 7, 1, &kept); },
                                         NPRAND_LOW_NOT_BELOW_HIGH, "low >= high")));
    CHECK((throws<std::invalid_argument>([&] { rs.randint_fill<T>(0, 7, 1, nullptr); },
                                         NPRAND_NULL_POINTER, "pointer is NULL")));
    CHECK(kept == 5 && same_state(rs, before));
}

static void test_integer_types()
{
    using std::int16_t, std::int32_t, std::int64_t, std::int8_t;
    using std::uint16_t, std::uint32_t, std::uint64_t, std::uint8_t;
    same_integers<char, std::conditional_t<std::is_signed_v<char>, int8_t, uint8_t>>(3);
    same_integers<signed char, int8_t>(-3);
    same_integers<unsigned char, uint8_t>(3);
    same_integers<short, int16_t>(-3);
    same_integers<unsigned short, uint16_t>(3);
    same_integers<int, int32_t>(-3);
    same_integers<unsigned, uint32_t>(3);
    same_integers<long, std::conditional_t<sizeof(long) == 8, int64_t, int32_t>>(-3);
    same_integers<unsigned long, std::conditional_t<sizeof(long) == 8, uint64_t, uint32_t>>(3);
    same_integers<long long, int64_t>(-3);
    same_integers<unsigned long long, uint64_t>(3);
    EXACT(randint<long long>(0, 100, 5), std::vector<long long>{98, 29, 1, 36, 41});
    EXACT(randint<char>(0, 100, 5), std::vector<char>{98, 81, 45, 97, 99});
    EXACT(randint_endpoint<unsigned long long>(0, UINT64_MAX), 17148390041070939621u);
}

template <class T> using list_of = std::vector<T>;

/* Five values of the whole range of each dtype, and of randint(0, 100). */
static void test_numpy_dtypes()
{
    using std::int16_t, std::int32_t, std::int64_t, std::int8_t;
    using std::uint16_t, std::uint32_t, std::uint64_t, std::uint8_t;
    EXACT(randint<bool>(0, 2, 5), list_of<bool>{0, 1, 0, 0, 0});
    EXACT(randint<int8_t>(-128, 128, 5), list_of<int8_t>{98, -47, 123, 109, 101});
    EXACT(randint<int16_t>(-32768, 32768, 5),
          list_of<int16_t>{-11806, 28155, -21019, 25569, 32029});
    EXACT(randint<int32_t>(INT32_MIN, INT64_C(0x80000000), 5),
          list_of<int32_t>{1845187042, 1675701733, -788660963, -1586100095, -1357558364});
    EXACT(randint_endpoint<int64_t>(INT64_MIN, INT64_MAX, 5),
          list_of<int64_t>{7925018004216163813, -3387273043155482495, -5830668775620498007,
                           -5449900911926095490, 1249306229486273058});
    EXACT(randint<uint8_t>(0, 256, 5), list_of<uint8_t>{226, 81, 251, 237, 229});
    EXACT(randint<uint16_t>(0, 65536, 5), list_of<uint16_t>{20962, 60923, 11749, 58337, 64797});
    EXACT(randint<uint32_t>(0, INT64_C(0x100000000), 5),
          list_of<uint32_t>{3992670690, 3823185381, 1358822685, 561383553, 789925284});
    EXACT(randint_endpoint<uint64_t>(0, UINT64_MAX, 5),
          list_of<uint64_t>{17148390041070939621u, 5836098993699293313, 3392703261234277801,
                            3773471124928680318, 10472678266341048866u});
    EXACT(randint<uint8_t>(0, 100, 5), list_of<uint8_t>{98, 81, 45, 97, 99});
    EXACT(randint<int16_t>(0, 100, 5), list_of<int16_t>{98, 97, 29, 1, 36});
    EXACT(randint(0, 100, 5), list_of<int64_t>{98, 29, 1, 36, 41});
    CHECK(RandomState(12345).randint<uint8_t>(100) == 98);
}

/* ---- Seeds and states ---- */

static void test_seeds()
{
    const std::uint32_t key[] = {1, 2};
    const std::vector<std::uint32_t> vector = {1, 2};
    CHECK(RandomState(1234).rand() == 0x1.883b597f66e2cp-3);
    CHECK(RandomState{1234}.rand() == 0x1.883b597f66e2cp-3);
    CHECK(RandomState({1234}).rand() == 0x1.eed2ff71cd77dp-1);
    CHECK(RandomState({1, 2}).rand() == 0x1.2b45704626fe0p-1);
    CHECK(RandomState(key).rand() == 0x1.2b45704626fe0p-1);
    CHECK(RandomState(vector).rand() == 0x1.2b45704626fe0p-1);
    CHECK(RandomState(key, 2).rand() == 0x1.2b45704626fe0p-1);
    RandomState rs(0);
    rs.seed(1234);
    CHECK(rs.rand() == 0x1.883b597f66e2cp-3);
    rs.seed(1234u);
    CHECK(rs.rand() == 0x1.883b597f66e2cp-3);
    rs.seed({1234});
    CHECK(rs.rand() == 0x1.eed2ff71cd77dp-1);
    rs.seed(vector);
    CHECK(rs.rand() == 0x1.2b45704626fe0p-1);
    rs.seed(0xffffffffu);
    nprand_rng rng;
    CHECK(nprand_seed(&rng, 0xffffffff) == NPRAND_OK);
    CHECK(same_state(rs, rng));
    RandomState first, second;
    CHECK(!same_state(first, second));
    second = first;
    first.seed();
    CHECK(!same_state(first, second));
}

/* RandomState(number) and seed(number) of each integer type. */
template <class Integer> void takes_seed()
{
    static_assert(std::is_constructible_v<RandomState, Integer>, "a seed");
    const auto number = static_cast<Integer>(100);
    CHECK(same_state(RandomState(number), RandomState(100)));
    RandomState rs(5);
    rs.seed(number);
    CHECK(same_state(rs, RandomState(100)));
    CHECK(same_state(RandomState(std::vector<Integer>{number}), RandomState({100})));
    RandomState before = rs;
    if constexpr (std::is_signed_v<Integer>) {
        const auto negative = static_cast<Integer>(-1);
        CHECK((throws<nprand::value_error>([&] { rs.seed(negative); }, NPRAND_BAD_SEED,
                                           "Seed must be between 0 and 2**32 - 1")));
        CHECK((throws<nprand::value_error>(
            [&] {
                rs.seed(std::list<Integer>{5, negative});
            },
            NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1")));
    }
    if constexpr (sizeof(Integer) == 8) {
        /* Wrapped, they would be 7. */
        for (const Integer large : {(Integer{1} << 32) + 7, (Integer{1} << 62) + 7}) {
            CHECK((throws<nprand::value_error>([&] { rs.seed(large); }, NPRAND_BAD_SEED,
                                               "Seed must be between 0 and 2**32 - 1")));
            CHECK((throws<nprand::value_error>(
                [&] {
                    rs.seed({large, large});
                },
                NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1")));
        }
    }
    CHECK(same_state(rs, before));
}

template <class... NoSeed> void takes_no_seed()
{
    static_assert((!std::is_constructible_v<RandomState, NoSeed> && ...), "no seeds");
    static_assert((!std::is_constructible_v<nprand::SeedSequence, NoSeed> && ...), "no entropy");
}

static void test_types_of_seeds()
{
    takes_seed<signed char>();
    takes_seed<unsigned char>();
    takes_seed<short>();
    takes_seed<unsigned short>();
    takes_seed<int>();
    takes_seed<unsigned>();
    takes_seed<long>();
    takes_seed<unsigned long>();
    takes_seed<long long>();
    takes_seed<unsigned long long>();
    takes_no_seed<float, double, long double, char, wchar_t, char16_t, char32_t, std::nullptr_t,
                  std::vector<double>, double[2], RandomState *>();
    static_assert(!std::is_constructible_v<RandomState, const char *>, "a text");
    static_assert(!std::is_constructible_v<RandomState, const char(&)[5]>, "a text");
    static_assert(!std::is_constructible_v<RandomState, std::string>, "a text");
    /* True and False are 1 and 0 in NumPy. */
    CHECK(same_state(RandomState(true), RandomState(1)));
    CHECK(same_state(RandomState(std::vector<bool>{true, false}), RandomState({1, 0})));

    const int key[] = {1, 2};
    CHECK(RandomState(key).rand() == 0x1.2b45704626fe0p-1);
    CHECK(RandomState(std::array<long, 2>{1, 2}).rand() == 0x1.2b45704626fe0p-1);
    CHECK(RandomState(std::list<short>{1, 2}).rand() == 0x1.2b45704626fe0p-1);
    /* Braces around several types, as hexadecimal numbers are. */
    const std::uint32_t hexadecimal[] = {0xdeadbeef, 0x12345678};
    CHECK(same_state(RandomState({0xdeadbeef, 0x12345678}), RandomState(hexadecimal, 2)));
    enum kind { one = 1 };
    const bool yes = true;
    CHECK(same_state(RandomState({one, 2u}), RandomState({1, 2})));
    CHECK(same_state(RandomState({yes, 2}), RandomState({1, 2})));
    /* A 0 is not taken for a pointer. */
    const std::uint32_t from_zero[] = {0, 1};
    CHECK(same_state(RandomState({0, 1u}), RandomState(from_zero, 2)));
    RandomState reseeded(5);
    reseeded.seed({0, 1u});
    CHECK(same_state(reseeded, RandomState(from_zero, 2)));
    CHECK((throws<nprand::value_error>(
        [] {
            RandomState({1, UINT64_MAX});
        },
        NPRAND_BAD_SEED, nprand_strerror(NPRAND_BAD_SEED))));
    CHECK((throws<nprand::value_error>(
        [] {
            RandomState({1u, -1});
        },
        NPRAND_BAD_SEED, nprand_strerror(NPRAND_BAD_SEED))));
    /* A container of one element is Python's list, not NumPy's array. */
    CHECK(RandomState(std::vector<int>{1234}).rand() == 0x1.eed2ff71cd77dp-1);
    CHECK(RandomState(std::array<int, 1>{1234}).rand() == 0x1.eed2ff71cd77dp-1);
    CHECK((throws<nprand::value_error>([] { RandomState(std::vector<int>()); }, NPRAND_EMPTY_SEED,
                                       "Seed must be non-empty")));
}

/* By SeedSequence of NumPy 2.5.5, and the functions of nprand.h. */
static void test_seed_sequences()
{
    using nprand::SeedSequence;
    const std::vector<std::uint32_t> words = {0xa03d837c, 0xb5ae6482, 0xfa1f7a2f};
    CHECK(SeedSequence(12345).generate_state(3) == words);
    CHECK(SeedSequence(12345u).generate_state(3) == words);
    CHECK(SeedSequence("12_345").generate_state(3) == words);
    CHECK(SeedSequence(std::string("0x3039")).generate_state(3) == words);
    CHECK(SeedSequence({12345}).generate_state(3) == words);
    CHECK(SeedSequence(std::vector<long>{12345}).generate_state(3) == words);
    nprand_seed_seq c;
    CHECK(nprand_seed_seq_init(&c, 12345) == NPRAND_OK);
    CHECK(SeedSequence(c).generate_state(3) == words);
    std::uint64_t two[2];
    CHECK(nprand_seed_seq_generate_state_uint64(&c, 2, two) == NPRAND_OK);
    CHECK(SeedSequence(c).generate_state_uint64(2) == std::vector<std::uint64_t>(two, two + 2));

    /* RandomState(MT19937(SeedSequence(12345))) */
    CHECK(RandomState(c).random_raw(2) == std::vector<std::uint32_t>{0x60bc0add, 0xd7d0d9d3});
    RandomState rs(SeedSequence(12345));
    CHECK(rs.random_raw(2) == std::vector<std::uint32_t>{0x60bc0add, 0xd7d0d9d3});
    rs.seed(c);
    CHECK(rs.random_raw() == 0x60bc0add);

    /* 64 bits and more are words, the lowest first. */
    CHECK(SeedSequence(UINT64_MAX).generate_state(3) ==
          SeedSequence({0xffffffff, 0xffffffff}).generate_state(3));
    CHECK(SeedSequence({std::uint64_t{1} << 40, std::uint64_t{0}}).generate_state(3) ==
          SeedSequence({0, 256, 0}).generate_state(3));
    CHECK(SeedSequence("340282366920938463463374607431768211455").generate_state(3) ==
          SeedSequence(std::vector<unsigned>(4, 0xffffffff)).generate_state(3));
    CHECK(SeedSequence(std::vector<int>()).generate_state(3).size() == 3);
    CHECK(SeedSequence({1, 2, 3}, 8).generate_state(3) !=
          SeedSequence({1, 2, 3}).generate_state(3));

    CHECK(SeedSequence({1, UINT64_MAX}).generate_state(3) ==
          std::vector<std::uint32_t>{0xc66832a7, 0xf2c7f126, 0xa3fd5e9b});
    enum kind { seven = 7 };
    CHECK(SeedSequence({seven, 1u}).generate_state(3) == SeedSequence({7, 1}).generate_state(3));

    /* Integers above 2^32 in a spawn key are two words, as in NumPy's spawn_key=(k,). */
    const std::vector<std::uint32_t> child = {0x7af50614, 0xe5a82f0f, 0x1963897f};
    const std::uint64_t above = (std::uint64_t{1} << 32) + 7;
    CHECK(SeedSequence(1).child({above}).generate_state(3) == child);
    CHECK(SeedSequence(1).child({7, 1u}).generate_state(3) == child);
    CHECK(SeedSequence(1).child(std::vector<std::uint64_t>{above}).generate_state(3) == child);
    CHECK(SeedSequence(1).child(std::array<short, 2>{7, 1}).generate_state(3) == child);
    CHECK(SeedSequence(1).child({}).generate_state(3) == SeedSequence(1).generate_state(3));

    SeedSequence root(7);
    const std::vector<SeedSequence> children = root.spawn(3);
    CHECK(children.size() == 3 && root.seq()->n_children_spawned == 3);
    CHECK(children[2].generate_state(3) == SeedSequence(7).child({2}).generate_state(3));
    CHECK(root.spawn(1)[0].generate_state(3) == SeedSequence(7).child({3}).generate_state(3));
    SeedSequence old(7);
    old.set_numpy(1, 17);
    CHECK(old.child({2, 0}).generate_state(3) != SeedSequence(7).child({2, 0}).generate_state(3));

    using value = nprand::value_error;
    CHECK((throws<value>([] { SeedSequence(-1); }, NPRAND_NEGATIVE_ENTROPY,
                         "expected non-negative integer")));
    CHECK((throws<value>(
        [] {
            SeedSequence({1, -1});
        },
        NPRAND_NEGATIVE_ENTROPY, "expected non-negative integer")));
    CHECK((throws<value>([] { SeedSequence("-1"); }, NPRAND_NEGATIVE_ENTROPY,
                         "expected non-negative integer")));
    CHECK((
        throws<value>([] { SeedSequence("1!"); }, NPRAND_BAD_ENTROPY, "unrecognized seed string")));
    CHECK((throws<value>(
        [] {
            (void)SeedSequence(1).child({1u, -1});
        },
        NPRAND_NEGATIVE_ENTROPY, "expected non-negative integer")));
    CHECK((throws<value>([] { SeedSequence({1}, 3); }, NPRAND_POOL_TOO_SMALL,
                         nprand_strerror(NPRAND_POOL_TOO_SMALL))));
    CHECK((throws<value>([] { SeedSequence(1).set_numpy(1, 16); }, NPRAND_UNKNOWN_RELEASE,
                         nprand_strerror(NPRAND_UNKNOWN_RELEASE))));
    CHECK((throws<value>([] { SeedSequence(1).spawn(SIZE_MAX); }, NPRAND_TOO_LARGE,
                         "array is too big")));
    nprand_seed_seq zeros{};
    RandomState before = rs;
    CHECK((throws<value>([&] { rs.seed(zeros); }, NPRAND_NOT_INITIALISED,
                         nprand_strerror(NPRAND_NOT_INITIALISED))));
    CHECK(same_state(rs, before));
}

/* The functions of C in C++, by the type of the seed. */
static void test_seeds_of_c()
{
    nprand_rng rng{}, expected;
    nprand_seed_seq seq{};
    CHECK(nprand_seed(&rng, UINT64_MAX - 4) == NPRAND_BAD_SEED);
    CHECK(nprand_seed(&rng, -1) == NPRAND_BAD_SEED);
    CHECK(nprand_seed_seq_init(&seq, -1) == NPRAND_NEGATIVE_ENTROPY);
    enum kind : std::uint64_t { all = UINT64_MAX };
    CHECK(nprand_seed(&rng, all) == NPRAND_BAD_SEED);
    CHECK(nprand_py_seed(&rng, all) == NPRAND_OK);
    CHECK(nprand_py_seed_uint64(&expected, UINT64_MAX) == NPRAND_OK);
    CHECK(same_bits(rng, expected));
    const std::atomic<std::uint64_t> counter(UINT64_MAX);
    CHECK(nprand_py_seed(&rng, counter) == NPRAND_OK);
    CHECK(same_bits(rng, expected));
    nprand_status (*const function)(nprand_rng *, std::int64_t) = nprand_seed;
    CHECK(function(&rng, 5) == NPRAND_OK);
    CHECK(same_state(RandomState(5), rng));
}

/* nprand_py_seed() by the type of its argument: numbers of CPython 3.11. */
static void test_python_seeds()
{
    nprand_rng rng;
    const std::uint64_t number = 13594734499543488215u;
    CHECK(nprand_py_seed(&rng, number) == NPRAND_OK);
    CHECK(nprand_py_random(&rng) == 0.1248426853025093);
    CHECK(nprand_py_seed(&rng, 18446744073709551615ull) == NPRAND_OK);
    CHECK(nprand_py_random(&rng) == 0.021825695401270107);
    CHECK(nprand_py_seed(&rng, 2.5) == NPRAND_OK);
    CHECK(nprand_py_random(&rng) == 0.41877545666909954);
    CHECK(nprand_py_seed(&rng, 2.5f) == NPRAND_OK);
    CHECK(nprand_py_random(&rng) == 0.41877545666909954);
    nprand_rng expected;
    CHECK(nprand_py_seed_uint64(&expected, 42) == NPRAND_OK);
    const auto is_42 = [&](nprand_status status) {
        const bool same = status == NPRAND_OK && same_bits(rng, expected);
        rng = {};
        return same;
    };
    CHECK(is_42(nprand_py_seed(&rng, 42)));
    CHECK(is_42(nprand_py_seed(&rng, 42u)));
    CHECK(is_42(nprand_py_seed(&rng, 42l)));
    CHECK(is_42(nprand_py_seed(&rng, -42ll)));
    CHECK(is_42(nprand_py_seed(&rng, static_cast<signed char>(-42))));
    CHECK(is_42(nprand_py_seed(&rng, std::size_t{42})));
    nprand_status (*const function)(nprand_rng *, std::int64_t) = nprand_py_seed;
    CHECK(is_42(function(&rng, 42)));
}

static void test_states()
{
    RandomState rs(7);
    (void)rs.standard_normal(); /* one more waits */
    RandomState fork = rs;
    const nprand_state state = rs.get_state();
    const auto expected = rs.standard_normal(3);
    CHECK(same_bits(fork.standard_normal(3), expected));
    CHECK(same_state(fork, rs));
    fork.set_state(state);
    CHECK(!same_state(fork, rs));
    CHECK(same_bits(fork.standard_normal(3), expected));

    RandomState read;
    read.set_state_json(rs.get_state_json());
    CHECK(same_state(read, rs));
    const std::string text = rs.get_state_python();
    CHECK(text.size() > 7000 && text.back() == ']');
    RandomState python;
    python.set_state_python("\n" + text);
    CHECK(same_state(python, rs));
}

static void test_jumps()
{
    RandomState rs(12345);
    const RandomState before = rs;
    /* RandomState(rs._bit_generator.jumped(n)).randint(0, 2**32, 2, dtype=np.uint32) */
    CHECK(rs.jumped().random_raw(2) == std::vector<std::uint32_t>{1074496585, 311879281});
    CHECK(rs.jumped(3).random_raw(2) == std::vector<std::uint32_t>{3377650481, 2502978469});
    CHECK(same_state(rs, before));
    RandomState walked = rs;
    (void)walked.random_raw(1000);
    rs.advance(1000);
    CHECK(rs.random_raw() == walked.random_raw());
    rs.rewind(1001);
    CHECK(rs.random_raw() == RandomState(before).random_raw());
}

static void test_recover()
{
    RandomState rs(12345);
    rs.advance(100);
    const std::vector<std::uint32_t> words = rs.random_raw(700);
    RandomState made = RandomState::recover_words(words);
    CHECK(made.random_raw() == rs.random_raw());
    made.rewind(701);
    CHECK(made.random_raw(700) == words);
    const std::vector<double> x = rs.random_sample(623);
    made = RandomState::recover_doubles(x);
    CHECK(made.random_raw(10) == rs.random_raw(10));
    const auto refuses = [](nprand_status status, auto call) {
        return throws<nprand::value_error>(call, status, nprand_strerror(status));
    };
    CHECK(refuses(NPRAND_STATE_UNDETERMINED, [&] { (void)RandomState::recover_words({1, 2}); }));
    CHECK(refuses(NPRAND_STATE_UNDETERMINED, [&] { (void)RandomState::recover_doubles({}); }));
    CHECK(refuses(NPRAND_NOT_RANDOM_SAMPLE, [&] { (void)RandomState::recover_doubles({1.0}); }));
    std::vector<std::uint32_t> wrong = words;
    wrong[650] ^= 1;
    CHECK(refuses(NPRAND_NOT_CONSECUTIVE, [&] { (void)RandomState::recover_words(wrong); }));
}

static void test_settings()
{
    RandomState rs(3);
    CHECK(rs.get_numpy()[0] == 2 && rs.get_numpy()[1] == 5);
    rs.set_numpy(1, 17, 2);
    CHECK(rs.get_numpy() == std::array<int, 3>{1, 17, 2});
    rs.set_numpy(1, 16);
    CHECK(rs.get_numpy()[1] == 16);
    rs.set_long_bits(32);
    CHECK(rs.tomaxint() <= INT32_MAX);
    CHECK((throws<std::invalid_argument>([&] { rs.set_numpy(3, 0); }, NPRAND_UNKNOWN_RELEASE,
                                         nprand_strerror(NPRAND_UNKNOWN_RELEASE))));
    CHECK((throws<std::invalid_argument>([&] { rs.set_long_bits(16); }, NPRAND_BAD_LONG_BITS,
                                         "long must have 32 or 64 bits")));
    CHECK((throws<std::invalid_argument>([&] { rs.set_runner(run_reversed, nullptr, 0); },
                                         NPRAND_BAD_PARTS, nprand_strerror(NPRAND_BAD_PARTS))));
    RandomState one(9), two(9);
    two.set_runner(run_reversed, nullptr, 2);
    CHECK(one.rand(5000000) == two.rand(5000000));
}

/* ---- Words, bytes, arrays ---- */

static void test_generator()
{
    static_assert(std::is_same_v<RandomState::result_type, std::uint32_t>, "a word");
    static_assert(RandomState::min() == 0 && RandomState::max() == UINT32_MAX, "all of them");
    static_assert(sizeof(RandomState) == sizeof(nprand_rng), "nothing else");
    static_assert(!std::is_convertible_v<int, RandomState>, "no number is a generator");
#if __cplusplus >= 202002L
    static_assert(std::uniform_random_bit_generator<RandomState>);
#endif
    for (std::uint32_t seed : {0u, 1u, 5489u, 4294967295u}) {
        RandomState rs(seed);
        std::mt19937 theirs(seed);
        bool same = true;
        for (int i = 0; i < 10000; i++)
            same = same && rs() == theirs();
        CHECK(same);

        std::vector<int> x(1000), y(1000);
        std::iota(x.begin(), x.end(), 0);
        y = x;
        std::shuffle(x.begin(), x.end(), rs);
        std::shuffle(y.begin(), y.end(), theirs);
        CHECK(x == y);
        std::normal_distribution<double> one, two;
        std::uniform_int_distribution<int> dice(1, 6);
        CHECK(one(rs) == two(theirs));
        CHECK(dice(rs) == dice(theirs));
        CHECK(rs.random_raw() == theirs());
    }
}

/* ---- std::mt19937 ---- */

/* The untempered words of std::mt19937(seed) and of what follows, by the recurrence of Matsumoto and
 * Nishimura. */
static std::vector<std::uint32_t> words_of_seed(std::uint32_t seed, std::size_t count)
{
    std::vector<std::uint32_t> x = {seed};
    for (std::uint32_t i = 1; i < 624; i++)
        x.push_back(1812433253u * (x[i - 1] ^ x[i - 1] >> 30) + i);
    for (std::size_t i = 0; x.size() < count; i++) {
        const std::uint32_t y = (x[i] & 0x80000000u) | (x[i + 1] & 0x7fffffffu);
        x.push_back(x[i + 397] ^ y >> 1 ^ ((y & 1) != 0 ? 0x9908b0dfu : 0));
    }
    return x;
}

static std::string text_of(const std::uint32_t *words, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; i++)
        text += std::to_string(words[i]) + " ";
    return text;
}

template <class Engine> bool same_words(RandomState rs, Engine engine)
{
    for (int i = 0; i < 2000; i++) {
        if (rs() != engine())
            return false;
    }
    return true;
}

/* The text of a state by a function of nprand.h. */
template <class Get> std::string text_by(Get get, const nprand_state &state)
{
    RandomState rs(0);
    rs.set_state(state);
    std::string text(NPRAND_STATE_JSON_SIZE, '\0');
    std::size_t length = 0;
    CHECK(get(rs.rng(), text.size(), &text[0], &length) == NPRAND_OK);
    text.resize(length);
    return text;
}

static std::string words_alone(const nprand_state &state)
{
    return text_by(nprand_get_state_std, state);
}

static std::string words_and_position(const nprand_state &state)
{
    return text_by(nprand_get_state_libstdcxx, state);
}

/* Whether this C++ library reads the text, as the state of the engine. */
static bool is_read(const std::string &text, const std::mt19937 &engine)
{
    std::mt19937 back;
    std::istringstream stream(text);
    stream >> back;
    return !stream.fail() && same_words(RandomState::from_std(engine), back);
}

static void test_std_engines()
{
    CHECK(RandomState(42).random_raw() == 1608637542 && std::mt19937(42)() == 1608637542);
    const auto x = words_of_seed(42, 3000);
    for (const unsigned skip : {0u, 1u, 2u, 226u, 227u, 228u, 396u, 397u, 398u, 622u, 623u, 624u,
                                625u, 1000u, 1247u, 1248u, 1249u}) {
        std::mt19937 engine(42), back;
        RandomState rs(42);
        engine.discard(skip);
        if (skip > 0)
            (void)rs.random_raw(skip);
        CHECK(same_words(RandomState::from_std(engine), engine));
        rs.to_std(back);
        CHECK(same_words(rs, back) && back == engine);
        RandomState::from_std(engine).to_std(back);
        CHECK(back == engine);

        /* The text of this library is read, and written as it is. */
        std::ostringstream written;
        written << engine;
        CHECK(RandomState::from_std(written.str()).to_std() == written.str());

        /* So are both forms, whichever is this library's. */
        const nprand_state state = rs.get_state();
        CHECK(same_words(RandomState::from_std(words_and_position(state)), engine));
        CHECK(same_words(RandomState::from_std(words_alone(state)), engine));
        CHECK(same_words(RandomState::from_std(text_of(&x[skip], 624)), engine));
        CHECK(words_alone(state) + " " == text_of(&x[skip], 624));
        CHECK(is_read(words_alone(state) + " 624", engine));
    }
    /* At pos 0, which no draw leaves, all words are of the block before. */
    std::mt19937 engine(42);
    engine.discard(624);
    nprand_state state = RandomState(42).get_state();
    std::copy(&x[1248], &x[1248] + 624, state.key);
    state.pos = 0;
    CHECK(words_alone(state) + " " == text_of(&x[624], 624));
    CHECK(same_words(RandomState::from_std(words_alone(state)), engine));
    CHECK(same_words(RandomState::from_std(words_and_position(state)), engine));
}

/* Other digits than the C locale's, between which a thousands separator stands. */
struct grouped : std::numpunct<char> {
    char do_thousands_sep() const override
    {
        return '.';
    }
    std::string do_grouping() const override
    {
        return "\3";
    }
};

static void test_std_engines_in_a_locale()
{
    const std::locale before = std::locale::global(std::locale(std::locale(), new grouped));
    std::mt19937 engine(42), back;
    CHECK(same_words(RandomState::from_std(engine), engine));
    RandomState(42).to_std(back);
    CHECK(back == engine);
    CHECK(RandomState(42).to_std().find('.') == std::string::npos);
    std::locale::global(before);
}

static void test_std_texts_that_are_refused()
{
    const auto x = words_of_seed(42, 700);
    const std::string words = text_of(x.data(), 624);
    const std::string number = "a number from 0 to 2^32 - 1 is needed here (byte ";
    const std::string ends = "the text ends before its 624th word (byte ";
    const std::string at_0 = number + "0)", behind = number + std::to_string(words.size()) + ")";
    const std::string more = "the text has more than 624 words and a position (byte ";
    const std::string few = text_of(x.data(), 623);
    const std::pair<std::string, std::string> cases[] = {
        {"", ends + "0)"},
        {" ", ends + "1)"},
        {few, ends + std::to_string(few.size()) + ")"},
        {words + "624 1", more + std::to_string(words.size() + 4) + ")"},
        {words + "-1", behind},
        {words + "4294967296", behind},
        {words + "18446744073709551616", behind},
        {words + "6a", behind},
        {"x" + words, at_0},
        {"+" + words, at_0},
        {words + "1,2", behind},
        {words + std::string(1, '\0'), behind},
    };
    for (const auto &[text, reason] : cases) {
        const std::string copy = text;
        CHECK((throws<nprand::value_error>([&] { (void)RandomState::from_std(copy); },
                                           NPRAND_BAD_STD_TEXT, reason.c_str())));
    }
    const std::string outside =
        "the position is outside 0..624 (byte " + std::to_string(words.size()) + ")";
    for (const char *pos : {"625", "2147483648", "4294967295"}) {
        CHECK((throws<nprand::value_error>([&] { (void)RandomState::from_std(words + pos); },
                                           NPRAND_BAD_POS, outside.c_str())));
    }
    const std::vector<std::uint32_t> zeros(624);
    CHECK((throws<nprand::value_error>(
        [&] { (void)RandomState::from_std(text_of(zeros.data(), 624)); }, NPRAND_ZERO_KEY,
        "the words are all zero (byte 0)")));
    /* White space is free, and the position may be any up to 624. */
    CHECK(same_state(RandomState::from_std("\n\t" + words + "\r\n 624\v\f"), RandomState(42)));
    CHECK(RandomState::from_std(words + "0").get_state().pos == 0);
    /* A kept normal is not handed over. */
    RandomState rs(42);
    (void)rs.standard_normal();
    CHECK(RandomState::from_std(rs.to_std()).get_state().has_gauss == 0);
}

/* ---- Other tools ---- */

static void test_seeds_of_other_tools()
{
    RandomState rs(0);
    rs.seed_r(42);
    CHECK(rs.random_raw() == 3929062039);
    rs.seed_r(-1L);
    CHECK(rs.random_raw() == 2090219621);
    rs.seed_matlab(0u);
    CHECK(rs.random_raw() == 3499211612);
    rs.seed_gsl(0);
    CHECK(rs.random_raw() == 4293858116);
    rs.seed_gsl(-1); /* as gsl_rng_set(r, -1), whose parameter is unsigned */
    CHECK(rs.random_raw() == 419326371);
    CHECK((throws<nprand::value_error>([&] { rs.seed_r(UINT64_MAX); }, NPRAND_BAD_R_SEED,
                                       nprand_strerror(NPRAND_BAD_R_SEED))));
    CHECK((throws<nprand::value_error>([&] { rs.seed_matlab(-1); }, NPRAND_BAD_SEED,
                                       nprand_strerror(NPRAND_BAD_SEED))));
}

static void test_states_of_other_tools()
{
    RandomState rs(3);
    (void)rs.random_raw(1000);
    RandomState r(0), matlab(0), octave(0), torch(0), gsl(0);
    r.set_state_r(rs.get_state_r());
    matlab.set_state_matlab(rs.get_state_matlab());
    octave.set_state_octave(rs.get_state_octave());
    torch.set_state_torch(rs.get_state_torch());
    struct {
        unsigned long mt[624];
        int mti;
    } state;
    rs.get_state_gsl(&state, sizeof state);
    gsl.set_state_gsl(&state, sizeof state);
    for (const RandomState &other : {r, matlab, octave, torch, gsl})
        CHECK(same_state(other, rs));
    CHECK(rs.get_state_r()[0] == 10403 && rs.get_state_octave()[624] == 625 - 376);
    CHECK((throws<nprand::value_error>(
        [&] {
            rs.set_state_r({1, 2, 3});
        },
        NPRAND_BAD_STATE_SIZE, nprand_strerror(NPRAND_BAD_STATE_SIZE))));
    CHECK((throws<nprand::value_error>([&] { rs.set_state_torch({}); }, NPRAND_BAD_STATE_SIZE,
                                       nprand_strerror(NPRAND_BAD_STATE_SIZE))));
}

static void test_bytes()
{
    CHECK(RandomState(12345).bytes(7) ==
          std::vector<unsigned char>{226, 81, 251, 237, 229, 45, 225});
    RandomState rs(12345);
    CHECK(rs.bytes(0).empty());
    CHECK(rs.random_raw() == 3823185381); /* the first word is gone */
    unsigned char out[3];
    rs.seed(12345);
    rs.bytes_fill(3, out);
    CHECK(out[0] == 226 && out[2] == 251);
}

static void test_dimensions()
{
    RandomState rs(1), flat(1);
    const auto cube = rs.rand(2, 3, 4);
    CHECK(same_bits(cube, flat.rand(24)));
    CHECK(same_bits(rs.randn(5, 2), flat.standard_normal(10)));
    CHECK(rs.rand(3, 0).empty() && rs.rand(0).empty());
    CHECK(same_state(rs, flat));
}

static void test_rows()
{
    EXACT(multinomial(20, {.2, .3, .5}), std::vector<std::int64_t>{7, 4, 9});
    EXACT(multinomial(20, {.2, .3, .5}, 2), std::vector<std::int64_t>{7, 4, 9, 2, 5, 13});
    CHECK(RandomState(1).multinomial(20, {}, 3).empty());
    const auto shares = RandomState(12345).dirichlet({1, 2, 3}, 2);
    const double expected[] = {0x1.04f11e40384bcp-1, 0x1.14a9f49382319p-3, 0x1.6bc8c935ce4fbp-2,
                               0x1.3cfc82a3a20bdp-3, 0x1.3952ec8a5773bp-2, 0x1.14176911ebc33p-1};
    CHECK(std::equal(shares.begin(), shares.end(), expected, expected + 6, nearly));
    same_floats<double>([](RandomState &r, std::size_t n, auto *out) {
        const double one[] = {0.5};
        r.dirichlet_fill(one, 1, n, out);
    });
    const double two[] = {0.5, 2};
    double pairs[600];
    float rounded[600];
    RandomState(3).dirichlet_fill(two, 2, 300, pairs);
    RandomState(3).dirichlet_fill(two, 2, 300, rounded);
    CHECK(std::equal(pairs, pairs + 600, rounded,
                     [](double a, float b) { return static_cast<float>(a) == b; }));

    RandomState rs(12345);
    nprand_rng rng;
    const double p[] = {0.25, 0.25, 0.5}, alpha[] = {0.5, 1, 2};
    std::int64_t counts[3], counts_of_c[3];
    double row[3], row_of_c[3];
    CHECK(nprand_seed(&rng, 12345) == NPRAND_OK);
    CHECK(nprand_multinomial(&rng, 50, p, 3, counts_of_c) == NPRAND_OK);
    rs.multinomial_fill(50, p, 3, 1, counts);
    CHECK(std::memcmp(counts, counts_of_c, sizeof counts) == 0);
    CHECK(nprand_dirichlet(&rng, alpha, 3, row_of_c) == NPRAND_OK);
    rs.dirichlet_fill(alpha, 3, 1, row);
    CHECK(std::memcmp(row, row_of_c, sizeof row) == 0);
    CHECK(same_bits(rs.dirichlet({0.5, 1, 2}), [&] {
        CHECK(nprand_dirichlet(&rng, alpha, 3, row_of_c) == NPRAND_OK);
        return std::vector<double>(row_of_c, row_of_c + 3);
    }()));
    CHECK(same_state(rs, rng));
}

/* pvals and alpha of each kind of range: by NumPy 1.24.2. */
template <class Range> static void test_rows_of(const Range &pvals, const Range &alpha)
{
    const std::vector<std::int64_t> counts = {100, 200, 700, 94, 191, 715};
    CHECK(RandomState(3).multinomial(1000, pvals, 2) == counts);
    std::vector<std::int64_t> filled(6);
    RandomState(3).multinomial_fill(1000, pvals, 2, filled.data());
    CHECK(filled == counts);
    /* alpha is that of float32. */
    const double expected[] = {0x1.361a794082899p-9, 0x1.ec11cbe3ce90cp-7, 0x1.f7199e5730433p-1};
    const auto shares = RandomState(3).dirichlet(alpha);
    CHECK(std::equal(shares.begin(), shares.end(), expected, expected + 3, nearly));
    double out[3];
    RandomState(3).dirichlet_fill(alpha, 1, out);
    CHECK(std::equal(shares.begin(), shares.end(), out, out + 3));
    float rounded[3];
    RandomState(3).dirichlet_fill(alpha, 1, rounded);
    CHECK(rounded[2] == static_cast<float>(out[2]));
}

static void test_ranges_of_rows()
{
    const float p[] = {.1f, .2f, .7f}, alpha[] = {.1f, .3f, 1.7f};
    const double dp[] = {p[0], p[1], p[2]}, dalpha[] = {alpha[0], alpha[1], alpha[2]};
    using floats = std::vector<float>;
    using doubles = std::vector<double>;
    test_rows_of(p, alpha);
    test_rows_of(dp, dalpha);
    test_rows_of(floats(p, p + 3), floats(alpha, alpha + 3));
    test_rows_of(doubles(dp, dp + 3), doubles(dalpha, dalpha + 3));
    test_rows_of(std::array<float, 3>{p[0], p[1], p[2]},
                 std::array<float, 3>{alpha[0], alpha[1], alpha[2]});
    test_rows_of(std::array<double, 3>{p[0], p[1], p[2]},
                 std::array<double, 3>{alpha[0], alpha[1], alpha[2]});
#ifdef __cpp_lib_span
    test_rows_of(std::span<const float>(p), std::span<const float>(alpha));
    test_rows_of(std::span<const double>(dp), std::span<const double>(dalpha));
#endif
    CHECK(RandomState(1).multinomial(20, floats(), 3).empty());
    CHECK(RandomState(1).dirichlet(floats(), 3).empty());
    /* NumPy checks the sum of the doubles: two thirds of float32 and 1/3 are more than 1. */
    CHECK((throws<nprand::value_error>(
        [] {
            RandomState(3).multinomial(10, floats{1 / 3.f, 1 / 3.f, 1 / 3.f, 0});
        },
        NPRAND_PVALS_SUM, nprand_strerror(NPRAND_PVALS_SUM))));
}

/* ---- Permutations and samples ---- */

/* An element that can only be moved. */
struct heavy {
    std::unique_ptr<int> value;
    explicit heavy(int i) : value(std::make_unique<int>(i))
    {
    }
};

static void test_shuffle()
{
    /* x = list('abcdefghij'); RandomState(12345).shuffle(x) */
    const std::string order = "ahdjgebifc";
    std::string text = "abcdefghij";
    RandomState(12345).shuffle(text);
    CHECK(text == order);
    std::vector<std::string> strings;
    std::deque<char> deque;
    std::vector<heavy> moved;
    for (int i = 0; i < 10; i++) {
        const char letter = static_cast<char>('a' + i);
        strings.push_back(std::string(40, letter));
        deque.push_back(letter);
        moved.emplace_back(i);
    }
    RandomState rs(12345);
    rs.shuffle(strings);
    RandomState(12345).shuffle(deque);
    RandomState(12345).shuffle(moved.begin(), moved.end());
    for (std::size_t i = 0; i < 10; i++) {
        CHECK(strings[i] == std::string(40, order[i]));
        CHECK(deque[i] == order[i]);
        CHECK('a' + *moved[i].value == order[i]);
    }
    RandomState plain(12345);
    plain.shuffle(text);
    CHECK(same_state(rs, plain));

    std::vector<bool> flags = {true, false, true, true, false, false, true};
    RandomState(12345).shuffle(flags);
    CHECK(flags == std::vector<bool>{true, true, false, true, false, false, true});
    /* np.arange(12).reshape(4, 3), as an array, and flat */
    int rows[4][3] = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {9, 10, 11}};
    int matrix[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    const int expected[12] = {0, 1, 2, 9, 10, 11, 3, 4, 5, 6, 7, 8};
    RandomState(12345).shuffle(rows);
    RandomState(12345).shuffle(matrix, 4, 3);
    CHECK(std::memcmp(rows, expected, sizeof rows) == 0);
    CHECK(std::memcmp(matrix, expected, sizeof matrix) == 0);

    /* x = np.arange(12).reshape(4, 3), shuffle(x[:, 1]); y = np.arange(10), shuffle(y[::-2]) */
    int columns[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    const int shuffled_column[12] = {0, 1, 2, 3, 10, 5, 6, 4, 8, 9, 7, 11};
    RandomState(12345).shuffle_strided(columns + 1, 4, 3);
    CHECK(std::memcmp(columns, shuffled_column, sizeof columns) == 0);
    int back[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const int shuffled_back[10] = {0, 5, 2, 7, 4, 3, 6, 1, 8, 9};
    RandomState(12345).shuffle_strided(back + 9, 5, -2);
    CHECK(std::memcmp(back, shuffled_back, sizeof back) == 0);
    CHECK((throws<nprand::value_error>([&] { rs.shuffle_strided(back, 4, 0); },
                                       NPRAND_ELEMENTS_OVERLAP,
                                       nprand_strerror(NPRAND_ELEMENTS_OVERLAP))));
    CHECK((throws<nprand::value_error>([&] { rs.shuffle_strided(back, 4, PTRDIFF_MAX); },
                                       NPRAND_TOO_LARGE, "array is too big")));
    std::vector<char> reversed(order.begin(), order.end()), forward = reversed;
    std::reverse(forward.begin(), forward.end());
    RandomState(12345).shuffle(reversed.rbegin(), reversed.rend());
    RandomState(12345).shuffle(forward);
    std::reverse(forward.begin(), forward.end());
    CHECK(reversed == forward);

    std::vector<double> empty;
    std::vector<std::string> nothing, single = {"a"};
    const RandomState before = rs;
    rs.shuffle(empty);
    rs.shuffle(nothing);
    rs.shuffle(single);
    CHECK(same_state(rs, before) && single[0] == "a");
}

/* The two ways of shuffle give the same for other sizes, whatever cycles there are. */
static void test_shuffle_sizes()
{
    RandomState one(5), two(5);
    for (int size = 0; size < 200; size++) {
        std::vector<int> x(static_cast<std::size_t>(size));
        std::iota(x.begin(), x.end(), 0);
        std::deque<int> y(x.begin(), x.end());
        one.shuffle(x.data(), x.size());
        two.shuffle(y);
        CHECK(std::equal(x.begin(), x.end(), y.begin(), y.end()));
    }
    CHECK(same_state(one, two));
}

static void test_permutation()
{
    const std::vector<std::int64_t> order = {0, 7, 3, 9, 6, 4, 1, 8, 5, 2};
    EXACT(permutation(10), order);
    const std::string text = "abcdefghij";
    EXACT(permutation(text), std::vector<char>{'a', 'h', 'd', 'j', 'g', 'e', 'b', 'i', 'f', 'c'});
    const std::list<std::string> strings = {"a", "b", "c"};
    CHECK(RandomState(12345).permutation(strings).size() == 3);
    std::int64_t filled[10];
    char letters[10];
    RandomState(12345).permutation_fill(10, filled);
    CHECK(std::equal(order.begin(), order.end(), filled));
    RandomState(12345).permutation_fill(text.data(), 10, letters);
    CHECK(std::memcmp(letters, "ahdjgebifc", 10) == 0);
    CHECK(RandomState(1).permutation(0).empty());
}

static void test_choice()
{
    using indices = std::vector<std::int64_t>;
    const std::vector<double> p = {.1, .2, .3, .4};
    const std::vector<std::string> words = {"a", "b", "c", "d"};
    EXACT(choice(10), 2);
    EXACT(choice(4, p), 3);
    EXACT(choice(4, {.1, .2, .3, .4}), 3);
    EXACT(choice(10, 5), indices({2, 5, 1, 4, 9}));
    EXACT(choice(10, 5, false), indices({0, 7, 3, 9, 6}));
    EXACT(choice(4, 6, true, p), indices({3, 2, 1, 1, 2, 2}));
    EXACT(choice(4, 3, false, p), indices({3, 2, 1}));
    EXACT(choice(words, 5), std::vector<std::string>({"c", "b", "b", "b", "a"}));
    EXACT(choice(words, 3, false, p), std::vector<std::string>({"d", "c", "b"}));
    EXACT(choice(words, p), "d");
    EXACT(choice(words), "c");
    const std::list<int> list = {10, 11, 12, 13};
    EXACT(choice(list, 2, true), std::vector<int>({12, 11}));
    std::int64_t filled[3];
    RandomState(12345).choice_fill(4, 3, false, p, filled);
    CHECK(filled[0] == 3 && filled[1] == 2 && filled[2] == 1);
    RandomState(12345).choice_fill(10, 3, false, filled);
    CHECK(filled[0] == 0 && filled[1] == 7 && filled[2] == 3);
    RandomState(12345).choice_fill(10, 3, filled);
    CHECK(filled[0] == 2 && filled[1] == 5 && filled[2] == 1);
    EXACT(choice({5, 6, 7, 8}), 7);
    EXACT(choice({"a", "b", "c", "d"}, 5)[4], std::string("a"));
    EXACT(choice({5, 6, 7, 8}, p), 8);
    EXACT(choice({5, 6, 7, 8}, {.1, .2, .3, .4}), 8);
    EXACT(choice({5, 6, 7, 8}, 3, false, p), std::vector<int>({8, 7, 6}));
    EXACT(choice({9}), 9);
    /* One number in braces is p, not a size: these are no vectors. */
    const std::vector<int> nine = {9};
    EXACT(choice(1, {1.0}), 0);
    EXACT(choice(1, {1}), 0);
    EXACT(choice(nine, {1.0}), 9);
    EXACT(choice({9}, {1}), 9);
    const int array[4] = {5, 6, 7, 8};
    EXACT(choice(array, 2), std::vector<int>({7, 6}));
    CHECK(RandomState(1).choice(0, 0, false).empty());
    CHECK(RandomState(1).choice(std::vector<int>(), 0).empty());
}

/* p as any contiguous range of doubles or of floats; and the float32 of NumPy, whose tolerance is
 * 3.4e-4. */
template <class P> static void test_choice_p(const P &p)
{
    using indices = std::vector<std::int64_t>;
    EXACT(choice(4, p), 3);
    EXACT(choice(4, 6, true, p), indices({3, 2, 1, 1, 2, 2}));
    EXACT(choice(4, 3, false, p), indices({3, 2, 1}));
    EXACT(choice({5, 6, 7, 8}, 3, false, p), std::vector<int>({8, 7, 6}));
    std::int64_t filled[3];
    RandomState(12345).choice_fill(4, 3, false, p, filled);
    CHECK(filled[0] == 3 && filled[1] == 2 && filled[2] == 1);
}

static void test_choice_of_ranges()
{
    const double doubles[] = {.1, .2, .3, .4};
    const float floats[] = {.1f, .2f, .3f, .4f};
    const std::vector<double> double_vector(doubles, doubles + 4);
    const std::vector<float> float_vector(floats, floats + 4);
    std::array<double, 4> double_array = {.1, .2, .3, .4};
    const std::array<float, 4> float_array = {.1f, .2f, .3f, .4f};
    test_choice_p(doubles);
    test_choice_p(floats);
    test_choice_p(double_vector);
    test_choice_p(float_vector);
    test_choice_p(double_array);
    test_choice_p(float_array);
#if defined(__cpp_lib_span)
    test_choice_p(std::span<const double>(doubles));
    test_choice_p(std::span<double, 4>(double_array));
    test_choice_p(std::span<const float>(floats));
#endif
    /* Too far from 1 for doubles. */
    const std::vector<float> loose = {.5f, .5003f};
    const std::vector<double> strict(loose.begin(), loose.end());
    CHECK(RandomState(1).choice(2, loose) == 0);
    CHECK((throws<nprand::value_error>([&] { RandomState(1).choice(2, strict); }, NPRAND_P_SUM,
                                       "probabilities do not sum to 1")));
    CHECK((throws<nprand::value_error>(
        [&] {
            RandomState(1).choice(2, {.5f, .5003f});
        },
        NPRAND_P_SUM, "probabilities do not sum to 1")));
    CHECK((throws<nprand::value_error>([&] { RandomState(1).choice(3, loose); }, NPRAND_P_SIZE,
                                       "'a' and 'p' must have same size")));
    CHECK((
        throws<nprand::value_error>([] { RandomState(1).choice(0, 0, true, std::vector<float>()); },
                                    NPRAND_P_SUM, "probabilities do not sum to 1")));
}

/* What NumPy takes for replace and gives no error for, p in its place, does not compile. */
template <class Replace, class = void> struct takes_replace : std::false_type {
};
template <class Replace>
struct takes_replace<Replace, std::void_t<decltype(std::declval<RandomState &>().choice(
                                  4, 3, std::declval<Replace>()))>> : std::true_type {
};
static_assert(takes_replace<bool>::value && takes_replace<const bool &>::value, "");
static_assert(!takes_replace<std::vector<double> &>::value, "");
static_assert(!takes_replace<const double (&)[4]>::value, "");
static_assert(!takes_replace<const double *>::value, "");
static_assert(!takes_replace<double>::value, "");
static_assert(!std::is_convertible<const double *, nprand::detail::probabilities>::value, "");
static_assert(!std::is_convertible<std::vector<int>, nprand::detail::probabilities>::value, "");

/* ---- Errors ---- */

/* What is refused leaves the state as it was. */
#define REFUSED(standard, status, words, ...)                                   \
    do {                                                                        \
        RandomState rs(6);                                                      \
        (void)rs.standard_normal();                                             \
        const RandomState before = rs;                                          \
        errno = ERANGE;                                                         \
        CHECK((throws<standard>([&] { (void)(__VA_ARGS__); }, status, words))); \
        CHECK(errno == ERANGE && same_state(rs, before));                       \
    } while (0)

static void test_errors()
{
    using value = std::invalid_argument;
    const std::vector<double> half = {.5, .5};
    double kept = 1.0;
    std::int64_t kept_integer = 1;
    std::uint64_t big = std::uint64_t{1} << 63;
    REFUSED(value, NPRAND_NEGATIVE_SCALE, "scale < 0", rs.normal(0, -1));
    REFUSED(value, NPRAND_NEGATIVE_SCALE, "scale < 0", rs.normal(0, -1, 10));
    REFUSED(value, NPRAND_NEGATIVE_SCALE, "scale < 0", rs.normal_fill(0, -1, 1, &kept));
    float kept_float = 1.0f;
    REFUSED(value, NPRAND_NEGATIVE_SCALE, "scale < 0", rs.normal_fill(0, -1, 1, &kept_float));
    REFUSED(value, NPRAND_NEGATIVE_SCALE, "scale < 0", rs.normal_fill(0, -1, 0, &kept_float));
    REFUSED(nprand::value_error, NPRAND_NEGATIVE_SHAPE, "shape < 0", rs.gamma(-1));
    REFUSED(nprand::error, NPRAND_NEGATIVE_SHAPE, "shape < 0", rs.gamma(-1));
    REFUSED(std::overflow_error, NPRAND_RANGE_NOT_FINITE, "Range exceeds valid bounds",
            rs.uniform(-1.7e308, 1.7e308));
    REFUSED(nprand::overflow_error, NPRAND_RANGE_NOT_FINITE, "Range exceeds valid bounds",
            rs.uniform(-1.7e308, 1.7e308, 3));
    REFUSED(value, NPRAND_LOW_NOT_BELOW_HIGH, "low >= high", rs.randint(5, 5));
    REFUSED(value, NPRAND_HIGH_NOT_POSITIVE, "high <= 0", rs.randint(0));
    REFUSED(value, NPRAND_HIGH_OUTSIDE_UINT8, "high is out of bounds for uint8",
            rs.randint<std::uint8_t>(0, 257));
    REFUSED(value, NPRAND_LOW_OUTSIDE_INT8, "low is out of bounds for int8",
            rs.randint<std::int8_t>(-129, 0, 4));
    REFUSED(value, NPRAND_HIGH_OUTSIDE_UINT8, "high is out of bounds for uint8",
            rs.randint_endpoint<std::uint8_t>(0, INT64_MAX));
    REFUSED(value, NPRAND_LOW_NOT_BELOW_HIGH, "low >= high",
            rs.randint_endpoint<std::int64_t>(3, 2));
    REFUSED(value, NPRAND_LOW_NOT_BELOW_HIGH, "low >= high", rs.randint<std::uint64_t>(3, 2));
    REFUSED(value, NPRAND_LAM_NEGATIVE, "lam < 0 or lam is NaN", rs.poisson(-1));
    REFUSED(value, NPRAND_LAM_NEGATIVE, "lam < 0 or lam is NaN",
            rs.poisson_fill(-1, 1, &kept_integer));
    REFUSED(value, NPRAND_P_OUTSIDE_0_1, "p < 0, p > 1 or p is NaN", rs.binomial(5, 2));
    REFUSED(value, NPRAND_PVALS_SUM, "sum(pvals[:-1]) > 1.0", rs.multinomial(5, {1, 1, 0}));
    REFUSED(value, NPRAND_ALPHA_NOT_POSITIVE, "alpha <= 0", rs.dirichlet({1, 0}));
    REFUSED(value, NPRAND_EMPTY_POPULATION, nprand_strerror(NPRAND_EMPTY_POPULATION), rs.choice(0));
    const char *of_nothing = "'a' cannot be empty unless no samples are taken";
    const std::vector<int> nothing;
    REFUSED(value, NPRAND_EMPTY_POPULATION, of_nothing, rs.choice(nothing));
    REFUSED(value, NPRAND_EMPTY_POPULATION, of_nothing, rs.choice(nothing, std::vector<double>()));
    REFUSED(value, NPRAND_EMPTY_POPULATION, of_nothing, rs.choice(nothing, 3));
    REFUSED(value, NPRAND_EMPTY_POPULATION, of_nothing, rs.choice(nothing, 3, false, {}));
    REFUSED(value, NPRAND_P_SIZE, "'a' and 'p' must have same size", rs.choice(3, half));
    REFUSED(value, NPRAND_P_SUM, "probabilities do not sum to 1", rs.choice(2, {.5, .6}));
    REFUSED(value, NPRAND_SAMPLE_TOO_LARGE, nprand_strerror(NPRAND_SAMPLE_TOO_LARGE),
            rs.choice(3, 4, false));
    REFUSED(value, NPRAND_TOO_LARGE, "array is too big", rs.rand(SIZE_MAX));
    REFUSED(value, NPRAND_TOO_LARGE, "array is too big", rs.rand(SIZE_MAX / 2, 3));
    REFUSED(value, NPRAND_TOO_LARGE, "array is too big", rs.permutation(SIZE_MAX));
    REFUSED(value, NPRAND_TOO_LARGE, "array is too big", rs.choice(std::vector<int>{1}, SIZE_MAX));
    REFUSED(value, NPRAND_NULL_POINTER, "pointer is NULL", rs.rand_fill(1, nullptr));
    REFUSED(value, NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1", rs.seed(-1));
    REFUSED(value, NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1", rs.seed(big));
    REFUSED(value, NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1", RandomState(-1));
    REFUSED(value, NPRAND_EMPTY_SEED, "Seed must be non-empty",
            rs.seed(std::vector<std::uint32_t>()));
    nprand_state state = RandomState(0).get_state();
    state.pos = 625;
    REFUSED(value, NPRAND_BAD_POS, "state pos must be between 0 and 624", rs.set_state(state));
    REFUSED(value, NPRAND_BAD_JSON, "a value is needed here (byte 2)",
            rs.set_state_json("  MT19937"));
    REFUSED(value, NPRAND_BAD_JSON, "the text is empty (byte 0)", rs.set_state_json({}));
    REFUSED(value, NPRAND_BAD_POS, "pos is outside 0..624 (byte 18)",
            rs.set_state_json(R"({"state": {"pos": 625}})"));
    REFUSED(value, NPRAND_BAD_JSON, "the version of the state is not 3 (byte 1)",
            rs.set_state_python("[2, [], null]"));
    CHECK(kept == 1.0 && kept_integer == 1 && kept_float == 1.0f);
    /* No bounds are looked at where nothing is drawn: NumPy does this. */
    CHECK(RandomState(0).randint(5, 5, 0).empty());
    /* NaN that is drawn is no refusal. */
    CHECK(std::isnan(RandomState(0).normal(NAN)));
    CHECK((throws<nprand::os_error>([] { nprand::detail::check(NPRAND_NO_ENTROPY); },
                                    NPRAND_NO_ENTROPY, nprand_strerror(NPRAND_NO_ENTROPY))));
}

/* One generator, and one set of exceptions, in both units. */
static void test_units()
{
    RandomState rs(12345), here(12345);
    CHECK(same_bits(drawn_elsewhere(rs), here.normal(0, 1, 3)));
    CHECK(same_state(rs, here));
    CHECK((throws<std::invalid_argument>([&] { refused_elsewhere(rs); }, NPRAND_NEGATIVE_SCALE,
                                         "scale < 0")));
}

int main()
{
    test_methods();
    test_dtypes();
    test_integer_types();
    test_numpy_values();
    test_numpy_defaults();
    test_numpy_dtypes();
    test_seeds();
    test_types_of_seeds();
    test_seed_sequences();
    test_seeds_of_c();
    test_python_seeds();
    test_states();
    test_jumps();
    test_recover();
    test_settings();
    test_generator();
    test_std_engines();
    test_std_engines_in_a_locale();
    test_std_texts_that_are_refused();
    test_seeds_of_other_tools();
    test_states_of_other_tools();
    test_bytes();
    test_dimensions();
    test_rows();
    test_ranges_of_rows();
    test_shuffle();
    test_shuffle_sizes();
    test_permutation();
    test_choice();
    test_choice_of_ranges();
    test_errors();
    test_units();
    return report_checks();
}
