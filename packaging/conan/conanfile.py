# SPDX-License-Identifier: BSD-3-Clause
"""The recipe of libnprand for Conan 2, from this checkout: conan create packaging/conan"""
import os
import subprocess
import sys

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, rmdir
from conan.tools.microsoft import is_msvc


class NprandConan(ConanFile):
    name = 'nprand'
    description = 'numpy.random.RandomState in C, bit for bit'
    license = 'BSD-3-Clause'
    topics = ('random', 'numpy', 'mersenne-twister', 'statistics')
    package_type = 'library'
    settings = 'os', 'arch', 'compiler', 'build_type'
    options = {
        'shared': [True, False],
        'fPIC': [True, False],
        'threads': [True, False],
        'lapack': [True, False],
        'cli': [True, False],
    }
    default_options = {
        'shared': False,
        'fPIC': True,
        'threads': True,
        'lapack': False,
        'cli': False,
    }
    implements = ['auto_shared_fpic']
    languages = 'C'

    def set_version(self):
        """The version stands in include/nprand.h alone."""
        script = os.path.join(self.recipe_folder, '..', 'version.py')
        self.version = subprocess.check_output([sys.executable, script], text=True).strip()

    def export_sources(self):
        top = os.path.join(self.recipe_folder, '..', '..')
        for pattern in ('CMakeLists.txt', 'LICENSE', 'docs/man/*', 'include/*', 'src/*',
                        'packaging/cmake/*', 'packaging/completions/*'):
            copy(self, pattern, top, self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def validate(self):
        if is_msvc(self):
            raise ConanInvalidConfiguration('nprand cannot be compiled by MSVC: use GCC or clang.')

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables['NPRAND_TESTS'] = False
        toolchain.cache_variables['NPRAND_CLI'] = bool(self.options.cli)
        toolchain.cache_variables['NPRAND_LAPACK'] = 'ON' if self.options.lapack else 'OFF'
        toolchain.cache_variables['NPRAND_OPENMP'] = 'ON' if self.options.threads else 'OFF'
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, 'LICENSE', self.source_folder, os.path.join(self.package_folder, 'licenses'))
        # Conan writes the files for CMake and pkg-config from package_info().
        rmdir(self, os.path.join(self.package_folder, 'lib', 'cmake'))
        rmdir(self, os.path.join(self.package_folder, 'lib', 'pkgconfig'))
        rmdir(self, os.path.join(self.package_folder, 'share', 'licenses'))

    def package_info(self):
        self.cpp_info.set_property('cmake_file_name', 'nprand')
        # The name of all components together: nprand::nprand is the first of them alone.
        self.cpp_info.set_property('cmake_target_name', 'nprand::all')
        self.cpp_info.set_property('pkg_config_name', 'nprand_all')
        nprand = self._component('nprand', 'nprand')
        if self.settings.os != 'Windows':
            nprand.system_libs = ['m']
        if self.options.threads:
            threads = self._component('threads', 'nprand_threads')
            threads.requires = ['nprand']
            if not self.options.shared:
                threads.sharedlinkflags = threads.exelinkflags = ['-fopenmp']
        if self.options.lapack:
            # LAPACK is the system's.
            lapack = self._component('lapack', 'nprand_lapack')
            lapack.requires = ['nprand']
            lapack.system_libs = [] if self.options.shared else ['lapack', 'blas']

    def _component(self, name, library):
        component = self.cpp_info.components[name]
        component.libs = [library]
        component.set_property('cmake_target_name', f'nprand::{name}')
        component.set_property('pkg_config_name', library)
        return component
