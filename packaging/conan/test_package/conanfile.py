# SPDX-License-Identifier: BSD-3-Clause
"""Builds a program with each library of the package, and compares what it draws."""
import io
import os

from conan import ConanFile
from conan.errors import ConanException
from conan.tools.build import can_run
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout


class NprandTest(ConanFile):
    settings = 'os', 'arch', 'compiler', 'build_type'

    def requirements(self):
        self.requires(self.tested_reference_str)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.user_presets_path = False  # no file is written beside this one
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def test(self):
        if not can_run(self):
            return
        options = self.dependencies['nprand'].options
        for name in ('nprand', 'threads', 'lapack'):
            if name != 'nprand' and not options.get_safe(name):
                continue
            output = io.StringIO()
            self.run(os.path.join(self.cpp.build.bindir, 'user_' + name), output, env='conanrun')
            answer = output.getvalue().strip()
            if answer != '0.5488135':
                raise ConanException(f'{name} drew {answer} after seed 0, not 0.5488135')
            self.output.info(f'{name} drew {answer}')
