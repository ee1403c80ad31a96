/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The help of one method.
 */
#ifndef CLI_HELP_METHOD_H
#define CLI_HELP_METHOD_H

#include "methods.h"

void print_method_help(const struct method *m);

#endif
