! SPDX-License-Identifier: BSD-3-Clause
!
! fortran.f90 [refuse]: what fortran.c prints, by the module nprand: the bits of values and states of
! each method. Before that it checks shapes, sections, defaults, refusals and NumPy's own numbers,
! and stops with a sentence where one is wrong. With the argument refuse, the program makes a call
! that is refused without stat=.
program fortran
    use, intrinsic :: iso_fortran_env, only: error_unit
    use, intrinsic :: iso_c_binding, only: c_size_t, c_sizeof
    use nprand
    implicit none
    type(RandomState) :: rs

    if (command_argument_count() > 0) then
        call refuse()
        stop
    end if
    call check_object()
    call check_numpy()
    call check_shapes()
    call check_kinds()
    call check_refusals()
    call check_state()
    call doubles()
    call integers()
    call choices()
    call rows()
    call permutations()
    call seeds()
    call moves()

contains

    subroutine check(what, right)
        character(*), intent(in) :: what
        logical, intent(in) :: right

        if (right) return
        write (error_unit, '(2a)') 'wrong: ', what
        error stop 1
    end subroutine

    ! The state as three numbers: the exclusive or of the key, the position, the cached normal.
    subroutine print_state()
        type(nprand_state) :: state

        call rs%get_state(state)
        write (*, '(a, 3(1x, i0), 1x, z16.16)') ' state', iparity(state%key), state%pos, &
            state%has_gauss, state%gauss
    end subroutine

    subroutine show(name, x)
        character(*), intent(in) :: name
        real(c_double), intent(in) :: x(:)

        write (*, '(a, *(1x, z16.16))') name, x
        call print_state()
    end subroutine

    subroutine show_integers(name, x)
        character(*), intent(in) :: name
        integer(c_int64_t), intent(in) :: x(:)

        write (*, '(a, *(1x, i0))') name, x
        call print_state()
    end subroutine

    ! ---- Checks ----

    subroutine refuse()
        call rs%seed(0)
        call rs%set_state_json('{"state": 1}')
    end subroutine

    subroutine check_object()
        type(RandomState), target :: objects(2)
        real(c_double) :: x
        integer :: stat

        call check('the size of nprand_rng', c_sizeof(rs%rng) == nprand_rng_size())
        call check('the size of RandomState', storage_size(rs) / 8 == nprand_rng_size())
        call check('the alignment of nprand_rng', &
            mod(loc_of(objects(1)), 8_c_size_t) == 0 .and. mod(loc_of(objects(2)), 8_c_size_t) == 0)
        call objects(1)%rand(x, stat=stat)
        call check('an object without a seed', stat == NPRAND_NOT_SEEDED)
        call objects(1)%seed_os()
        call objects(1)%rand(x)
        objects(2) = objects(1)
        call check('a fork', next_double(objects(1)) == next_double(objects(2)))
    end subroutine

    function loc_of(object) result(address)
        use, intrinsic :: iso_c_binding, only: c_loc, c_intptr_t
        type(RandomState), target, intent(in) :: object
        integer(c_size_t) :: address

        address = int(transfer(c_loc(object%rng), 0_c_intptr_t), c_size_t)
    end function

    function next_double(object) result(x)
        type(RandomState), intent(inout) :: object
        real(c_double) :: x

        call object%rand(x)
    end function

    ! NumPy's numbers after seed 0, as Python prints them.
    subroutine check_numpy()
        real(c_double) :: x(3)
        integer :: k(5)

        call rs%seed(0)
        call rs%rand(x)
        call check('rand(3)', all(x == [0.5488135039273248d0, 0.7151893663724195d0, &
            0.6027633760716439d0]))
        call rs%seed(0)
        call rs%standard_normal(x)
        call check('standard_normal(3)', all(x == [1.764052345967664d0, 0.4001572083672233d0, &
            0.9787379841057392d0]))
        call rs%seed(0)
        call rs%randint(k, 0, 10)
        call check('randint(0, 10, 5)', all(k == [5, 0, 3, 3, 7]))
        call rs%seed(0)
        call rs%permutation(k)
        call check('permutation(5)', all(k == [2, 0, 1, 3, 4]))
    end subroutine

    ! One call of 24 values and its parts: arrays of other ranks, sections, none, scalars.
    subroutine check_shapes()
        real(c_double) :: x(24), a(2, 3, 4), b(4, 6), c(1, 1, 1, 1, 1, 1, 24), s, none(0)
        real(c_double), allocatable :: d(:)
        integer :: k(6), m(2, 3)
        integer(c_int64_t) :: small(3, 2)

        call rs%seed(3)
        call rs%normal(x)
        call rs%seed(3)
        call rs%normal(a)
        call check('rank 3', all(reshape(a, [24]) == x))
        call rs%seed(3)
        call rs%normal(c)
        call check('rank 7', all(reshape(c, [24]) == x))
        b = 0
        call rs%seed(3)
        call rs%normal(b(2, :))
        call rs%normal(none)
        call rs%normal(b(3:1:-2, 1:6:5))
        allocate (d(14))
        call rs%normal(d(:13))
        call rs%normal(s)
        call check('a row', all(b(2, :) == x(:6)))
        call check('a section of rank 2', all(reshape(b(3:1:-2, 1:6:5), [4]) == x(7:10)))
        call check('a part of an allocatable array', all(d(:13) == x(11:23)))
        call check('a scalar', s == x(24))
        call rs%seed(3)
        call rs%randint(k, 0, 100)
        call rs%seed(3)
        call rs%randint(m, 0, 100)
        call check('integers of rank 2', all(reshape(m, [6]) == k))
        call rs%seed(3)
        k = 0
        call rs%poisson(k(1:5:2))
        call rs%seed(3)
        call rs%poisson(small(:, 2))
        call check('a section of integers', all(small(:, 2) == k(1:5:2)))
    end subroutine

    subroutine check_kinds()
        integer(c_int8_t) :: i8
        integer :: k, m
        integer(c_int64_t) :: k64, m64
        real(c_double) :: x, y

        call rs%seed(5)
        call rs%randint(k, 100)
        call rs%seed(5)
        call rs%randint(m, 0, 100)
        call check('randint(100)', k == m)
        call rs%seed(5)
        call rs%randint(i8, 100)
        call check('randint(100, dtype=int8)', i8 >= 0 .and. i8 < 100)
        call rs%seed(5)
        call rs%random_integers(k, 6)
        call rs%seed(5)
        call rs%random_integers(k64, 1_c_int64_t, 6_c_int64_t)
        call check('random_integers(6)', k == k64)
        call rs%seed(5)
        call rs%binomial(k64, 10, 0.5d0)
        call rs%seed(5)
        call rs%binomial(m64, 10_c_int64_t, 0.5d0)
        call check('binomial by the kind of n', k64 == m64)
        call rs%seed(5)
        call rs%gamma(x, 2d0)
        call rs%seed(5)
        call rs%gamma(y, scale=1d0, shape=2d0)
        call check('the default of scale', x == y)
    end subroutine

    ! Each of these calls is refused, and leaves values and generator as they are.
    subroutine check_refusals()
        type(nprand_state) :: before, after
        real(c_double) :: x(2), y(3, 2)
        integer :: stat, k(2), m(3)
        integer(c_int64_t) :: k64(2)
        character(:), allocatable :: text

        call rs%seed(9)
        call rs%get_state(before)
        x = 5
        k = 5
        y = 5
        k64 = 5
        call rs%normal(x, 0d0, -1d0, stat)
        call check('scale < 0', stat == NPRAND_NEGATIVE_SCALE)
        call check('the words of scale < 0', nprand_strerror(stat) == 'scale < 0')
        call rs%randint(k, 3, 3, stat)
        call check('low >= high', stat == NPRAND_LOW_NOT_BELOW_HIGH)
        call rs%tomaxint(k, stat)
        call check('tomaxint in 32 bits', stat == NPRAND_FORTRAN_RANGE)
        call rs%choice(k, 3, p=[0.5d0, 0.5d0], stat=stat)
        call check('the size of p', stat == NPRAND_P_SIZE)
        call rs%choice(k, 2, p=[0.5d0, 0.6d0], stat=stat)
        call check('the sum of p', stat == NPRAND_P_SUM)
        call rs%choice(k64, 1, replace=.false., stat=stat)
        call check('a sample that is too large', stat == NPRAND_SAMPLE_TOO_LARGE)
        call rs%dirichlet(y, [1d0, 1d0], stat)
        call check('two shares in columns of three', stat == NPRAND_FORTRAN_SHAPE)
        call rs%permutation(m, k, stat)
        call check('a permutation of another shape', stat == NPRAND_FORTRAN_SHAPE)
        call rs%advance(-1, stat)
        call check('advance by -1', stat == NPRAND_FORTRAN_NEGATIVE)
        call rs%rewind(-1, stat)
        call check('rewind by -1', stat == NPRAND_FORTRAN_NEGATIVE)
        call rs%seed(-1, stat)
        call check('a seed of -1', stat == NPRAND_BAD_SEED)
        call rs%seed([4294967296_c_int64_t], stat)
        call check('a seed array with 2^32', stat == NPRAND_BAD_SEED)
        call rs%set_state_json('{"state": 1}', stat, text)
        call check('a text that is not a state', stat == NPRAND_BAD_JSON)
        call check('where it is wrong', text(:5) == 'byte ')
        call check('other words for each status', &
            nprand_strerror(NPRAND_FORTRAN_SHAPE) /= nprand_strerror(NPRAND_FORTRAN_RANGE))
        call rs%get_state(after)
        call check('refused calls leave the generator', all(before%key == after%key) .and. &
            before%pos == after%pos .and. before%has_gauss == after%has_gauss)
        call check('refused calls leave the values', all(x == 5) .and. all(k == 5) .and. &
            all(k64 == 5) .and. all(y == 5))
        call rs%normal(x, stat=stat)
        call check('an accepted call', stat == NPRAND_OK)
    end subroutine

    subroutine check_state()
        type(nprand_state) :: state
        type(RandomState) :: other
        character(:), allocatable :: text
        real(c_double) :: x(3), y(3)
        integer :: major, minor

        call rs%standard_normal(x(1))
        call rs%get_state(state)
        call rs%get_state_json(text)
        call rs%standard_normal(x)
        call other%set_state(state)
        call other%standard_normal(y)
        call check('set_state', all(x == y))
        call other%set_state_json(text)
        call other%standard_normal(y)
        call check('set_state_json', all(x == y))
        call other%set_state(state)
        call other%get_state_python(text)
        call other%seed(1)
        call other%set_state_python(text)
        call other%standard_normal(y)
        call check('set_state_python', all(x == y))
        call other%set_numpy(1, 19)
        call other%get_numpy(major, minor)
        call check('get_numpy', major == 1 .and. minor == 19)
        call check('the version', len(nprand_version()) >= 5)
        call nprand_set_backend('portable')
        call check('the backend', index(nprand_backend(), 'portable') == 1)
    end subroutine

    ! ---- Values, as in fortran.c ----

    subroutine doubles()
        real(c_double) :: x(6), x1

        call rs%seed(42)
        call rs%random_sample(x)
        call rs%random_sample(x1)
        call show('random_sample', [x, x1])
        call rs%seed(42)
        call rs%random(x)
        call rs%random(x1)
        call show('random', [x, x1])
        call rs%seed(42)
        call rs%rand(x)
        call rs%rand(x1)
        call show('rand', [x, x1])
        call rs%seed(42)
        call rs%uniform(x, low=2d0, high=9d0)
        call rs%uniform(x1, low=2d0, high=9d0)
        call show('uniform', [x, x1])
        call rs%seed(42)
        call rs%standard_normal(x)
        call rs%standard_normal(x1)
        call show('standard_normal', [x, x1])
        call rs%seed(42)
        call rs%randn(x)
        call rs%randn(x1)
        call show('randn', [x, x1])
        call rs%seed(42)
        call rs%normal(x, 0.5d0, 2d0)
        call rs%normal(x1, 0.5d0, 2d0)
        call show('normal', [x, x1])
        call rs%seed(42)
        call rs%standard_exponential(x)
        call rs%standard_exponential(x1)
        call show('standard_exponential', [x, x1])
        call rs%seed(42)
        call rs%exponential(x, scale=2d0)
        call rs%exponential(x1, scale=2d0)
        call show('exponential', [x, x1])
        call rs%seed(42)
        call rs%standard_gamma(x, shape=1.5d0)
        call rs%standard_gamma(x1, shape=1.5d0)
        call show('standard_gamma', [x, x1])
        call rs%seed(42)
        call rs%gamma(x, 1.5d0, scale=2d0)
        call rs%gamma(x1, 1.5d0, scale=2d0)
        call show('gamma', [x, x1])
        call rs%seed(42)
        call rs%beta(x, a=2.5d0, b=3.5d0)
        call rs%beta(x1, a=2.5d0, b=3.5d0)
        call show('beta', [x, x1])
        call rs%seed(42)
        call rs%chisquare(x, df=3d0)
        call rs%chisquare(x1, df=3d0)
        call show('chisquare', [x, x1])
        call rs%seed(42)
        call rs%noncentral_chisquare(x, df=3d0, nonc=1.5d0)
        call rs%noncentral_chisquare(x1, df=3d0, nonc=1.5d0)
        call show('noncentral_chisquare', [x, x1])
        call rs%seed(42)
        call rs%f(x, dfnum=4d0, dfden=5d0)
        call rs%f(x1, dfnum=4d0, dfden=5d0)
        call show('f', [x, x1])
        call rs%seed(42)
        call rs%noncentral_f(x, 4d0, 5d0, nonc=1.5d0)
        call rs%noncentral_f(x1, 4d0, 5d0, nonc=1.5d0)
        call show('noncentral_f', [x, x1])
        call rs%seed(42)
        call rs%standard_t(x, df=3d0)
        call rs%standard_t(x1, df=3d0)
        call show('standard_t', [x, x1])
        call rs%seed(42)
        call rs%standard_cauchy(x)
        call rs%standard_cauchy(x1)
        call show('standard_cauchy', [x, x1])
        call rs%seed(42)
        call rs%lognormal(x, mean=1.25d0, sigma=0.75d0)
        call rs%lognormal(x1, mean=1.25d0, sigma=0.75d0)
        call show('lognormal', [x, x1])
        call rs%seed(42)
        call rs%laplace(x, loc=0.5d0, scale=2d0)
        call rs%laplace(x1, loc=0.5d0, scale=2d0)
        call show('laplace', [x, x1])
        call rs%seed(42)
        call rs%logistic(x, loc=0.5d0, scale=2d0)
        call rs%logistic(x1, loc=0.5d0, scale=2d0)
        call show('logistic', [x, x1])
        call rs%seed(42)
        call rs%gumbel(x, loc=0.5d0, scale=2d0)
        call rs%gumbel(x1, loc=0.5d0, scale=2d0)
        call show('gumbel', [x, x1])
        call rs%seed(42)
        call rs%pareto(x, a=2.5d0)
        call rs%pareto(x1, a=2.5d0)
        call show('pareto', [x, x1])
        call rs%seed(42)
        call rs%power(x, a=2.5d0)
        call rs%power(x1, a=2.5d0)
        call show('power', [x, x1])
        call rs%seed(42)
        call rs%weibull(x, a=2.5d0)
        call rs%weibull(x1, a=2.5d0)
        call show('weibull', [x, x1])
        call rs%seed(42)
        call rs%rayleigh(x, scale=2d0)
        call rs%rayleigh(x1, scale=2d0)
        call show('rayleigh', [x, x1])
        call rs%seed(42)
        call rs%triangular(x, left=1d0, mode=2d0, right=4d0)
        call rs%triangular(x1, left=1d0, mode=2d0, right=4d0)
        call show('triangular', [x, x1])
        call rs%seed(42)
        call rs%vonmises(x, mu=0.5d0, kappa=2d0)
        call rs%vonmises(x1, mu=0.5d0, kappa=2d0)
        call show('vonmises', [x, x1])
        call rs%seed(42)
        call rs%wald(x, mean=1.25d0, scale=2d0)
        call rs%wald(x1, mean=1.25d0, scale=2d0)
        call show('wald', [x, x1])
    end subroutine

    subroutine integers()
        integer(c_int64_t) :: k(6), k1
        integer(c_int32_t) :: i32(6), i32_1
        integer(c_int16_t) :: i16(6), i16_1
        integer(c_int8_t) :: i8(6), i8_1
        logical(c_bool) :: l(6), l1

        call rs%seed(42)
        call rs%randint(k, low=2, high=9)
        call rs%randint(k1, low=2, high=9)
        call show_integers('randint', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%randint(l, 0, 2)
        call rs%randint(l1, 0, 2)
        call show_integers('randint_bool', merge(1_c_int64_t, 0_c_int64_t, [l, l1]))
        call rs%seed(42)
        call rs%randint(i8, 2, 9)
        call rs%randint(i8_1, 2, 9)
        call show_integers('randint_int8', [int(i8, c_int64_t), int(i8_1, c_int64_t)])
        call rs%seed(42)
        call rs%randint(i16, 2_c_int64_t, 9_c_int64_t)
        call rs%randint(i16_1, 2_c_int64_t, 9_c_int64_t)
        call show_integers('randint_int16', [int(i16, c_int64_t), int(i16_1, c_int64_t)])
        call rs%seed(42)
        call rs%randint(i32, 2, 9)
        call rs%randint(i32_1, 2, 9)
        call show_integers('randint_int32', [int(i32, c_int64_t), int(i32_1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_int64(k, 2, 9)
        call rs%randint_int64(k1, 2, 9)
        call show_integers('randint_int64', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_int64_endpoint(k, low=2, last=9)
        call rs%randint_int64_endpoint(k1, low=2, last=9)
        call show_integers('randint_int64_endpoint', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_uint8(i16, 2, 200)
        call rs%randint_uint8(i16_1, 2, 200)
        call show_integers('randint_uint8', [int(i16, c_int64_t), int(i16_1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_uint16(i32, 2, 60000)
        call rs%randint_uint16(i32_1, 2, 60000)
        call show_integers('randint_uint16', [int(i32, c_int64_t), int(i32_1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_uint32(k, 2_c_int64_t, 4000000000_c_int64_t)
        call rs%randint_uint32(k1, 2_c_int64_t, 4000000000_c_int64_t)
        call show_integers('randint_uint32', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_uint64(k, 2_c_int64_t, -5_c_int64_t)
        call rs%randint_uint64(k1, 2_c_int64_t, -5_c_int64_t)
        call show_integers('randint_uint64', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%randint_uint64_endpoint(k, 2_c_int64_t, -6_c_int64_t)
        call rs%randint_uint64_endpoint(k1, 2_c_int64_t, -6_c_int64_t)
        call show_integers('randint_uint64_endpoint', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%random_integers(i32, 2, high=9)
        call rs%random_integers(k1, 2, high=9)
        call show_integers('random_integers', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%tomaxint(k)
        call rs%tomaxint(k1)
        call show_integers('tomaxint', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%poisson(i32, lam=12d0)
        call rs%poisson(k1, lam=12d0)
        call show_integers('poisson', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%binomial(k, n=20, p=0.3d0)
        call rs%binomial(i32_1, n=20, p=0.3d0)
        call show_integers('binomial', [int(k, c_int64_t), int(i32_1, c_int64_t)])
        call rs%seed(42)
        call rs%negative_binomial(i32, n=3.5d0, p=0.3d0)
        call rs%negative_binomial(k1, n=3.5d0, p=0.3d0)
        call show_integers('negative_binomial', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%geometric(k, p=0.3d0)
        call rs%geometric(i32_1, p=0.3d0)
        call show_integers('geometric', [int(k, c_int64_t), int(i32_1, c_int64_t)])
        call rs%seed(42)
        call rs%hypergeometric(i32, ngood=15, nbad=10, nsample=12)
        call rs%hypergeometric(k1, ngood=15, nbad=10, nsample=12)
        call show_integers('hypergeometric', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%logseries(i32, p=0.3d0)
        call rs%logseries(k1, p=0.3d0)
        call show_integers('logseries', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%zipf(k, a=2.5d0)
        call rs%zipf(k1, a=2.5d0)
        call show_integers('zipf', [int(k, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%choice(i32, a=2)
        call rs%choice(k1, a=2)
        call show_integers('choice', [int(i32, c_int64_t), int(k1, c_int64_t)])
        call rs%seed(42)
        call rs%random_raw(k)
        call rs%random_raw(k1)
        call show_integers('random_raw', [int(k, c_int64_t), int(k1, c_int64_t)])
    end subroutine

    subroutine choices()
        real(c_double), parameter :: p(4) = [0.1d0, 0.2d0, 0.3d0, 0.4d0]
        real(c_float), parameter :: q(4) = [0.125, 0.25, 0.5, 0.125]
        integer(c_int64_t) :: k(6), k3(3)
        integer :: i(6), i3(3)

        call rs%seed(42)
        call rs%choice(i, 4)
        call show_integers('choice', int(i, c_int64_t))
        call rs%choice(k, 4, p=p)
        call show_integers('choice p', k)
        call rs%choice(i, 4_c_int64_t, p=q)
        call show_integers('choice p float', int(i, c_int64_t))
        call rs%choice(k3, 4, replace=.false.)
        call show_integers('choice no replace', k3)
        call rs%choice(i3, 4, .false., p)
        call show_integers('choice no replace p', int(i3, c_int64_t))
        call rs%choice(k3, 4, .false., q)
        call show_integers('choice no replace p float', k3)
    end subroutine

    subroutine rows()
        integer :: counts(4, 3)
        real(c_double) :: shares(4, 2)

        call rs%seed(42)
        call rs%multinomial(counts, 20, [0.1d0, 0.2d0, 0.3d0, 0.4d0])
        call show_integers('multinomial', int(reshape(counts, [12]), c_int64_t))
        call rs%dirichlet(shares, alpha=[0.1d0, 0.2d0, 0.3d0, 0.4d0])
        call show('dirichlet', reshape(shares, [8]))
    end subroutine

    subroutine permutations()
        integer :: i, x(12), m(3, 4)
        real(c_float) :: r(3, 4), s(3, 4)
        integer(c_int8_t) :: bytes(7)

        call rs%seed(42)
        x = [(i, i=0, 11)]
        call rs%shuffle(x)
        call show_integers('shuffle', int(x, c_int64_t))
        m = reshape(x, [3, 4])
        call rs%shuffle(m)
        call show_integers('shuffle of rows', int(reshape(m, [12]), c_int64_t))
        r = real(m)
        call rs%permutation(s, r)
        call show_integers('permutation of rows', int(reshape(s, [12]), c_int64_t))
        call rs%permutation(x)
        call show_integers('permutation', int(x, c_int64_t))
        call rs%bytes(bytes)
        call show_integers('bytes', int(bytes, c_int64_t))
    end subroutine

    ! Three words of the generator, after a way to seed or to move it.
    subroutine words(name)
        character(*), intent(in) :: name
        integer(c_int64_t) :: x(3)

        call rs%random_raw(x)
        call show_integers(name, x)
    end subroutine

    subroutine seeds()
        type(SeedSequence) :: root, child(2)
        integer(c_int64_t) :: x(3)

        call rs%seed([1_c_int64_t, 4294967295_c_int64_t])
        call words('seed array')
        call root%init(12345)
        call rs%seed_sequence(root)
        call words('seed sequence')
        call root%spawn(child)
        call rs%seed_sequence(child(2))
        call words('spawned')
        call root%init([1_c_int64_t, 4294967295_c_int64_t], pool_size=8)
        call root%child([7], child(1))
        call rs%seed_sequence(child(1))
        call words('child')
        call root%init_text('0x123456789abcdef0123')
        call root%generate_state(x)
        call show_integers('generate state', x)
    end subroutine

    subroutine moves()
        integer(c_int64_t) :: x
        character(:), allocatable :: text

        call rs%seed(42)
        call rs%advance(1000000)
        call words('advance')
        call rs%rewind(2000000_c_int64_t)
        call words('rewind')
        call rs%jumped(2)
        call words('jumped')
        call rs%set_numpy(1, 17)
        call rs%randint(x, 0_c_int64_t, 4294967296_c_int64_t)
        call show_integers('set numpy', [x])
        call rs%set_long_bits(32)
        call rs%tomaxint(x)
        call show_integers('set long bits', [x])
        call rs%get_state_json(text)
        print '(a)', text
        call rs%get_state_python(text)
        print '(a)', text
    end subroutine
end program
