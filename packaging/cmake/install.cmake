# SPDX-License-Identifier: BSD-3-Clause
#
# Part of CMakeLists.txt: installs what meson.build installs.
include(GNUInstallDirs)

# nprand_install_pc(NAME DESCRIPTION REQUIRES REQUIRES_PRIVATE LIBS_PRIVATE): the file of pkg-config. The prefix is
# filled in as late as cmake --install --prefix can change it.
function(nprand_install_pc NAME DESCRIPTION REQUIRES REQUIRES_PRIVATE LIBS_PRIVATE)
    set(PREFIX "@CMAKE_INSTALL_PREFIX@")
    foreach(folder LIBDIR INCLUDEDIR DATADIR)
        set(${folder} "${CMAKE_INSTALL_${folder}}")
        if(NOT IS_ABSOLUTE "${${folder}}")
            set(${folder} "\${prefix}/${${folder}}")
        endif()
    endforeach()
    set(VARIABLES)
    if(NAME STREQUAL nprand)
        set(VARIABLES "\nfortrandir=${DATADIR}/nprand")
    endif()
    set(file "${CMAKE_CURRENT_BINARY_DIR}/${NAME}.pc")
    configure_file(packaging/cmake/pkg-config.pc.in "${file}.in" @ONLY)
    file(STRINGS "${file}.in" lines)
    list(FILTER lines EXCLUDE REGEX "^[A-Za-z.]+: $") # what this library has not
    string(REPLACE ";" "\n" text "${lines}")
    file(WRITE "${file}.in" "${text}\n")
    install(CODE "configure_file(\"${file}.in\" \"${file}\" @ONLY)")
    install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()

# nprand_install_library(NAME ALIAS HEADER...)
function(nprand_install_library name alias)
    set(targets)
    if(shared IN_LIST NPRAND_KINDS)
        list(APPEND targets ${name})
    endif()
    if(static IN_LIST NPRAND_KINDS)
        list(APPEND targets ${name}_static)
    endif()
    set_target_properties(${name} PROPERTIES EXPORT_NAME ${alias})
    set_target_properties(${name}_static PROPERTIES EXPORT_NAME ${alias}_static)
    install(TARGETS ${targets} EXPORT nprand
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
    foreach(header IN LISTS ARGN)
        install(FILES include/${header} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    endforeach()
endfunction()

# nprand_static_lapack(VARIABLE): the libraries of a program with a static LAPACK. Its .pc file need not name the
# libraries of Fortran that it needs. The archives have their file names here: meson.build says why.
function(nprand_static_lapack variable)
    set(CMAKE_REQUIRED_LINK_OPTIONS -static)
    set(trial 0)
    foreach(fortran "" "-lgfortran" "-lgfortran -lquadmath")
        math(EXPR trial "${trial} + 1")
        string(REPLACE " " ";" libraries "${fortran}")
        set(CMAKE_REQUIRED_LIBRARIES -l:liblapack.a -l:libblas.a ${libraries} ${NPRAND_PC_LIBM})
        check_c_source_compiles("void dgesdd_(void); int main(void) { dgesdd_(); return 0; }"
            NPRAND_STATIC_LAPACK_${trial})
        if(NPRAND_STATIC_LAPACK_${trial})
            string(REPLACE ";" " " text "${CMAKE_REQUIRED_LIBRARIES}")
            set(${variable} "${text}" PARENT_SCOPE)
            return()
        endif()
    endforeach()
    set(${variable} "${NPRAND_PC_LIBM}" PARENT_SCOPE)
endfunction()

string(REGEX REPLACE "(.+)" "-l\\1" NPRAND_PC_LIBM "${NPRAND_LIBM}")
nprand_install_library(nprand nprand nprand.h nprand.hpp nprand_python.h)
nprand_install_pc(nprand "numpy.random.RandomState in C, bit for bit" "" "" "${NPRAND_PC_LIBM}")
if(TARGET nprand_lapack)
    nprand_install_library(nprand_lapack lapack nprand_lapack.h nprand_lapack.hpp)
    nprand_static_lapack(NPRAND_PC_LAPACK)
    nprand_install_pc(nprand_lapack "numpy.random.RandomState.multivariate_normal in C" nprand "lapack, blas"
        "${NPRAND_PC_LAPACK}")
endif()
if(TARGET nprand_threads)
    nprand_install_library(nprand_threads threads nprand_threads.h nprand_threads.hpp)
    nprand_install_pc(nprand_threads "Large fills of nprand on several threads, by OpenMP" nprand ""
        "${NPRAND_PC_LIBM} ${OpenMP_C_FLAGS}")
endif()

# A parent may install a library of its own that is linked to these, and export it: CMake then asks in which file the
# names below stand. nprand-config.cmake defines the same names, and does not read this file.
if(NOT NPRAND_TOP)
    install(EXPORT nprand NAMESPACE nprand:: FILE nprand-targets.cmake
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/nprand")
endif()

# What find_package() reads; meson.build fills in the same templates.
set(NPRAND_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(NPRAND_LIBDIR "${CMAKE_INSTALL_LIBDIR}")
set(NPRAND_INCLUDEDIR "${CMAKE_INSTALL_INCLUDEDIR}")
set(NPRAND_BINDIR "${CMAKE_INSTALL_BINDIR}")
set(NPRAND_POINTER_SIZE ${CMAKE_SIZEOF_VOID_P})
foreach(file nprand-config.cmake nprand-config-version.cmake)
    configure_file(packaging/cmake/${file}.in ${file} @ONLY)
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${file}" DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/nprand")
endforeach()

# Each Fortran compiler reads its own .mod files alone: the sources are installed, each with its library.
foreach(library nprand nprand_lapack nprand_threads)
    if(TARGET ${library})
        install(FILES src/fortran/${library}.f90 DESTINATION "${CMAKE_INSTALL_DATADIR}/nprand")
    endif()
endforeach()

if(NPRAND_CLI)
    install(TARGETS nprand_command RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    install(FILES packaging/completions/nprand.bash RENAME nprand
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
    install(FILES packaging/completions/_nprand DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
endif()
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/licenses/nprand")

# The manual pages of section 3: a line for each page, and a line "link page" for each name under which a page is found.
set(NPRAND_MAN "${CMAKE_INSTALL_MANDIR}/man")
file(STRINGS docs/man/links.txt lines)
foreach(line IN LISTS lines)
    string(REPLACE " " ";" names "${line}")
    list(LENGTH names count)
    if(count EQUAL 1)
        install(FILES docs/man/${names} DESTINATION "${NPRAND_MAN}3")
    elseif(CMAKE_HOST_UNIX)
        list(GET names 0 link)
        list(GET names 1 page)
        file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/man3")
        file(CREATE_LINK ${page} "${CMAKE_CURRENT_BINARY_DIR}/man3/${link}" SYMBOLIC)
        install(FILES "${CMAKE_CURRENT_BINARY_DIR}/man3/${link}" DESTINATION "${NPRAND_MAN}3")
    endif()
endforeach()
if(NPRAND_CLI)
    install(FILES docs/man/nprand.1 DESTINATION "${NPRAND_MAN}1")
endif()
