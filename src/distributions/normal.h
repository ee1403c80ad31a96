/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_NORMAL_H
#define NPRAND_DISTRIBUTIONS_NORMAL_H

#include "../engine/engine.h"

/* A standard normal value, from the kept one if there is one. */
NPRAND_HIDDEN double nprand__gauss(struct nprand__engine *e);

#endif
