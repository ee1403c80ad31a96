/* SPDX-License-Identifier: BSD-3-Clause
 *
 * States in files, as NumPy and other tools write them.
 */
#ifndef CLI_STATE_H
#define CLI_STATE_H

#include "../../include/nprand.h"

typedef nprand_status get_state_text(const nprand_rng *rng, size_t size, char *out, size_t *length);

/* Makes the stream go on from the state in a file; "-" is standard input. The forms are NumPy's and
 * Python's in JSON, the text of a std::mt19937, MATLAB's State as text, R's .Random.seed as text,
 * and the bytes of PyTorch's and GSL's states. Exits with a message if the file has none. */
void load_state(nprand_rng *rng, const char *path);

/* Writes the state in the form of get. The file has its name when it is complete. */
void save_state(const nprand_rng *rng, const char *path, get_state_text *get);

#endif
