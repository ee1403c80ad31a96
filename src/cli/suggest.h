/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What somebody may have meant by a word that is no name.
 */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

/* The method or command, or the option, in quotation marks; NULL: none is near. The word may have
 * the spelling of a program in Python, such as np.random.rand or random.gauss(0, 1). */
const char *suggest_word(const char *word);
const char *suggest_option(const char *word);

/* The method of Python's random, likewise. */
const char *suggest_python_method(const char *word);

/* Exits with a message: there is no such thing as word; what suggest() answers for it, or where the
 * names are listed. */
_Noreturn void refuse_unknown(const char *thing, const char *listed, const char *word,
                              const char *(*suggest)(const char *word));

#endif
