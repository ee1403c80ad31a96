#include <math.h>
static inline double nprand__fma_soft(double a, double b, double c)
{
    return fma(a, b, c);
}
