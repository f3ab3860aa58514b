/* Weighted sums of rows of bytes, column by column: what a filter down the columns of a picture comes to. */
#include "dispatch.h"

#define SUMS(suffix, target)                                                                                       \
    target static void add_##suffix(uint16_t *restrict sums, const uint8_t *restrict bytes, size_t count,          \
                                    uint16_t weight) {                                                             \
        for (size_t i = 0; i < count; i++) sums[i] += (uint16_t)(bytes[i] * (uint32_t)weight);                     \
    }                                                                                                              \
    target static void set_##suffix(uint16_t *restrict sums, const uint8_t *restrict bytes, size_t count,          \
                                    uint16_t weight) {                                                             \
        for (size_t i = 0; i < count; i++) sums[i] = (uint16_t)(bytes[i] * (uint32_t)weight);                      \
    }

SUMS(plain, )
#if defined(__x86_64__)
SUMS(avx2, PIXELS_AVX2)
#endif

void pixels_add(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t count, uint16_t weight) {
    PIXELS_CALL(kernel, add, sums, bytes, count, weight);
}

void pixels_set(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t count, uint16_t weight) {
    PIXELS_CALL(kernel, set, sums, bytes, count, weight);
}
