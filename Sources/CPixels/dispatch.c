#include "dispatch.h"

bool pixels_supports(enum pixels_kernel kernel) {
    switch (kernel) {
    case pixels_plain: return true;
    case pixels_avx2:
#if defined(__x86_64__)
        return __builtin_cpu_supports("avx2");
#else
        return false;
#endif
    }
}

enum pixels_kernel pixels_best(void) { return pixels_supports(pixels_avx2) ? pixels_avx2 : pixels_plain; }
