/* Area means of cells: sums of columns, of which a cell has some wholly and one at each end partly. */
#include "dispatch.h"

#include <string.h>

/* The columns of a cell. In units of 1/cells of a column a cell is `width` wide. */
struct columns {
    /* Those that lie wholly in the cell are first_whole up to end_whole. */
    size_t first_whole, end_whole;
    /* The one before those, or the only one, and the one behind; with their parts in the cell, which may be none. */
    size_t before, behind;
    uint64_t before_part, behind_part;
};

/* Cells are a power of two, for a shift costs a twentieth of a division. */
static struct columns columns_of(size_t cell, size_t width, size_t cells) {
    int shift = __builtin_ctzll(cells);
    size_t start = cell * width, end = start + width;
    size_t from = (start + cells - 1) >> shift, to = end >> shift;
    struct columns columns = {from, to, start >> shift, start >> shift, 0, 0};
    if (from > to) {
        /* Narrower than a column, and inside one. */
        columns.end_whole = from;
        columns.before_part = width;
        return columns;
    }
    columns.before_part = from * cells - start;
    columns.behind_part = end - to * cells;
    if (columns.behind_part > 0) columns.behind = to;
    return columns;
}

typedef uint16_t short16 __attribute__((vector_size(32)));
typedef uint32_t int16 __attribute__((vector_size(64)));

/* Sixteen of these are all ones up to the place where fewer are wanted. */
static const uint16_t some[32] = {
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
};

/* Columns whose sums, times a factor of up to 64 and with another one beside, 32 bits can add up. */
enum { part_at_most = 1008 };

/* The sum of `count` numbers times `factor`, at most 64, and of those of the other list; both can be read 15 numbers
 * further. */
static inline __attribute__((always_inline)) uint64_t total(const uint16_t *whole, const uint16_t *shared, size_t count,
                                                            uint32_t factor) {
    uint64_t sum = 0;
    while (count > 0) {
        int16 inner = {0}, outer = {0};
        size_t part = count < part_at_most ? count : part_at_most;
        for (size_t i = 0; i < part; i += 16) {
            short16 mask, one, other;
            memcpy(&mask, some + (part - i < 16 ? 16 - (part - i) : 0), sizeof mask);
            memcpy(&one, whole + i, sizeof one);
            memcpy(&other, shared + i, sizeof other);
            inner += __builtin_convertvector(one & mask, int16);
            outer += __builtin_convertvector(other & mask, int16);
        }
        sum += __builtin_reduce_add(inner * factor + outer);
        whole += part;
        shared += part;
        count -= part;
    }
    return sum;
}

static inline __attribute__((always_inline)) void area_sums(const uint16_t *whole, const uint16_t *shared,
                                                            size_t width, size_t cells, uint64_t *sums) {
    for (size_t cell = 0; cell < cells; cell++) {
        struct columns c = columns_of(cell, width, cells);
        size_t first = c.first_whole;
        uint64_t sum = total(whole + first, shared + first, c.end_whole - first, (uint32_t)cells) * cells;
        sum += ((uint64_t)whole[c.before] * cells + shared[c.before]) * c.before_part;
        sum += ((uint64_t)whole[c.behind] * cells + shared[c.behind]) * c.behind_part;
        sums[cell] += sum;
    }
}

typedef uint16_t short4 __attribute__((vector_size(8)));
typedef int32_t int4 __attribute__((vector_size(16)));
typedef double double4 __attribute__((vector_size(32)));

static inline __attribute__((always_inline)) int4 load(const uint16_t *sums, size_t column) {
    short4 channels;
    memcpy(&channels, sums + 4 * column, sizeof channels);
    return __builtin_convertvector(channels, int4);
}

/* Columns whose sums of 16 bits 31 bits can add up. */
enum { columns_at_most = 32768 };

static inline __attribute__((always_inline)) void color_sums(const uint16_t *whole, const uint16_t *shared,
                                                             size_t width, size_t cells, double *sums) {
    double rows = (double)cells;
    for (size_t cell = 0; cell < cells; cell++) {
        struct columns c = columns_of(cell, width, cells);
        double4 total = {0, 0, 0, 0}, sum;
        for (size_t i = c.first_whole; i < c.end_whole;) {
            int4 inner = {0, 0, 0, 0}, outer = {0, 0, 0, 0};
            size_t end = c.end_whole - i < columns_at_most ? c.end_whole : i + columns_at_most;
            for (; i < end; i++) {
                inner += load(whole, i);
                outer += load(shared, i);
            }
            total += __builtin_convertvector(inner, double4) * rows + __builtin_convertvector(outer, double4);
        }
        double4 before = __builtin_convertvector(load(whole, c.before), double4) * rows;
        double4 behind = __builtin_convertvector(load(whole, c.behind), double4) * rows;
        before += __builtin_convertvector(load(shared, c.before), double4);
        behind += __builtin_convertvector(load(shared, c.behind), double4);
        memcpy(&sum, sums + 4 * cell, sizeof sum);
        sum += total * rows + before * (double)c.before_part + behind * (double)c.behind_part;
        memcpy(sums + 4 * cell, &sum, sizeof sum);
    }
}

static inline __attribute__((always_inline)) void levels(const double *sums, size_t count, struct pixels_weights weights,
                                                         uint8_t *restrict out) {
    for (size_t i = 0; i < count; i++) {
        double sum = sums[4 * i] * weights.red + sums[4 * i + 1] * weights.green + sums[4 * i + 2] * weights.blue;
        double level = sum / weights.unit + weights.zero + 0.5;
        level = level < 255 ? level : 255;
        out[i] = (uint8_t)(int32_t)(level > 0 ? level : 0);
    }
}

static inline __attribute__((always_inline)) void area_levels(const uint64_t *sums, size_t count,
                                                              struct pixels_scale scale, uint8_t *restrict out) {
    double half = (double)((uint64_t)scale.unit / 2);
    for (size_t i = 0; i < count; i++) {
        double sum = (double)(int64_t)sums[i] * scale.gain + scale.offset;
        /* A quotient that rounds up to a whole number would have to be nearer to it than one part of the unit. */
        double level = ((sum > 0 ? sum : 0) + half) / scale.unit;
        out[i] = (uint8_t)(int32_t)(level < 255 ? level : 255);
    }
}

#define AREAS(suffix, target)                                                                                      \
    target static void areas_##suffix(const uint16_t *whole, const uint16_t *shared, size_t width, size_t cells,   \
                                      uint64_t *sums) {                                                            \
        area_sums(whole, shared, width, cells, sums);                                                              \
    }                                                                                                              \
    target static void colors_##suffix(const uint16_t *whole, const uint16_t *shared, size_t width, size_t cells,  \
                                       double *sums) {                                                             \
        color_sums(whole, shared, width, cells, sums);                                                             \
    }                                                                                                              \
    target static void area_levels_##suffix(const uint64_t *sums, size_t count, struct pixels_scale scale,         \
                                            uint8_t *out) {                                                        \
        area_levels(sums, count, scale, out);                                                                      \
    }                                                                                                              \
    target static void levels_##suffix(const double *sums, size_t count, struct pixels_weights weights,            \
                                       uint8_t *out) {                                                             \
        levels(sums, count, weights, out);                                                                         \
    }

AREAS(plain, )
#if defined(__x86_64__)
AREAS(avx2, PIXELS_AVX2)
#endif

void pixels_area_sums(enum pixels_kernel kernel, const uint16_t *whole, const uint16_t *shared, size_t width,
                      size_t cells, uint64_t *sums) {
    PIXELS_CALL(kernel, areas, whole, shared, width, cells, sums);
}

void pixels_area_levels(enum pixels_kernel kernel, const uint64_t *sums, size_t count, struct pixels_scale scale,
                        uint8_t *out) {
    PIXELS_CALL(kernel, area_levels, sums, count, scale, out);
}

void pixels_color_sums(enum pixels_kernel kernel, const uint16_t *whole, const uint16_t *shared, size_t width,
                       size_t cells, double *sums) {
    PIXELS_CALL(kernel, colors, whole, shared, width, cells, sums);
}

void pixels_levels(enum pixels_kernel kernel, const double *sums, size_t count, struct pixels_weights weights,
                   uint8_t *out) {
    PIXELS_CALL(kernel, levels, sums, count, weights, out);
}
