/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the program was compiled for, by what, and where it runs, as far as a program can know it.
 */
#ifndef CLI_PLATFORM_H
#define CLI_PLATFORM_H

const char *system_name(void);
const char *processor_name(void);
const char *compiler_name(void);
const char *c_library_name(void);

#endif
