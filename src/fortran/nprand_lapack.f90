! SPDX-License-Identifier: BSD-3-Clause
!
! nprand_lapack.f90: multivariate_normal for Fortran, over the C library nprand_lapack. Compile it
! after nprand.f90, and link to nprand_lapack and nprand.
!
!     use nprand
!     use nprand_lapack
!     real(c_double) :: x(2, 100)
!     call rs%seed(0)
!     call nprand_multivariate_normal(rs, x, [0d0, 1d0], cov)
!
! The values are NumPy's to a few of their last bits, since LAPACK makes them: nprand_lapack.h says
! more.
module nprand_lapack
    use, intrinsic :: iso_c_binding
    use, intrinsic :: iso_fortran_env, only: error_unit
    use nprand, only: RandomState, nprand_rng, nprand_work, nprand_report, nprand_strerror, &
        NPRAND_FORTRAN_SHAPE, NPRAND_COV_NOT_PSD_WARNING
    implicit none
    private
    public :: nprand_multivariate_normal

    interface
        function fill_of_c(rng, mean, cov, k, check_valid, tol, n, x, work) result(status) &
            bind(c, name='nprand_multivariate_normal_fill')
            import
            type(nprand_rng), intent(inout) :: rng
            real(c_double), intent(in) :: mean(*), cov(*)
            integer(c_size_t), value :: k, n
            integer(c_int), value :: check_valid
            real(c_double), value :: tol
            type(c_ptr), value :: x
            type(nprand_work), value :: work
            integer(c_int) :: status
        end function
        function work_size_of_c(k) result(bytes) &
            bind(c, name='nprand_multivariate_normal_work_size')
            import
            integer(c_size_t), value :: k
            integer(c_size_t) :: bytes
        end function
    end interface

contains

    ! Each column x(:, i) is a draw. check_valid: 'warn' (the default), 'raise' or 'ignore', as in
    ! NumPy. With 'warn', values are drawn for a matrix that is not a covariance; stat is then
    ! NPRAND_COV_NOT_PSD_WARNING, and a call without stat= prints the warning and goes on.
    subroutine nprand_multivariate_normal(rs, x, mean, cov, check_valid, tol, stat)
        type(RandomState), intent(inout) :: rs
        real(c_double), intent(inout), contiguous, target :: x(..)
        real(c_double), intent(in) :: mean(:), cov(:, :)
        character(*), intent(in), optional :: check_valid
        real(c_double), intent(in), optional :: tol
        integer, intent(out), optional :: stat
        integer(c_int) :: status
        real(c_double) :: tolerance
        integer(c_int64_t), allocatable, target :: memory(:)
        type(nprand_work) :: work

        tolerance = 1e-8_c_double
        if (present(tol)) tolerance = tol
        if (.not. shapes_fit(shape(x), size(mean), shape(cov))) then
            call nprand_report(NPRAND_FORTRAN_SHAPE, 'multivariate_normal', stat)
            return
        end if
        call make_work(size(mean, kind=c_size_t), memory, work)
        status = fill_of_c(rs%rng, mean, transpose(cov), size(mean, kind=c_size_t), &
            number_of(check_valid), tolerance, size(x, kind=c_size_t) / max(size(mean), 1), &
            c_loc(x), work)
        if (status == NPRAND_COV_NOT_PSD_WARNING .and. .not. present(stat)) then
            write (error_unit, '(2a)') 'nprand: multivariate_normal: ', &
                nprand_strerror(int(status))
        else
            call nprand_report(status, 'multivariate_normal', stat)
        end if
    end subroutine

    pure function shapes_fit(x, k, cov) result(fit)
        integer, intent(in) :: x(:), k, cov(2)
        logical :: fit

        fit = size(x) > 0 .and. all(cov == k)
        if (fit) fit = x(1) == k
    end function

    ! The members of enum nprand_check_valid; -1 is refused by C.
    pure function number_of(check_valid) result(number)
        character(*), intent(in), optional :: check_valid
        integer(c_int) :: number

        number = 0
        if (.not. present(check_valid)) return
        select case (check_valid)
        case ('warn')
            number = 0
        case ('raise')
            number = 1
        case ('ignore')
            number = 2
        case default
            number = -1
        end select
    end function

    ! C refuses a call whose memory cannot be allocated.
    subroutine make_work(k, memory, work)
        integer(c_size_t), intent(in) :: k
        integer(c_int64_t), allocatable, target, intent(inout) :: memory(:)
        type(nprand_work), intent(out) :: work
        integer(c_size_t) :: bytes
        integer :: failed

        work = nprand_work(c_null_ptr, 0)
        bytes = work_size_of_c(k)
        if (bytes <= 0) return
        allocate (memory(bytes / 8 + 1), stat=failed)
        if (failed == 0) work = nprand_work(c_loc(memory), bytes)
    end subroutine
end module
