/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Where results go: standard output, or a file that has its name only when it is complete. Until
 * then it has a temporary name in the same folder; it is removed if the command gives up or is
 * stopped by a signal. One output is open at a time.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output;

/* Once, before anything else is opened: closed standard streams stay unusable. A file beyond the
 * limit of its size is an error of write(), not a signal. */
void guard_standard_streams(void);

/* Ends what printf() wrote: help, version, completion and the answer of explain. Exits with a
 * message if it cannot be written. */
void close_stdout(void);

/* path: NULL or "-" is standard output. binary: not text; exits with a message if that would go to
 * a terminal. size: the bytes to come, for which a file gets its space now, or 0. */
struct output *open_output(const char *path, bool binary, uint64_t size);

/* Exits with a message if the folder of the file is missing. Before any output is open. */
void need_folder(const char *path);

/* Exits with a message if bytes would go to a terminal. */
void refuse_terminal(const char *path);

/* Gives the file its name. */
void close_output(struct output *out);

/* Whether a person looks at it. */
bool is_terminal_output(const struct output *out);

/* Room for at least bytes more, at most OUTPUT_ROOM, in the buffer; took_room() takes what was
 * written there, up to its end. */
enum { OUTPUT_ROOM = 4096 };
char *room_in(struct output *out, size_t bytes);
void took_room(struct output *out, const char *end);

/* All of these exit with a message if the output cannot be written. */
void write_bytes(struct output *out, const void *data, size_t bytes);
void write_text(struct output *out, const char *text);
void write_char(struct output *out, char c);
/* As printf(), of less than OUTPUT_ROOM characters, and a line end. */
void write_line(struct output *out, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
void write_repeated(struct output *out, char c, size_t times);

#endif
