/* Pixels that are not opaque, on white. */
#include "dispatch.h"

#include <string.h>

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint16_t sums16 __attribute__((vector_size(32)));

/* (c * a + 255 * (255 - a) + 127) / 255 in each channel, of four pixels at once. */
static inline __attribute__((always_inline)) bytes16 on_white(bytes16 pixels) {
    sums16 darkness = __builtin_convertvector(~pixels, sums16);
    bytes16 alphas = __builtin_shufflevector(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    /* The same sum, with one multiplication: what white is darkened by. */
    sums16 sum = 65152 - darkness * __builtin_convertvector(alphas, sums16);
    /* x / 255 is (x + 1 + x / 256) / 256 for 0 <= x < 65535. */
    bytes16 levels = __builtin_convertvector((sum + 1 + (sum >> 8)) >> 8, bytes16);
    const bytes16 opaque = {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255};
    return levels | opaque;
}

static inline __attribute__((always_inline)) void composite(const uint8_t *rgba, size_t count, uint8_t *opaque) {
    bytes16 pixels = {0};
    size_t bytes = count * 4, at = 0;
    for (; at + 16 <= bytes; at += 16) {
        memcpy(&pixels, rgba + at, 16);
        pixels = on_white(pixels);
        memcpy(opaque + at, &pixels, 16);
    }
    if (at == bytes) return;
    memcpy(&pixels, rgba + at, bytes - at);
    pixels = on_white(pixels);
    memcpy(opaque + at, &pixels, bytes - at);
}

static void white_plain(const uint8_t *rgba, size_t count, uint8_t *opaque) { composite(rgba, count, opaque); }

#if defined(__x86_64__)
PIXELS_AVX2 static void white_avx2(const uint8_t *rgba, size_t count, uint8_t *opaque) {
    composite(rgba, count, opaque);
}
#endif

void pixels_on_white(enum pixels_kernel kernel, const uint8_t *rgba, size_t count, uint8_t *opaque) {
    PIXELS_CALL(kernel, white, rgba, count, opaque);
}
