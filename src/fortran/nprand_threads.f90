! SPDX-License-Identifier: BSD-3-Clause
!
! nprand_threads.f90: large fills on several threads, over the C library nprand_threads. Compile it
! after nprand.f90, and link to nprand_threads and nprand.
!
!     use nprand
!     use nprand_threads
!     call rs%seed(0)
!     call nprand_set_threads(rs, 4)
!     call rs%random_sample(x)
!
! The numbers are those of one thread. nprand_threads.h says which fills use threads.
module nprand_threads
    use, intrinsic :: iso_c_binding, only: c_int
    use nprand, only: RandomState, nprand_rng, nprand_report
    implicit none
    private
    public :: nprand_set_threads

    interface
        function set_threads_of_c(rng, threads) result(status) bind(c, name='nprand_set_threads')
            import
            type(nprand_rng), intent(inout) :: rng
            integer(c_int), value :: threads
            integer(c_int) :: status
        end function
    end interface

contains

    ! The number of threads, 1 to 1024. Seeding sets it back to 1.
    subroutine nprand_set_threads(rs, threads, stat)
        type(RandomState), intent(inout) :: rs
        integer, intent(in) :: threads
        integer, intent(out), optional :: stat

        call nprand_report(set_threads_of_c(rs%rng, threads), 'set_threads', stat)
    end subroutine
end module
