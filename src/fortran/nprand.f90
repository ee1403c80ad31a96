! SPDX-License-Identifier: BSD-3-Clause
!
! nprand.f90: numpy.random.RandomState for Fortran, over the C library nprand. The numbers and the
! state afterwards are NumPy's, bit for bit.
!
!     use nprand
!     type(RandomState) :: rs
!     real(c_double) :: x(3)
!     call rs%seed(0)                           ! rs = np.random.RandomState(0)
!     call rs%normal(x)                         ! x = rs.normal(size=3)
!     call rs%normal(x, loc=10d0, scale=2d0)    ! x = rs.normal(10, 2, 3)
!
! Compile this file with the program, and link to nprand: a .mod file is of use to one compiler
! alone. The module is in Fortran 2018, whose assumed-rank arguments it needs. Tested with GNU
! Fortran 11 and 12, and LLVM Flang 22.
!
! Methods.  Each method has NumPy's name. The first argument receives the values: a scalar, or an
! array of any rank, also a section. NumPy's parameters follow, with NumPy's names, order and
! defaults. nprand.h says of each method what it draws and what it refuses.
!
! Order.  Arrays are filled in the order of Fortran, the first index fastest. NumPy fills the last
! index fastest. The array x(3, 2) receives the numbers of NumPy's array of shape (2, 3), with
! x(j, i) = a[i - 1, j - 1]. A row of NumPy's array is a column x(:, i): shuffle and permutation
! move columns (in an array of more dimensions, the slices of the last index), and multinomial
! and dirichlet write their categories into the first dimension.
!
! Integers.  Parameters may be of kind c_int32_t (the default integer) or c_int64_t. Results may be
! of both kinds: the draw is that of NumPy's int64, and a call with a value that does not fit is
! refused with NPRAND_FORTRAN_RANGE. In randint, the kind of x takes the place of NumPy's dtype:
! int8, int16, int32, int64, and bool for logical(c_bool). Fortran has no unsigned integers. The
! values of randint_uint8, randint_uint16, randint_uint32 and random_raw come in the next larger
! kind; those of randint_uint64, and its bounds, are 64 bits in an integer(c_int64_t). Indices
! begin with 0, as in NumPy: choose items(k + 1).
!
! Errors.  As in allocate, each call has an optional stat=. It becomes 0, or the status of the
! refusal, such as NPRAND_NEGATIVE_SCALE; nprand_strerror(stat) has the words. Without stat=, a
! refused call prints the words to the error unit and stops the program with error stop 1. A
! refused call leaves generator and values unchanged.
!
! Object.  A RandomState has one component, rng, which C functions accept. Assignment forks the
! stream. An object that has not been seeded is refused with NPRAND_NOT_SEEDED. One object serves
! one thread at a time.
!
! generate.py writes the parts between "generated" and "end of".
module nprand
    use, intrinsic :: iso_c_binding
    use, intrinsic :: iso_fortran_env, only: error_unit
    implicit none
    private

    public :: RandomState, SeedSequence, nprand_rng, nprand_state, nprand_seed_seq, nprand_work
    public :: nprand_strerror, nprand_version, nprand_backend, nprand_set_backend, nprand_report
    public :: nprand_rng_size
    public :: c_bool, c_double, c_float, c_int8_t, c_int16_t, c_int32_t, c_int64_t

    ! generated statuses: enum nprand_status of nprand.h
    integer, parameter, public :: NPRAND_OK = 0
    integer, parameter, public :: NPRAND_NULL_POINTER = 1
    integer, parameter, public :: NPRAND_NOT_SEEDED = 2
    integer, parameter, public :: NPRAND_TOO_LARGE = 3
    integer, parameter, public :: NPRAND_NO_ENTROPY = 4
    integer, parameter, public :: NPRAND_BAD_SEED = 5
    integer, parameter, public :: NPRAND_EMPTY_SEED = 6
    integer, parameter, public :: NPRAND_BAD_POS = 7
    integer, parameter, public :: NPRAND_ZERO_KEY = 8
    integer, parameter, public :: NPRAND_UNKNOWN_RELEASE = 9
    integer, parameter, public :: NPRAND_RANGE_NOT_FINITE = 10
    integer, parameter, public :: NPRAND_NEGATIVE_SCALE = 11
    integer, parameter, public :: NPRAND_HIGH_NOT_POSITIVE = 12
    integer, parameter, public :: NPRAND_LOW_NOT_BELOW_HIGH = 13
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_BOOL = 14
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_INT8 = 15
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_INT16 = 16
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_INT32 = 17
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_UINT8 = 18
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_UINT16 = 19
    integer, parameter, public :: NPRAND_LOW_OUTSIDE_UINT32 = 20
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_BOOL = 21
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_INT8 = 22
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_INT16 = 23
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_INT32 = 24
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_UINT8 = 25
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_UINT16 = 26
    integer, parameter, public :: NPRAND_HIGH_OUTSIDE_UINT32 = 27
    integer, parameter, public :: NPRAND_EMPTY_POPULATION = 28
    integer, parameter, public :: NPRAND_P_SIZE = 29
    integer, parameter, public :: NPRAND_P_NAN = 30
    integer, parameter, public :: NPRAND_P_NEGATIVE = 31
    integer, parameter, public :: NPRAND_P_SUM = 32
    integer, parameter, public :: NPRAND_SAMPLE_TOO_LARGE = 33
    integer, parameter, public :: NPRAND_P_TOO_FEW_NONZERO = 34
    integer, parameter, public :: NPRAND_BAD_LONG_BITS = 35
    integer, parameter, public :: NPRAND_OUTSIDE_LONG = 36
    integer, parameter, public :: NPRAND_P_OUTSIDE_0_1 = 37
    integer, parameter, public :: NPRAND_P_NOT_POSITIVE = 38
    integer, parameter, public :: NPRAND_P_OUTSIDE_0_BELOW_1 = 39
    integer, parameter, public :: NPRAND_NEGATIVE_SHAPE = 40
    integer, parameter, public :: NPRAND_NEGATIVE_SIGMA = 41
    integer, parameter, public :: NPRAND_NEGATIVE_A = 42
    integer, parameter, public :: NPRAND_NEGATIVE_NONC = 43
    integer, parameter, public :: NPRAND_NEGATIVE_KAPPA = 44
    integer, parameter, public :: NPRAND_A_NOT_POSITIVE = 45
    integer, parameter, public :: NPRAND_B_NOT_POSITIVE = 46
    integer, parameter, public :: NPRAND_DF_NOT_POSITIVE = 47
    integer, parameter, public :: NPRAND_DFNUM_NOT_POSITIVE = 48
    integer, parameter, public :: NPRAND_DFDEN_NOT_POSITIVE = 49
    integer, parameter, public :: NPRAND_MEAN_NOT_POSITIVE = 50
    integer, parameter, public :: NPRAND_SCALE_NOT_POSITIVE = 51
    integer, parameter, public :: NPRAND_N_NOT_POSITIVE = 52
    integer, parameter, public :: NPRAND_LEFT_ABOVE_MODE = 53
    integer, parameter, public :: NPRAND_MODE_ABOVE_RIGHT = 54
    integer, parameter, public :: NPRAND_LEFT_IS_RIGHT = 55
    integer, parameter, public :: NPRAND_LAM_NEGATIVE = 56
    integer, parameter, public :: NPRAND_LAM_TOO_LARGE = 57
    integer, parameter, public :: NPRAND_A_NOT_ABOVE_1 = 58
    integer, parameter, public :: NPRAND_N_NEGATIVE = 59
    integer, parameter, public :: NPRAND_NSAMPLE_TOO_LARGE = 60
    integer, parameter, public :: NPRAND_NGOOD_NEGATIVE = 61
    integer, parameter, public :: NPRAND_NBAD_NEGATIVE = 62
    integer, parameter, public :: NPRAND_NSAMPLE_BELOW_1 = 63
    integer, parameter, public :: NPRAND_PVALS_OUTSIDE_0_1 = 64
    integer, parameter, public :: NPRAND_PVALS_SUM = 65
    integer, parameter, public :: NPRAND_ALPHA_NOT_POSITIVE = 66
    integer, parameter, public :: NPRAND_COV_NOT_PSD = 67
    integer, parameter, public :: NPRAND_COV_NOT_PSD_WARNING = 68
    integer, parameter, public :: NPRAND_SVD_FAILED = 69
    integer, parameter, public :: NPRAND_BAD_CHECK_VALID = 70
    integer, parameter, public :: NPRAND_BAD_PARTS = 71
    integer, parameter, public :: NPRAND_UNKNOWN_BACKEND = 72
    integer, parameter, public :: NPRAND_BACKEND_UNAVAILABLE = 73
    integer, parameter, public :: NPRAND_TOO_MANY_ATTEMPTS = 74
    integer, parameter, public :: NPRAND_NOT_INITIALISED = 75
    integer, parameter, public :: NPRAND_POOL_TOO_SMALL = 76
    integer, parameter, public :: NPRAND_POOL_TOO_LARGE = 77
    integer, parameter, public :: NPRAND_TOO_MANY_CHILDREN = 78
    integer, parameter, public :: NPRAND_BUFFER_TOO_SMALL = 79
    integer, parameter, public :: NPRAND_BAD_JSON = 80
    integer, parameter, public :: NPRAND_WORK_MISSING = 81
    integer, parameter, public :: NPRAND_WORK_TOO_SMALL = 82
    integer, parameter, public :: NPRAND_WORK_MISALIGNED = 83
    integer, parameter, public :: NPRAND_BAD_ENTROPY = 84
    integer, parameter, public :: NPRAND_ENTROPY_TOO_LARGE = 85
    integer, parameter, public :: NPRAND_NEGATIVE_ENTROPY = 86
    integer, parameter, public :: NPRAND_NOT_IN_RELEASE = 87
    integer, parameter, public :: NPRAND_BAD_STD_TEXT = 88
    integer, parameter, public :: NPRAND_OVERLAP = 89
    integer, parameter, public :: NPRAND_EACH_P_OUTSIDE_0_1 = 90
    integer, parameter, public :: NPRAND_EACH_P_OUTSIDE_0_BELOW_1 = 91
    integer, parameter, public :: NPRAND_EACH_LAM_NEGATIVE = 92
    integer, parameter, public :: NPRAND_EACH_A_NOT_ABOVE_1 = 93
    integer, parameter, public :: NPRAND_EACH_NSAMPLE_BELOW_1 = 94
    integer, parameter, public :: NPRAND_ELEMENTS_OVERLAP = 95
    integer, parameter, public :: NPRAND_BAD_STATE_SIZE = 96
    integer, parameter, public :: NPRAND_BAD_STATE_KIND = 97
    integer, parameter, public :: NPRAND_BAD_STATE_WORD = 98
    integer, parameter, public :: NPRAND_BAD_STATE_POS = 99
    integer, parameter, public :: NPRAND_BAD_R_SEED = 100
    integer, parameter, public :: NPRAND_SHAPE_MISMATCH = 101
    integer, parameter, public :: NPRAND_STATE_UNDETERMINED = 102
    integer, parameter, public :: NPRAND_NOT_CONSECUTIVE = 103
    integer, parameter, public :: NPRAND_NOT_RANDOM_SAMPLE = 104
    integer, parameter, public :: NPRAND_PY_UNKNOWN_RELEASE = 105
    integer, parameter, public :: NPRAND_PY_NOT_IN_RELEASE = 106
    integer, parameter, public :: NPRAND_PY_NAN_SEED = 107
    integer, parameter, public :: NPRAND_PY_BAD_SEED_VERSION = 108
    integer, parameter, public :: NPRAND_PY_NEGATIVE_BITS = 109
    integer, parameter, public :: NPRAND_PY_ZERO_BITS = 110
    integer, parameter, public :: NPRAND_PY_TOO_MANY_BITS = 111
    integer, parameter, public :: NPRAND_PY_EMPTY_RANGE = 112
    integer, parameter, public :: NPRAND_PY_ZERO_STEP = 113
    integer, parameter, public :: NPRAND_PY_EMPTY_SEQUENCE = 114
    integer, parameter, public :: NPRAND_PY_WEIGHTS_NOT_POSITIVE = 115
    integer, parameter, public :: NPRAND_PY_WEIGHTS_NOT_FINITE = 116
    integer, parameter, public :: NPRAND_PY_SAMPLE_TOO_LARGE = 117
    integer, parameter, public :: NPRAND_PY_COUNTS_NEGATIVE = 118
    integer, parameter, public :: NPRAND_PY_DIVISION_BY_ZERO = 119
    integer, parameter, public :: NPRAND_PY_GAMMA_NOT_POSITIVE = 120
    integer, parameter, public :: NPRAND_PY_N_NEGATIVE = 121
    integer, parameter, public :: NPRAND_PY_P_OUTSIDE_0_1 = 122
    integer, parameter, public :: NPRAND_PY_NEVER_RETURNS = 123
    ! end of statuses

    ! Statuses of this module.
    integer, parameter, public :: NPRAND_FORTRAN_SHAPE = -1    ! the shapes do not fit each other
    integer, parameter, public :: NPRAND_FORTRAN_NEGATIVE = -2 ! a count is negative
    integer, parameter, public :: NPRAND_FORTRAN_RANGE = -3    ! a value does not fit the kind of x

    ! NPRAND_RNG_SIZE and NPRAND_STATE_JSON_SIZE of nprand.h, in bytes.
    integer, parameter :: RNG_SIZE = 8192
    integer, parameter :: STATE_JSON_SIZE = 8192

    type, bind(c) :: nprand_rng
        integer(c_int64_t) :: nprand_private(RNG_SIZE / 8) = 0
    end type

    ! The fields of NumPy's get_state(). key: 624 words, each as a signed integer of the same bits.
    type, bind(c) :: nprand_state
        integer(c_int32_t) :: key(624) = 0
        integer(c_int32_t) :: pos = 0
        integer(c_int32_t) :: has_gauss = 0
        real(c_double) :: gauss = 0
    end type

    type, bind(c) :: nprand_seed_seq
        integer(c_int32_t) :: n_children_spawned = 0
        integer(c_int32_t) :: nprand_private(79) = 0
    end type

    type, bind(c) :: nprand_work
        type(c_ptr) :: memory
        integer(c_size_t) :: size
    end type

    type :: SeedSequence
        type(nprand_seed_seq) :: seq
    contains
        procedure, private :: init_int64, init_int32, init_array_int64, init_array_int32
        generic :: init => init_int64, init_int32, init_array_int64, init_array_int32
        procedure :: init_text
        procedure :: init_os
        procedure :: set_numpy => seed_seq_set_numpy
        procedure :: spawn
        procedure, private :: child_int64, child_int32
        generic :: child => child_int64, child_int32
        procedure :: generate_state
    end type

    type :: RandomState
        type(nprand_rng) :: rng
    contains
        procedure, private :: seed_int64, seed_int32, seed_array_int64, seed_array_int32
        generic :: seed => seed_int64, seed_int32, seed_array_int64, seed_array_int32
        procedure :: seed_os
        procedure :: seed_sequence
        procedure :: set_numpy
        procedure :: get_numpy
        procedure :: set_long_bits
        procedure, private :: advance_int64, advance_int32
        generic :: advance => advance_int64, advance_int32
        procedure, private :: rewind_int64, rewind_int32
        generic :: rewind => rewind_int64, rewind_int32
        procedure, private :: jumped_int64, jumped_int32
        generic :: jumped => jumped_int64, jumped_int32
        procedure :: get_state
        procedure :: set_state
        procedure :: get_state_json
        procedure :: set_state_json
        procedure :: get_state_python
        procedure :: set_state_python
        procedure :: bytes => draw_bytes
        procedure :: dirichlet => draw_dirichlet
        ! generated methods: of src/methods.def
        procedure :: random_sample => draw_random_sample
        procedure :: random => draw_random
        procedure :: rand => draw_rand
        procedure :: uniform => draw_uniform
        procedure :: standard_normal => draw_standard_normal
        procedure :: randn => draw_randn
        procedure :: normal => draw_normal
        procedure :: standard_exponential => draw_standard_exponential
        procedure :: exponential => draw_exponential
        procedure :: standard_gamma => draw_standard_gamma
        procedure :: gamma => draw_gamma
        procedure :: beta => draw_beta
        procedure :: chisquare => draw_chisquare
        procedure :: noncentral_chisquare => draw_noncentral_chisquare
        procedure :: f => draw_f
        procedure :: noncentral_f => draw_noncentral_f
        procedure :: standard_t => draw_standard_t
        procedure :: standard_cauchy => draw_standard_cauchy
        procedure :: lognormal => draw_lognormal
        procedure :: laplace => draw_laplace
        procedure :: logistic => draw_logistic
        procedure :: gumbel => draw_gumbel
        procedure :: pareto => draw_pareto
        procedure :: power => draw_power
        procedure :: weibull => draw_weibull
        procedure :: rayleigh => draw_rayleigh
        procedure :: triangular => draw_triangular
        procedure :: vonmises => draw_vonmises
        procedure :: wald => draw_wald
        procedure :: randint_uint64 => draw_randint_uint64_to_int64_64
        procedure :: randint_uint64_endpoint => draw_randint_uint64_endpoint_to_int64_64
        procedure :: random_raw => draw_random_raw_to_int64
        procedure, private :: draw_randint_to_int64_64, draw_randint_to_int64_32, &
            draw_randint_bool_to_bool_64, draw_randint_bool_to_bool_32, &
            draw_randint_int8_to_int8_64, draw_randint_int8_to_int8_32, &
            draw_randint_int16_to_int16_64, draw_randint_int16_to_int16_32, &
            draw_randint_int32_to_int32_64, draw_randint_int32_to_int32_32
        generic :: randint => draw_randint_to_int64_64, draw_randint_to_int64_32, &
            draw_randint_bool_to_bool_64, draw_randint_bool_to_bool_32, &
            draw_randint_int8_to_int8_64, draw_randint_int8_to_int8_32, &
            draw_randint_int16_to_int16_64, draw_randint_int16_to_int16_32, &
            draw_randint_int32_to_int32_64, draw_randint_int32_to_int32_32
        procedure, private :: draw_randint_int64_to_int64_64, draw_randint_int64_to_int64_32
        generic :: randint_int64 => draw_randint_int64_to_int64_64, draw_randint_int64_to_int64_32
        procedure, private :: draw_randint_int64_endpoint_to_int64_64, &
            draw_randint_int64_endpoint_to_int64_32
        generic :: randint_int64_endpoint => draw_randint_int64_endpoint_to_int64_64, &
            draw_randint_int64_endpoint_to_int64_32
        procedure, private :: draw_randint_uint8_to_int16_64, draw_randint_uint8_to_int16_32
        generic :: randint_uint8 => draw_randint_uint8_to_int16_64, draw_randint_uint8_to_int16_32
        procedure, private :: draw_randint_uint16_to_int32_64, draw_randint_uint16_to_int32_32
        generic :: randint_uint16 => draw_randint_uint16_to_int32_64, &
            draw_randint_uint16_to_int32_32
        procedure, private :: draw_randint_uint32_to_int64_64, draw_randint_uint32_to_int64_32
        generic :: randint_uint32 => draw_randint_uint32_to_int64_64, &
            draw_randint_uint32_to_int64_32
        procedure, private :: draw_random_integers_to_int64_64, draw_random_integers_to_int64_32, &
            draw_random_integers_to_int32_64, draw_random_integers_to_int32_32
        generic :: random_integers => draw_random_integers_to_int64_64, &
            draw_random_integers_to_int64_32, draw_random_integers_to_int32_64, &
            draw_random_integers_to_int32_32
        procedure, private :: draw_tomaxint_to_int64, draw_tomaxint_to_int32
        generic :: tomaxint => draw_tomaxint_to_int64, draw_tomaxint_to_int32
        procedure, private :: draw_poisson_to_int64, draw_poisson_to_int32
        generic :: poisson => draw_poisson_to_int64, draw_poisson_to_int32
        procedure, private :: draw_binomial_to_int64_64, draw_binomial_to_int64_32, &
            draw_binomial_to_int32_64, draw_binomial_to_int32_32
        generic :: binomial => draw_binomial_to_int64_64, draw_binomial_to_int64_32, &
            draw_binomial_to_int32_64, draw_binomial_to_int32_32
        procedure, private :: draw_negative_binomial_to_int64, draw_negative_binomial_to_int32
        generic :: negative_binomial => draw_negative_binomial_to_int64, &
            draw_negative_binomial_to_int32
        procedure, private :: draw_geometric_to_int64, draw_geometric_to_int32
        generic :: geometric => draw_geometric_to_int64, draw_geometric_to_int32
        procedure, private :: draw_hypergeometric_to_int64_64, draw_hypergeometric_to_int64_32, &
            draw_hypergeometric_to_int32_64, draw_hypergeometric_to_int32_32
        generic :: hypergeometric => draw_hypergeometric_to_int64_64, &
            draw_hypergeometric_to_int64_32, draw_hypergeometric_to_int32_64, &
            draw_hypergeometric_to_int32_32
        procedure, private :: draw_logseries_to_int64, draw_logseries_to_int32
        generic :: logseries => draw_logseries_to_int64, draw_logseries_to_int32
        procedure, private :: draw_zipf_to_int64, draw_zipf_to_int32
        generic :: zipf => draw_zipf_to_int64, draw_zipf_to_int32
        procedure, private :: multinomial_int64_64, multinomial_int64_32, multinomial_int32_64, &
            multinomial_int32_32
        generic :: multinomial => multinomial_int64_64, multinomial_int64_32, &
            multinomial_int32_64, multinomial_int32_32
        procedure, private :: shuffle_int8, shuffle_int16, shuffle_int32, shuffle_int64, &
            shuffle_float, shuffle_double
        generic :: shuffle => shuffle_int8, shuffle_int16, shuffle_int32, shuffle_int64, &
            shuffle_float, shuffle_double
        procedure, private :: permutation_int8, permutation_int16, permutation_int32, &
            permutation_int64, permutation_float, permutation_double
        generic :: permutation => permutation_int8, permutation_int16, permutation_int32, &
            permutation_int64, permutation_float, permutation_double
        procedure, private :: choice_double_int64_64, choice_double_int64_32, &
            choice_double_int32_64, choice_double_int32_32, choice_float_int64_64, &
            choice_float_int64_32, choice_float_int32_64, choice_float_int32_32
        generic :: choice => choice_double_int64_64, choice_double_int64_32, &
            choice_double_int32_64, choice_double_int32_32, choice_float_int64_64, &
            choice_float_int64_32, choice_float_int32_64, choice_float_int32_32
        ! end of methods
    end type

    interface
        ! generated interfaces: of the fills in src/methods.def
        function nprand_random_sample_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_random_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_rand_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_uniform_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_standard_normal_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randn_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_normal_fill(rng, loc, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: loc, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_standard_exponential_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_exponential_fill(rng, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_standard_gamma_fill(rng, shape, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: shape
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_gamma_fill(rng, shape, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: shape, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_beta_fill(rng, a, b, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: a, b
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_chisquare_fill(rng, df, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: df
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_noncentral_chisquare_fill(rng, df, nonc, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: df, nonc
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_f_fill(rng, dfnum, dfden, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: dfnum, dfden
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_noncentral_f_fill(rng, dfnum, dfden, nonc, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: dfnum, dfden, nonc
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_standard_t_fill(rng, df, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: df
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_standard_cauchy_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_lognormal_fill(rng, mean, sigma, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: mean, sigma
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_laplace_fill(rng, loc, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: loc, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_logistic_fill(rng, loc, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: loc, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_gumbel_fill(rng, loc, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: loc, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_pareto_fill(rng, a, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: a
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_power_fill(rng, a, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: a
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_weibull_fill(rng, a, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: a
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_rayleigh_fill(rng, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_triangular_fill(rng, left, mode, right, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: left, mode, right
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_vonmises_fill(rng, mu, kappa, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: mu, kappa
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_wald_fill(rng, mean, scale, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: mean, scale
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_bool_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_int8_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_int16_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_int32_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_int64_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_int64_endpoint_fill(rng, low, last, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, last
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_uint8_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_uint16_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_uint32_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_uint64_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_randint_uint64_endpoint_fill(rng, low, last, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, last
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_random_integers_fill(rng, low, high, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: low, high
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_tomaxint_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_poisson_fill(rng, lam, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: lam
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_binomial_fill(rng, n, p, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: p
            integer(c_int64_t), value :: n
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_negative_binomial_fill(rng, n, p, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: n, p
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_geometric_fill(rng, p, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: p
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_hypergeometric_fill(rng, ngood, nbad, nsample, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: ngood, nbad, nsample
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_logseries_fill(rng, p, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: p
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_zipf_fill(rng, a, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), value :: a
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_random_raw_fill(rng, count, x) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: count
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        ! end of interfaces
        function nprand_bytes(rng, n, x) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: n
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function
        function nprand_shuffle(rng, x, count, size) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            type(c_ptr), value :: x
            integer(c_size_t), value :: count, size
            integer(c_int) :: status
        end function
        function nprand_permutation(rng, n, y) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_size_t), value :: n
            type(c_ptr), value :: y
            integer(c_int) :: status
        end function
        function nprand_permutation_array(rng, x, count, size, y) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            type(c_ptr), value :: x, y
            integer(c_size_t), value :: count, size
            integer(c_int) :: status
        end function
        function nprand_choice_fill(rng, a, n, x) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            integer(c_int) :: status
        end function
        function nprand_choice_p_fill(rng, a, p, n, x, work) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            real(c_double), intent(in) :: p(*)
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function nprand_choice_p_float_fill(rng, a, p, n, x, work) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            real(c_float), intent(in) :: p(*)
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function nprand_choice_no_replace_fill(rng, a, n, x, work) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function nprand_choice_no_replace_p_fill(rng, a, p, n, x, work) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            real(c_double), intent(in) :: p(*)
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function nprand_choice_no_replace_p_float_fill(rng, a, p, n, x, work) &
            result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: a
            real(c_float), intent(in) :: p(*)
            integer(c_size_t), value :: n
            integer(c_int64_t), intent(inout) :: x(*)
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function nprand_choice_p_work_size(a) result(size) bind(c)
            import
            integer(c_int64_t), value :: a
            integer(c_size_t) :: size
        end function
        function nprand_choice_no_replace_work_size(a) result(size) bind(c)
            import
            integer(c_int64_t), value :: a
            integer(c_size_t) :: size
        end function
        function nprand_choice_no_replace_p_work_size(a) result(size) bind(c)
            import
            integer(c_int64_t), value :: a
            integer(c_size_t) :: size
        end function
        function nprand_multinomial_fill(rng, trials, pvals, k, rows, x) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: trials
            real(c_double), intent(in) :: pvals(*)
            integer(c_size_t), value :: k, rows
            integer(c_int64_t), intent(inout) :: x(*)
            integer(c_int) :: status
        end function
        function nprand_dirichlet_fill(rng, alpha, k, rows, x) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), intent(in) :: alpha(*)
            integer(c_size_t), value :: k, rows
            type(c_ptr), value :: x
            integer(c_int) :: status
        end function

        function nprand_seed(rng, seed) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: seed
            integer(c_int) :: status
        end function
        function nprand_seed_array(rng, key, len) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int32_t), intent(in) :: key(*)
            integer(c_size_t), value :: len
            integer(c_int) :: status
        end function
        function nprand_seed_os(rng) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int) :: status
        end function
        function nprand_seed_sequence(rng, seq) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            type(nprand_seed_seq), intent(in) :: seq
            integer(c_int) :: status
        end function
        function nprand_set_numpy(rng, major, minor) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int), value :: major, minor
            integer(c_int) :: status
        end function
        function nprand_set_numpy_patch(rng, major, minor, patch) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int), value :: major, minor, patch
            integer(c_int) :: status
        end function
        function nprand_get_numpy(rng, major, minor, patch) result(status) bind(c)
            import
            type(nprand_rng), intent(in) :: rng
            integer(c_int), intent(inout) :: major, minor, patch
            integer(c_int) :: status
        end function
        function nprand_set_long_bits(rng, bits) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int), value :: bits
            integer(c_int) :: status
        end function
        function nprand_advance(rng, words) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: words
            integer(c_int) :: status
        end function

        function nprand_rewind(rng, words) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: words
            integer(c_int) :: status
        end function
        function nprand_jumped(rng, count) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int64_t), value :: count
            integer(c_int) :: status
        end function

        function nprand_get_state(rng, state) result(status) bind(c)
            import
            type(nprand_rng), intent(in) :: rng
            type(nprand_state), intent(inout) :: state
            integer(c_int) :: status
        end function
        function nprand_set_state(rng, state) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            type(nprand_state), intent(in) :: state
            integer(c_int) :: status
        end function
        function nprand_get_state_json(rng, size, text, length) result(status) bind(c)
            import
            type(nprand_rng), intent(in) :: rng
            integer(c_size_t), value :: size
            character(kind=c_char), intent(inout) :: text(*)
            integer(c_size_t), intent(inout) :: length
            integer(c_int) :: status
        end function
        function nprand_set_state_json(rng, text, length, offset, reason) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            character(kind=c_char), intent(in) :: text(*)
            integer(c_size_t), value :: length
            integer(c_size_t), intent(inout) :: offset
            type(c_ptr), intent(inout) :: reason
            integer(c_int) :: status
        end function
        function nprand_get_state_python(rng, size, text, length) result(status) bind(c)
            import
            type(nprand_rng), intent(in) :: rng
            integer(c_size_t), value :: size
            character(kind=c_char), intent(inout) :: text(*)
            integer(c_size_t), intent(inout) :: length
            integer(c_int) :: status
        end function
        function nprand_set_state_python(rng, text, length, offset, reason) result(status) bind(c)
            import
            type(nprand_rng), intent(inout) :: rng
            character(kind=c_char), intent(in) :: text(*)
            integer(c_size_t), value :: length
            integer(c_size_t), intent(inout) :: offset
            type(c_ptr), intent(inout) :: reason
            integer(c_int) :: status
        end function

        function nprand_seed_seq_init_int64(seq, entropy) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            integer(c_int64_t), value :: entropy
            integer(c_int) :: status
        end function
        function nprand_seed_seq_init_array(seq, entropy, len, pool_size) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            integer(c_int32_t), intent(in) :: entropy(*)
            integer(c_size_t), value :: len, pool_size
            integer(c_int) :: status
        end function
        function nprand_seed_seq_init_text(seq, text, length) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            character(kind=c_char), intent(in) :: text(*)
            integer(c_size_t), value :: length
            integer(c_int) :: status
        end function
        function nprand_seed_seq_init_os(seq, pool_size, entropy) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            integer(c_size_t), value :: pool_size
            type(c_ptr), value :: entropy
            integer(c_int) :: status
        end function
        function nprand_seed_seq_set_numpy(seq, major, minor) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            integer(c_int), value :: major, minor
            integer(c_int) :: status
        end function
        function nprand_seed_seq_spawn(seq, n, children) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(inout) :: seq
            integer(c_size_t), value :: n
            type(nprand_seed_seq), intent(inout) :: children(*)
            integer(c_int) :: status
        end function
        function nprand_seed_seq_child(seq, spawn_key, len, child) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(in) :: seq
            integer(c_int32_t), intent(in) :: spawn_key(*)
            integer(c_size_t), value :: len
            type(nprand_seed_seq), intent(inout) :: child
            integer(c_int) :: status
        end function
        function nprand_seed_seq_generate_state(seq, n, x) result(status) bind(c)
            import
            type(nprand_seed_seq), intent(in) :: seq
            integer(c_size_t), value :: n
            integer(c_int32_t), intent(inout) :: x(*)
            integer(c_int) :: status
        end function

        ! The bytes of a generator that the running library expects: those of type(nprand_rng).
        function nprand_rng_size() result(bytes) bind(c)
            import
            integer(c_size_t) :: bytes
        end function
        function strerror_of_c(status) result(text) bind(c, name='nprand_strerror')
            import
            integer(c_int), value :: status
            type(c_ptr) :: text
        end function
        function version_of_c() result(text) bind(c, name='nprand_version')
            import
            type(c_ptr) :: text
        end function
        function backend_of_c() result(text) bind(c, name='nprand_backend')
            import
            type(c_ptr) :: text
        end function
        function set_backend_of_c(name) result(status) bind(c, name='nprand_set_backend')
            import
            character(kind=c_char), intent(in) :: name(*)
            integer(c_int) :: status
        end function
        function strlen(text) result(length) bind(c)
            import
            type(c_ptr), value :: text
            integer(c_size_t) :: length
        end function
    end interface

contains

    ! ---- Statuses and texts ----

    function text_of(pointer) result(text)
        type(c_ptr), intent(in) :: pointer
        character(:), allocatable :: text
        character(kind=c_char), pointer :: characters(:)

        call c_f_pointer(pointer, characters, [strlen(pointer)])
        text = joined(characters)
    end function

    pure function joined(characters) result(text)
        character(kind=c_char), intent(in) :: characters(:)
        character(size(characters)) :: text
        integer :: i

        do i = 1, size(characters)
            text(i:i) = characters(i)
        end do
    end function

    ! The words for a status: NumPy's, where NumPy refuses the same thing.
    function nprand_strerror(stat) result(text)
        integer, intent(in) :: stat
        character(:), allocatable :: text

        select case (stat)
        case (NPRAND_FORTRAN_SHAPE)
            text = 'the shapes of the arguments do not fit each other'
        case (NPRAND_FORTRAN_NEGATIVE)
            text = 'a count is negative'
        case (NPRAND_FORTRAN_RANGE)
            text = 'a value does not fit the kind of x: use integer(c_int64_t)'
        case default
            text = text_of(strerror_of_c(int(stat, c_int)))
        end select
    end function

    ! The version of the library that is running.
    function nprand_version() result(text)
        character(:), allocatable :: text

        text = text_of(version_of_c())
    end function

    ! The name of the code that this process draws with; nprand_set_backend() chooses another one.
    function nprand_backend() result(text)
        character(:), allocatable :: text

        text = text_of(backend_of_c())
    end function

    subroutine nprand_set_backend(name, stat)
        character(*), intent(in) :: name
        integer, intent(out), optional :: stat

        call finish(set_backend_of_c(name // c_null_char), 'set_backend', stat)
    end subroutine

    ! What each method does with the status of C: gives it to stat, or stops a program that has
    ! none. For calls of C functions that a program declares itself.
    subroutine nprand_report(status, method, stat)
        integer(c_int), intent(in) :: status
        character(*), intent(in) :: method
        integer, intent(out), optional :: stat

        call finish(status, method, stat)
    end subroutine

    subroutine finish(status, method, stat, reason)
        integer(c_int), intent(in) :: status
        character(*), intent(in) :: method
        integer, intent(out), optional :: stat
        character(*), intent(in), optional :: reason

        if (present(stat)) then
            stat = int(status)
        else if (status /= NPRAND_OK) then
            if (present(reason)) then
                write (error_unit, '(4a)') 'nprand: ', method, ': ', reason
            else
                write (error_unit, '(4a)') 'nprand: ', method, ': ', nprand_strerror(int(status))
            end if
            error stop 1
        end if
    end subroutine

    ! ---- Arguments ----

    pure function given(value, default) result(chosen)
        real(c_double), intent(in), optional :: value
        real(c_double), intent(in) :: default
        real(c_double) :: chosen

        chosen = default
        if (present(value)) chosen = value
    end function

    ! Words of 32 bits from integers: .false. if one of them is outside 0 to 2^32 - 1.
    function to_words(integers, words) result(fit)
        integer(c_int64_t), intent(in) :: integers(:)
        integer(c_int32_t), allocatable, intent(out) :: words(:)
        integer(c_int64_t), parameter :: two_32 = 4294967296_c_int64_t
        logical :: fit

        fit = all(integers >= 0 .and. integers < two_32)
        allocate (words(size(integers)))
        if (fit) words = int(merge(integers - two_32, integers, integers >= two_32 / 2), c_int32_t)
    end function

    ! The values in the kind c_int32_t, or the generator as it was before the draw.
    subroutine narrow(status, rng, before, wide, x)
        integer(c_int), intent(inout) :: status
        type(nprand_rng), intent(inout) :: rng
        type(nprand_rng), intent(in) :: before
        integer(c_int64_t), intent(in) :: wide(:)
        integer(c_int32_t), intent(inout) :: x(:)
        integer(c_int64_t), parameter :: largest = huge(0_c_int32_t)
        integer(c_size_t) :: n

        if (status /= NPRAND_OK) return
        n = size(x, kind=c_size_t)
        if (any(wide(:n) > largest .or. wide(:n) < -largest - 1)) then
            rng = before
            status = NPRAND_FORTRAN_RANGE
        else
            x = int(wide(:n), c_int32_t)
        end if
    end subroutine

    ! The slices of the last index: how many, and of how many bytes.
    pure subroutine rows_of(extents, element, rows, bytes)
        integer(c_size_t), intent(in) :: extents(:), element
        integer(c_size_t), intent(out) :: rows, bytes

        rows = extents(size(extents))
        bytes = element * product(extents(:size(extents) - 1))
    end subroutine

    ! Of arrays: scalars have no shape.
    pure function same_shape(x, y) result(same)
        integer(c_size_t), intent(in) :: x(:), y(:)
        logical :: same

        same = size(x) == size(y) .and. size(x) > 0
        if (same) same = all(x == y)
    end function

    ! ---- Seeds ----

    ! RandomState(seed)
    subroutine seed_int64(self, seed, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(in) :: seed
        integer, intent(out), optional :: stat

        call finish(nprand_seed(self%rng, seed), 'seed', stat)
    end subroutine

    subroutine seed_int32(self, seed, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(in) :: seed
        integer, intent(out), optional :: stat

        call finish(nprand_seed(self%rng, int(seed, c_int64_t)), 'seed', stat)
    end subroutine

    ! RandomState([k0, k1, ...]): a list of one element is another stream than the number.
    subroutine seed_array_int64(self, seed, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(in) :: seed(:)
        integer, intent(out), optional :: stat
        integer(c_int32_t), allocatable :: key(:)
        integer(c_int) :: status

        status = NPRAND_BAD_SEED
        if (to_words(seed, key)) then
            status = nprand_seed_array(self%rng, key, size(key, kind=c_size_t))
        end if
        call finish(status, 'seed', stat)
    end subroutine

    subroutine seed_array_int32(self, seed, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(in) :: seed(:)
        integer, intent(out), optional :: stat

        call seed_array_int64(self, int(seed, c_int64_t), stat)
    end subroutine

    ! RandomState()
    subroutine seed_os(self, stat)
        class(RandomState), intent(inout) :: self
        integer, intent(out), optional :: stat

        call finish(nprand_seed_os(self%rng), 'seed_os', stat)
    end subroutine

    ! RandomState(MT19937(sequence))
    subroutine seed_sequence(self, sequence, stat)
        class(RandomState), intent(inout) :: self
        class(SeedSequence), intent(in) :: sequence
        integer, intent(out), optional :: stat

        call finish(nprand_seed_sequence(self%rng, sequence%seq), 'seed_sequence', stat)
    end subroutine

    ! ---- Release, position ----

    subroutine set_numpy(self, major, minor, patch, stat)
        class(RandomState), intent(inout) :: self
        integer, intent(in) :: major, minor
        integer, intent(in), optional :: patch
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        if (present(patch)) then
            status = nprand_set_numpy_patch(self%rng, major, minor, patch)
        else
            status = nprand_set_numpy(self%rng, major, minor)
        end if
        call finish(status, 'set_numpy', stat)
    end subroutine

    subroutine get_numpy(self, major, minor, patch, stat)
        class(RandomState), intent(in) :: self
        integer, intent(inout) :: major, minor
        integer, intent(inout), optional :: patch
        integer, intent(out), optional :: stat
        integer(c_int) :: status, release(3)

        status = nprand_get_numpy(self%rng, release(1), release(2), release(3))
        if (status == NPRAND_OK) then
            major = release(1)
            minor = release(2)
            if (present(patch)) patch = release(3)
        end if
        call finish(status, 'get_numpy', stat)
    end subroutine

    ! 64, or 32 for the NumPy of Windows before 2.0
    subroutine set_long_bits(self, bits, stat)
        class(RandomState), intent(inout) :: self
        integer, intent(in) :: bits
        integer, intent(out), optional :: stat

        call finish(nprand_set_long_bits(self%rng, bits), 'set_long_bits', stat)
    end subroutine

    subroutine advance_int64(self, words, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(in) :: words
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = NPRAND_FORTRAN_NEGATIVE
        if (words >= 0) status = nprand_advance(self%rng, words)
        call finish(status, 'advance', stat)
    end subroutine

    subroutine advance_int32(self, words, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(in) :: words
        integer, intent(out), optional :: stat

        call advance_int64(self, int(words, c_int64_t), stat)
    end subroutine

    subroutine rewind_int64(self, words, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(in) :: words
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = NPRAND_FORTRAN_NEGATIVE
        if (words >= 0) status = nprand_rewind(self%rng, words)
        call finish(status, 'rewind', stat)
    end subroutine

    subroutine rewind_int32(self, words, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(in) :: words
        integer, intent(out), optional :: stat

        call rewind_int64(self, int(words, c_int64_t), stat)
    end subroutine

    subroutine jumped_int64(self, jumps, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(in) :: jumps
        integer, intent(out), optional :: stat

        call finish(nprand_jumped(self%rng, jumps), 'jumped', stat)
    end subroutine

    subroutine jumped_int32(self, jumps, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(in) :: jumps
        integer, intent(out), optional :: stat

        call finish(nprand_jumped(self%rng, int(jumps, c_int64_t)), 'jumped', stat)
    end subroutine

    ! ---- State ----

    subroutine get_state(self, state, stat)
        class(RandomState), intent(in) :: self
        type(nprand_state), intent(inout) :: state
        integer, intent(out), optional :: stat

        call finish(nprand_get_state(self%rng, state), 'get_state', stat)
    end subroutine

    subroutine set_state(self, state, stat)
        class(RandomState), intent(inout) :: self
        type(nprand_state), intent(in) :: state
        integer, intent(out), optional :: stat

        call finish(nprand_set_state(self%rng, state), 'set_state', stat)
    end subroutine

    ! The state as JSON, byte for byte as Python writes it.
    subroutine get_state_json(self, text, stat)
        class(RandomState), intent(in) :: self
        character(:), allocatable, intent(inout) :: text
        integer, intent(out), optional :: stat
        character(kind=c_char) :: written(STATE_JSON_SIZE)
        integer(c_size_t) :: length
        integer(c_int) :: status

        status = nprand_get_state_json(self%rng, size(written, kind=c_size_t), written, length)
        if (status == NPRAND_OK) text = joined(written(:length))
        call finish(status, 'get_state_json', stat)
    end subroutine

    ! errmsg: what is wrong with the text, and where.
    subroutine set_state_json(self, text, stat, errmsg)
        class(RandomState), intent(inout) :: self
        character(*), intent(in) :: text
        integer, intent(out), optional :: stat
        character(:), allocatable, intent(inout), optional :: errmsg
        integer(c_size_t) :: offset
        type(c_ptr) :: reason
        integer(c_int) :: status

        status = nprand_set_state_json(self%rng, text, len(text, kind=c_size_t), offset, reason)
        call finish_text(status, 'set_state_json', offset, reason, stat, errmsg)
    end subroutine

    ! The same for random.getstate() of Python's module random.
    subroutine get_state_python(self, text, stat)
        class(RandomState), intent(in) :: self
        character(:), allocatable, intent(inout) :: text
        integer, intent(out), optional :: stat
        character(kind=c_char) :: written(STATE_JSON_SIZE)
        integer(c_size_t) :: length
        integer(c_int) :: status

        status = nprand_get_state_python(self%rng, size(written, kind=c_size_t), written, length)
        if (status == NPRAND_OK) text = joined(written(:length))
        call finish(status, 'get_state_python', stat)
    end subroutine

    subroutine set_state_python(self, text, stat, errmsg)
        class(RandomState), intent(inout) :: self
        character(*), intent(in) :: text
        integer, intent(out), optional :: stat
        character(:), allocatable, intent(inout), optional :: errmsg
        integer(c_size_t) :: offset
        type(c_ptr) :: reason
        integer(c_int) :: status

        status = nprand_set_state_python(self%rng, text, len(text, kind=c_size_t), offset, reason)
        call finish_text(status, 'set_state_python', offset, reason, stat, errmsg)
    end subroutine

    subroutine finish_text(status, method, offset, reason, stat, errmsg)
        integer(c_int), intent(in) :: status
        character(*), intent(in) :: method
        integer(c_size_t), intent(in) :: offset
        type(c_ptr), intent(in) :: reason
        integer, intent(out), optional :: stat
        character(:), allocatable, intent(inout), optional :: errmsg
        character(200) :: message

        if (status == NPRAND_OK) then
            call finish(status, method, stat)
            return
        end if
        write (message, '(a, i0, 2a)') 'byte ', offset, ': ', text_of(reason)
        if (present(errmsg)) errmsg = trim(message)
        call finish(status, method, stat, trim(message))
    end subroutine

    ! ---- Seed sequences ----

    ! SeedSequence(entropy)
    subroutine init_int64(self, entropy, stat)
        class(SeedSequence), intent(inout) :: self
        integer(c_int64_t), intent(in) :: entropy
        integer, intent(out), optional :: stat

        call finish(nprand_seed_seq_init_int64(self%seq, entropy), 'init', stat)
    end subroutine

    subroutine init_int32(self, entropy, stat)
        class(SeedSequence), intent(inout) :: self
        integer(c_int32_t), intent(in) :: entropy
        integer, intent(out), optional :: stat

        call init_int64(self, int(entropy, c_int64_t), stat)
    end subroutine

    ! SeedSequence([e0, e1, ...], pool_size=pool_size): integers below 2^32
    subroutine init_array_int64(self, entropy, pool_size, stat)
        class(SeedSequence), intent(inout) :: self
        integer(c_int64_t), intent(in) :: entropy(:)
        integer, intent(in), optional :: pool_size
        integer, intent(out), optional :: stat
        integer(c_int32_t), allocatable :: words(:)
        integer(c_int) :: status

        status = merge(NPRAND_NEGATIVE_ENTROPY, NPRAND_BAD_ENTROPY, any(entropy < 0))
        if (to_words(entropy, words)) then
            status = nprand_seed_seq_init_array(self%seq, words, size(words, kind=c_size_t), &
                words_in_pool(pool_size))
        end if
        call finish(status, 'init', stat)
    end subroutine

    subroutine init_array_int32(self, entropy, pool_size, stat)
        class(SeedSequence), intent(inout) :: self
        integer(c_int32_t), intent(in) :: entropy(:)
        integer, intent(in), optional :: pool_size
        integer, intent(out), optional :: stat

        call init_array_int64(self, int(entropy, c_int64_t), pool_size, stat)
    end subroutine

    ! NumPy's default is 4. A negative size is too small.
    pure function words_in_pool(pool_size) result(words)
        integer, intent(in), optional :: pool_size
        integer(c_size_t) :: words

        words = 4
        if (present(pool_size)) words = max(pool_size, 0)
    end function

    ! SeedSequence(int(text)): an integer of any size
    subroutine init_text(self, text, stat)
        class(SeedSequence), intent(inout) :: self
        character(*), intent(in) :: text
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_seed_seq_init_text(self%seq, text, len(text, kind=c_size_t))
        call finish(status, 'init_text', stat)
    end subroutine

    ! SeedSequence()
    subroutine init_os(self, pool_size, stat)
        class(SeedSequence), intent(inout) :: self
        integer, intent(in), optional :: pool_size
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_seed_seq_init_os(self%seq, words_in_pool(pool_size), c_null_ptr)
        call finish(status, 'init_os', stat)
    end subroutine

    subroutine seed_seq_set_numpy(self, major, minor, stat)
        class(SeedSequence), intent(inout) :: self
        integer, intent(in) :: major, minor
        integer, intent(out), optional :: stat

        call finish(nprand_seed_seq_set_numpy(self%seq, major, minor), 'set_numpy', stat)
    end subroutine

    ! children = self.spawn(size(children))
    subroutine spawn(self, children, stat)
        class(SeedSequence), intent(inout) :: self
        type(SeedSequence), intent(inout) :: children(:)
        integer, intent(out), optional :: stat
        type(nprand_seed_seq) :: written(size(children))
        integer(c_int) :: status

        status = nprand_seed_seq_spawn(self%seq, size(children, kind=c_size_t), written)
        if (status == NPRAND_OK) children%seq = written
        call finish(status, 'spawn', stat)
    end subroutine

    ! The descendant whose spawn key is that of self, followed by spawn_key.
    subroutine child_int64(self, spawn_key, child, stat)
        class(SeedSequence), intent(in) :: self
        integer(c_int64_t), intent(in) :: spawn_key(:)
        class(SeedSequence), intent(inout) :: child
        integer, intent(out), optional :: stat
        integer(c_int32_t), allocatable :: words(:)
        integer(c_int) :: status

        status = merge(NPRAND_NEGATIVE_ENTROPY, NPRAND_BAD_ENTROPY, any(spawn_key < 0))
        if (to_words(spawn_key, words)) then
            status = nprand_seed_seq_child(self%seq, words, size(words, kind=c_size_t), child%seq)
        end if
        call finish(status, 'child', stat)
    end subroutine

    subroutine child_int32(self, spawn_key, child, stat)
        class(SeedSequence), intent(in) :: self
        integer(c_int32_t), intent(in) :: spawn_key(:)
        class(SeedSequence), intent(inout) :: child
        integer, intent(out), optional :: stat

        call child_int64(self, int(spawn_key, c_int64_t), child, stat)
    end subroutine

    ! words = self.generate_state(size(words)), each from 0 to 2^32 - 1
    subroutine generate_state(self, words, stat)
        class(SeedSequence), intent(in) :: self
        integer(c_int64_t), intent(inout) :: words(:)
        integer, intent(out), optional :: stat
        integer(c_int32_t) :: bits(size(words))
        integer(c_int) :: status

        status = nprand_seed_seq_generate_state(self%seq, size(bits, kind=c_size_t), bits)
        if (status == NPRAND_OK) words = iand(int(bits, c_int64_t), 4294967295_c_int64_t)
        call finish(status, 'generate_state', stat)
    end subroutine

    ! ---- Draws with a form of their own ----

    subroutine draw_bytes(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int8_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat

        call finish(nprand_bytes(self%rng, size(x, kind=c_size_t), c_loc(x)), 'bytes', stat)
    end subroutine

    ! x(:, i) is row i; the first dimension is that of alpha.
    subroutine draw_dirichlet(self, x, alpha, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: alpha(:)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (columns_of(shape(x, c_size_t), size(alpha, kind=c_size_t), rows)) then
            status = nprand_dirichlet_fill(self%rng, alpha, size(alpha, kind=c_size_t), rows, &
                c_loc(x))
        end if
        call finish(status, 'dirichlet', stat)
    end subroutine

    subroutine fill_multinomial(rng, x, extents, n, pvals, status)
        type(nprand_rng), intent(inout) :: rng
        integer(c_int64_t), intent(inout) :: x(:)
        integer(c_size_t), intent(in) :: extents(:)
        integer(c_int64_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer(c_int), intent(out) :: status
        integer(c_size_t) :: rows

        status = NPRAND_FORTRAN_SHAPE
        if (columns_of(extents, size(pvals, kind=c_size_t), rows)) then
            status = nprand_multinomial_fill(rng, n, pvals, size(pvals, kind=c_size_t), rows, x)
        end if
    end subroutine

    ! How many columns of k elements an array has; .false. if its columns have another length.
    function columns_of(extents, k, columns) result(fit)
        integer(c_size_t), intent(in) :: extents(:), k
        integer(c_size_t), intent(out) :: columns
        logical :: fit

        fit = size(extents) > 0
        columns = 0
        if (fit) then
            fit = extents(1) == k
            columns = product(extents(2:))
        end if
    end function

    subroutine permutation_of_int64(rng, n, y, status)
        type(nprand_rng), intent(inout) :: rng
        integer(c_size_t), intent(in) :: n
        type(c_ptr), intent(in) :: y
        integer(c_int), intent(out) :: status

        status = nprand_permutation(rng, n, y)
    end subroutine

    subroutine permutation_of_int32(rng, n, y, status)
        type(nprand_rng), intent(inout) :: rng
        integer(c_size_t), intent(in) :: n
        type(c_ptr), intent(in) :: y
        integer(c_int), intent(out) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = rng
        allocate (wide(max(n, 1_c_size_t)))
        status = nprand_permutation(rng, n, c_loc(wide))
        call c_f_pointer(y, flat, [n])
        call narrow(status, rng, before, wide, flat)
    end subroutine

    ! ---- choice ----

    subroutine choose_double(rng, x, a, replace, p, status)
        type(nprand_rng), intent(inout) :: rng
        integer(c_int64_t), intent(inout) :: x(:)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_double), intent(in), optional :: p(:)
        integer(c_int), intent(out) :: status
        integer(c_int64_t), allocatable, target :: memory(:)
        integer(c_size_t) :: n

        n = size(x, kind=c_size_t)
        if (present(p)) then
            if (.not. is_population(size(p, kind=c_size_t), a, status)) return
            if (may_replace(replace)) then
                status = nprand_choice_p_fill(rng, a, p, n, x, &
                    work_of(nprand_choice_p_work_size(a), memory))
            else
                status = nprand_choice_no_replace_p_fill(rng, a, p, n, x, &
                    work_of(nprand_choice_no_replace_p_work_size(a), memory))
            end if
        else if (may_replace(replace)) then
            status = nprand_choice_fill(rng, a, n, x)
        else
            ! Few of many need no memory. A call that needs some changes nothing without it.
            status = nprand_choice_no_replace_fill(rng, a, n, x, nprand_work(c_null_ptr, 0))
            if (status == NPRAND_WORK_MISSING) &
                status = nprand_choice_no_replace_fill(rng, a, n, x, &
                    work_of(nprand_choice_no_replace_work_size(a), memory))
        end if
    end subroutine

    subroutine choose_float(rng, x, a, replace, p, status)
        type(nprand_rng), intent(inout) :: rng
        integer(c_int64_t), intent(inout) :: x(:)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_float), intent(in) :: p(:)
        integer(c_int), intent(out) :: status
        integer(c_int64_t), allocatable, target :: memory(:)
        integer(c_size_t) :: n

        n = size(x, kind=c_size_t)
        if (.not. is_population(size(p, kind=c_size_t), a, status)) return
        if (may_replace(replace)) then
            status = nprand_choice_p_float_fill(rng, a, p, n, x, &
                work_of(nprand_choice_p_work_size(a), memory))
        else
            status = nprand_choice_no_replace_p_float_fill(rng, a, p, n, x, &
                work_of(nprand_choice_no_replace_p_work_size(a), memory))
        end if
    end subroutine

    ! NumPy: 'a' and 'p' must have same size
    function is_population(elements, a, status) result(same)
        integer(c_size_t), intent(in) :: elements
        integer(c_int64_t), intent(in) :: a
        integer(c_int), intent(out) :: status
        logical :: same

        same = elements == a
        status = NPRAND_P_SIZE
    end function

    pure function may_replace(replace) result(may)
        logical, intent(in), optional :: replace
        logical :: may

        may = .true.
        if (present(replace)) may = replace
    end function

    ! Memory that C works in. C refuses a call whose memory cannot be allocated.
    function work_of(bytes, memory) result(work)
        integer(c_size_t), intent(in) :: bytes
        integer(c_int64_t), allocatable, target, intent(inout) :: memory(:)
        type(nprand_work) :: work
        integer :: failed

        work = nprand_work(c_null_ptr, 0)
        if (bytes <= 0) return
        allocate (memory(bytes / 8), stat=failed)
        if (failed == 0) work = nprand_work(c_loc(memory), bytes)
    end function

    ! ---- Draws ----

    ! generated procedures: of src/methods.def

    subroutine draw_random_sample(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_random_sample_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'random_sample', stat)
    end subroutine

    subroutine draw_random(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_random_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'random', stat)
    end subroutine

    subroutine draw_rand(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_rand_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'rand', stat)
    end subroutine

    subroutine draw_uniform(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: low, high
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_uniform_fill(self%rng, given(low, 0.0_c_double), given(high, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'uniform', stat)
    end subroutine

    subroutine draw_standard_normal(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_standard_normal_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'standard_normal', stat)
    end subroutine

    subroutine draw_randn(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_randn_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randn', stat)
    end subroutine

    subroutine draw_normal(self, x, loc, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: loc, scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_normal_fill(self%rng, given(loc, 0.0_c_double), given(scale, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'normal', stat)
    end subroutine

    subroutine draw_standard_exponential(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_standard_exponential_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'standard_exponential', stat)
    end subroutine

    subroutine draw_exponential(self, x, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_exponential_fill(self%rng, given(scale, 1.0_c_double), size(x, &
            kind=c_size_t), c_loc(x))
        call finish(status, 'exponential', stat)
    end subroutine

    subroutine draw_standard_gamma(self, x, shape, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: shape
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_standard_gamma_fill(self%rng, shape, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'standard_gamma', stat)
    end subroutine

    subroutine draw_gamma(self, x, shape, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: shape
        real(c_double), intent(in), optional :: scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_gamma_fill(self%rng, shape, given(scale, 1.0_c_double), size(x, &
            kind=c_size_t), c_loc(x))
        call finish(status, 'gamma', stat)
    end subroutine

    subroutine draw_beta(self, x, a, b, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a, b
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_beta_fill(self%rng, a, b, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'beta', stat)
    end subroutine

    subroutine draw_chisquare(self, x, df, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: df
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_chisquare_fill(self%rng, df, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'chisquare', stat)
    end subroutine

    subroutine draw_noncentral_chisquare(self, x, df, nonc, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: df, nonc
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_noncentral_chisquare_fill(self%rng, df, nonc, size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'noncentral_chisquare', stat)
    end subroutine

    subroutine draw_f(self, x, dfnum, dfden, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: dfnum, dfden
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_f_fill(self%rng, dfnum, dfden, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'f', stat)
    end subroutine

    subroutine draw_noncentral_f(self, x, dfnum, dfden, nonc, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: dfnum, dfden, nonc
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_noncentral_f_fill(self%rng, dfnum, dfden, nonc, size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'noncentral_f', stat)
    end subroutine

    subroutine draw_standard_t(self, x, df, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: df
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_standard_t_fill(self%rng, df, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'standard_t', stat)
    end subroutine

    subroutine draw_standard_cauchy(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_standard_cauchy_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'standard_cauchy', stat)
    end subroutine

    subroutine draw_lognormal(self, x, mean, sigma, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: mean, sigma
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_lognormal_fill(self%rng, given(mean, 0.0_c_double), given(sigma, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'lognormal', stat)
    end subroutine

    subroutine draw_laplace(self, x, loc, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: loc, scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_laplace_fill(self%rng, given(loc, 0.0_c_double), given(scale, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'laplace', stat)
    end subroutine

    subroutine draw_logistic(self, x, loc, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: loc, scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_logistic_fill(self%rng, given(loc, 0.0_c_double), given(scale, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'logistic', stat)
    end subroutine

    subroutine draw_gumbel(self, x, loc, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: loc, scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_gumbel_fill(self%rng, given(loc, 0.0_c_double), given(scale, &
            1.0_c_double), size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'gumbel', stat)
    end subroutine

    subroutine draw_pareto(self, x, a, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_pareto_fill(self%rng, a, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'pareto', stat)
    end subroutine

    subroutine draw_power(self, x, a, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_power_fill(self%rng, a, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'power', stat)
    end subroutine

    subroutine draw_weibull(self, x, a, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_weibull_fill(self%rng, a, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'weibull', stat)
    end subroutine

    subroutine draw_rayleigh(self, x, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_rayleigh_fill(self%rng, given(scale, 1.0_c_double), size(x, &
            kind=c_size_t), c_loc(x))
        call finish(status, 'rayleigh', stat)
    end subroutine

    subroutine draw_triangular(self, x, left, mode, right, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: left, mode, right
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_triangular_fill(self%rng, left, mode, right, size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'triangular', stat)
    end subroutine

    subroutine draw_vonmises(self, x, mu, kappa, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: mu, kappa
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_vonmises_fill(self%rng, mu, kappa, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'vonmises', stat)
    end subroutine

    subroutine draw_wald(self, x, mean, scale, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: mean, scale
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_wald_fill(self%rng, mean, scale, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'wald', stat)
    end subroutine

    subroutine draw_randint_to_int64_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_to_int64_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_bool_to_bool_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        logical(c_bool), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_bool_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_bool_to_bool_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        logical(c_bool), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_bool_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int8_to_int8_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int8_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int8_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int8_to_int8_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int8_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int8_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int16_to_int16_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int16_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int16_to_int16_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int16_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int32_to_int32_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int32_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int32_to_int32_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int32_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint', stat)
    end subroutine

    subroutine draw_randint_int64_to_int64_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int64_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint_int64', stat)
    end subroutine

    subroutine draw_randint_int64_to_int64_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_int64_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint_int64', stat)
    end subroutine

    subroutine draw_randint_int64_endpoint_to_int64_64(self, x, low, last, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low, last
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_randint_int64_endpoint_fill(self%rng, low, last, size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'randint_int64_endpoint', stat)
    end subroutine

    subroutine draw_randint_int64_endpoint_to_int64_32(self, x, low, last, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low, last
        integer, intent(out), optional :: stat

        call draw_randint_int64_endpoint_to_int64_64(self, x, int(low, c_int64_t), int(last, &
            c_int64_t), stat)
    end subroutine

    subroutine draw_randint_uint8_to_int16_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int8_t), allocatable, target :: bits(:)
        integer(c_int16_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint8_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 255_c_int16_t)
        end if
        call finish(status, 'randint_uint8', stat)
    end subroutine

    subroutine draw_randint_uint8_to_int16_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int8_t), allocatable, target :: bits(:)
        integer(c_int16_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint8_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 255_c_int16_t)
        end if
        call finish(status, 'randint_uint8', stat)
    end subroutine

    subroutine draw_randint_uint16_to_int32_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int16_t), allocatable, target :: bits(:)
        integer(c_int32_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint16_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 65535_c_int32_t)
        end if
        call finish(status, 'randint_uint16', stat)
    end subroutine

    subroutine draw_randint_uint16_to_int32_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int16_t), allocatable, target :: bits(:)
        integer(c_int32_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint16_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 65535_c_int32_t)
        end if
        call finish(status, 'randint_uint16', stat)
    end subroutine

    subroutine draw_randint_uint32_to_int64_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int32_t), allocatable, target :: bits(:)
        integer(c_int64_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint32_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 4294967295_c_int64_t)
        end if
        call finish(status, 'randint_uint32', stat)
    end subroutine

    subroutine draw_randint_uint32_to_int64_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int32_t), allocatable, target :: bits(:)
        integer(c_int64_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint32_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 4294967295_c_int64_t)
        end if
        call finish(status, 'randint_uint32', stat)
    end subroutine

    subroutine draw_randint_uint64_to_int64_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 0
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_randint_uint64_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'randint_uint64', stat)
    end subroutine

    subroutine draw_randint_uint64_endpoint_to_int64_64(self, x, low, last, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low, last
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_randint_uint64_endpoint_fill(self%rng, low, last, size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'randint_uint64_endpoint', stat)
    end subroutine

    subroutine draw_random_integers_to_int64_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 1
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_random_integers_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'random_integers', stat)
    end subroutine

    subroutine draw_random_integers_to_int64_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status

        from = 1
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_random_integers_fill(self%rng, from, to, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'random_integers', stat)
    end subroutine

    subroutine draw_random_integers_to_int32_64(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: low
        integer(c_int64_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 1
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_random_integers_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'random_integers', stat)
    end subroutine

    subroutine draw_random_integers_to_int32_32(self, x, low, high, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: low
        integer(c_int32_t), intent(in), optional :: high
        integer, intent(out), optional :: stat
        integer(c_int64_t) :: from, to
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        from = 1
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
        status = nprand_random_integers_fill(self%rng, from, to, size(x, kind=c_size_t), &
            c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'random_integers', stat)
    end subroutine

    subroutine draw_tomaxint_to_int64(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_tomaxint_fill(self%rng, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'tomaxint', stat)
    end subroutine

    subroutine draw_tomaxint_to_int32(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_tomaxint_fill(self%rng, size(x, kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'tomaxint', stat)
    end subroutine

    subroutine draw_poisson_to_int64(self, x, lam, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: lam
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_poisson_fill(self%rng, given(lam, 1.0_c_double), size(x, kind=c_size_t), &
            c_loc(x))
        call finish(status, 'poisson', stat)
    end subroutine

    subroutine draw_poisson_to_int32(self, x, lam, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in), optional :: lam
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_poisson_fill(self%rng, given(lam, 1.0_c_double), size(x, kind=c_size_t), &
            c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'poisson', stat)
    end subroutine

    subroutine draw_binomial_to_int64_64(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer(c_int64_t), intent(in) :: n
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_binomial_fill(self%rng, n, p, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'binomial', stat)
    end subroutine

    subroutine draw_binomial_to_int64_32(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer(c_int32_t), intent(in) :: n
        integer, intent(out), optional :: stat

        call draw_binomial_to_int64_64(self, x, int(n, c_int64_t), p, stat)
    end subroutine

    subroutine draw_binomial_to_int32_64(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer(c_int64_t), intent(in) :: n
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_binomial_fill(self%rng, n, p, size(x, kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'binomial', stat)
    end subroutine

    subroutine draw_binomial_to_int32_32(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer(c_int32_t), intent(in) :: n
        integer, intent(out), optional :: stat

        call draw_binomial_to_int32_64(self, x, int(n, c_int64_t), p, stat)
    end subroutine

    subroutine draw_negative_binomial_to_int64(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: n, p
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_negative_binomial_fill(self%rng, n, p, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'negative_binomial', stat)
    end subroutine

    subroutine draw_negative_binomial_to_int32(self, x, n, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: n, p
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_negative_binomial_fill(self%rng, n, p, size(x, kind=c_size_t), &
            c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'negative_binomial', stat)
    end subroutine

    subroutine draw_geometric_to_int64(self, x, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_geometric_fill(self%rng, p, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'geometric', stat)
    end subroutine

    subroutine draw_geometric_to_int32(self, x, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_geometric_fill(self%rng, p, size(x, kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'geometric', stat)
    end subroutine

    subroutine draw_hypergeometric_to_int64_64(self, x, ngood, nbad, nsample, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: ngood, nbad, nsample
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_hypergeometric_fill(self%rng, ngood, nbad, nsample, size(x, &
            kind=c_size_t), c_loc(x))
        call finish(status, 'hypergeometric', stat)
    end subroutine

    subroutine draw_hypergeometric_to_int64_32(self, x, ngood, nbad, nsample, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: ngood, nbad, nsample
        integer, intent(out), optional :: stat

        call draw_hypergeometric_to_int64_64(self, x, int(ngood, c_int64_t), int(nbad, c_int64_t), &
            int(nsample, c_int64_t), stat)
    end subroutine

    subroutine draw_hypergeometric_to_int32_64(self, x, ngood, nbad, nsample, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: ngood, nbad, nsample
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_hypergeometric_fill(self%rng, ngood, nbad, nsample, size(x, &
            kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'hypergeometric', stat)
    end subroutine

    subroutine draw_hypergeometric_to_int32_32(self, x, ngood, nbad, nsample, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: ngood, nbad, nsample
        integer, intent(out), optional :: stat

        call draw_hypergeometric_to_int32_64(self, x, int(ngood, c_int64_t), int(nbad, c_int64_t), &
            int(nsample, c_int64_t), stat)
    end subroutine

    subroutine draw_logseries_to_int64(self, x, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_logseries_fill(self%rng, p, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'logseries', stat)
    end subroutine

    subroutine draw_logseries_to_int32(self, x, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: p
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_logseries_fill(self%rng, p, size(x, kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'logseries', stat)
    end subroutine

    subroutine draw_zipf_to_int64(self, x, a, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a
        integer, intent(out), optional :: stat
        integer(c_int) :: status

        status = nprand_zipf_fill(self%rng, a, size(x, kind=c_size_t), c_loc(x))
        call finish(status, 'zipf', stat)
    end subroutine

    subroutine draw_zipf_to_int32(self, x, a, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: a
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_zipf_fill(self%rng, a, size(x, kind=c_size_t), c_loc(wide))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'zipf', stat)
    end subroutine

    subroutine draw_random_raw_to_int64(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int32_t), allocatable, target :: bits(:)
        integer(c_int64_t), pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
        status = nprand_random_raw_fill(self%rng, size(x, kind=c_size_t), c_loc(bits))
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), 4294967295_c_int64_t)
        end if
        call finish(status, 'random_raw', stat)
    end subroutine

    subroutine shuffle_int8(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int8_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_int8(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int8_t), intent(inout), contiguous, target :: y(..)
        integer(c_int8_t), intent(in), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine shuffle_int16(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_int16(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int16_t), intent(inout), contiguous, target :: y(..)
        integer(c_int16_t), intent(in), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine shuffle_int32(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_int32(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: y(..)
        integer(c_int32_t), intent(in), contiguous, target, optional :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        if (.not. present(x)) then
            call permutation_of_int32(self%rng, size(y, kind=c_size_t), c_loc(y), status)
            call finish(status, 'permutation', stat)
            return
        end if
        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine shuffle_int64(self, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_int64(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: y(..)
        integer(c_int64_t), intent(in), contiguous, target, optional :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        if (.not. present(x)) then
            call permutation_of_int64(self%rng, size(y, kind=c_size_t), c_loc(y), status)
            call finish(status, 'permutation', stat)
            return
        end if
        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine shuffle_float(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_float), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_float(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_float), intent(inout), contiguous, target :: y(..)
        real(c_float), intent(in), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine shuffle_double(self, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_double(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        real(c_double), intent(inout), contiguous, target :: y(..)
        real(c_double), intent(in), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine

    subroutine choice_double_int64_64(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_double), intent(in), optional :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call choose_double(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_double_int64_32(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_double), intent(in), optional :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call choose_double(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_double_int32_64(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_double), intent(in), optional :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call choose_double(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_double_int32_32(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_double), intent(in), optional :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call choose_double(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_float_int64_64(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_float), intent(in) :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call choose_float(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_float_int64_32(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_float), intent(in) :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call choose_float(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_float_int32_64(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_float), intent(in) :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call choose_float(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine choice_float_int32_32(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_float), intent(in) :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call choose_float(self%rng, wide, int(a, c_int64_t), replace, p, status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'choice', stat)
    end subroutine

    subroutine multinomial_int64_64(self, x, n, pvals, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call fill_multinomial(self%rng, wide, shape(x, c_size_t), int(n, c_int64_t), pvals, &
            status)
        call finish(status, 'multinomial', stat)
    end subroutine

    subroutine multinomial_int64_32(self, x, n, pvals, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int64_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), pointer :: wide(:)

        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])
        call fill_multinomial(self%rng, wide, shape(x, c_size_t), int(n, c_int64_t), pvals, &
            status)
        call finish(status, 'multinomial', stat)
    end subroutine

    subroutine multinomial_int32_64(self, x, n, pvals, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int64_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call fill_multinomial(self%rng, wide, shape(x, c_size_t), int(n, c_int64_t), pvals, &
            status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'multinomial', stat)
    end subroutine

    subroutine multinomial_int32_32(self, x, n, pvals, stat)
        class(RandomState), intent(inout) :: self
        integer(c_int32_t), intent(inout), contiguous, target :: x(..)
        integer(c_int32_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(size(x, kind=c_size_t)))
        call fill_multinomial(self%rng, wide, shape(x, c_size_t), int(n, c_int64_t), pvals, &
            status)
        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])
        call narrow(status, self%rng, before, wide, flat)
        call finish(status, 'multinomial', stat)
    end subroutine
    ! end of procedures
end module
