/* Four rows at once, each one pixel behind the one above it, so that what a row needs of that one is just done.
 *
 * A filter of PNG looks at the pixel to the left, hence waits for it: one row alone goes as fast as a processor
 * finishes one pixel after another (11 ns a pixel where a filter is Paeth's). Four rows are four times as many pixels
 * for the same wait. A vector holds one pixel of each row, in steps of four bytes; what lies in a byte too many is
 * computed too and never looked at. Source of the filters: W3C, PNG Specification (Third Edition), section 9.
 */
#include "unfilter.h"

#include <string.h>

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint32_t pixels4 __attribute__((vector_size(16)));

enum filter { filter_none, filter_sub, filter_up, filter_average, filter_paeth };

static inline bytes16 difference(bytes16 a, bytes16 b) {
    return __builtin_elementwise_max(a, b) - __builtin_elementwise_min(a, b);
}

static inline bytes16 choose(bytes16 mask, bytes16 yes, bytes16 no) { return (mask & yes) | (~mask & no); }

/* Paeth's choice among left (a), above (b) and above left (c), in bytes: with p = a + b - c, |p - a| is |b - c|,
 * |p - b| is |a - c|, and |p - c| is their difference if c lies between a and b and their sum, which is never the
 * least, if not. Of equals, a comes before b and b before c. */
static inline bytes16 paeth(bytes16 a, bytes16 b, bytes16 c) {
    bytes16 to_a = difference(b, c), to_b = difference(a, c);
    bytes16 low = __builtin_elementwise_min(a, b), high = __builtin_elementwise_max(a, b);
    bytes16 outside = (bytes16)((low >= c) | (high <= c));
    bytes16 to_c = difference(to_a, to_b) | outside;
    bytes16 least = __builtin_elementwise_min(__builtin_elementwise_min(to_a, to_b), to_c);
    return choose((bytes16)(to_a == least), a, choose((bytes16)(to_b == least), b, c));
}

static inline bytes16 average(bytes16 a, bytes16 b) { return (a & b) + ((a ^ b) >> 1); }

static inline uint32_t load(const uint8_t *at) {
    uint32_t value;
    memcpy(&value, at, 4);
    return value;
}

/* What goes on from pixel to pixel. */
struct wave {
    const uint8_t *in[4];
    uint8_t *out[4];
    const uint8_t *above;
    bytes16 left, above_left;
    /* All ones in the lanes whose row has this filter. */
    bytes16 is_sub, is_up, is_average, is_paeth;
};

/* One pixel of each row: that of the first one at `at`, of the others one, two, three pixels before. Rows outside of
 * `first ..< last` have none. */
static inline __attribute__((always_inline)) void advance(struct wave *wave, size_t at, int first, int last,
                                                          unsigned step, unsigned out_step, bool has_paeth,
                                                          bool has_average) {
    pixels4 given = {0}, valid = {0};
    for (int row = first; row < last; row++) {
        given[row] = load(wave->in[row] + (at - (size_t)row) * step);
        valid[row] = UINT32_MAX;
    }
    pixels4 left = (pixels4)wave->left;
    uint32_t top = first == 0 ? load(wave->above + at * out_step) : 0;
    bytes16 a = wave->left, b = (bytes16)(pixels4){top, left[0], left[1], left[2]}, c = wave->above_left;
    bytes16 guess = (a & wave->is_sub) | (b & wave->is_up);
    if (has_average) guess |= average(a, b) & wave->is_average;
    if (has_paeth) guess |= paeth(a, b, c) & wave->is_paeth;
    bytes16 found = (bytes16)given + guess;
    if (step == 3) found |= (bytes16)(pixels4){0xFF000000, 0xFF000000, 0xFF000000, 0xFF000000};
    if (first > 0 || last < 4) found &= (bytes16)valid;
    pixels4 pixels = (pixels4)found;
    for (int row = first; row < last; row++) {
        uint8_t *to = wave->out[row] + (at - (size_t)row) * out_step;
        uint32_t pixel = pixels[row];
        if (out_step == 4) memcpy(to, &pixel, 4);
        else *to = (uint8_t)pixel;
    }
    wave->left = found;
    wave->above_left = b;
}

static inline __attribute__((always_inline)) void run(struct wave *start, size_t width, unsigned step,
                                                      unsigned out_step, bool has_paeth, bool has_average) {
    struct wave wave = *start;
    size_t end = width + 3, at = 0;
    for (; at < 3; at++) {
        advance(&wave, at, at < width ? 0 : (int)(at - width + 1), (int)at + 1, step, out_step, has_paeth, has_average);
    }
    for (; at < width; at++) advance(&wave, at, 0, 4, step, out_step, has_paeth, has_average);
    for (; at < end; at++) advance(&wave, at, (int)(at - width + 1), 4, step, out_step, has_paeth, has_average);
}

static inline __attribute__((always_inline)) void run_filters(struct wave *wave, size_t width, unsigned step,
                                                              unsigned out_step, unsigned seen) {
    bool has_paeth = seen >> filter_paeth & 1, has_average = seen >> filter_average & 1;
    if (has_paeth && has_average) run(wave, width, step, out_step, true, true);
    else if (has_paeth) run(wave, width, step, out_step, true, false);
    else run(wave, width, step, out_step, false, true);
}

/* Rows whose filters look at nothing to the left. */
static void plain_row(unsigned filter, const uint8_t *in, const uint8_t *above, uint8_t *out, uint32_t width,
                      unsigned step) {
    if (step != 3) {
        size_t count = (size_t)width * step;
        if (filter == filter_up) for (size_t i = 0; i < count; i++) out[i] = (uint8_t)(in[i] + above[i]);
        else if (out != in) memcpy(out, in, count);
        return;
    }
    for (size_t i = 0; i < width; i++) {
        uint32_t pixel = load(in + i * 3), over = filter == filter_up ? load(above + i * 4) : 0;
        /* Byte by byte, without carries. */
        pixel = ((pixel & 0x7F7F7F7F) + (over & 0x7F7F7F7F)) ^ ((pixel ^ over) & 0x80808080);
        pixel |= 0xFF000000;
        memcpy(out + i * 4, &pixel, 4);
    }
}

/* Any row, as the specification says it: for what is left when rows are counted in fours. */
static void slow_row(unsigned filter, const uint8_t *in, const uint8_t *above, uint8_t *out, uint32_t width,
                     unsigned step) {
    unsigned out_step = step == 1 ? 1 : 4;
    for (size_t x = 0; x < width; x++, in += step, above += out_step, out += out_step) {
        for (unsigned i = 0; i < step; i++) {
            int a = x > 0 ? out[(int)i - (int)out_step] : 0, b = above[i];
            int c = x > 0 ? above[(int)i - (int)out_step] : 0, guess = 0;
            int to_a = b > c ? b - c : c - b, to_b = a > c ? a - c : c - a;
            int to_c = a + b - 2 * c < 0 ? 2 * c - a - b : a + b - 2 * c;
            switch (filter) {
            case filter_sub: guess = a; break;
            case filter_up: guess = b; break;
            case filter_average: guess = (a + b) / 2; break;
            case filter_paeth: guess = to_a <= to_b && to_a <= to_c ? a : to_b <= to_c ? b : c; break;
            }
            out[i] = (uint8_t)(in[i] + guess);
        }
        if (step == 3) out[3] = 255;
    }
}

static void four_rows(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen,
                      const uint8_t *above, uint8_t *out, size_t stride) {
    struct wave wave = {.above = above};
    pixels4 lanes[5] = {0};
    for (int i = 0; i < 4; i++) {
        wave.in[i] = rows + (size_t)i * next + 1;
        wave.out[i] = out + (size_t)i * stride;
        lanes[rows[(size_t)i * next]][i] = UINT32_MAX;
    }
    wave.is_sub = (bytes16)lanes[filter_sub];
    wave.is_up = (bytes16)lanes[filter_up];
    wave.is_average = (bytes16)lanes[filter_average];
    wave.is_paeth = (bytes16)lanes[filter_paeth];
    if (shape->step == 1) run_filters(&wave, shape->width, 1, 1, seen);
    else if (shape->step == 3) run_filters(&wave, shape->width, 3, 4, seen);
    else run_filters(&wave, shape->width, 4, 4, seen);
}

void unfilter(const struct filtered *shape, uint8_t *rows, uint32_t count, const uint8_t *above, uint8_t *out,
              size_t stride) {
    size_t next = (size_t)shape->width * shape->step + 1;
    if (shape->step == 1) {
        out = rows + 1;
        stride = next;
    }
    while (count > 0) {
        uint32_t together = count < 4 ? count : 4;
        unsigned seen = 0;
        for (uint32_t i = 0; i < together; i++) seen |= 1u << rows[i * next];
        bool is_plain = (seen & ~(1u << filter_none | 1u << filter_up)) == 0;
        if (together == 4 && !is_plain) {
            four_rows(shape, rows, next, seen, above, out, stride);
        } else {
            for (uint32_t i = 0; i < together; i++) {
                uint8_t *line = rows + i * next, *to = out + i * stride;
                if (is_plain) plain_row(line[0], line + 1, above, to, shape->width, shape->step);
                else slow_row(line[0], line + 1, above, to, shape->width, shape->step);
                above = to;
            }
        }
        above = out + (together - 1) * stride;
        rows += together * next;
        out += together * stride;
        count -= together;
    }
}
