/* The filters of PNG rows: waves of rows where one looks to the left, one after the other where none does. */
#include "unfilter-rows.h"

#include <string.h>

static inline uint32_t load(const uint8_t *at) {
    uint32_t value;
    memcpy(&value, at, 4);
    return value;
}

static bool has_vectors(const struct filtered *shape) { return !shape->plain && unfilter_has_eight(); }

/* In vectors that are asked for: where a row is unfiltered in place, no compiler comes to them. */
static void add_row(const uint8_t *in, const uint8_t *above, uint8_t *out, size_t count) {
    typedef uint8_t bytes16 __attribute__((vector_size(16)));
    size_t i = 0;
    for (bytes16 given, over; i + sizeof given <= count; i += sizeof given) {
        memcpy(&given, in + i, sizeof given);
        memcpy(&over, above + i, sizeof over);
        given += over;
        memcpy(out + i, &given, sizeof given);
    }
    for (; i < count; i++) out[i] = (uint8_t)(in[i] + above[i]);
}

/* Rows whose filters look at nothing to the left. */
static void plain_row(const struct filtered *shape, unsigned filter, const uint8_t *in, const uint8_t *above,
                      uint8_t *out) {
    size_t width = shape->width, step = shape->step;
    if (step != 3) {
        size_t count = width * step;
        if (filter == filter_up) add_row(in, above, out, count);
        else if (out != in) memcpy(out, in, count);
        return;
    }
    for (size_t i = has_vectors(shape) ? unfilter_colors(filter, in, above, out, width) : 0; i < width; i++) {
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

/* Rows of a wave, if it pays: `left` rows are left, and some look to the left. */
static uint32_t rows_together(const struct filtered *shape, uint32_t left) {
    if (left >= 8 && shape->width >= 16 && has_vectors(shape)) return 8;
    return left < 4 ? left : 4;
}

void unfilter(const struct filtered *shape, uint8_t *rows, uint32_t count, const uint8_t *above, uint8_t *out,
              size_t stride) {
    size_t next = (size_t)shape->width * shape->step + 1;
    if (shape->step == 1) {
        out = rows + 1;
        stride = next;
    }
    while (count > 0) {
        uint32_t together = rows_together(shape, count);
        unsigned seen = 0;
        for (uint32_t i = 0; i < together; i++) seen |= 1u << rows[i * next];
        bool is_plain = (seen & ~(1u << filter_none | 1u << filter_up)) == 0;
        if (together == 8 && !is_plain) {
            unfilter_eight(shape, rows, next, seen, above, out, stride);
        } else if (together == 4 && !is_plain) {
            unfilter_four(shape, rows, next, seen, above, out, stride);
        } else {
            for (uint32_t i = 0; i < together; i++) {
                uint8_t *line = rows + i * next, *to = out + i * stride;
                if (is_plain) plain_row(shape, line[0], line + 1, above, to);
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
