/* Colors of pixels in luma and color differences. */
#include "dispatch.h"

static inline __attribute__((always_inline)) int32_t level(int32_t sum) {
    sum >>= 16;
    sum = sum < 255 ? sum : 255;
    return sum > 0 ? sum : 0;
}

static inline __attribute__((always_inline)) void convert(uint32_t *samples, size_t count,
                                                          struct pixels_coding coding) {
    for (size_t i = 0; i < count; i++) {
        int32_t y = (int32_t)(samples[i] & 255) - coding.black;
        int32_t cb = (int32_t)(samples[i] >> 8 & 255) - 128, cr = (int32_t)(samples[i] >> 16 & 255) - 128;
        y = y * coding.gray + 32768;
        int32_t red = level(y + cr * coding.red_cr), blue = level(y + cb * coding.blue_cb);
        int32_t green = level(y + cb * coding.green_cb + cr * coding.green_cr);
        samples[i] = (uint32_t)red | (uint32_t)green << 8 | (uint32_t)blue << 16 | 0xFF000000;
    }
}

static void colors_plain(uint32_t *samples, size_t count, struct pixels_coding coding) {
    convert(samples, count, coding);
}

#if defined(__x86_64__)
PIXELS_AVX2 static void colors_avx2(uint32_t *samples, size_t count, struct pixels_coding coding) {
    convert(samples, count, coding);
}
#endif

void pixels_colors(enum pixels_kernel kernel, uint32_t *samples, size_t count, struct pixels_coding coding) {
    PIXELS_CALL(kernel, colors, samples, count, coding);
}
