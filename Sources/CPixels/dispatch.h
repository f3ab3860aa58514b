/* One body for every kernel: the compiler makes vectors of its loops, as wide as it may. */
#pragma once

#include "CPixels.h"

#if defined(__x86_64__)
#define PIXELS_AVX2 __attribute__((target("avx2")))
#define PIXELS_CALL(kernel, name, ...) \
    ((kernel) == pixels_avx2 && pixels_supports(pixels_avx2) ? name##_avx2(__VA_ARGS__) : name##_plain(__VA_ARGS__))
#else
#define PIXELS_CALL(kernel, name, ...) ((void)(kernel), name##_plain(__VA_ARGS__))
#endif
