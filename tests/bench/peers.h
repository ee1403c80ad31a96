/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Other libraries, as the benchmark sees them. Each draws with its own MT19937, in a loop of calls,
 * which is what it has; its values are not NumPy's.
 */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A row of a table: the method's name there, and the call that writes n values to out. */
struct peer_row {
    const char *name;
    void (*run)(size_t n, void *out);
};

struct peer {
    const char *version;
    const struct peer_row *rows;
    size_t row_count;
    void (*skip)(uint64_t words); /* NULL: it skips by drawing */
};

enum { PEER_P_COUNT = 1000 }; /* equal probabilities in choice_p */
enum { PEER_WIDEST = 100 };   /* categories in multinomial and dirichlet, at most */

extern const struct peer peer_gsl;
extern const struct peer peer_libstdcxx;
extern const struct peer peer_boost;

/* All that this benchmark knows; peer is NULL if the build did not find it. */
struct known_peer {
    const char *name;
    const struct peer *peer;
};
enum { KNOWN_PEERS = 3 };
extern const struct known_peer known_peers[KNOWN_PEERS];

/* The peer's row of that name, or NULL. */
const struct peer_row *find_peer_row(const struct peer *peer, const char *name);

/* A list item for each: its version, or that it is left out. */
void print_peers(void);

#ifdef __cplusplus
}
#endif

#endif
