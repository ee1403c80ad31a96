/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand.hpp: numpy.random.RandomState as a C++17 class, over the functions of nprand.h.
 *
 *     nprand::RandomState rs(0);
 *     double x = rs.rand();                                 np.random.rand(), 0.5488135039273248
 *     std::vector<double> y = rs.normal(10, 2, 1000);       np.random.normal(10, 2, 1000)
 *     std::vector<std::uint8_t> k = rs.randint<std::uint8_t>(0, 10, 5);    ..., dtype=np.uint8)
 *     rs.shuffle(y);                                        np.random.shuffle(y)
 *     std::shuffle(y.begin(), y.end(), rs);                 C++'s own shuffle, by the same words
 *
 * Header-only; link to nprand. Values, words and the state afterwards are those of the C function
 * of the same name, and therefore NumPy's. The comment of the C function in nprand.h says what it
 * draws, the domain of each parameter, the words that it takes and its source.
 *
 * Three forms of each draw, with NumPy's names, order and defaults of the parameters:
 *
 *     rs.gamma(shape, scale)               one value
 *     rs.gamma(shape, scale, size)         a std::vector of size values, as NumPy's size=...
 *     rs.gamma_fill(shape, scale, size, out)      these values, written to out[0..size-1]
 *
 * Forms with arrays as parameters, of each draw that has numbers as parameters:
 *
 *     rs.gamma(shapes, scale)              a std::vector: one value for each element of a range
 *     rs.gamma_each(shape, shape_step, scale, scale_step, size, out)      pointers, as in C
 *
 * A range is a container, an array, a span or a list in braces, of integers or floats:
 * rs.gamma(shapes, scale) is np.random.gamma(np.array(shapes), scale). All ranges of a call have
 * one length. Numbers and ranges of length 1 are for all elements, as in NumPy's broadcasting.
 * Ranges of other lengths are refused: NPRAND_SHAPE_MISMATCH. Braces are always a list:
 * rs.poisson({5.0}) is a vector of one value. A contiguous range of the parameter's own type,
 * double or std::int64_t, is read in its place. Other ranges are copied.
 *
 * Only the last parameters of a call can have defaults: therefore only the first form has them.
 * Arrays are flat, in C order. A fill that writes doubles also accepts a float * for out: each value is
 * drawn as a double and rounded, as NumPy's .astype(np.float32) does, and rand() can then be 1.0f.
 * The words and the state are those of the fill of doubles. A fill of floats allocates no memory
 * (except dirichlet) and uses one thread.
 *
 * Errors.  A status of C that is not NPRAND_OK is thrown: as nprand::value_error (a
 * std::invalid_argument) where NumPy raises ValueError, as nprand::overflow_error (a
 * std::overflow_error) where NumPy raises OverflowError, as nprand::os_error (a std::runtime_error)
 * if the system gives no entropy. Each of them is an nprand::error too, which holds the
 * nprand_status. what() has NumPy's words: those of nprand_strerror(), except for a choice from an
 * empty population. For a state in JSON it says what is wrong and where. Arguments are checked, and
 * memory is allocated, before the first draw: an exception leaves generator and output unchanged.
 * This does not hold for elements of the caller's own type that throw when they are copied or
 * moved, nor for multivariate_normal(), as nprand_lapack.hpp says. A seed that would be narrowed, or
 * that is not an integer, does not compile.
 *
 * Object.  A RandomState is an nprand_rng, 8 KiB, and nothing else. Copying it forks the stream.
 * One object serves one thread at a time. */
#ifndef NPRAND_HPP
#define NPRAND_HPP

#if defined(_MSVC_LANG) ? _MSVC_LANG < 201703L : __cplusplus < 201703L
#error "nprand.hpp needs C++17: compile with -std=c++17 or later, or use nprand.h"
#else

#include "nprand.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <locale>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace nprand
{

/* ---- Errors ------------------------------------------------------------------------------- */

/* The base of every exception of this header. */
class error
{
  public:
    virtual ~error() = default;

    /* what(): NumPy's words for the refusal, as nprand_strerror(). */
    virtual const char *what() const noexcept = 0;

    /* status(): the status that the function of C returned; nprand_strerror() gives its words. */
    nprand_status status() const noexcept
    {
        return status_;
    }

  protected:
    explicit error(nprand_status status) noexcept : status_(status)
    {
    }
    error(const error &) = default;
    error &operator=(const error &) = default;

  private:
    nprand_status status_;
};

/* An error that is also one of the standard library's exceptions. */
template <class Standard> class error_as : public Standard, public error
{
  public:
    /* For the methods of this header, which throw it; the text is that of nprand_strerror(), or the
     * message.
     *
     * status: the status. message: the text. */
    explicit error_as(nprand_status status) : error_as(status, nprand_strerror(status))
    {
    }

    error_as(nprand_status status, const char *message) : Standard(message), error(status)
    {
    }

    /* what(): NumPy's words for the refusal, as nprand_strerror(). */
    const char *what() const noexcept override
    {
        return Standard::what();
    }
};

/* Where NumPy raises ValueError. */
using value_error = error_as<std::invalid_argument>;

/* Where NumPy raises OverflowError. */
using overflow_error = error_as<std::overflow_error>;

/* If the operating system gives no entropy. */
using os_error = error_as<std::runtime_error>;

namespace detail
{

[[noreturn]] inline void raise(nprand_status status)
{
    if (status == NPRAND_RANGE_NOT_FINITE)
        throw overflow_error(status);
    if (status == NPRAND_NO_ENTROPY)
        throw os_error(status);
    throw value_error(status);
}

inline void check(nprand_status status)
{
    if (status != NPRAND_OK)
        raise(status);
}

/* For a text that was refused, with the reason and the offset. */
inline void check_text(nprand_status status, const char *reason, std::size_t offset)
{
    if (status != NPRAND_OK)
        throw value_error(status, (reason + (" (byte " + std::to_string(offset)) + ")").c_str());
}

/* The size of an array of a times b elements. */
inline std::size_t product(std::size_t a, std::size_t b)
{
    if (b != 0 && a > SIZE_MAX / b)
        raise(NPRAND_TOO_LARGE);
    return a * b;
}

/* The size of an array of the dimensions d0, more... */
template <class... Integer> std::size_t product_of(std::size_t d0, Integer... more)
{
    std::size_t size = d0;
    ((size = product(size, static_cast<std::size_t>(more))), ...);
    return size;
}

/* An array of size values of T, not yet written. As in NumPy, it may be too large to allocate. */
template <class T> std::vector<T> array(std::size_t size)
{
    if (size > static_cast<std::size_t>(PTRDIFF_MAX) / sizeof(T))
        raise(NPRAND_TOO_LARGE);
    return std::vector<T>(size);
}

/* The elements of a container or an array. */
template <class Container>
using element =
    typename std::iterator_traits<decltype(std::begin(std::declval<Container &>()))>::value_type;

/* Whether the elements lie one after another at std::data(). */
template <class Container, class = void> struct is_contiguous : std::false_type {
};
template <class Container>
struct is_contiguous<Container, std::void_t<decltype(std::data(std::declval<Container &>()))>>
    : std::is_pointer<decltype(std::data(std::declval<Container &>()))> {
};

/* The type of the elements of a contiguous range: of a vector, an array or a span. */
template <class Range>
using contiguous_element =
    std::remove_cv_t<std::remove_pointer_t<decltype(std::data(std::declval<const Range &>()))>>;

/* NumPy's p: any contiguous range of doubles or of floats, or a list of doubles in braces. The
 * object points to the range. A range of floats is an array of dtype float32, with NumPy's
 * tolerance for that type. A pointer has no size and does not convert. */
class probabilities
{
  public:
    template <class Range,
              std::enable_if_t<std::is_same_v<contiguous_element<Range>, double>, int> = 0>
    probabilities(const Range &p) : size_(std::size(p)), doubles_(size_ > 0 ? std::data(p) : &none)
    {
    }

    template <class Range,
              std::enable_if_t<std::is_same_v<contiguous_element<Range>, float>, char> = 0>
    probabilities(const Range &p)
        : size_(std::size(p)), doubles_(size_ > 0 ? nullptr : &none),
          floats_(size_ > 0 ? std::data(p) : nullptr)
    {
    }

    probabilities(std::initializer_list<double> p)
        : size_(p.size()), doubles_(size_ > 0 ? std::data(p) : &none)
    {
    }

    std::size_t size() const noexcept
    {
        return size_;
    }

    /* NULL for a range of floats. */
    const double *doubles() const noexcept
    {
        return doubles_;
    }

    /* NULL for a range of doubles. */
    const float *floats() const noexcept
    {
        return floats_;
    }

  private:
    /* Ranges without elements point here, because NULL is refused in C. */
    static constexpr double none = 0.0;

    std::size_t size_;
    const double *doubles_;
    const float *floats_ = nullptr;
};

/* NumPy's pvals and alpha: any contiguous range of doubles, or of floats, which become doubles as
 * in NumPy, or a list of doubles in braces. The object points to the range, or holds the doubles.
 */
class parameters
{
  public:
    template <class Range,
              std::enable_if_t<std::is_same_v<contiguous_element<Range>, double>, int> = 0>
    parameters(const Range &x) : size_(std::size(x)), doubles_(std::data(x))
    {
    }

    template <class Range,
              std::enable_if_t<std::is_same_v<contiguous_element<Range>, float>, char> = 0>
    parameters(const Range &x)
        : size_(std::size(x)), converted_(std::data(x), std::data(x) + size_),
          doubles_(converted_.data())
    {
    }

    parameters(std::initializer_list<double> x) : size_(x.size()), doubles_(std::data(x))
    {
    }

    parameters(const parameters &) = delete;
    parameters &operator=(const parameters &) = delete;

    std::size_t size() const noexcept
    {
        return size_;
    }

    const double *data() const noexcept
    {
        return doubles_;
    }

  private:
    std::size_t size_;
    std::vector<double> converted_;
    const double *doubles_;
};

/* NumPy's replace: a bool only. Types that convert to bool, such as a pointer, do not compile, and
 * p cannot take its place. */
class replacement
{
  public:
    template <class T, std::enable_if_t<std::is_same_v<T, bool>, int> = 0>
    constexpr replacement(T replace) : replace_(replace)
    {
    }

    constexpr explicit operator bool() const noexcept
    {
        return replace_;
    }

  private:
    bool replace_;
};

/* Work space of the given size. For SIZE_MAX no memory is allocated, and C refuses the call. */
class work_space
{
  public:
    explicit work_space(std::size_t bytes) : bytes_(bytes)
    {
        if (bytes > 0 && bytes < SIZE_MAX)
            memory_.reset(new std::max_align_t[(bytes - 1) / sizeof(std::max_align_t) + 1]);
    }

    nprand_work get() const noexcept
    {
        return nprand_work_of(memory_.get(), bytes_);
    }

  private:
    std::size_t bytes_;
    std::unique_ptr<std::max_align_t[]> memory_;
};

/* How a double is written to out: unchanged, or rounded to float. */
struct reals {
    double *doubles = nullptr;
    float *floats = nullptr;

    reals(double *out) noexcept : doubles(out)
    {
    }
    reals(float *out) noexcept : floats(out)
    {
    }
    reals(std::nullptr_t) noexcept
    {
    }
};

/* char is an integer and a character. The other character types are only for text. */
template <class T>
inline constexpr bool is_wide_character =
#ifdef __cpp_char8_t
    std::is_same_v<T, char8_t> ||
#endif
    std::is_same_v<T, wchar_t> || std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t>;

/* bool, char, and the signed and unsigned integers of 8 to 64 bits. */
template <class T>
inline constexpr bool is_integer =
    std::is_integral_v<T> && !is_wide_character<T> && sizeof(T) <= sizeof(std::uint64_t);

/* The types of a seed. In NumPy, True is 1, but a str is not a seed. */
template <class T> inline constexpr bool is_seed = is_integer<T> && !std::is_same_v<T, char>;

/* The types of the elements of a range of numbers. Characters are text. */
template <class T>
inline constexpr bool is_number = std::is_floating_point_v<T> ||
                                  (std::is_integral_v<T> && !is_wide_character<T> &&
                                   !std::is_same_v<T, char>);

/* Whether a type is a range of numbers: a container, an array, a span, a list in braces. */
template <class Range, class = void> struct is_numbers : std::false_type {
};
template <class Range>
struct is_numbers<Range, std::void_t<element<const Range>>>
    : std::bool_constant<is_number<element<const Range>>> {
};

/* Parameters of which one at least is a range of numbers, each other one a range or a number. */
template <class... T>
inline constexpr bool are_arrays = (is_numbers<T>::value || ...) &&
                                   ((is_numbers<T>::value ||
                                     std::is_convertible_v<const T &, double>)&&...);
template <class... T> using if_arrays = std::enable_if_t<are_arrays<T...>, int>;

/* Whether each value of T is a value of Value. An integer of 64 bits becomes the nearest double, as
 * in NumPy. */
template <class T, class Value>
inline constexpr bool is_within =
    std::is_floating_point_v<Value>
        ? !std::is_same_v<T, long double>
        : std::is_integral_v<T> &&
              (std::is_signed_v<T> == std::is_signed_v<Value> || std::is_same_v<T, bool> ||
               (std::is_signed_v<Value> && sizeof(T) < sizeof(Value)));

/* The values of one parameter of a call with arrays, as C takes them: a pointer and a step. The
 * step is 0 for one value. The object points to a contiguous range of Value. It holds the values of
 * any other range, and a number. */
template <class Value> class values
{
  public:
    template <class T> explicit values(const T &x)
    {
        if constexpr (is_numbers<T>::value)
            take_range(x);
        else
            take_number(x);
    }

    values(const values &) = delete;
    values &operator=(const values &) = delete;

    std::size_t size() const noexcept
    {
        return size_;
    }

    const Value *data() const noexcept
    {
        return data_;
    }

    std::ptrdiff_t step() const noexcept
    {
        return size_ == 1 ? 0 : 1;
    }

  private:
    template <class Range> void take_range(const Range &x)
    {
        using T = element<const Range>;
        static_assert(is_within<T, Value>, "a parameter of integers needs a range of integers, and "
                                           "none of another sign; long double has no NumPy type");
        if constexpr (is_contiguous<const Range>::value && std::is_same_v<T, Value>) {
            size_ = std::size(x);
            data_ = std::data(x);
        } else {
            for (const T value : x)
                held_.push_back(static_cast<Value>(value));
            size_ = held_.size();
            data_ = held_.data();
        }
    }

    template <class T> void take_number(const T &x)
    {
        static_assert(std::is_floating_point_v<Value> || !std::is_floating_point_v<T>,
                      "a parameter of integers needs an integer");
        held_.push_back(static_cast<Value>(x));
        size_ = 1;
        data_ = held_.data();
    }

    std::size_t size_ = 0;
    const Value *data_ = nullptr;
    std::vector<Value> held_;
};

/* The length that ranges of these lengths broadcast to: they are equal, or 1. */
inline std::size_t broadcast(std::initializer_list<std::size_t> sizes)
{
    std::size_t size = 1;
    for (const std::size_t other : sizes) {
        if (other == 1 || other == size)
            continue;
        if (size != 1)
            raise(NPRAND_SHAPE_MISMATCH);
        size = other;
    }
    return size;
}

/* Whether a container or an array has elements that can be seeds. */
template <class Container, class = void> struct has_seeds : std::false_type {
};
template <class Container>
struct has_seeds<Container, std::void_t<element<const Container>>>
    : std::bool_constant<is_seed<element<const Container>>> {
};

template <class T> using if_seed = std::enable_if_t<is_seed<T>, int>;
template <class T> using if_no_seed = std::enable_if_t<std::is_arithmetic_v<T> && !is_seed<T>, int>;
template <class T> using if_seeds = std::enable_if_t<has_seeds<T>::value, int>;

/* A seed as a signed number. One above all of these becomes the largest one, which no tool takes. */
template <class Integer> std::int64_t as_int64(Integer seed)
{
    if constexpr (std::is_unsigned_v<Integer>) {
        if (seed > static_cast<std::uint64_t>(INT64_MAX))
            return INT64_MAX;
    }
    return static_cast<std::int64_t>(seed);
}

/* An element of a list of seeds in braces: an integer of any type, whose value is kept. Types that
 * would be narrowed do not convert: floats, integers of more than 64 bits. */
class seed_element
{
    template <class T>
    static constexpr bool is_element = nprand_is_integer_seed<T>() && !is_wide_character<T> &&
                                       !std::is_same_v<T, char>;

  public:
    template <class Integer, std::enable_if_t<is_element<Integer>, int> = 0>
    constexpr seed_element(const Integer &number)
        : bits_(static_cast<std::uint64_t>(+number)), is_negative_(+number < 0)
    {
    }

    /* For an array seed. NumPy refuses a list with an integer that does not fit a word. */
    std::uint32_t word() const
    {
        if (is_negative_ || bits_ > UINT32_MAX)
            raise(NPRAND_BAD_SEED);
        return static_cast<std::uint32_t>(bits_);
    }

    /* For entropy and spawn keys. NumPy refuses a negative one. */
    std::uint64_t entropy() const
    {
        if (is_negative_)
            raise(NPRAND_NEGATIVE_ENTROPY);
        return bits_;
    }

  private:
    std::uint64_t bits_;
    bool is_negative_;
};

/* The words of an array seed. */
template <class Container> std::vector<std::uint32_t> key_of(const Container &numbers)
{
    std::vector<std::uint32_t> key;
    for (const element<const Container> number : numbers)
        key.push_back(seed_element(number).word());
    return key;
}

/* Several integers as entropy are the words of each of them, the lowest first; 0 is one word. */
template <class Container> std::vector<std::uint32_t> entropy_words(const Container &numbers)
{
    std::vector<std::uint32_t> words;
    for (const element<const Container> number : numbers) {
        const std::uint64_t entropy = seed_element(number).entropy();
        words.push_back(static_cast<std::uint32_t>(entropy));
        if (entropy > UINT32_MAX)
            words.push_back(static_cast<std::uint32_t>(entropy >> 32));
    }
    return words;
}

/* For the braces of an empty list. */
struct nothing {
};

/* Parameters that convert to Type. Being templates, they accept no braces. */
template <class T, class Type>
using if_converts = std::enable_if_t<std::is_convertible_v<const T &, Type>, int>;
template <class T, class Type> using if_same = std::enable_if_t<std::is_same_v<T, Type>, int>;

/* The type of <cstdint> that has the size and the sign of an integer. */
template <class T> struct fixed_width {
    static_assert(is_integer<T>, "randint<T>: T is bool, char or an integer of 8 to 64 bits");
    template <class Signed, class Unsigned>
    using of_sign = std::conditional_t<std::is_signed_v<T>, Signed, Unsigned>;
    using of_8_or_16 = std::conditional_t<sizeof(T) == 1, of_sign<std::int8_t, std::uint8_t>,
                                          of_sign<std::int16_t, std::uint16_t>>;
    using of_32_or_64 = std::conditional_t<sizeof(T) == 4, of_sign<std::int32_t, std::uint32_t>,
                                           of_sign<std::int64_t, std::uint64_t>>;
    using type = std::conditional_t<(sizeof(T) < 4), of_8_or_16, of_32_or_64>;
};
template <> struct fixed_width<bool> {
    using type = bool;
};
template <class T> using fixed = typename fixed_width<T>::type;

/* NumPy's dtypes: the type of the bounds, and the functions of nprand.h. */
template <class T> struct dtype;

template <class Bound, auto Draw, auto Fill, auto Each> struct dtype_of {
    using bound = Bound;
    static constexpr auto draw = Draw;
    static constexpr auto fill = Fill;
    static constexpr auto each = Each;
};

template <>
struct dtype<bool> : dtype_of<std::int64_t, nprand_randint_bool, nprand_randint_bool_fill,
                              nprand_randint_bool_each> {
};
template <>
struct dtype<std::int8_t> : dtype_of<std::int64_t, nprand_randint_int8, nprand_randint_int8_fill,
                                     nprand_randint_int8_each> {
};
template <>
struct dtype<std::int16_t> : dtype_of<std::int64_t, nprand_randint_int16, nprand_randint_int16_fill,
                                      nprand_randint_int16_each> {
};
template <>
struct dtype<std::int32_t> : dtype_of<std::int64_t, nprand_randint_int32, nprand_randint_int32_fill,
                                      nprand_randint_int32_each> {
};
template <>
struct dtype<std::int64_t> : dtype_of<std::int64_t, nprand_randint_int64, nprand_randint_int64_fill,
                                      nprand_randint_int64_each> {
};
template <>
struct dtype<std::uint8_t> : dtype_of<std::int64_t, nprand_randint_uint8, nprand_randint_uint8_fill,
                                      nprand_randint_uint8_each> {
};
template <>
struct dtype<std::uint16_t> : dtype_of<std::int64_t, nprand_randint_uint16,
                                       nprand_randint_uint16_fill, nprand_randint_uint16_each> {
};
template <>
struct dtype<std::uint32_t> : dtype_of<std::int64_t, nprand_randint_uint32,
                                       nprand_randint_uint32_fill, nprand_randint_uint32_each> {
};
template <>
struct dtype<std::uint64_t> : dtype_of<std::uint64_t, nprand_randint_uint64,
                                       nprand_randint_uint64_fill, nprand_randint_uint64_each> {
};

/* Like dtype, but with the last value instead of high: 64 bits need it for their whole range. */
template <class T> struct endpoint {
    using bound = std::int64_t;

    /* INT64_MAX has no successor. It is outside these dtypes and refused as it is. */
    static constexpr bound after(bound last)
    {
        return last < INT64_MAX ? last + 1 : last;
    }

    static bound draw(nprand_rng *rng, bound low, bound last)
    {
        return dtype<T>::draw(rng, low, after(last));
    }

    static nprand_status fill(nprand_rng *rng, bound low, bound last, std::size_t size, T *out)
    {
        return dtype<T>::fill(rng, low, after(last), size, out);
    }

    /* Of arrays whose steps are 0 or 1. */
    static nprand_status each(nprand_rng *rng, const bound *low, std::ptrdiff_t low_step,
                              const bound *last, std::ptrdiff_t last_step, std::size_t size, T *out)
    {
        std::vector<bound> high(last_step == 0 ? 1 : size);
        std::transform(last, last + high.size(), high.begin(), after);
        return dtype<T>::each(rng, low, low_step, high.data(), last_step, size, out);
    }
};

template <>
struct endpoint<std::int64_t>
    : dtype_of<std::int64_t, nprand_randint_int64_endpoint, nprand_randint_int64_endpoint_fill,
               nprand_randint_int64_endpoint_each> {
};

template <>
struct endpoint<std::uint64_t>
    : dtype_of<std::uint64_t, nprand_randint_uint64_endpoint, nprand_randint_uint64_endpoint_fill,
               nprand_randint_uint64_endpoint_each> {
};

} // namespace detail

/* ---- Seed sequences ----------------------------------------------------------------------- */

/* NumPy's SeedSequence, an nprand_seed_seq:
 *
 *     nprand::SeedSequence root(12345);                     root = np.random.SeedSequence(12345)
 *     nprand::RandomState rs(root.spawn(4)[0]);             RandomState(MT19937(root.spawn(4)[0]))
 */
class SeedSequence
{
    template <class T> using if_seed = detail::if_seed<T>;
    template <class T> using if_no_seed = detail::if_no_seed<T>;
    template <class T> using if_seeds = detail::if_seeds<T>;

  public:
    /* SeedSequence(entropy) of an integer, as nprand_seed_seq_init().
     *
     * entropy: any integer type; not negative, else NPRAND_NEGATIVE_ENTROPY. */
    template <class Integer, if_seed<Integer> = 0> explicit SeedSequence(Integer entropy)
    {
        detail::check(nprand_seed_seq_init(&seq_, entropy));
    }

    template <class NoInteger, if_no_seed<NoInteger> = 0> explicit SeedSequence(NoInteger) = delete;

    /* SeedSequence(entropy) of an integer of any size as text, as nprand_seed_seq_init_text().
     *
     * entropy: the text. */
    template <class Text, detail::if_converts<Text, std::string_view> = 0>
    explicit SeedSequence(const Text &entropy)
    {
        const std::string_view text = entropy;
        detail::check(nprand_seed_seq_init_text(&seq_, text.data(), text.size()));
    }

    explicit SeedSequence(std::nullptr_t) = delete;

    /* SeedSequence([a, b, ...], pool_size=pool_size), as nprand_seed_seq_init_array().
     *
     * entropy: a list in braces, such as {1, 2}, or any container or array of integers. */
    template <class Integer, std::size_t Count, if_seed<Integer> = 0>
    explicit SeedSequence(const Integer (&entropy)[Count], std::size_t pool_size = NPRAND_POOL_SIZE)
    {
        init(detail::entropy_words(entropy), pool_size);
    }

    template <class Float, std::size_t Count,
              std::enable_if_t<std::is_floating_point_v<Float>, int> = 0>
    explicit SeedSequence(const Float (&)[Count], std::size_t = NPRAND_POOL_SIZE) = delete;

    template <std::size_t Count>
    explicit SeedSequence(const detail::seed_element (&entropy)[Count],
                          std::size_t pool_size = NPRAND_POOL_SIZE)
    {
        init(detail::entropy_words(entropy), pool_size);
    }

    template <class Container, if_seeds<Container> = 0>
    explicit SeedSequence(const Container &entropy, std::size_t pool_size = NPRAND_POOL_SIZE)
    {
        init(detail::entropy_words(entropy), pool_size);
    }

    /* A sequence that the functions of nprand.h have made, such as nprand_seed_seq_init().
     *
     * seq: the sequence, which is copied. */
    template <class Sequence, detail::if_same<Sequence, nprand_seed_seq> = 0>
    SeedSequence(const Sequence &seq) : seq_(seq)
    {
    }

    /* set_numpy(major, minor): the NumPy release for the children, as nprand_seed_seq_set_numpy(). */
    void set_numpy(int major, int minor)
    {
        detail::check(nprand_seed_seq_set_numpy(&seq_, major, minor));
    }

    /* spawn(n): the next n children, as nprand_seed_seq_spawn(). */
    std::vector<SeedSequence> spawn(std::size_t n)
    {
        auto children = detail::array<nprand_seed_seq>(n);
        std::vector<SeedSequence> out;
        out.reserve(n);
        detail::check(nprand_seed_seq_spawn(&seq_, n, children.data()));
        for (const nprand_seed_seq &child : children)
            out.emplace_back(child);
        return out;
    }

    /* child({i, j}): SeedSequence(..., spawn_key=(i, j)), as nprand_seed_seq_child().
     *
     * spawn_key: a list in braces, or any container or array of integers. */
    [[nodiscard]] SeedSequence child(std::initializer_list<detail::seed_element> spawn_key) const
    {
        return descendant(detail::entropy_words(spawn_key));
    }

    template <class Container, if_seeds<Container> = 0>
    [[nodiscard]] SeedSequence child(const Container &spawn_key) const
    {
        return descendant(detail::entropy_words(spawn_key));
    }

    /* generate_state(n): n words, as nprand_seed_seq_generate_state(). generate_state_uint64(n): n
     * integers of 64 bits, as nprand_seed_seq_generate_state_uint64(). */
    [[nodiscard]] std::vector<std::uint32_t> generate_state(std::size_t n) const
    {
        auto out = detail::array<std::uint32_t>(n);
        detail::check(nprand_seed_seq_generate_state(&seq_, n, out.data()));
        return out;
    }

    [[nodiscard]] std::vector<std::uint64_t> generate_state_uint64(std::size_t n) const
    {
        auto out = detail::array<std::uint64_t>(n);
        detail::check(nprand_seed_seq_generate_state_uint64(&seq_, n, out.data()));
        return out;
    }

    /* seq(): the sequence itself, for the functions of nprand.h such as nprand_seed_sequence(). */
    nprand_seed_seq *seq() noexcept
    {
        return &seq_;
    }

    const nprand_seed_seq *seq() const noexcept
    {
        return &seq_;
    }

  private:
    SeedSequence descendant(const std::vector<std::uint32_t> &key) const
    {
        SeedSequence out(*this);
        detail::check(nprand_seed_seq_child(&seq_, key.data(), key.size(), &out.seq_));
        return out;
    }

    void init(const std::vector<std::uint32_t> &entropy, std::size_t pool_size)
    {
        detail::check(nprand_seed_seq_init_array(&seq_, entropy.data(), entropy.size(), pool_size));
    }

    nprand_seed_seq seq_;
};

/* ---- Generator ---------------------------------------------------------------------------- */

/* RandomState is also a UniformRandomBitGenerator of 32-bit words, the words of std::mt19937 with
 * the same seed. std::shuffle and the distributions of <random> accept it. The values that they
 * draw are those of the C++ library, not NumPy's. */
class RandomState
{
    template <class T> using bound = typename detail::dtype<detail::fixed<T>>::bound;
    template <class T> using if_seed = detail::if_seed<T>;
    template <class T> using if_no_seed = detail::if_no_seed<T>;
    template <class T> using if_seeds = detail::if_seeds<T>;
    using doubles = std::vector<double>;
    using integers = std::vector<std::int64_t>;
    /* For calls with arrays. The lists are what braces are. */
    template <class... T> using if_arrays = detail::if_arrays<T...>;
    template <class T> using list = std::initializer_list<T>;
    using real = detail::values<double>;
    using whole = detail::values<std::int64_t>;
    using step = std::ptrdiff_t;

  public:
    /* ---- Seeding -------------------------------------------------------------------------- */

    /* RandomState(): seeded by the operating system, as nprand_seed_os(). */
    RandomState()
    {
        seed();
    }

    /* RandomState(number), as nprand_seed(). RandomState{number} seeds in this way too. Floats and
     * characters are not seeds.
     *
     * number: 0..2^32-1, of any integer type. Any other number is refused, never wrapped. */
    template <class Integer, if_seed<Integer> = 0> explicit RandomState(Integer number)
    {
        seed(number);
    }

    template <class NoInteger, if_no_seed<NoInteger> = 0> explicit RandomState(NoInteger) = delete;

    /* RandomState([k0, k1, ...]) for a Python list, as nprand_seed_array(). A list of one element is
     * not the number: RandomState({1234}) is not RandomState(1234). For a NumPy array x of one
     * element, write RandomState(x[0]): since NumPy 1.17, RandomState(np.array([1234])) is
     * RandomState(1234).
     *
     * key: a list in braces, such as {1, 2}; any container or array of integers; or a pointer to
     * words. size: number of words at key. */
    template <class Integer, std::size_t Count, if_seed<Integer> = 0>
    explicit RandomState(const Integer (&key)[Count])
    {
        seed(key);
    }

    template <class NoInteger, std::size_t Count, if_no_seed<NoInteger> = 0>
    explicit RandomState(const NoInteger (&)[Count]) = delete;

    template <std::size_t Count> explicit RandomState(const detail::seed_element (&key)[Count])
    {
        seed(key);
    }

    template <class Text, detail::if_converts<Text, std::string_view> = 0>
    explicit RandomState(const Text &) = delete;

    template <class Container, if_seeds<Container> = 0> explicit RandomState(const Container &key)
    {
        seed(key);
    }

    template <class Word, detail::if_same<Word, std::uint32_t> = 0>
    RandomState(const Word *key, std::size_t size)
    {
        seed(key, size);
    }

    /* Without this constructor, RandomState({}) would be a copy of RandomState(); NumPy refuses an
     * empty list. */
    explicit RandomState(detail::nothing) = delete;

    /* RandomState(MT19937(sequence)), as nprand_seed_sequence().
     *
     * sequence: a SeedSequence, or an nprand_seed_seq. */
    explicit RandomState(const SeedSequence &sequence)
    {
        seed(sequence);
    }

    /* seed(): seeds as the constructor with these parameters does, as nprand_seed_os(),
     * nprand_seed(), nprand_seed_array() or nprand_seed_sequence(). It resets the release, the width
     * of long and the runner to their defaults.
     *
     * number: 0..2^32-1, of any integer type. key: a list in braces; any container or array of
     * integers; or a pointer to words. size: number of words at key. sequence: a SeedSequence, or
     * an nprand_seed_seq. */
    void seed()
    {
        detail::check(nprand_seed_os(&rng_));
    }

    template <class Integer, if_seed<Integer> = 0> void seed(Integer number)
    {
        detail::check(nprand_seed(&rng_, number));
    }

    template <class NoInteger, if_no_seed<NoInteger> = 0> void seed(NoInteger) = delete;

    template <class Text, detail::if_converts<Text, std::string_view> = 0>
    void seed(const Text &) = delete;

    template <class Integer, std::size_t Count, if_seed<Integer> = 0>
    void seed(const Integer (&key)[Count])
    {
        seed_list(key);
    }

    template <class NoInteger, std::size_t Count, if_no_seed<NoInteger> = 0>
    void seed(const NoInteger (&)[Count]) = delete;

    template <std::size_t Count> void seed(const detail::seed_element (&key)[Count])
    {
        seed_list(key);
    }

    template <class Container, if_seeds<Container> = 0> void seed(const Container &key)
    {
        seed_list(key);
    }

    void seed(const std::uint32_t *key, std::size_t size)
    {
        detail::check(nprand_seed_array(&rng_, key, size));
    }

    void seed(const SeedSequence &sequence)
    {
        detail::check(nprand_seed_sequence(&rng_, sequence.seq()));
    }

    /* seed_r(number), seed_matlab(number), seed_gsl(number): like seed(), but as R's set.seed(),
     * MATLAB's rng() and GSL's gsl_rng_set() do, by nprand_seed_r(), nprand_seed_matlab() and
     * nprand_seed_gsl().
     *
     * number: any integer that the tool takes; a float does not compile. */
    template <class Integer, if_seed<Integer> = 0> void seed_r(Integer number)
    {
        detail::check(nprand_seed_r(&rng_, detail::as_int64(number)));
    }

    template <class Integer, if_seed<Integer> = 0> void seed_matlab(Integer number)
    {
        detail::check(nprand_seed_matlab(&rng_, detail::as_int64(number)));
    }

    template <class Integer, if_seed<Integer> = 0> void seed_gsl(Integer number)
    {
        detail::check(nprand_seed_gsl(&rng_, static_cast<std::uint64_t>(number)));
    }

    template <class NoInteger, if_no_seed<NoInteger> = 0> void seed_r(NoInteger) = delete;
    template <class NoInteger, if_no_seed<NoInteger> = 0> void seed_matlab(NoInteger) = delete;
    template <class NoInteger, if_no_seed<NoInteger> = 0> void seed_gsl(NoInteger) = delete;

    /* ---- Release and runner --------------------------------------------------------------- */

    /* set_numpy(major, minor), set_numpy(major, minor, patch): the NumPy release that the generator
     * reproduces, as nprand_set_numpy() and nprand_set_numpy_patch(). get_numpy(): major, minor and
     * patch, as nprand_get_numpy().
     *
     * major, minor, patch: the release. */
    void set_numpy(int major, int minor)
    {
        detail::check(nprand_set_numpy(&rng_, major, minor));
    }

    void set_numpy(int major, int minor, int patch)
    {
        detail::check(nprand_set_numpy_patch(&rng_, major, minor, patch));
    }

    [[nodiscard]] std::array<int, 3> get_numpy() const
    {
        std::array<int, 3> release{};
        detail::check(nprand_get_numpy(&rng_, &release[0], &release[1], &release[2]));
        return release;
    }

    /* set_long_bits(bits): the width of C's long in the NumPy that is reproduced, as
     * nprand_set_long_bits(). */
    void set_long_bits(int bits)
    {
        detail::check(nprand_set_long_bits(&rng_, bits));
    }

    /* set_runner(run, context, parts): the runner of large fills, as nprand_set_runner().
     * nprand_threads.hpp has set_threads(). */
    void set_runner(nprand_runner *run, void *context, int parts)
    {
        detail::check(nprand_set_runner(&rng_, run, context, parts));
    }

    /* ---- Skipping ------------------------------------------------------------------------- */

    /* advance(words): skips words, as nprand_advance(). */
    void advance(std::uint64_t words)
    {
        detail::check(nprand_advance(&rng_, words));
    }

    /* rewind(words): goes back by words, the inverse of advance(), as nprand_rewind().
     *
     * words: number of words. */
    void rewind(std::uint64_t words)
    {
        detail::check(nprand_rewind(&rng_, words));
    }

    /* jumped(jumps): a second generator, at the position of NumPy's MT19937.jumped(jumps), as
     * nprand_jumped(). As in NumPy, the generator itself does not move.
     *
     * jumps: number of jumps. */
    [[nodiscard]] RandomState jumped(std::int64_t jumps = 1) const
    {
        RandomState other(*this);
        detail::check(nprand_jumped(&other.rng_, jumps));
        return other;
    }

    /* ---- State ---------------------------------------------------------------------------- */

    /* get_state(), set_state(state): the fields of NumPy's tuple, as nprand_get_state() and
     * nprand_set_state(). */
    [[nodiscard]] nprand_state get_state() const
    {
        nprand_state state;
        detail::check(nprand_get_state(&rng_, &state));
        return state;
    }

    void set_state(const nprand_state &state)
    {
        detail::check(nprand_set_state(&rng_, &state));
    }

    /* get_state_json(), set_state_json(text): the state as JSON, in NumPy's forms, as
     * nprand_get_state_json() and nprand_set_state_json().
     *
     * text: the JSON. Result: the JSON. */
    [[nodiscard]] std::string get_state_json() const
    {
        return state_text(nprand_get_state_json);
    }

    void set_state_json(std::string_view text)
    {
        set_state_text(nprand_set_state_json, text);
    }

    /* get_state_python(), set_state_python(text): the state as JSON, in CPython's form, as
     * nprand_get_state_python() and nprand_set_state_python().
     *
     * text: the JSON. Result: the JSON. */
    [[nodiscard]] std::string get_state_python() const
    {
        return state_text(nprand_get_state_python);
    }

    void set_state_python(std::string_view text)
    {
        set_state_text(nprand_set_state_python, text);
    }

    /* ---- States of other tools ------------------------------------------------------------ */

    /* from_std(engine), from_std(text): a generator that continues the stream of a std::mt19937, by
     * nprand_set_state_std(). to_std(engine), to_std(): makes a std::mt19937 continue the stream of
     * this generator, by nprand_get_state_libstdcxx() or nprand_get_state_std(). The generator and
     * the engine then draw the same words. The cached normal is not handed over, because a
     * std::mt19937 has none.
     *
     * text: what operator<< of a std::mt19937 wrote, of any C++ library; else NPRAND_BAD_STD_TEXT.
     * engine: the std::mt19937. Result: of from_std(), the generator; of to_std(), the text that
     * operator>> of this C++ library reads. */
    [[nodiscard]] static RandomState from_std(std::string_view text)
    {
        RandomState out(0);
        out.set_state_text(nprand_set_state_std, text);
        return out;
    }

    [[nodiscard]] static RandomState from_std(const std::mt19937 &engine)
    {
        std::ostringstream text;
        text.imbue(std::locale::classic());
        text << engine;
        return from_std(text.str());
    }

    [[nodiscard]] std::string to_std() const
    {
#ifdef __GLIBCXX__
        return state_text(nprand_get_state_libstdcxx);
#else
        return state_text(nprand_get_state_std);
#endif
    }

    void to_std(std::mt19937 &engine) const
    {
        std::istringstream text(to_std());
        text.imbue(std::locale::classic());
        text >> engine;
    }

    /* get_state_r(), get_state_matlab(), get_state_octave(), get_state_torch(): the state as R's
     * .Random.seed, MATLAB's rng().State, Octave's rand("twister") and the bytes of PyTorch's
     * torch.get_rng_state(), by nprand_get_state_r() and the like. Result: the array of the tool. */
    [[nodiscard]] std::vector<std::int32_t> get_state_r() const
    {
        return state_array<std::int32_t>(nprand_get_state_r, NPRAND_STATE_R_SIZE);
    }

    [[nodiscard]] std::vector<std::uint32_t> get_state_matlab() const
    {
        return state_array<std::uint32_t>(nprand_get_state_matlab, NPRAND_STATE_MATLAB_SIZE);
    }

    [[nodiscard]] std::vector<std::uint32_t> get_state_octave() const
    {
        return state_array<std::uint32_t>(nprand_get_state_octave, NPRAND_STATE_OCTAVE_SIZE);
    }

    [[nodiscard]] std::vector<unsigned char> get_state_torch() const
    {
        return state_array<unsigned char>(nprand_get_state_torch, NPRAND_STATE_TORCH_SIZE);
    }

    /* set_state_r(state), set_state_matlab(state), set_state_octave(state), set_state_torch(state):
     * continues from the state of the tool, by nprand_set_state_r() and the like.
     *
     * state: the array of the tool. */
    void set_state_r(const std::vector<std::int32_t> &state)
    {
        detail::check(nprand_set_state_r(&rng_, state.data(), state.size()));
    }

    void set_state_matlab(const std::vector<std::uint32_t> &state)
    {
        detail::check(nprand_set_state_matlab(&rng_, state.data(), state.size()));
    }

    void set_state_octave(const std::vector<std::uint32_t> &state)
    {
        detail::check(nprand_set_state_octave(&rng_, state.data(), state.size()));
    }

    void set_state_torch(const std::vector<unsigned char> &state)
    {
        detail::check(nprand_set_state_torch(&rng_, state.data(), state.size()));
    }

    /* get_state_gsl(state, size), set_state_gsl(state, size): writes the state to a gsl_rng of the
     * type gsl_rng_mt19937, and continues from it, by nprand_get_state_gsl() and
     * nprand_set_state_gsl().
     *
     * state: gsl_rng_state(r) of the gsl_rng *r. size: gsl_rng_size(r). */
    void get_state_gsl(void *state, std::size_t size) const
    {
        detail::check(nprand_get_state_gsl(&rng_, size, state));
    }

    void set_state_gsl(const void *state, std::size_t size)
    {
        detail::check(nprand_set_state_gsl(&rng_, state, size));
    }

    /* recover_words(words): the generator that drew these words one after another, as
     * nprand_recover_words(). It continues behind the last of them.
     *
     * words: at least 624 words. */
    [[nodiscard]] static RandomState recover_words(const std::vector<std::uint32_t> &words)
    {
        RandomState out(0);
        detail::check(nprand_recover_words(&out.rng_, words.data(), words.size()));
        return out;
    }

    /* recover_doubles(x): the generator that drew these values of random_sample() one after
     * another, as nprand_recover_doubles(). It continues behind the last of them. The call
     * allocates its work space.
     *
     * x: at least 623 values. */
    [[nodiscard]] static RandomState recover_doubles(const std::vector<double> &x)
    {
        RandomState out(0);
        const detail::work_space space(nprand_recover_doubles_work_size(x.size()));
        detail::check(nprand_recover_doubles(&out.rng_, x.data(), x.size(), space.get()));
        return out;
    }

    /* rng(): the generator itself, for the functions of nprand.h such as nprand_advance(). */
    nprand_rng *rng() noexcept
    {
        return &rng_;
    }

    const nprand_rng *rng() const noexcept
    {
        return &rng_;
    }

    /* ---- UniformRandomBitGenerator -------------------------------------------------------- */

    /* The type of a word. */
    using result_type = std::uint32_t;

    /* min(), max(): the limits of operator(), which draws a word as nprand_random_raw(). */
    static constexpr result_type(min)() noexcept
    {
        return 0;
    }

    static constexpr result_type(max)() noexcept
    {
        return 0xffffffff;
    }

    result_type operator()()
    {
        return random_raw();
    }

    /* ---- Words and bytes ------------------------------------------------------------------ */

    /* random_raw(): one word, as nprand_random_raw(). */
    std::uint32_t random_raw()
    {
        return static_cast<std::uint32_t>(nprand_random_raw(&rng_));
    }

    std::vector<std::uint32_t> random_raw(std::size_t size)
    {
        return many<std::uint32_t>(nprand_random_raw_fill, size);
    }

    void random_raw_fill(std::size_t size, std::uint32_t *out)
    {
        detail::check(nprand_random_raw_fill(&rng_, size, out));
    }

    /* bytes(length): random bytes, as nprand_bytes().
     *
     * length: number of bytes. out: where they go. */
    std::vector<unsigned char> bytes(std::size_t length)
    {
        auto out = detail::array<unsigned char>(length);
        bytes_fill(length, out.data());
        return out;
    }

    void bytes_fill(std::size_t length, void *out)
    {
        detail::check(nprand_bytes(&rng_, length, out));
    }

    /* The draws in three forms, one line or two for each form. The templates one(), many(), write()
     * and write_reals() at the end of the class call the function of C and throw what it refuses.
     * doubles and integers are vectors of double and std::int64_t. */
    /* clang-format off */

    /* ---- Uniform doubles ------------------------------------------------------------------ */

    /* random_sample(): uniform on [0, 1), as nprand_random_sample(). */
    double random_sample() { return nprand_random_sample(&rng_); }
    doubles random_sample(std::size_t size)
    { return many<double>(nprand_random_sample_fill, size); }
    void random_sample_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_random_sample_fill, size, out); }

    /* random(): random_sample() under another name, as nprand_random(). */
    double random() { return nprand_random(&rng_); }
    doubles random(std::size_t size) { return many<double>(nprand_random_fill, size); }
    void random_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_random_fill, size, out); }

    /* rand(d0, d1, ...): random_sample() under another name, as nprand_rand(); d0 * d1 * ... values
     * in a flat vector. */
    double rand() { return nprand_rand(&rng_); }
    template <class... Integer> doubles rand(std::size_t d0, Integer... more)
    { return many<double>(nprand_rand_fill, detail::product_of(d0, more...)); }
    void rand_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_rand_fill, size, out); }

    /* uniform(low, high): uniform on [low, high), as nprand_uniform(). */
    double uniform(double low = 0.0, double high = 1.0)
    { return one(nprand_uniform, nprand_uniform_fill, low, high); }
    doubles uniform(double low, double high, std::size_t size)
    { return many<double>(nprand_uniform_fill, size, low, high); }
    void uniform_fill(double low, double high, std::size_t size, detail::reals out)
    { write_reals(nprand_uniform_fill, size, out, low, high); }
    template <class Low = list<double>, if_arrays<Low> = 0>
    doubles uniform(const Low &low) { return uniform(low, 1.0); }
    template <class Low = list<double>, class High = list<double>, if_arrays<Low, High> = 0>
    doubles uniform(const Low &low, const High &high)
    { return each<double>(nprand_uniform_each, real(low), real(high)); }
    void uniform_each(const double *low, step low_step, const double *high, step high_step,
        std::size_t size, double *out)
    { detail::check(nprand_uniform_each(&rng_, low, low_step, high, high_step, size, out)); }

    /* ---- Normal --------------------------------------------------------------------------- */

    /* standard_normal(): mean 0 and standard deviation 1, as nprand_standard_normal(). */
    double standard_normal() { return nprand_standard_normal(&rng_); }
    doubles standard_normal(std::size_t size)
    { return many<double>(nprand_standard_normal_fill, size); }
    void standard_normal_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_standard_normal_fill, size, out); }

    /* randn(d0, d1, ...): standard_normal() under another name, as nprand_randn(); d0 * d1 * ...
     * values in a flat vector. */
    double randn() { return nprand_randn(&rng_); }
    template <class... Integer> doubles randn(std::size_t d0, Integer... more)
    { return many<double>(nprand_randn_fill, detail::product_of(d0, more...)); }
    void randn_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_randn_fill, size, out); }

    /* normal(loc, scale): mean loc and standard deviation scale, as nprand_normal(). */
    double normal(double loc = 0.0, double scale = 1.0)
    { return one(nprand_normal, nprand_normal_fill, loc, scale); }
    doubles normal(double loc, double scale, std::size_t size)
    { return many<double>(nprand_normal_fill, size, loc, scale); }
    void normal_fill(double loc, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_normal_fill, size, out, loc, scale); }
    template <class Loc = list<double>, if_arrays<Loc> = 0>
    doubles normal(const Loc &loc) { return normal(loc, 1.0); }
    template <class Loc = list<double>, class Scale = list<double>, if_arrays<Loc, Scale> = 0>
    doubles normal(const Loc &loc, const Scale &scale)
    { return each<double>(nprand_normal_each, real(loc), real(scale)); }
    void normal_each(const double *loc, step loc_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_normal_each(&rng_, loc, loc_step, scale, scale_step, size, out)); }

    /* ---- Other continuous distributions --------------------------------------------------- */

    /* standard_exponential(): exponential of mean 1, as nprand_standard_exponential(). */
    double standard_exponential() { return nprand_standard_exponential(&rng_); }
    doubles standard_exponential(std::size_t size)
    { return many<double>(nprand_standard_exponential_fill, size); }
    void standard_exponential_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_standard_exponential_fill, size, out); }

    /* standard_cauchy(): the quotient of two normals, as nprand_standard_cauchy(). */
    double standard_cauchy() { return nprand_standard_cauchy(&rng_); }
    doubles standard_cauchy(std::size_t size)
    { return many<double>(nprand_standard_cauchy_fill, size); }
    void standard_cauchy_fill(std::size_t size, detail::reals out)
    { write_reals(nprand_standard_cauchy_fill, size, out); }

    /* exponential(scale): exponential of mean scale, as nprand_exponential(). */
    double exponential(double scale = 1.0)
    { return one(nprand_exponential, nprand_exponential_fill, scale); }
    doubles exponential(double scale, std::size_t size)
    { return many<double>(nprand_exponential_fill, size, scale); }
    void exponential_fill(double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_exponential_fill, size, out, scale); }
    template <class Scale = list<double>, if_arrays<Scale> = 0>
    doubles exponential(const Scale &scale)
    { return each<double>(nprand_exponential_each, real(scale)); }
    void exponential_each(const double *scale, step scale_step, std::size_t size, double *out)
    { detail::check(nprand_exponential_each(&rng_, scale, scale_step, size, out)); }

    /* standard_gamma(shape): gamma of scale 1, as nprand_standard_gamma(). */
    double standard_gamma(double shape)
    { return one(nprand_standard_gamma, nprand_standard_gamma_fill, shape); }
    doubles standard_gamma(double shape, std::size_t size)
    { return many<double>(nprand_standard_gamma_fill, size, shape); }
    void standard_gamma_fill(double shape, std::size_t size, detail::reals out)
    { write_reals(nprand_standard_gamma_fill, size, out, shape); }
    template <class Shape = list<double>, if_arrays<Shape> = 0>
    doubles standard_gamma(const Shape &shape)
    { return each<double>(nprand_standard_gamma_each, real(shape)); }
    void standard_gamma_each(const double *shape, step shape_step, std::size_t size, double *out)
    { detail::check(nprand_standard_gamma_each(&rng_, shape, shape_step, size, out)); }

    /* gamma(shape, scale): gamma of mean shape * scale, as nprand_gamma(). */
    double gamma(double shape, double scale = 1.0)
    { return one(nprand_gamma, nprand_gamma_fill, shape, scale); }
    doubles gamma(double shape, double scale, std::size_t size)
    { return many<double>(nprand_gamma_fill, size, shape, scale); }
    void gamma_fill(double shape, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_gamma_fill, size, out, shape, scale); }
    template <class Shape = list<double>, if_arrays<Shape> = 0>
    doubles gamma(const Shape &shape) { return gamma(shape, 1.0); }
    template <class Shape = list<double>, class Scale = list<double>, if_arrays<Shape, Scale> = 0>
    doubles gamma(const Shape &shape, const Scale &scale)
    { return each<double>(nprand_gamma_each, real(shape), real(scale)); }
    void gamma_each(const double *shape, step shape_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_gamma_each(&rng_, shape, shape_step, scale, scale_step, size, out)); }

    /* beta(a, b): beta on [0, 1], as nprand_beta(). */
    double beta(double a, double b) { return one(nprand_beta, nprand_beta_fill, a, b); }
    doubles beta(double a, double b, std::size_t size)
    { return many<double>(nprand_beta_fill, size, a, b); }
    void beta_fill(double a, double b, std::size_t size, detail::reals out)
    { write_reals(nprand_beta_fill, size, out, a, b); }
    template <class As = list<double>, class Bs = list<double>, if_arrays<As, Bs> = 0>
    doubles beta(const As &a, const Bs &b)
    { return each<double>(nprand_beta_each, real(a), real(b)); }
    void beta_each(const double *a, step a_step, const double *b, step b_step, std::size_t size,
        double *out)
    { detail::check(nprand_beta_each(&rng_, a, a_step, b, b_step, size, out)); }

    /* chisquare(df): chi-square, as nprand_chisquare(). */
    double chisquare(double df) { return one(nprand_chisquare, nprand_chisquare_fill, df); }
    doubles chisquare(double df, std::size_t size)
    { return many<double>(nprand_chisquare_fill, size, df); }
    void chisquare_fill(double df, std::size_t size, detail::reals out)
    { write_reals(nprand_chisquare_fill, size, out, df); }
    template <class Df = list<double>, if_arrays<Df> = 0>
    doubles chisquare(const Df &df) { return each<double>(nprand_chisquare_each, real(df)); }
    void chisquare_each(const double *df, step df_step, std::size_t size, double *out)
    { detail::check(nprand_chisquare_each(&rng_, df, df_step, size, out)); }

    /* noncentral_chisquare(df, nonc): noncentral chi-square, as nprand_noncentral_chisquare(). */
    double noncentral_chisquare(double df, double nonc)
    { return one(nprand_noncentral_chisquare, nprand_noncentral_chisquare_fill, df, nonc); }
    doubles noncentral_chisquare(double df, double nonc, std::size_t size)
    { return many<double>(nprand_noncentral_chisquare_fill, size, df, nonc); }
    void noncentral_chisquare_fill(double df, double nonc, std::size_t size, detail::reals out)
    { write_reals(nprand_noncentral_chisquare_fill, size, out, df, nonc); }
    template <class Df = list<double>, class Nonc = list<double>, if_arrays<Df, Nonc> = 0>
    doubles noncentral_chisquare(const Df &df, const Nonc &nonc)
    { return each<double>(nprand_noncentral_chisquare_each, real(df), real(nonc)); }
    void noncentral_chisquare_each(const double *df, step df_step, const double *nonc,
        step nonc_step, std::size_t size, double *out)
    { detail::check(nprand_noncentral_chisquare_each(&rng_, df, df_step, nonc, nonc_step, size,
        out)); }

    /* f(dfnum, dfden): Fisher's F, as nprand_f(). */
    double f(double dfnum, double dfden) { return one(nprand_f, nprand_f_fill, dfnum, dfden); }
    doubles f(double dfnum, double dfden, std::size_t size)
    { return many<double>(nprand_f_fill, size, dfnum, dfden); }
    void f_fill(double dfnum, double dfden, std::size_t size, detail::reals out)
    { write_reals(nprand_f_fill, size, out, dfnum, dfden); }
    template <class Dfnum = list<double>, class Dfden = list<double>, if_arrays<Dfnum, Dfden> = 0>
    doubles f(const Dfnum &dfnum, const Dfden &dfden)
    { return each<double>(nprand_f_each, real(dfnum), real(dfden)); }
    void f_each(const double *dfnum, step dfnum_step, const double *dfden, step dfden_step,
        std::size_t size, double *out)
    { detail::check(nprand_f_each(&rng_, dfnum, dfnum_step, dfden, dfden_step, size, out)); }

    /* noncentral_f(dfnum, dfden, nonc): noncentral F, as nprand_noncentral_f(). */
    double noncentral_f(double dfnum, double dfden, double nonc)
    { return one(nprand_noncentral_f, nprand_noncentral_f_fill, dfnum, dfden, nonc); }
    doubles noncentral_f(double dfnum, double dfden, double nonc, std::size_t size)
    { return many<double>(nprand_noncentral_f_fill, size, dfnum, dfden, nonc); }
    void noncentral_f_fill(double dfnum, double dfden, double nonc, std::size_t size,
        detail::reals out) { write_reals(nprand_noncentral_f_fill, size, out, dfnum, dfden, nonc); }
    template <class Dfnum = list<double>, class Dfden = list<double>, class Nonc = list<double>,
        if_arrays<Dfnum, Dfden, Nonc> = 0>
    doubles noncentral_f(const Dfnum &dfnum, const Dfden &dfden, const Nonc &nonc)
    { return each<double>(nprand_noncentral_f_each, real(dfnum), real(dfden), real(nonc)); }
    void noncentral_f_each(const double *dfnum, step dfnum_step, const double *dfden,
        step dfden_step, const double *nonc, step nonc_step, std::size_t size, double *out)
    { detail::check(nprand_noncentral_f_each(&rng_, dfnum, dfnum_step, dfden, dfden_step, nonc,
        nonc_step, size, out)); }

    /* standard_t(df): Student's t, as nprand_standard_t(). */
    double standard_t(double df) { return one(nprand_standard_t, nprand_standard_t_fill, df); }
    doubles standard_t(double df, std::size_t size)
    { return many<double>(nprand_standard_t_fill, size, df); }
    void standard_t_fill(double df, std::size_t size, detail::reals out)
    { write_reals(nprand_standard_t_fill, size, out, df); }
    template <class Df = list<double>, if_arrays<Df> = 0>
    doubles standard_t(const Df &df) { return each<double>(nprand_standard_t_each, real(df)); }
    void standard_t_each(const double *df, step df_step, std::size_t size, double *out)
    { detail::check(nprand_standard_t_each(&rng_, df, df_step, size, out)); }

    /* lognormal(mean, sigma): exp() of normal(mean, sigma), as nprand_lognormal(). */
    double lognormal(double mean = 0.0, double sigma = 1.0)
    { return one(nprand_lognormal, nprand_lognormal_fill, mean, sigma); }
    doubles lognormal(double mean, double sigma, std::size_t size)
    { return many<double>(nprand_lognormal_fill, size, mean, sigma); }
    void lognormal_fill(double mean, double sigma, std::size_t size, detail::reals out)
    { write_reals(nprand_lognormal_fill, size, out, mean, sigma); }
    template <class Mean = list<double>, if_arrays<Mean> = 0>
    doubles lognormal(const Mean &mean) { return lognormal(mean, 1.0); }
    template <class Mean = list<double>, class Sigma = list<double>, if_arrays<Mean, Sigma> = 0>
    doubles lognormal(const Mean &mean, const Sigma &sigma)
    { return each<double>(nprand_lognormal_each, real(mean), real(sigma)); }
    void lognormal_each(const double *mean, step mean_step, const double *sigma, step sigma_step,
        std::size_t size, double *out)
    { detail::check(nprand_lognormal_each(&rng_, mean, mean_step, sigma, sigma_step, size, out)); }

    /* laplace(loc, scale): Laplace or double exponential, as nprand_laplace(). */
    double laplace(double loc = 0.0, double scale = 1.0)
    { return one(nprand_laplace, nprand_laplace_fill, loc, scale); }
    doubles laplace(double loc, double scale, std::size_t size)
    { return many<double>(nprand_laplace_fill, size, loc, scale); }
    void laplace_fill(double loc, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_laplace_fill, size, out, loc, scale); }
    template <class Loc = list<double>, if_arrays<Loc> = 0>
    doubles laplace(const Loc &loc) { return laplace(loc, 1.0); }
    template <class Loc = list<double>, class Scale = list<double>, if_arrays<Loc, Scale> = 0>
    doubles laplace(const Loc &loc, const Scale &scale)
    { return each<double>(nprand_laplace_each, real(loc), real(scale)); }
    void laplace_each(const double *loc, step loc_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_laplace_each(&rng_, loc, loc_step, scale, scale_step, size, out)); }

    /* logistic(loc, scale): logistic, as nprand_logistic(). */
    double logistic(double loc = 0.0, double scale = 1.0)
    { return one(nprand_logistic, nprand_logistic_fill, loc, scale); }
    doubles logistic(double loc, double scale, std::size_t size)
    { return many<double>(nprand_logistic_fill, size, loc, scale); }
    void logistic_fill(double loc, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_logistic_fill, size, out, loc, scale); }
    template <class Loc = list<double>, if_arrays<Loc> = 0>
    doubles logistic(const Loc &loc) { return logistic(loc, 1.0); }
    template <class Loc = list<double>, class Scale = list<double>, if_arrays<Loc, Scale> = 0>
    doubles logistic(const Loc &loc, const Scale &scale)
    { return each<double>(nprand_logistic_each, real(loc), real(scale)); }
    void logistic_each(const double *loc, step loc_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_logistic_each(&rng_, loc, loc_step, scale, scale_step, size, out)); }

    /* gumbel(loc, scale): Gumbel, or extreme values of type I, as nprand_gumbel(). */
    double gumbel(double loc = 0.0, double scale = 1.0)
    { return one(nprand_gumbel, nprand_gumbel_fill, loc, scale); }
    doubles gumbel(double loc, double scale, std::size_t size)
    { return many<double>(nprand_gumbel_fill, size, loc, scale); }
    void gumbel_fill(double loc, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_gumbel_fill, size, out, loc, scale); }
    template <class Loc = list<double>, if_arrays<Loc> = 0>
    doubles gumbel(const Loc &loc) { return gumbel(loc, 1.0); }
    template <class Loc = list<double>, class Scale = list<double>, if_arrays<Loc, Scale> = 0>
    doubles gumbel(const Loc &loc, const Scale &scale)
    { return each<double>(nprand_gumbel_each, real(loc), real(scale)); }
    void gumbel_each(const double *loc, step loc_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_gumbel_each(&rng_, loc, loc_step, scale, scale_step, size, out)); }

    /* pareto(a): Pareto II or Lomax, as nprand_pareto(). */
    double pareto(double a) { return one(nprand_pareto, nprand_pareto_fill, a); }
    doubles pareto(double a, std::size_t size) { return many<double>(nprand_pareto_fill, size, a); }
    void pareto_fill(double a, std::size_t size, detail::reals out)
    { write_reals(nprand_pareto_fill, size, out, a); }
    template <class As = list<double>, if_arrays<As> = 0>
    doubles pareto(const As &a) { return each<double>(nprand_pareto_each, real(a)); }
    void pareto_each(const double *a, step a_step, std::size_t size, double *out)
    { detail::check(nprand_pareto_each(&rng_, a, a_step, size, out)); }

    /* power(a): the density a x^(a-1) on [0, 1], as nprand_power(). */
    double power(double a) { return one(nprand_power, nprand_power_fill, a); }
    doubles power(double a, std::size_t size) { return many<double>(nprand_power_fill, size, a); }
    void power_fill(double a, std::size_t size, detail::reals out)
    { write_reals(nprand_power_fill, size, out, a); }
    template <class As = list<double>, if_arrays<As> = 0>
    doubles power(const As &a) { return each<double>(nprand_power_each, real(a)); }
    void power_each(const double *a, step a_step, std::size_t size, double *out)
    { detail::check(nprand_power_each(&rng_, a, a_step, size, out)); }

    /* weibull(a): Weibull of scale 1, as nprand_weibull(). */
    double weibull(double a) { return one(nprand_weibull, nprand_weibull_fill, a); }
    doubles weibull(double a, std::size_t size)
    { return many<double>(nprand_weibull_fill, size, a); }
    void weibull_fill(double a, std::size_t size, detail::reals out)
    { write_reals(nprand_weibull_fill, size, out, a); }
    template <class As = list<double>, if_arrays<As> = 0>
    doubles weibull(const As &a) { return each<double>(nprand_weibull_each, real(a)); }
    void weibull_each(const double *a, step a_step, std::size_t size, double *out)
    { detail::check(nprand_weibull_each(&rng_, a, a_step, size, out)); }

    /* rayleigh(scale): Rayleigh, as nprand_rayleigh(). */
    double rayleigh(double scale = 1.0)
    { return one(nprand_rayleigh, nprand_rayleigh_fill, scale); }
    doubles rayleigh(double scale, std::size_t size)
    { return many<double>(nprand_rayleigh_fill, size, scale); }
    void rayleigh_fill(double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_rayleigh_fill, size, out, scale); }
    template <class Scale = list<double>, if_arrays<Scale> = 0>
    doubles rayleigh(const Scale &scale) { return each<double>(nprand_rayleigh_each, real(scale)); }
    void rayleigh_each(const double *scale, step scale_step, std::size_t size, double *out)
    { detail::check(nprand_rayleigh_each(&rng_, scale, scale_step, size, out)); }

    /* triangular(left, mode, right): triangular on [left, right], as nprand_triangular(). */
    double triangular(double left, double mode, double right)
    { return one(nprand_triangular, nprand_triangular_fill, left, mode, right); }
    doubles triangular(double left, double mode, double right, std::size_t size)
    { return many<double>(nprand_triangular_fill, size, left, mode, right); }
    void triangular_fill(double left, double mode, double right, std::size_t size,
        detail::reals out) { write_reals(nprand_triangular_fill, size, out, left, mode, right); }
    template <class Left = list<double>, class Mode = list<double>, class Right = list<double>,
        if_arrays<Left, Mode, Right> = 0>
    doubles triangular(const Left &left, const Mode &mode, const Right &right)
    { return each<double>(nprand_triangular_each, real(left), real(mode), real(right)); }
    void triangular_each(const double *left, step left_step, const double *mode, step mode_step,
        const double *right, step right_step, std::size_t size, double *out)
    { detail::check(nprand_triangular_each(&rng_, left, left_step, mode, mode_step, right,
        right_step, size, out)); }

    /* vonmises(mu, kappa): an angle in radians on [-pi, pi], as nprand_vonmises(). */
    double vonmises(double mu, double kappa)
    { return one(nprand_vonmises, nprand_vonmises_fill, mu, kappa); }
    doubles vonmises(double mu, double kappa, std::size_t size)
    { return many<double>(nprand_vonmises_fill, size, mu, kappa); }
    void vonmises_fill(double mu, double kappa, std::size_t size, detail::reals out)
    { write_reals(nprand_vonmises_fill, size, out, mu, kappa); }
    template <class Mu = list<double>, class Kappa = list<double>, if_arrays<Mu, Kappa> = 0>
    doubles vonmises(const Mu &mu, const Kappa &kappa)
    { return each<double>(nprand_vonmises_each, real(mu), real(kappa)); }
    void vonmises_each(const double *mu, step mu_step, const double *kappa, step kappa_step,
        std::size_t size, double *out)
    { detail::check(nprand_vonmises_each(&rng_, mu, mu_step, kappa, kappa_step, size, out)); }

    /* wald(mean, scale): inverse Gaussian, as nprand_wald(). */
    double wald(double mean, double scale)
    { return one(nprand_wald, nprand_wald_fill, mean, scale); }
    doubles wald(double mean, double scale, std::size_t size)
    { return many<double>(nprand_wald_fill, size, mean, scale); }
    void wald_fill(double mean, double scale, std::size_t size, detail::reals out)
    { write_reals(nprand_wald_fill, size, out, mean, scale); }
    template <class Mean = list<double>, class Scale = list<double>, if_arrays<Mean, Scale> = 0>
    doubles wald(const Mean &mean, const Scale &scale)
    { return each<double>(nprand_wald_each, real(mean), real(scale)); }
    void wald_each(const double *mean, step mean_step, const double *scale, step scale_step,
        std::size_t size, double *out)
    { detail::check(nprand_wald_each(&rng_, mean, mean_step, scale, scale_step, size, out)); }

    /* ---- Integers ------------------------------------------------------------------------- */

    /* randint(low, high): low <= x < high, as nprand_randint(); randint(high) starts at 0. The
     * dtype is NumPy's default, C's long. */
    std::int64_t randint(std::int64_t high) { return randint(0, high); }
    std::int64_t randint(std::int64_t low, std::int64_t high)
    { return one(nprand_randint, nprand_randint_fill, low, high); }
    integers randint(std::int64_t low, std::int64_t high, std::size_t size)
    { return many<std::int64_t>(nprand_randint_fill, size, low, high); }
    void randint_fill(std::int64_t low, std::int64_t high, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_randint_fill, size, out, low, high); }
    template <int = 0, class High = list<std::int64_t>, if_arrays<High> = 0>
    integers randint(const High &high) { return randint(0, high); }
    template <int = 0, class Low = list<std::int64_t>, class High = list<std::int64_t>,
        if_arrays<Low, High> = 0>
    integers randint(const Low &low, const High &high)
    { return each<std::int64_t>(nprand_randint_each, whole(low), whole(high)); }
    void randint_each(const std::int64_t *low, step low_step, const std::int64_t *high,
        step high_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_randint_each(&rng_, low, low_step, high, high_step, size, out)); }

    /* randint<T>(low, high): low <= x < high in the dtype that has the size and the sign of T, as
     * nprand_randint_int8() and the like. T is bool, char, or any integer of 8 to 64 bits. The
     * bounds are int64_t; for unsigned T of 64 bits they are uint64_t. For bool, 8 and 16 bits, one
     * call with a size draws other values than calls for single values, as in NumPy. */
    template <class T> T randint(bound<T> high) { return randint<T>(0, high); }
    template <class T> T randint(bound<T> low, bound<T> high)
    {
        using dtype = detail::dtype<detail::fixed<T>>;
        return static_cast<T>(one(dtype::draw, dtype::fill, low, high));
    }
    template <class T> std::vector<T> randint(bound<T> low, bound<T> high, std::size_t size)
    { return many<T>(detail::dtype<detail::fixed<T>>::fill, size, low, high); }
    template <class T> void randint_fill(bound<T> low, bound<T> high, std::size_t size, T *out)
    {
        using dtype = detail::dtype<detail::fixed<T>>;
        write<detail::fixed<T>>(dtype::fill, size, out, low, high);
    }
    template <class T, class High = list<bound<T>>, if_arrays<High> = 0>
    std::vector<T> randint(const High &high) { return randint<T>(0, high); }
    template <class T, class Low = list<bound<T>>, class High = list<bound<T>>,
        if_arrays<Low, High> = 0>
    std::vector<T> randint(const Low &low, const High &high)
    {
        using values = detail::values<bound<T>>;
        return each<T>(detail::dtype<detail::fixed<T>>::each, values(low), values(high));
    }
    template <class T> void randint_each(const bound<T> *low, step low_step, const bound<T> *high,
        step high_step, std::size_t size, T *out)
    {
        static_assert(std::is_same_v<T, detail::fixed<T>>, "randint_each: out is of <cstdint>");
        detail::check(detail::dtype<T>::each(&rng_, low, low_step, high, high_step, size, out));
    }

    /* randint_endpoint<T>(low, last): low <= x <= last in the dtype of T, for ranges whose high fits
     * no integer of C++, as nprand_randint_int64_endpoint(): randint(0, 2**64, dtype=np.uint64) is
     * randint_endpoint<std::uint64_t>(0, UINT64_MAX). */
    template <class T> T randint_endpoint(bound<T> low, bound<T> last)
    {
        using endpoint = detail::endpoint<detail::fixed<T>>;
        return static_cast<T>(one(endpoint::draw, endpoint::fill, low, last));
    }
    template <class T> std::vector<T> randint_endpoint(bound<T> low, bound<T> last,
        std::size_t size)
    { return many<T>(detail::endpoint<detail::fixed<T>>::fill, size, low, last); }
    template <class T>
    void randint_endpoint_fill(bound<T> low, bound<T> last, std::size_t size, T *out)
    {
        using endpoint = detail::endpoint<detail::fixed<T>>;
        write<detail::fixed<T>>(endpoint::fill, size, out, low, last);
    }
    template <class T, class Low = list<bound<T>>, class Last = list<bound<T>>,
        if_arrays<Low, Last> = 0>
    std::vector<T> randint_endpoint(const Low &low, const Last &last)
    {
        using values = detail::values<bound<T>>;
        return each<T>(detail::endpoint<detail::fixed<T>>::each, values(low), values(last));
    }
    void randint_endpoint_each(const std::int64_t *low, step low_step, const std::int64_t *last,
        step last_step, std::size_t size, std::int64_t *out)
    {
        detail::check(nprand_randint_int64_endpoint_each(&rng_, low, low_step, last, last_step,
            size, out));
    }
    void randint_endpoint_each(const std::uint64_t *low, step low_step, const std::uint64_t *last,
        step last_step, std::size_t size, std::uint64_t *out)
    {
        detail::check(nprand_randint_uint64_endpoint_each(&rng_, low, low_step, last, last_step,
            size, out));
    }

    /* random_integers(low, high): low <= x <= high, as nprand_random_integers();
     * random_integers(high) starts at 1. */
    std::int64_t random_integers(std::int64_t high) { return random_integers(1, high); }
    std::int64_t random_integers(std::int64_t low, std::int64_t high)
    { return one(nprand_random_integers, nprand_random_integers_fill, low, high); }
    integers random_integers(std::int64_t low, std::int64_t high, std::size_t size)
    { return many<std::int64_t>(nprand_random_integers_fill, size, low, high); }
    void random_integers_fill(std::int64_t low, std::int64_t high, std::size_t size,
        std::int64_t *out)
    { write<std::int64_t>(nprand_random_integers_fill, size, out, low, high); }
    template <class Low = list<std::int64_t>, class High = list<std::int64_t>, if_arrays<Low,
        High> = 0>
    integers random_integers(const Low &low, const High &high)
    { return each<std::int64_t>(nprand_random_integers_each, whole(low), whole(high)); }
    void random_integers_each(const std::int64_t *low, step low_step, const std::int64_t *high,
        step high_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_random_integers_each(&rng_, low, low_step, high, high_step, size,
        out)); }

    /* tomaxint(): 0..2^63-1, or 0..2^31-1 if C's long has 32 bits, as nprand_tomaxint(). */
    std::int64_t tomaxint() { return nprand_tomaxint(&rng_); }
    integers tomaxint(std::size_t size) { return many<std::int64_t>(nprand_tomaxint_fill, size); }
    void tomaxint_fill(std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_tomaxint_fill, size, out); }

    /* ---- Other discrete distributions ----------------------------------------------------- */

    /* poisson(lam): Poisson of mean lam, as nprand_poisson(). */
    std::int64_t poisson(double lam = 1.0) { return one(nprand_poisson, nprand_poisson_fill, lam); }
    integers poisson(double lam, std::size_t size)
    { return many<std::int64_t>(nprand_poisson_fill, size, lam); }
    void poisson_fill(double lam, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_poisson_fill, size, out, lam); }
    template <class Lam = list<double>, if_arrays<Lam> = 0>
    integers poisson(const Lam &lam) { return each<std::int64_t>(nprand_poisson_each, real(lam)); }
    void poisson_each(const double *lam, step lam_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_poisson_each(&rng_, lam, lam_step, size, out)); }

    /* binomial(n, p): successes in n trials, as nprand_binomial().
     *
     * n: number of trials; not negative. */
    std::int64_t binomial(std::int64_t n, double p)
    { return one(nprand_binomial, nprand_binomial_fill, n, p); }
    integers binomial(std::int64_t n, double p, std::size_t size)
    { return many<std::int64_t>(nprand_binomial_fill, size, n, p); }
    void binomial_fill(std::int64_t n, double p, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_binomial_fill, size, out, n, p); }
    template <class Ns = list<std::int64_t>, class Ps = list<double>, if_arrays<Ns, Ps> = 0>
    integers binomial(const Ns &n, const Ps &p)
    { return each<std::int64_t>(nprand_binomial_each, whole(n), real(p)); }
    void binomial_each(const std::int64_t *n, step n_step, const double *p, step p_step,
        std::size_t size, std::int64_t *out)
    { detail::check(nprand_binomial_each(&rng_, n, n_step, p, p_step, size, out)); }

    /* negative_binomial(n, p): failures before n successes, as nprand_negative_binomial().
     *
     * n: number of successes; positive, may be a fraction. */
    std::int64_t negative_binomial(double n, double p)
    { return one(nprand_negative_binomial, nprand_negative_binomial_fill, n, p); }
    integers negative_binomial(double n, double p, std::size_t size)
    { return many<std::int64_t>(nprand_negative_binomial_fill, size, n, p); }
    void negative_binomial_fill(double n, double p, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_negative_binomial_fill, size, out, n, p); }
    template <class Ns = list<double>, class Ps = list<double>, if_arrays<Ns, Ps> = 0>
    integers negative_binomial(const Ns &n, const Ps &p)
    { return each<std::int64_t>(nprand_negative_binomial_each, real(n), real(p)); }
    void negative_binomial_each(const double *n, step n_step, const double *p, step p_step,
        std::size_t size, std::int64_t *out)
    { detail::check(nprand_negative_binomial_each(&rng_, n, n_step, p, p_step, size, out)); }

    /* geometric(p): trials up to the first success, as nprand_geometric(). */
    std::int64_t geometric(double p) { return one(nprand_geometric, nprand_geometric_fill, p); }
    integers geometric(double p, std::size_t size)
    { return many<std::int64_t>(nprand_geometric_fill, size, p); }
    void geometric_fill(double p, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_geometric_fill, size, out, p); }
    template <class Ps = list<double>, if_arrays<Ps> = 0>
    integers geometric(const Ps &p) { return each<std::int64_t>(nprand_geometric_each, real(p)); }
    void geometric_each(const double *p, step p_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_geometric_each(&rng_, p, p_step, size, out)); }

    /* hypergeometric(ngood, nbad, nsample): good elements in a sample of nsample, as
     * nprand_hypergeometric(). */
    std::int64_t hypergeometric(std::int64_t ngood, std::int64_t nbad, std::int64_t nsample)
    { return one(nprand_hypergeometric, nprand_hypergeometric_fill, ngood, nbad, nsample); }
    integers hypergeometric(std::int64_t ngood, std::int64_t nbad, std::int64_t nsample,
        std::size_t size)
    { return many<std::int64_t>(nprand_hypergeometric_fill, size, ngood, nbad, nsample); }
    void hypergeometric_fill(std::int64_t ngood, std::int64_t nbad, std::int64_t nsample,
        std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_hypergeometric_fill, size, out, ngood, nbad, nsample); }
    template <class Ngood = list<std::int64_t>, class Nbad = list<std::int64_t>,
        class Nsample = list<std::int64_t>, if_arrays<Ngood, Nbad, Nsample> = 0>
    integers hypergeometric(const Ngood &ngood, const Nbad &nbad, const Nsample &nsample)
    {
        return each<std::int64_t>(nprand_hypergeometric_each, whole(ngood), whole(nbad),
            whole(nsample));
    }
    void hypergeometric_each(const std::int64_t *ngood, step ngood_step, const std::int64_t *nbad,
        step nbad_step, const std::int64_t *nsample, step nsample_step, std::size_t size,
        std::int64_t *out)
    { detail::check(nprand_hypergeometric_each(&rng_, ngood, ngood_step, nbad, nbad_step, nsample,
        nsample_step, size, out)); }

    /* logseries(p): logarithmic series, as nprand_logseries(). */
    std::int64_t logseries(double p) { return one(nprand_logseries, nprand_logseries_fill, p); }
    integers logseries(double p, std::size_t size)
    { return many<std::int64_t>(nprand_logseries_fill, size, p); }
    void logseries_fill(double p, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_logseries_fill, size, out, p); }
    template <class Ps = list<double>, if_arrays<Ps> = 0>
    integers logseries(const Ps &p) { return each<std::int64_t>(nprand_logseries_each, real(p)); }
    void logseries_each(const double *p, step p_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_logseries_each(&rng_, p, p_step, size, out)); }

    /* zipf(a): Zipf or zeta, as nprand_zipf(). */
    std::int64_t zipf(double a) { return one(nprand_zipf, nprand_zipf_fill, a); }
    integers zipf(double a, std::size_t size)
    { return many<std::int64_t>(nprand_zipf_fill, size, a); }
    void zipf_fill(double a, std::size_t size, std::int64_t *out)
    { write<std::int64_t>(nprand_zipf_fill, size, out, a); }
    template <class As = list<double>, if_arrays<As> = 0>
    integers zipf(const As &a) { return each<std::int64_t>(nprand_zipf_each, real(a)); }
    void zipf_each(const double *a, step a_step, std::size_t size, std::int64_t *out)
    { detail::check(nprand_zipf_each(&rng_, a, a_step, size, out)); }

    /* clang-format on */

    /* ---- Multivariate distributions ------------------------------------------------------- */

    /* multinomial(n, pvals): one row of pvals.size() counts, as nprand_multinomial(); with a size,
     * that many rows, one after another.
     *
     * n: number of trials; not negative. pvals: probabilities; a contiguous range of doubles or of
     * floats, or {0.25, 0.75}. NumPy converts floats to doubles before it checks them. k: number of
     * pvals. size: number of rows. out: where size rows of k go. */
    std::vector<std::int64_t> multinomial(std::int64_t n, const detail::parameters &pvals,
                                          std::size_t size = 1)
    {
        auto out = detail::array<std::int64_t>(detail::product(pvals.size(), size));
        multinomial_fill(n, pvals.data(), pvals.size(), size, out.data());
        return out;
    }

    void multinomial_fill(std::int64_t n, const detail::parameters &pvals, std::size_t size,
                          std::int64_t *out)
    {
        multinomial_fill(n, pvals.data(), pvals.size(), size, out);
    }

    void multinomial_fill(std::int64_t n, const double *pvals, std::size_t k, std::size_t size,
                          std::int64_t *out)
    {
        detail::check(nprand_multinomial_fill(&rng_, n, pvals, k, size, out));
    }

    /* dirichlet(alpha): one row of alpha.size() shares, as nprand_dirichlet(); with a size, that many
     * rows, one after another.
     *
     * alpha: positive concentrations; a contiguous range of doubles or of floats, or {1.0, 2.0}. k:
     * number of shares. size: number of rows. out: where size rows of k go. */
    std::vector<double> dirichlet(const detail::parameters &alpha, std::size_t size = 1)
    {
        auto out = detail::array<double>(detail::product(alpha.size(), size));
        dirichlet_fill(alpha.data(), alpha.size(), size, out.data());
        return out;
    }

    void dirichlet_fill(const detail::parameters &alpha, std::size_t size, detail::reals out)
    {
        dirichlet_fill(alpha.data(), alpha.size(), size, out);
    }

    void dirichlet_fill(const double *alpha, std::size_t k, std::size_t size, detail::reals out)
    {
        if (out.floats != nullptr) {
            auto rows = detail::array<double>(detail::product(k, size));
            dirichlet_fill(alpha, k, size, rows.data());
            std::transform(rows.begin(), rows.end(), out.floats, to<float, double>);
            return;
        }
        detail::check(nprand_dirichlet_fill(&rng_, alpha, k, size, out.doubles));
    }

    /* multivariate_normal(mean, cov): one row of mean.size() correlated normals, as
     * nprand_multivariate_normal(); with a size, that many rows, one after another. It is defined
     * in nprand_lapack.hpp, which says more.
     *
     * mean: k numbers. cov: the covariance matrix, k rows of k. k: numbers in a row. size: number
     * of rows. check_valid: "warn", "raise" or "ignore". tol: tolerance of the check of cov. out:
     * where size rows of k go. Result: the rows; of multivariate_normal_fill(), false if "warn"
     * finds a cov that is not symmetric and positive-semidefinite. */
    inline std::vector<double> multivariate_normal(const std::vector<double> &mean,
                                                   const std::vector<double> &cov,
                                                   std::size_t size = 1,
                                                   std::string_view check_valid = "warn",
                                                   double tol = 1e-8);
    inline bool multivariate_normal_fill(const double *mean, const double *cov, std::size_t k,
                                         std::string_view check_valid, double tol, std::size_t size,
                                         double *out);

    /* ---- Permutations and samples --------------------------------------------------------- */

    /* shuffle(x): puts the elements of x into random order, in place, as nprand_shuffle(). The
     * elements can be of any type. Elements that are not plain bytes are moved one by one, with 8
     * bytes of memory for each.
     *
     * x: anything with random access iterators (a vector, an array, a deque), or a pointer to the
     * elements. first, last: two such iterators. size: number of elements. rows: number of rows,
     * each of which is moved as a whole. columns: elements in a row. */
    template <class Container, class = detail::element<Container>> void shuffle(Container &&x)
    {
        using T = detail::element<Container>;
        if constexpr (detail::is_contiguous<Container>::value && std::is_trivially_copyable_v<T>)
            shuffle(std::data(x), std::size(x));
        else
            shuffle(std::begin(x), std::end(x));
    }

    template <class Iterator> void shuffle(Iterator first, Iterator last)
    {
        using T = typename std::iterator_traits<Iterator>::value_type;
        using Category = typename std::iterator_traits<Iterator>::iterator_category;
        constexpr bool is_random_access =
            std::is_base_of_v<std::random_access_iterator_tag, Category>;
        static_assert(is_random_access,
                      "shuffle: x needs random access iterators, which a std::list "
                      "or a std::set has not: shuffle a std::vector of its elements");
        if constexpr (is_random_access) {
            const auto size = static_cast<std::size_t>(last - first);
            if constexpr (std::is_pointer_v<Iterator> && std::is_trivially_copyable_v<T>)
                detail::check(nprand_shuffle(&rng_, first, size, sizeof(T)));
            else
                reorder(first, permutation(size));
        }
    }

    template <class T> void shuffle(T *x, std::size_t size)
    {
        shuffle(x, x + size);
    }

    template <class T> void shuffle(T *x, std::size_t rows, std::size_t columns)
    {
        static_assert(std::is_trivially_copyable_v<T>, "rows are moved as bytes");
        detail::check(nprand_shuffle(&rng_, x, rows, detail::product(columns, sizeof(T))));
    }

    /* shuffle_strided(x, count, stride): shuffles x[0], x[stride], x[2 * stride] and further, as
     * nprand_shuffle_strided(). Column 1 of a matrix with k columns is (x + 1, rows, k); every
     * second element is (x, (n + 1) / 2, 2). shuffle(first, last) accepts iterators with a step of
     * their own, in the same order: shuffle(x.rbegin(), x.rend()) is NumPy's shuffle(x[::-1]).
     *
     * x: the first element. count: number of elements. stride: elements from one to the next; a
     * negative stride goes back. */
    template <class T> void shuffle_strided(T *x, std::size_t count, std::ptrdiff_t stride)
    {
        static_assert(std::is_trivially_copyable_v<T>, "elements are moved as bytes");
        constexpr auto bytes = static_cast<std::ptrdiff_t>(sizeof(T));
        if (stride > PTRDIFF_MAX / bytes || stride < -(PTRDIFF_MAX / bytes))
            detail::check(NPRAND_TOO_LARGE);
        detail::check(nprand_shuffle_strided(&rng_, x, count, sizeof(T), stride * bytes));
    }

    /* permutation(n): 0..n-1 in random order, as nprand_permutation(). permutation(x): a copy of
     * x's elements in random order, as nprand_permutation_array().
     *
     * n: number of integers. x: any container or array. size: number of elements. out: where the
     * elements go; must not overlap x. */
    std::vector<std::int64_t> permutation(std::size_t n)
    {
        auto out = detail::array<std::int64_t>(n);
        permutation_fill(n, out.data());
        return out;
    }

    template <class Container, class T = detail::element<const Container>>
    [[nodiscard]] std::vector<T> permutation(const Container &x)
    {
        std::vector<T> out(std::begin(x), std::end(x));
        shuffle(out);
        return out;
    }

    void permutation_fill(std::size_t n, std::int64_t *out)
    {
        detail::check(nprand_permutation(&rng_, n, out));
    }

    template <class T> void permutation_fill(const T *x, std::size_t size, T *out)
    {
        static_assert(std::is_trivially_copyable_v<T>, "elements are copied as bytes");
        detail::check(nprand_permutation_array(&rng_, x, size, sizeof(T), out));
    }

    /* choice(a): an index on 0..a-1, as nprand_choice(); choice(a, p): with the probabilities p, as
     * nprand_choice_p(). choice(a, size, replace) and choice(a, size, replace, p): size indices;
     * without replacement, as nprand_choice_no_replace_fill() and
     * nprand_choice_no_replace_p_fill().
     *
     * a: the population; at least 1, unless size is 0. size: number of indices. replace: whether an
     * index may come twice; a bool. p: a probabilities; a contiguous range of doubles or of floats,
     * such as a vector, an array or a span, or {0.25, 0.75}. Braces are always p, also around one
     * number. A range of floats is NumPy's array of dtype float32, whose sum may differ from 1 by
     * 3.4e-4; doubles have the tolerance of doubles. */
    std::int64_t choice(std::int64_t a)
    {
        std::int64_t index;
        choice_fill(a, 1, &index);
        return index;
    }

    std::int64_t choice(std::int64_t a, const detail::probabilities &p)
    {
        std::int64_t index;
        choice_fill(a, 1, true, p, &index);
        return index;
    }

    std::int64_t choice(std::int64_t a, std::initializer_list<double> p)
    {
        return choice(a, detail::probabilities(p));
    }

    std::vector<std::int64_t> choice(std::int64_t a, std::size_t size,
                                     detail::replacement replace = true)
    {
        auto out = detail::array<std::int64_t>(size);
        choice_fill(a, size, replace, out.data());
        return out;
    }

    std::vector<std::int64_t> choice(std::int64_t a, std::size_t size, detail::replacement replace,
                                     const detail::probabilities &p)
    {
        check_size(a, size, p);
        auto out = detail::array<std::int64_t>(size);
        choice_fill(a, size, replace, p, out.data());
        return out;
    }

    void choice_fill(std::int64_t a, std::size_t size, std::int64_t *out)
    {
        detail::check(nprand_choice_fill(&rng_, a, size, out));
    }

    void choice_fill(std::int64_t a, std::size_t size, detail::replacement replace,
                     std::int64_t *out)
    {
        if (replace)
            return choice_fill(a, size, out);
        /* Few of many need no memory. A call that needs some changes nothing without it. */
        nprand_status status =
            nprand_choice_no_replace_fill(&rng_, a, size, out, nprand_work_of(nullptr, 0));
        if (status == NPRAND_WORK_MISSING) {
            const detail::work_space work(nprand_choice_no_replace_work_size(a));
            status = nprand_choice_no_replace_fill(&rng_, a, size, out, work.get());
        }
        detail::check(status);
    }

    void choice_fill(std::int64_t a, std::size_t size, detail::replacement replace,
                     const detail::probabilities &p, std::int64_t *out)
    {
        check_size(a, size, p);
        if (replace)
            detail::check(choice_p_fill(a, p, size, out));
        else
            detail::check(choice_no_replace_p_fill(a, p, size, out));
    }

    /* choice(x), choice(x, p), choice(x, size, replace), choice(x, size, replace, p): copies of
     * elements of x, at the indices that nprand_choice() and its other forms draw.
     *
     * x: anything with begin and end, or {1, 2, 3}. size: number of elements. replace: whether an
     * element may come twice; a bool. p: as many probabilities as x has elements. */
    template <class Container, class T = detail::element<const Container>>
    T choice(const Container &x)
    {
        return *at(x, choice(population(x, 1)));
    }

    template <class Container, class T = detail::element<const Container>>
    T choice(const Container &x, const detail::probabilities &p)
    {
        return *at(x, choice(population(x, 1), p));
    }

    template <class Container, class T = detail::element<const Container>>
    T choice(const Container &x, std::initializer_list<double> p)
    {
        return choice(x, detail::probabilities(p));
    }

    template <class Container, class T = detail::element<const Container>>
    std::vector<T> choice(const Container &x, std::size_t size, detail::replacement replace = true)
    {
        return choose<T>(x, size, [&] { return choice(population(x, size), size, replace); });
    }

    template <class Container, class T = detail::element<const Container>>
    std::vector<T> choice(const Container &x, std::size_t size, detail::replacement replace,
                          const detail::probabilities &p)
    {
        return choose<T>(x, size, [&] { return choice(population(x, size), size, replace, p); });
    }

    template <class T> T choice(std::initializer_list<T> x)
    {
        return choice<std::initializer_list<T>>(x);
    }

    template <class T> T choice(std::initializer_list<T> x, const detail::probabilities &p)
    {
        return choice<std::initializer_list<T>>(x, p);
    }

    template <class T> T choice(std::initializer_list<T> x, std::initializer_list<double> p)
    {
        return choice<std::initializer_list<T>>(x, detail::probabilities(p));
    }

    template <class T>
    std::vector<T> choice(std::initializer_list<T> x, std::size_t size,
                          detail::replacement replace = true)
    {
        return choice<std::initializer_list<T>>(x, size, replace);
    }

    template <class T>
    std::vector<T> choice(std::initializer_list<T> x, std::size_t size, detail::replacement replace,
                          const detail::probabilities &p)
    {
        return choice<std::initializer_list<T>>(x, size, replace, p);
    }

  private:
    template <class Get> std::string state_text(Get get) const
    {
        std::string text(NPRAND_STATE_JSON_SIZE, '\0');
        std::size_t length = 0;
        detail::check(get(&rng_, text.size(), text.data(), &length));
        text.resize(length);
        return text;
    }

    template <class Element, class Get>
    std::vector<Element> state_array(Get get, std::size_t size) const
    {
        std::vector<Element> out(size);
        detail::check(get(&rng_, size, out.data()));
        return out;
    }

    template <class Set> void set_state_text(Set set, std::string_view text)
    {
        std::size_t offset = 0;
        const char *reason = "";
        const char *data = text.empty() ? "" : text.data();
        const nprand_status status = set(&rng_, data, text.size(), &offset, &reason);
        detail::check_text(status, reason, offset);
    }

    /* One value by the scalar function of C, which reports a refusal by errno. The reason comes
     * from its fill, called for more values than can exist, which draws nothing. */
    template <class T, class... Draw, class Fill, class... Parameters>
    T one(T (*draw)(nprand_rng *, Draw...), Fill fill, Parameters... parameters)
    {
        const int kept_errno = errno;
        errno = 0;
        const T value = draw(&rng_, parameters...);
        const bool refused = errno != 0;
        errno = kept_errno;
        if (refused)
            detail::raise(fill(&rng_, parameters..., SIZE_MAX, nullptr));
        return value;
    }

    template <class Container> void seed_list(const Container &numbers)
    {
        const std::vector<std::uint32_t> key = detail::key_of(numbers);
        seed(key.data(), key.size());
    }

    template <class T, class Fill, class... Parameters>
    std::vector<T> many(Fill fill, std::size_t size, Parameters... parameters)
    {
        auto out = detail::array<T>(size);
        if constexpr (std::is_same_v<T, bool>) {
            /* A vector of bool is not an array of bool. */
            auto values = std::make_unique<bool[]>(size);
            detail::check(fill(&rng_, parameters..., size, values.get()));
            std::copy(values.get(), values.get() + size, out.begin());
        } else if constexpr (std::is_integral_v<T>) {
            write<detail::fixed<T>>(fill, size, out.data(), parameters...);
        } else {
            write<T>(fill, size, out.data(), parameters...);
        }
        return out;
    }

    /* Draws by an each of C. */
    template <class Each, class T, class... Value>
    void draw_each(Each draw, std::size_t size, T *out, const detail::values<Value> &...parameters)
    {
        detail::check(std::apply(
            draw, std::tuple_cat(std::make_tuple(&rng_),
                                 std::make_tuple(parameters.data(), parameters.step())...,
                                 std::make_tuple(size, out))));
    }

    /* The values of a call with arrays, as many as the ranges broadcast to. */
    template <class T, class Each, class... Value>
    std::vector<T> each(Each draw, const detail::values<Value> &...parameters)
    {
        const std::size_t size = detail::broadcast({parameters.size()...});
        auto out = detail::array<T>(size);
        if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::int64_t>) {
            draw_each(draw, size, out.data(), parameters...);
        } else {
            using From = detail::fixed<T>;
            auto drawn = std::make_unique<From[]>(size);
            draw_each(draw, size, drawn.get(), parameters...);
            std::transform(drawn.get(), drawn.get() + size, out.begin(), to<T, From>);
        }
        return out;
    }

    static void check_size(std::int64_t a, std::size_t size, const detail::probabilities &p)
    {
        if (a < 0 || p.size() != static_cast<std::uint64_t>(a))
            detail::raise(a <= 0 && size > 0 ? NPRAND_EMPTY_POPULATION : NPRAND_P_SIZE);
    }

    nprand_status choice_p_fill(std::int64_t a, const detail::probabilities &p, std::size_t size,
                                std::int64_t *out)
    {
        const detail::work_space work(nprand_choice_p_work_size(a));
        return p.floats() != nullptr
                   ? nprand_choice_p_float_fill(&rng_, a, p.floats(), size, out, work.get())
                   : nprand_choice_p_fill(&rng_, a, p.doubles(), size, out, work.get());
    }

    nprand_status choice_no_replace_p_fill(std::int64_t a, const detail::probabilities &p,
                                           std::size_t size, std::int64_t *out)
    {
        const detail::work_space work(nprand_choice_no_replace_p_work_size(a));
        return p.floats() != nullptr
                   ? nprand_choice_no_replace_p_float_fill(&rng_, a, p.floats(), size, out,
                                                           work.get())
                   : nprand_choice_no_replace_p_fill(&rng_, a, p.doubles(), size, out, work.get());
    }

    template <class To, class From> static To to(From value)
    {
        return static_cast<To>(value);
    }

    /* Draws by a fill of C that writes values of type From: directly into an array of that type, or
     * of char, whose memory may be written as any type of one byte; into other types, value by
     * value. */
    template <class From, class To, class Fill, class... Parameters>
    void write(Fill fill, std::size_t size, To *out, Parameters... parameters)
    {
        if constexpr (std::is_same_v<From, To>)
            detail::check(fill(&rng_, parameters..., size, out));
        else if constexpr (std::is_same_v<To, char>)
            detail::check(fill(&rng_, parameters..., size, reinterpret_cast<From *>(out)));
        else
            convert<From>(fill, size, out, parameters...);
    }

    template <class Fill, class... Parameters>
    void write_reals(Fill fill, std::size_t size, detail::reals out, Parameters... parameters)
    {
        if (out.floats != nullptr)
            write<double>(fill, size, out.floats, parameters...);
        else
            write<double>(fill, size, out.doubles, parameters...);
    }

    /* Draws in pieces: the values of a fill do not depend on how it is split. */
    template <class From, class To, class Fill, class... Parameters>
    void convert(Fill fill, std::size_t size, To *out, Parameters... parameters)
    {
        constexpr std::size_t most = 512;
        From values[most];
        if (size == 0 || out == nullptr || size > PTRDIFF_MAX / sizeof(To)) {
            /* No values are drawn, but the parameters are checked. */
            detail::check(fill(&rng_, parameters..., size, nullptr));
            return;
        }
        for (std::size_t done = 0; done < size;) {
            const std::size_t count = std::min(size - done, most);
            detail::check(fill(&rng_, parameters..., count, values));
            std::transform(values, values + count, out + done, to<To, From>);
            done += count;
        }
    }

    /* Moves x[order[i]] to x[i] for each i, cycle by cycle. */
    template <class Iterator> static void reorder(Iterator x, std::vector<std::int64_t> order)
    {
        using T = typename std::iterator_traits<Iterator>::value_type;
        using difference = typename std::iterator_traits<Iterator>::difference_type;
        for (std::size_t start = 0; start < order.size(); start++) {
            if (order[start] == static_cast<std::int64_t>(start))
                continue;
            T held = std::move(x[static_cast<difference>(start)]);
            std::size_t to = start;
            for (;;) {
                const auto from = static_cast<std::size_t>(order[to]);
                order[to] = static_cast<std::int64_t>(to);
                if (from == start)
                    break;
                x[static_cast<difference>(to)] = std::move(x[static_cast<difference>(from)]);
                to = from;
            }
            x[static_cast<difference>(to)] = std::move(held);
        }
    }

    template <class Container> static std::int64_t count(const Container &x)
    {
        return std::distance(std::begin(x), std::end(x));
    }

    template <class Container> static auto at(const Container &x, std::int64_t index)
    {
        using iterator = decltype(std::begin(x));
        using difference = typename std::iterator_traits<iterator>::difference_type;
        return std::next(std::begin(x), static_cast<difference>(index));
    }

    /* The number of elements to choose from. For an empty x, NumPy's message is not that for a = 0.
     */
    template <class Container> static std::int64_t population(const Container &x, std::size_t size)
    {
        const std::int64_t elements = count(x);
        if (elements == 0 && size > 0)
            throw value_error(NPRAND_EMPTY_POPULATION,
                              "'a' cannot be empty unless no samples are taken");
        return elements;
    }

    template <class T, class Container, class Indices>
    static std::vector<T> choose(const Container &x, std::size_t size, Indices indices)
    {
        std::vector<T> out;
        if (size > out.max_size())
            detail::raise(NPRAND_TOO_LARGE);
        out.reserve(size);
        for (std::int64_t index : indices())
            out.push_back(*at(x, index));
        return out;
    }

    nprand_rng rng_;
};

} // namespace nprand

#endif

#endif
