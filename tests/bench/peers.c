/* SPDX-License-Identifier: BSD-3-Clause */
#include "peers.h"

#include <stdio.h>
#include <string.h>

#ifdef BENCH_GSL
#define GSL &peer_gsl
#else
#define GSL NULL
#endif
#ifdef BENCH_LIBSTDCXX
#define LIBSTDCXX &peer_libstdcxx
#else
#define LIBSTDCXX NULL
#endif
#ifdef BENCH_BOOST
#define BOOST &peer_boost
#else
#define BOOST NULL
#endif

const struct known_peer known_peers[KNOWN_PEERS] = {
    {"GSL", GSL}, {"libstdc++", LIBSTDCXX}, {"Boost", BOOST}};

const struct peer_row *find_peer_row(const struct peer *peer, const char *name)
{
    for (size_t i = 0; peer != NULL && i < peer->row_count; i++) {
        if (strcmp(peer->rows[i].name, name) == 0)
            return &peer->rows[i];
    }
    return NULL;
}

void print_peers(void)
{
    for (int i = 0; i < KNOWN_PEERS; i++) {
        const struct peer *peer = known_peers[i].peer;
        printf("- %s: %s\n", known_peers[i].name,
               peer != NULL ? peer->version : "left out, the build did not find it");
    }
}
