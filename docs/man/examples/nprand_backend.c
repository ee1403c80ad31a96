/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_status status = nprand_set_backend("portable");
    if (status != NPRAND_OK)
        return 1;
    /* The name is followed by ", system math" in a build with
     * -Dmath=system. */
    printf("%.8s\n", nprand_backend());
    status = nprand_set_backend("abacus");
    printf("%s\n", nprand_strerror(status));
    return 0;
}
