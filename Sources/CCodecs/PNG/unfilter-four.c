/* Four rows at once, each one pixel behind the one above it, so that what a row needs of that one is just done.
 *
 * A filter of PNG looks at the pixel to the left, hence waits for it: one row alone goes as fast as a processor
 * finishes one pixel after another (11 ns a pixel where a filter is Paeth's). Four rows are four times as many pixels
 * for the same wait. A vector holds one pixel of each row, in steps of four bytes; what lies in a byte too many is
 * computed too and never looked at. Source of the filters: W3C, PNG Specification (Third Edition), section 9.
 */
#include "unfilter-rows.h"

#include <string.h>

#define WAVE static inline __attribute__((always_inline))

enum { wave_rows = 4 };

typedef uint8_t wave_bytes __attribute__((vector_size(4 * wave_rows)));
typedef uint32_t wave_pixels __attribute__((vector_size(4 * wave_rows)));

WAVE wave_bytes difference(wave_bytes a, wave_bytes b) {
    return __builtin_elementwise_max(a, b) - __builtin_elementwise_min(a, b);
}

WAVE wave_bytes choose(wave_bytes mask, wave_bytes yes, wave_bytes no) { return (mask & yes) | (~mask & no); }

/* Paeth's choice among left (a), above (b) and above left (c), in bytes: with p = a + b - c, |p - a| is |b - c|,
 * |p - b| is |a - c|, and |p - c| is their difference if c lies between a and b and their sum, which is never the
 * least, if not. Of equals, a comes before b and b before c. */
WAVE wave_bytes paeth(wave_bytes a, wave_bytes b, wave_bytes c) {
    wave_bytes to_a = difference(b, c), to_b = difference(a, c);
    wave_bytes low = __builtin_elementwise_min(a, b), high = __builtin_elementwise_max(a, b);
    wave_bytes outside = (wave_bytes)((low >= c) | (high <= c));
    wave_bytes to_c = difference(to_a, to_b) | outside;
    wave_bytes least = __builtin_elementwise_min(__builtin_elementwise_min(to_a, to_b), to_c);
    return choose((wave_bytes)(to_a == least), a, choose((wave_bytes)(to_b == least), b, c));
}

WAVE wave_bytes average(wave_bytes a, wave_bytes b) { return (a & b) + ((a ^ b) >> 1); }

WAVE uint32_t load(const uint8_t *at) {
    uint32_t value;
    memcpy(&value, at, 4);
    return value;
}

/* What goes on from pixel to pixel. */
struct wave {
    const uint8_t *in[wave_rows];
    uint8_t *out[wave_rows];
    const uint8_t *above;
    wave_bytes left, above_left;
    /* All ones in the lanes whose row has this filter. */
    wave_bytes is_sub, is_up, is_average, is_paeth;
};

/* One pixel of each row: that of the first one at `at`, of the others one, two, three pixels before. Rows outside of
 * `first ..< last` have none. */
WAVE void advance(struct wave *wave, size_t at, int first, int last, unsigned step, unsigned out_step, bool has_paeth,
                  bool has_average) {
    wave_pixels given = {0}, valid = {0};
    for (int row = first; row < last; row++) {
        given[row] = load(wave->in[row] + (at - (size_t)row) * step);
        valid[row] = UINT32_MAX;
    }
    wave_pixels left = (wave_pixels)wave->left;
    wave_pixels top = {first == 0 ? load(wave->above + at * out_step) : 0};
    wave_bytes a = wave->left, b = (wave_bytes)__builtin_shufflevector(left, top, 4, 0, 1, 2), c = wave->above_left;
    wave_bytes guess = (a & wave->is_sub) | (b & wave->is_up);
    if (has_average) guess |= average(a, b) & wave->is_average;
    if (has_paeth) guess |= paeth(a, b, c) & wave->is_paeth;
    wave_bytes found = (wave_bytes)given + guess;
    if (step == 3) found |= (wave_bytes)((wave_pixels){0} + 0xFF000000);
    if (first > 0 || last < wave_rows) found &= (wave_bytes)valid;
    wave_pixels pixels = (wave_pixels)found;
    for (int row = first; row < last; row++) {
        uint8_t *to = wave->out[row] + (at - (size_t)row) * out_step;
        uint32_t pixel = pixels[row];
        if (out_step == 4) memcpy(to, &pixel, 4);
        else *to = (uint8_t)pixel;
    }
    wave->left = found;
    wave->above_left = b;
}

WAVE void run(struct wave *start, size_t width, unsigned step, unsigned out_step, bool has_paeth, bool has_average) {
    struct wave wave = *start;
    const size_t behind = wave_rows - 1, end = width + behind;
    size_t at = 0;
    for (; at < behind; at++) {
        advance(&wave, at, at < width ? 0 : (int)(at - width + 1), (int)at + 1, step, out_step, has_paeth, has_average);
    }
    for (; at < width; at++) advance(&wave, at, 0, wave_rows, step, out_step, has_paeth, has_average);
    for (; at < end; at++) advance(&wave, at, (int)(at - width + 1), wave_rows, step, out_step, has_paeth, has_average);
}

WAVE void run_filters(struct wave *wave, size_t width, unsigned step, unsigned out_step, unsigned seen) {
    bool has_paeth = seen >> filter_paeth & 1, has_average = seen >> filter_average & 1;
    if (has_paeth && has_average) run(wave, width, step, out_step, true, true);
    else if (has_paeth) run(wave, width, step, out_step, true, false);
    else run(wave, width, step, out_step, false, true);
}

void unfilter_four(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                   uint8_t *out, size_t stride) {
    struct wave wave = {.above = above};
    wave_pixels lanes[5] = {0};
    for (int i = 0; i < wave_rows; i++) {
        wave.in[i] = rows + (size_t)i * next + 1;
        wave.out[i] = out + (size_t)i * stride;
        lanes[rows[(size_t)i * next]][i] = UINT32_MAX;
    }
    wave.is_sub = (wave_bytes)lanes[filter_sub];
    wave.is_up = (wave_bytes)lanes[filter_up];
    wave.is_average = (wave_bytes)lanes[filter_average];
    wave.is_paeth = (wave_bytes)lanes[filter_paeth];
    if (shape->step == 1) run_filters(&wave, shape->width, 1, 1, seen);
    else if (shape->step == 3) run_filters(&wave, shape->width, 3, 4, seen);
    else run_filters(&wave, shape->width, 4, 4, seen);
}
