# SPDX-License-Identifier: BSD-3-Clause
#
# The port of nprand for vcpkg, from this checkout:
#
#     vcpkg install nprand --overlay-ports=packaging/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

# Both build types have the same interface, and only the optimised one is of use.
set(VCPKG_BUILD_TYPE release)

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
    FEATURES
        cli     NPRAND_CLI
        lapack  NPRAND_LAPACK
        threads NPRAND_OPENMP
)
vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        ${FEATURE_OPTIONS}
        -DNPRAND_TESTS=OFF
)
vcpkg_cmake_install()

# vcpkg moves the files for CMake to share/nprand; the libraries stay in lib.
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/nprand)
vcpkg_replace_string("${CURRENT_PACKAGES_DIR}/share/nprand/nprand-config.cmake"
    "\${CMAKE_CURRENT_LIST_DIR}/../.." "\${CMAKE_CURRENT_LIST_DIR}/../../lib")
vcpkg_fixup_pkgconfig()
if("cli" IN_LIST FEATURES)
    vcpkg_copy_tools(TOOL_NAMES nprand AUTO_CLEAN)
endif()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/licenses" "${CURRENT_PACKAGES_DIR}/share/man")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
