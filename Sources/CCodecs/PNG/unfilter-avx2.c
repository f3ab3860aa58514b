#include "unfilter-rows.h"

#if defined(__x86_64__)

#define WAVE_ROWS 8
#define WAVE_TARGET __attribute__((target("avx2")))
#define WAVE_BELOW(pixels, first) __builtin_shufflevector(pixels, first, 8, 0, 1, 2, 3, 4, 5, 6)
#include "unfilter-wave.h"

bool unfilter_has_eight(void) { return __builtin_cpu_supports("avx2"); }

void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                    uint8_t *out, size_t stride) {
    wave_rows(shape, rows, next, seen, above, out, stride);
}

#else

bool unfilter_has_eight(void) { return false; }

void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                    uint8_t *out, size_t stride) {
    (void)shape, (void)rows, (void)next, (void)seen, (void)above, (void)out, (void)stride;
}

#endif
