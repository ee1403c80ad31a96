/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand.hpp, arrays as parameters: each method gives what the each form of C gives and leaves the
 * same state; and the values are those of NumPy.
 */
#include "test_hpp.h"

#include <cmath>
#include <deque>
#include <list>
#if __has_include(<span>)
#include <span>
#endif
#include <string>
#include <valarray>

using nprand::RandomState;
using doubles = std::vector<double>;
using integers = std::vector<std::int64_t>;

/* ---- The C functions ---- */

enum { COUNT = 700 }; /* more than a block of words */

/* COUNT values from a to b. */
template <class Value> std::vector<Value> values_between(Value a, Value b)
{
    std::vector<Value> x;
    for (int i = 0; i < COUNT; i++)
        x.push_back(static_cast<Value>(a + (b - a) * static_cast<Value>(i) / (COUNT - 1)));
    return x;
}

static doubles from_to(double a, double b)
{
    return values_between<double>(a, b);
}

static integers counts(std::int64_t a, std::int64_t b)
{
    return values_between<std::int64_t>(a, b);
}

template <class Value> std::ptrdiff_t step_of(const std::vector<Value> &x)
{
    return x.size() == 1 ? 0 : 1;
}

/* One value of the range, or all. */
template <class Value> std::vector<Value> some_of(const std::vector<Value> &x, bool all)
{
    return all ? x : std::vector<Value>(1, x[COUNT / 2]);
}

/* The forms against C's, for ranges of these lengths. */
template <class T, class Call, class CallEach, class Each, class... Value>
void same_each_of(Call call, CallEach call_each, Each each, const std::vector<Value> &...p)
{
    RandomState rs(12345);
    RandomState c(12345);
    const std::size_t size = std::max({p.size()...});
    auto expected = std::make_unique<T[]>(size);
    auto written = std::make_unique<T[]>(size);
    const auto draw = [&](T *out) {
        return std::apply(each, std::tuple_cat(std::make_tuple(c.rng()),
                                               std::make_tuple(p.data(), step_of(p))...,
                                               std::make_tuple(size, out)));
    };
    CHECK(draw(expected.get()) == NPRAND_OK);
    const std::vector<T> values = call(rs, p...);
    CHECK(values.size() == size && std::equal(values.begin(), values.end(), expected.get()));
    CHECK(same_state(rs, c));
    CHECK(draw(expected.get()) == NPRAND_OK);
    std::apply([&](auto... arguments) { call_each(rs, arguments..., size, written.get()); },
               std::tuple_cat(std::make_tuple(p.data(), step_of(p))...));
    CHECK(std::memcmp(written.get(), expected.get(), size * sizeof(T)) == 0);
    CHECK(same_state(rs, c));
}

template <class T, class Call, class CallEach, class Each, class A>
void same_each(Call call, CallEach call_each, Each each, const std::vector<A> &a)
{
    for (int all = 0; all < 2; all++)
        same_each_of<T>(call, call_each, each, some_of(a, all & 1));
}

template <class T, class Call, class CallEach, class Each, class A, class B>
void same_each(Call call, CallEach call_each, Each each, const std::vector<A> &a,
               const std::vector<B> &b)
{
    for (int all = 0; all < 4; all++)
        same_each_of<T>(call, call_each, each, some_of(a, all & 1), some_of(b, all & 2));
}

template <class T, class Call, class CallEach, class Each, class A, class B, class C>
void same_each(Call call, CallEach call_each, Each each, const std::vector<A> &a,
               const std::vector<B> &b, const std::vector<C> &c)
{
    for (int all = 0; all < 8; all++)
        same_each_of<T>(call, call_each, each, some_of(a, all & 1), some_of(b, all & 2),
                        some_of(c, all & 4));
}

#define SAME(name, ...)                                                                  \
    same_each<std::remove_pointer_t<decltype(RandomState(0).name(__VA_ARGS__).data())>>( \
        [](RandomState &rs, const auto &...p) { return rs.name(p...); },                 \
        [](RandomState &rs, auto... p) { rs.name##_each(p...); }, nprand_##name##_each,  \
        __VA_ARGS__)

static void test_methods()
{
    SAME(uniform, from_to(-5, 0), from_to(1, 9));
    SAME(normal, from_to(-5, 5), from_to(0, 9));
    SAME(exponential, from_to(0, 9));
    SAME(standard_gamma, from_to(0, 9));
    SAME(gamma, from_to(0, 9), from_to(0, 9));
    SAME(beta, from_to(.1, 9), from_to(.1, 9));
    SAME(chisquare, from_to(.1, 9));
    SAME(noncentral_chisquare, from_to(.1, 9), from_to(0, 9));
    SAME(f, from_to(.1, 9), from_to(.1, 9));
    SAME(noncentral_f, from_to(.1, 9), from_to(.1, 9), from_to(0, 9));
    SAME(standard_t, from_to(.1, 9));
    SAME(lognormal, from_to(-5, 5), from_to(0, 9));
    SAME(laplace, from_to(-5, 5), from_to(0, 9));
    SAME(logistic, from_to(-5, 5), from_to(0, 9));
    SAME(gumbel, from_to(-5, 5), from_to(0, 9));
    SAME(pareto, from_to(.1, 9));
    SAME(power, from_to(.1, 9));
    SAME(weibull, from_to(0, 9));
    SAME(rayleigh, from_to(0, 9));
    SAME(triangular, from_to(-5, 0), from_to(0, 2), from_to(2.5, 9));
    SAME(vonmises, from_to(-1, 1), from_to(0, 9));
    SAME(wald, from_to(.1, 9), from_to(.1, 9));
    SAME(randint, counts(-500, 0), counts(1, 1000));
    SAME(random_integers, counts(-500, 0), counts(1, 1000));
    SAME(poisson, from_to(0, 30));
    SAME(binomial, counts(0, 1000), from_to(0, 1));
    SAME(negative_binomial, from_to(.1, 9), from_to(.1, 1));
    SAME(geometric, from_to(.1, 1));
    SAME(hypergeometric, counts(20, 90), counts(20, 90), counts(1, 40));
    SAME(logseries, from_to(.1, .9));
    SAME(zipf, from_to(1.5, 9));
}

template <class T, class Bound> void same_dtype(Bound middle, Bound last)
{
    const auto low = values_between<Bound>(0, middle);
    const auto high = values_between<Bound>(static_cast<Bound>(middle + 1), last);
    auto lasts = high;
    for (Bound &x : lasts)
        x--;
    const auto each = nprand::detail::dtype<T>::each;
    same_each<T>([](auto &rs, auto &...p) { return rs.template randint<T>(p...); },
                 [](auto &rs, auto... p) { rs.template randint_each<T>(p...); }, each, low, high);
    RandomState open(1), closed(1);
    CHECK(open.randint<T>(low, high) == closed.randint_endpoint<T>(low, lasts));
    CHECK(open.randint<T>(0, high) == closed.randint_endpoint<T>(0, lasts));
    CHECK(open.randint<T>(high) == closed.randint_endpoint<T>(0, lasts));
    CHECK(open.randint<T>(low, last) ==
          closed.randint_endpoint<T>(low, static_cast<Bound>(last - 1)));
    CHECK(same_state(open, closed));
}

static void test_dtypes()
{
    same_dtype<bool, std::int64_t>(0, 2);
    same_dtype<std::int8_t, std::int64_t>(50, 128);
    same_dtype<std::int16_t, std::int64_t>(500, 32768);
    same_dtype<std::int32_t, std::int64_t>(5000, INT64_C(0x80000000));
    same_dtype<std::int64_t, std::int64_t>(5000, INT64_MAX / COUNT);
    same_dtype<std::uint8_t, std::int64_t>(50, 256);
    same_dtype<std::uint16_t, std::int64_t>(500, 65536);
    same_dtype<std::uint32_t, std::int64_t>(5000, INT64_C(0x100000000));
    same_dtype<std::uint64_t, std::uint64_t>(5000, UINT64_MAX / COUNT);
}

/* The whole range of 64 bits, and pointers. */
static void test_endpoints()
{
    const std::int64_t low = INT64_MIN, last = INT64_MAX;
    const std::uint64_t first = 0, end = UINT64_MAX;
    RandomState a(3), b(3);
    std::int64_t x[2];
    std::uint64_t y[2];
    a.randint_endpoint_each(&low, 0, &last, 0, 2, x);
    a.randint_endpoint_each(&first, 0, &end, 0, 2, y);
    CHECK(b.randint_endpoint<std::int64_t>(low, last, 2) == integers(x, x + 2));
    CHECK(b.randint_endpoint<std::uint64_t>({first, first}, {end, end}) ==
          std::vector<std::uint64_t>(y, y + 2));
    CHECK(same_state(a, b));
}

/* Types that have no dtype of their own. */
static void test_integer_types()
{
    RandomState a(3), b(3);
    const std::vector<int> high{100, 50, 200, 100};
    const std::vector<std::uint8_t> bytes = a.randint<std::uint8_t>(0, high);
    const std::vector<unsigned char> characters = b.randint<unsigned char>(0, high);
    CHECK(bytes == characters && same_state(a, b));
    const std::vector<std::int8_t> small = a.randint<std::int8_t>({0, -5}, {9, 7});
    const std::vector<char> chars = b.randint<char>({0, -5}, {9, 7});
    CHECK(std::equal(small.begin(), small.end(), chars.begin(), [](auto x, auto y) {
              return x == static_cast<std::int8_t>(y);
          }) == std::is_signed_v<char>);
    const std::vector<long long> wide = RandomState(9).randint<long long>({0, 1}, {10, 1000});
    const integers same = RandomState(9).randint<std::int64_t>({0, 1}, {10, 1000});
    CHECK(std::equal(wide.begin(), wide.end(), same.begin(), same.end()));
}

/* ---- NumPy ---- */

/* What goes through the C library's log() and the like has the bits of NumPy on the machine of the
 * vectors; elsewhere the last ones may differ. */
static bool are_near(const doubles &a, const doubles &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return std::fabs(x - y) <= 1e-13 * std::fabs(y); });
}

#define NEAR(call, ...)  CHECK(are_near(RandomState(12345).call, doubles __VA_ARGS__))
#define EXACT(call, ...) CHECK(RandomState(12345).call == (__VA_ARGS__))

/* By NumPy 2.5.5, and equal under 1.24.2: np.random.RandomState(12345).normal([0, 10, 20], [1, 2,
 * 3]) and so on. */
static void test_numpy_values()
{
    NEAR(uniform({0.0, -1.0, 5.0}, {1.0, 2.0, 9.0}),
         {0.9296160928171479, -0.0508733362546423, 5.735675246708378});
    NEAR(normal({0.0, 10.0, 20.0}, {1.0, 2.0, 3.0}),
         {-0.20470765948471295, 10.957886676115097, 18.441683854829787});
    NEAR(exponential({1.0, 2.0, 30.0}), {2.6537906331017487, 0.760693137104742, 6.097243004208647});
    NEAR(standard_gamma({0.5, 1.0, 7.5}),
         {2.1913524132696622, 0.20324143347362159, 8.04680321711633});
    NEAR(gamma({0.5, 2.0, 7.5}, {1.0, 2.0, 0.5}),
         {2.1913524132696622, 2.163984414010744, 2.8897562482264587});
    NEAR(beta({0.5, 2.0, 3.0}, {0.5, 1.5, 2.0}),
         {0.8961986808713148, 0.6198887872506184, 0.5782755669215229});
    NEAR(chisquare({1.0, 3.0, 10.0}), {4.3827048265393245, 1.381483576707657, 7.132309663581012});
    NEAR(noncentral_chisquare({0.5, 3.0, 10.0}, {1.0, 2.0, 0.0}),
         {1.0077182896767125, 2.5474216298192918, 9.74052332027562});
    NEAR(f({1.0, 3.0, 10.0}, {4.0, 5.0, 6.0}),
         {8.10117632671187, 0.47945743909967636, 0.6808225821292734});
    NEAR(noncentral_f({1.5, 3.0, 10.0}, {4.0, 5.0, 6.0}, {1.0, 0.0, 2.0}),
         {3.5929625506525222, 1.2461354159260754, 1.2410991164254674});
    NEAR(standard_t({1.0, 3.0, 10.0}),
         {-0.7870330003904361, 0.31757460483517747, 0.6114015080454573});
    NEAR(lognormal({0.0, 1.0, 2.0}, {1.0, 0.5, 0.25}),
         {0.8148855056421563, 3.453788239348671, 6.489206908936222});
    NEAR(laplace({0.0, 10.0, 20.0}, {1.0, 2.0, 3.0}),
         {1.960643452541804, 9.084643746733999, 16.9996589627781});
    NEAR(logistic({0.0, 10.0, 20.0}, {1.0, 2.0, 3.0}),
         {2.5808070516177035, 8.45904252271885, 15.529941721519128});
    NEAR(gumbel({0.0, 10.0, 20.0}, {1.0, 2.0, 3.0}),
         {-0.9759890454967225, 11.933344838790592, 24.78008203752115});
    NEAR(pareto({1.0, 3.0, 5.0}), {13.207793230376863, 0.13516973898389062, 0.04148573672999989});
    NEAR(power({0.5, 3.0, 5.0}), {0.86418608002462, 0.6813981861321647, 0.7127303135912769});
    NEAR(weibull({0.5, 1.0, 5.0}), {7.04260472433858, 0.380346568552371, 0.7271139048235382});
    NEAR(rayleigh({1.0, 2.0, 3.0}), {2.3038188440507854, 1.7443544790033267, 1.9126802666742784});
    NEAR(triangular({-1.0, 0.0, 2.0}, {0.5, 0.0, 3.0}, {2.0, 1.0, 5.0}),
         {1.4372144437506993, 0.17318415265658216, 2.7428030930410046});
    NEAR(vonmises({0.0, 0.5, 1.0}, {0.5, 4.0, 100.0}),
         {-2.7999805984519064, 0.6657257073880465, 0.9986822972900669});
    NEAR(wald({1.0, 2.0, 3.0}, {0.5, 1.0, 2.0}),
         {0.7493877055950566, 1.0285403003859088, 22.99798096538383});
    EXACT(randint({0, -5, 100}, {10, 5, 1000}), integers{2, 0, 385});
    EXACT(random_integers({1, -5, -100}, 6), integers{3, 0, -71});
    EXACT(poisson({0.5, 8.0, 100.0}), integers{1, 10, 85});
    EXACT(binomial({10, 20, 1000}, {0.5, 0.1, 0.9}), integers{7, 1, 898});
    EXACT(negative_binomial({1.0, 2.5, 10.0}, {0.5, 0.2, 0.9}), integers{1, 19, 1});
    EXACT(geometric({0.5, 0.1, 0.9}), integers{4, 4, 1});
    EXACT(hypergeometric({15, 20, 100}, {5, 10, 100}, {8, 3, 50}), integers{6, 1, 28});
    EXACT(logseries({0.1, 0.5, 0.9}), integers{1, 1, 6});
    EXACT(zipf({1.5, 2.0, 4.0}), integers{201, 1, 1});
    EXACT(randint<std::uint8_t>({0, 0, 0, 0}, {100, 50, 200, 100}),
          std::vector<std::uint8_t>{98, 17, 45, 97});
    EXACT(randint<std::int16_t>({0, -5, 3}, {10, 20, 3000}), std::vector<std::int16_t>{2, 0, 996});
    EXACT(randint<bool>({0, 1, 0}, {2, 2, 1}), std::vector<bool>{false, true, false});
    EXACT(
        randint<std::uint64_t>({0, 5, UINT64_C(9223372036854775808)},
                               {10, UINT64_C(9223372036854775808), UINT64_C(18446744073709551615)}),
        std::vector<std::uint64_t>{UINT64_C(2), UINT64_C(7197084142444346658),
                                   UINT64_C(11634496038291983780)});
    EXACT(randint<std::int32_t>({-7}, {10, 20, 30}), std::vector<std::int32_t>{-5, -2, 22});
}

/* ---- Ranges ---- */

template <class Loc> static bool draws_as_doubles(const Loc &loc)
{
    const doubles expected = RandomState(7).normal(doubles{0, 10, 20}, doubles{1, 2, 3});
    return RandomState(7).normal(loc, std::array<float, 3>{1, 2, 3}) == expected;
}

static void test_ranges()
{
    const double array[] = {0, 10, 20};
    const int numbers[] = {0, 10, 20};
    CHECK(draws_as_doubles(std::array<double, 3>{0, 10, 20}));
    CHECK(draws_as_doubles(std::vector<float>{0, 10, 20}));
    CHECK(draws_as_doubles(std::vector<int>{0, 10, 20}));
    CHECK(draws_as_doubles(std::vector<std::uint64_t>{0, 10, 20}));
    CHECK(draws_as_doubles(std::initializer_list<double>{0, 10, 20}));
    CHECK(draws_as_doubles(std::initializer_list<int>{0, 10, 20}));
    CHECK(draws_as_doubles(std::list<double>{0, 10, 20}));
    CHECK(draws_as_doubles(std::deque<short>{0, 10, 20}));
    CHECK(draws_as_doubles(std::valarray<double>{0, 10, 20}));
    CHECK(draws_as_doubles(array));
    CHECK(draws_as_doubles(numbers));
#ifdef __cpp_lib_span
    CHECK(draws_as_doubles(std::span<const double>(array)));
    CHECK(draws_as_doubles(std::span<const int, 3>(numbers)));
#endif
    const std::vector<bool> bits{false, true};
    CHECK(RandomState(7).normal(bits, 0) == doubles{0, 1});
    CHECK(RandomState(7).binomial(numbers, .5) == RandomState(7).binomial({0, 10, 20}, {.5}));
    CHECK(RandomState(7).binomial(std::vector<unsigned>{0, 10, 20}, .5) ==
          RandomState(7).binomial(integers{0, 10, 20}, .5));
}

static void test_defaults()
{
    const doubles x{1, 2, 30};
    CHECK(RandomState(7).normal(x) == RandomState(7).normal(x, 1.0));
    CHECK(RandomState(7).uniform(x) == RandomState(7).uniform(x, 1));
    CHECK(RandomState(7).gamma(x) == RandomState(7).gamma(x, 1.0f));
    CHECK(RandomState(7).lognormal(x) == RandomState(7).lognormal(x, {1.0}));
    CHECK(RandomState(7).laplace({1, 2, 30}) == RandomState(7).laplace(x, 1.0));
    CHECK(RandomState(7).logistic(x) == RandomState(7).logistic(x, 1.0));
    CHECK(RandomState(7).gumbel(x) == RandomState(7).gumbel(x, 1.0));
    CHECK(RandomState(7).randint({10, 100}) == RandomState(7).randint(0, {10, 100}));
}

static void test_lengths()
{
    const doubles three{0, 10, 20}, two{1, 2}, one{1}, none;
    RandomState rs(7), untouched(7);
    const auto is_refused = [&](auto call) {
        return throws<std::invalid_argument>(
            call, NPRAND_SHAPE_MISMATCH,
            "shape mismatch: objects cannot be broadcast to a single shape");
    };
    CHECK(is_refused([&] { rs.normal(three, two); }));
    CHECK(is_refused([&] { rs.normal(none, two); }));
    CHECK(is_refused([&] { rs.triangular(0, two, three); }));
    CHECK(is_refused([&] { rs.randint<bool>({0, 0}, {1, 1, 1}); }));
    CHECK(rs.normal(none, one).empty() && rs.normal(none, 1).empty() && rs.normal({}, {}).empty());
    CHECK(rs.randint<std::uint8_t>(std::vector<int>(), 300).empty());
    CHECK(same_state(rs, untouched));
    CHECK(rs.normal(one, three) == untouched.normal(1, three));
    CHECK(rs.normal(one, one) == untouched.normal(1, 1, 1));
    CHECK(rs.poisson({5.0}) == untouched.poisson(5.0, 1));
}

static void test_refusals()
{
    RandomState rs(7), untouched(7);
    const double nan = std::nan("");
    double out[2] = {1, 2};
    CHECK((throws<std::invalid_argument>(
        [&] {
            rs.normal({0, 1}, {1, -1});
        },
        NPRAND_NEGATIVE_SCALE, "scale < 0")));
    CHECK((throws<std::invalid_argument>(
        [&] {
            rs.geometric(std::array<double, 2>{.5, nan});
        },
        NPRAND_P_NOT_POSITIVE, "p <= 0, p > 1 or p contains NaNs")));
    CHECK((throws<std::overflow_error>(
        [&] {
            rs.uniform(0, doubles{1, INFINITY});
        },
        NPRAND_RANGE_NOT_FINITE, "Range exceeds valid bounds")));
    CHECK((throws<std::invalid_argument>(
        [&] {
            rs.randint<std::uint8_t>(0, {9, 300});
        },
        NPRAND_HIGH_OUTSIDE_UINT8, "high is out of bounds for uint8")));
    CHECK((throws<std::invalid_argument>([&] { rs.normal_each(out, 0, out + 1, 0, 2, out); },
                                         NPRAND_OVERLAP, nprand_strerror(NPRAND_OVERLAP))));
    CHECK((throws<std::invalid_argument>([&] { rs.normal_each(nullptr, 1, out, 1, 2, out); },
                                         NPRAND_NULL_POINTER, "pointer is NULL")));
    CHECK(out[0] == 1 && out[1] == 2 && same_state(rs, untouched));
}

/* Calls without a range are what they were. */
template <class Type, class Expected> constexpr bool is_same(const Expected &)
{
    return std::is_same_v<Type, Expected>;
}

static void test_other_calls()
{
    RandomState rs(7);
    const int n = 2;
    const std::size_t size = 3;
    enum { FOUR = 4 };
    CHECK(is_same<double>(rs.normal()) && is_same<double>(rs.normal(0)));
    CHECK(is_same<double>(rs.normal(n, 1)) && is_same<doubles>(rs.normal(0, n, size)));
    CHECK(is_same<doubles>(rs.normal(0, 1, 5)) && is_same<double>(rs.normal(size, FOUR)));
    CHECK(is_same<double>(rs.exponential(n)) && is_same<doubles>(rs.exponential(n, 5)));
    CHECK(is_same<std::int64_t>(rs.poisson(5)) && is_same<integers>(rs.poisson(5, size)));
    CHECK(is_same<std::int64_t>(rs.randint(10)) && is_same<std::int64_t>(rs.randint(0, FOUR)));
    CHECK(is_same<integers>(rs.randint(0, 10, 5)) &&
          is_same<std::int16_t>(rs.randint<std::int16_t>(n, FOUR)));
    CHECK(is_same<std::vector<bool>>(rs.randint<bool>(0, 2, size)));
    CHECK(is_same<std::uint8_t>(rs.randint<std::uint8_t>(std::uint8_t{0}, std::uint8_t{9})));
    const std::vector<std::uint8_t> high{9, 8};
    CHECK(is_same<std::vector<std::uint8_t>>(rs.randint<std::uint8_t>(std::uint8_t{0}, high)));
    CHECK(is_same<integers>(rs.randint(std::uint8_t{0}, high)));
}

int main()
{
    test_methods();
    test_dtypes();
    test_endpoints();
    test_integer_types();
    test_numpy_values();
    test_ranges();
    test_defaults();
    test_lengths();
    test_refusals();
    test_other_calls();
    return report_checks();
}
