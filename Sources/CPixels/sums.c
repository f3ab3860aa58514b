/* Weighted sums of rows of bytes, column by column: what a filter down the columns of a picture comes to.
 *
 * All rows go into a block of columns before the next block: its sums are read and written once. */
#include "dispatch.h"

#include <string.h>

typedef uint8_t byte16 __attribute__((vector_size(16)));
typedef uint16_t short16 __attribute__((vector_size(32)));

enum { lanes = 16 };

/* So many vectors of columns from one place on. */
static inline __attribute__((always_inline)) void block(uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows,
                                                        const uint16_t *weights, bool anew, int vectors) {
    short16 total[2] = {{0}, {0}};
    for (int v = 0; v < vectors && !anew; v++) memcpy(&total[v], sums + v * lanes, sizeof total[v]);
    for (size_t row = 0; row < rows; row++, bytes += pitch) {
        for (int v = 0; v < vectors; v++) {
            byte16 packed;
            memcpy(&packed, bytes + v * lanes, sizeof packed);
            short16 levels = __builtin_convertvector(packed, short16);
            total[v] += weights == NULL ? levels : levels * weights[row];
        }
    }
    for (int v = 0; v < vectors; v++) memcpy(sums + v * lanes, &total[v], sizeof total[v]);
}

static inline __attribute__((always_inline)) void sum(uint16_t *restrict sums, const uint8_t *restrict bytes,
                                                      size_t pitch, size_t rows, size_t count,
                                                      const uint16_t *restrict weights, bool anew) {
    size_t at = 0;
    for (; at + 2 * lanes <= count; at += 2 * lanes) block(sums + at, bytes + at, pitch, rows, weights, anew, 2);
    if (at + lanes <= count) {
        block(sums + at, bytes + at, pitch, rows, weights, anew, 1);
        at += lanes;
    }
    for (; at < count; at++) {
        uint32_t total = anew ? 0 : sums[at];
        for (size_t row = 0; row < rows; row++) {
            total += bytes[row * pitch + at] * (uint32_t)(weights == NULL ? 1 : weights[row]);
        }
        sums[at] = (uint16_t)total;
    }
}

#define SUMS(suffix, target)                                                                                         \
    target static void sum_##suffix(uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows, size_t count,   \
                                    const uint16_t *weights, bool anew) {                                            \
        if (weights == NULL) sum(sums, bytes, pitch, rows, count, NULL, false);                                      \
        else if (anew) sum(sums, bytes, pitch, rows, count, weights, true);                                          \
        else sum(sums, bytes, pitch, rows, count, weights, false);                                                   \
    }

SUMS(plain, )
#if defined(__x86_64__)
SUMS(avx2, PIXELS_AVX2)
#endif

void pixels_add(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows,
                size_t count) {
    PIXELS_CALL(kernel, sum, sums, bytes, pitch, rows, count, NULL, false);
}

void pixels_add_weighted(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows,
                         size_t count, const uint16_t *weights, bool anew) {
    PIXELS_CALL(kernel, sum, sums, bytes, pitch, rows, count, weights, anew);
}
