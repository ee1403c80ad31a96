#include "../../include/nprand.h"
#include <stdio.h>
int main(void)
{
    nprand_rng r;
    nprand_seed(&r, 0);
    for (int i = 0; i < 6; i++)
        printf("%.8g ", nprand_rand(&r));
    puts("");
    return 0;
}
