/* How much a line bends at a distance. */
#include "dispatch.h"

enum { lanes = 16, flushed = 1024 };

/* Sixteen sums side by side, added up from the first to the last: the same on every machine. */
static inline __attribute__((always_inline)) double flush(float *sums) {
    double total = 0;
    for (int lane = 0; lane < lanes; lane++) {
        total += (double)sums[lane];
        sums[lane] = 0;
    }
    return total;
}

static inline __attribute__((always_inline)) double curvature(const float *line, size_t width, size_t lag) {
    float sums[lanes] = {0};
    double total = 0;
    size_t x = lag;
    while (x + lanes + lag <= width) {
        for (int lane = 0; lane < lanes; lane++) {
            float bent = line[x - lag + lane] - 2 * line[x + lane] + line[x + lag + lane];
            sums[lane] += bent * bent;
        }
        x += lanes;
        /* Before a float's 24 bits have too little left of them to add to. */
        if ((x & (flushed - 1)) < lanes) total += flush(sums);
    }
    total += flush(sums);
    for (; x + lag < width; x++) {
        float bent = line[x - lag] - 2 * line[x] + line[x + lag];
        total += (double)(bent * bent);
    }
    return total;
}

static double curvature_plain(const float *line, size_t width, size_t lag) { return curvature(line, width, lag); }

#if defined(__x86_64__)
PIXELS_AVX2 static double curvature_avx2(const float *line, size_t width, size_t lag) {
    return curvature(line, width, lag);
}
#endif

double pixels_curvature(enum pixels_kernel kernel, const float *line, size_t width, size_t lag) {
    return PIXELS_CALL(kernel, curvature, line, width, lag);
}
