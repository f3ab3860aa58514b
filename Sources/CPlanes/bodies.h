// Compiled once for each kernel, which defines TARGET and TABLE. Eight floats are one value here; what a processor has
// narrower registers for, its compiler splits, which changes no result.
#include <string.h>

#include "kernels.h"

typedef float f8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));

/// Cells of a block: those of all planes stay in the first-level cache while each is multiplied with each.
enum { block = 64 };

/// Eight cells in memory, which begin at any of them.
typedef float cells8 __attribute__((vector_size(32), aligned(4), may_alias));

#define AT(cells) (*(const cells8 *)(cells))
#define PUT(cells, value) (*(cells8 *)(cells) = (value))

TARGET static void products(const float *planes, size_t terms, const float *target, const float *weights, size_t cells,
                            double *products) {
    f8 sums[planes_most * planes_most];
    const size_t pitch = terms + 1;
    memset(sums, 0, sizeof *sums * terms * pitch);
    for (size_t start = 0; start < cells; start += block) {
        const size_t end = start + block < cells ? start + block : cells;
        for (size_t i = 0; i < terms; i++) {
            float weighted[block];
            const float *first = planes + i * cells;
            for (size_t cell = start; cell < end; cell += 8) {
                PUT(weighted + cell - start, weights ? AT(first + cell) * AT(weights + cell) : AT(first + cell));
            }
            // Four at a time: each sum waits for its last addition, and the others go on meanwhile.
            for (size_t j = i; j <= terms; j += 4) {
                const float *others[4];
                f8 own[4];
                for (size_t k = 0; k < 4; k++) {
                    const size_t other = j + k <= terms ? j + k : terms;
                    others[k] = other < terms ? planes + other * cells : target;
                    own[k] = sums[i * pitch + other];
                }
                for (size_t cell = start; cell < end; cell += 8) {
                    const f8 value = AT(weighted + cell - start);
                    for (size_t k = 0; k < 4; k++) own[k] += value * AT(others[k] + cell);
                }
                for (size_t k = 0; k < 4 && j + k <= terms; k++) sums[i * pitch + j + k] = own[k];
            }
        }
    }
    for (size_t i = 0; i < terms; i++) {
        for (size_t j = i; j <= terms; j++) {
            double total = 0;
            for (size_t lane = 0; lane < 8; lane++) total += (double)sums[i * pitch + j][lane];
            products[i * pitch + j] = total;
        }
    }
}

TARGET static void subtract(const float *target, const float *planes, size_t terms, const float *coefficients,
                            size_t cells, float *left) {
    for (size_t cell = 0; cell < cells; cell += 8) {
        f8 rest = AT(target + cell);
        for (size_t i = 0; i < terms; i++) rest -= AT(planes + i * cells + cell) * coefficients[i];
        PUT(left + cell, rest);
    }
}

TARGET static void weigh(const float *residual, float sharpness, size_t cells, float *weights) {
    for (size_t cell = 0; cell < cells; cell += 8) {
        const f8 deviation = AT(residual + cell) * sharpness;
        PUT(weights + cell, 1.0f / (1.0f + deviation * deviation));
    }
}

TARGET static void count(const float *cells, size_t side, size_t rows, size_t step, uint16_t *counts, size_t bins) {
    const float top = (float)(bins - 1);
    // Neighbors are often alike: two tables, so that one count does not wait for the last.
    uint16_t others[planes_most_bins];
    memset(others, 0, sizeof *others * bins);
    for (size_t row = 0; row < rows; row += step) {
        for (size_t cell = row * side; cell < (row + 1) * side; cell += 8) {
            f8 value = AT(cells + cell);
            i8 bits;
            memcpy(&bits, &value, sizeof bits);
            bits &= 0x7fffffff;
            memcpy(&value, &bits, sizeof value);
            value *= 32.0f;
            const i8 larger = value > top;
            // Adding 2^23 leaves the nearest integer in the low bits.
            value += 8388608.0f;
            memcpy(&bits, &value, sizeof bits);
            bits = (larger & (int32_t)(bins - 1)) | (~larger & bits & 0x7fffff);
            // No number and an infinite one are counted too, rather than written anywhere.
            const i8 beyond = bits > (int32_t)(bins - 1);
            bits = (beyond & (int32_t)(bins - 1)) | (~beyond & bits);
            for (size_t lane = 0; lane < 8; lane += 2) {
                counts[bits[lane]]++;
                others[bits[lane + 1]]++;
            }
        }
    }
    for (size_t bin = 0; bin < bins; bin++) counts[bin] += others[bin];
}

/// The middle cell and its neighbors at `step` and at twice that, weighed 6, 4 and 1 of 16.
#define BINOMIAL(cells, step)                                                                                          \
    ((AT(cells) * 6.0f + (AT((cells) - (step)) + AT((cells) + (step))) * 4.0f +                                         \
      (AT((cells) - 2 * (step)) + AT((cells) + 2 * (step)))) *                                                          \
     0.0625f)

TARGET static void smooth(const float *cells, size_t side, float *smooth) {
    const size_t count = side * side, edge = 2 * side;
    float down[planes_most_cells];
    memcpy(down, cells, edge * sizeof *cells);
    memcpy(down + count - edge, cells + count - edge, edge * sizeof *cells);
    for (size_t cell = edge; cell < count - edge; cell += 8) PUT(down + cell, BINOMIAL(cells + cell, side));
    memcpy(smooth, down, edge * sizeof *down);
    memcpy(smooth + count - edge, down + count - edge, edge * sizeof *down);
    for (size_t cell = edge; cell < count - edge; cell += 8) PUT(smooth + cell, BINOMIAL(down + cell, 1));
}

TARGET static void steepness(const float *cells, size_t side, float *steepness) {
    const size_t count = side * side;
    memset(steepness, 0, side * sizeof *steepness);
    memset(steepness + count - side, 0, side * sizeof *steepness);
    for (size_t cell = side; cell < count - side; cell += 8) {
        const f8 along = (AT(cells + cell + 1) - AT(cells + cell - 1)) * 0.5f;
        const f8 down = (AT(cells + cell + side) - AT(cells + cell - side)) * 0.5f;
        PUT(steepness + cell, along * along + down * down);
    }
    for (size_t row = 1; row < side; row++) steepness[row * side - 1] = steepness[row * side] = 0;
}

TARGET static void project(const float *cells, size_t pitch, size_t rows, const float *waves, size_t stride, size_t terms,
                           float *sums, size_t width) {
    // Four rows at a time: the waves are loaded once for all of them, and their sums stay in registers.
    for (size_t row = 0; row < rows; row += 4) {
        const float *own = cells + row * pitch;
        f8 low[4] = {{0}}, high[4] = {{0}};
        for (size_t term = 0; term < terms; term++) {
            const f8 first = AT(waves + term * stride), second = AT(waves + term * stride + 8);
            for (size_t k = 0; k < 4; k++) {
                low[k] += first * own[k * pitch + term];
                high[k] += second * own[k * pitch + term];
            }
        }
        for (size_t k = 0; k < 4; k++) {
            PUT(sums + (row + k) * width, low[k]);
            PUT(sums + (row + k) * width + 8, high[k]);
        }
    }
}

/// A difference of two levels in percent of the range, truncated.
TARGET static inline uint16_t percent(uint8_t one, uint8_t other) {
    const uint8_t difference = one > other ? one - other : other - one;
    return (uint16_t)(difference * 100) / 255;
}

TARGET static uint32_t unrest(const uint8_t *cells, size_t side) {
    uint32_t sum = 0;
    for (size_t row = 0; row < side; row++) {
        const uint8_t *here = cells + row * side;
        // The last has no neighbor but itself, on the right and below.
        uint8_t right[256];
        memcpy(right, here + 1, side - 1);
        right[side - 1] = here[side - 1];
        const uint8_t *below = row + 1 < side ? here + side : here;
        uint16_t row_sum = 0;
        for (size_t x = 0; x < side; x++) row_sum += percent(here[x], right[x]) + percent(here[x], below[x]);
        sum += row_sum;
    }
    return sum;
}

TARGET static void relate(const float *residual, const float *first, const float *second, size_t cells, float *relative) {
    for (size_t cell = 0; cell < cells; cell += 8) {
        const f8 value = AT(residual + cell), one = AT(first + cell), other = AT(second + cell);
        // Casts between vectors keep the bits.
        const f8 size = (f8)((i8)value & 0x7fffffff);
        const i8 is_steeper = other > one;
        const f8 steepest = (f8)((is_steeper & (i8)other) | (~is_steeper & (i8)one));
        PUT(relative + cell, size / (1.0f + __builtin_elementwise_sqrt(steepest) * 0.075f));
    }
}

TARGET static void means(const float *cells, size_t side, size_t width, float *means) {
    const size_t count = side * side, end = (side - width + 1) * side;
    const float share = 1 / (float)(width * width);
    float columns[planes_most_cells + 16];
    memset(columns + end, 0, sizeof *columns * (count + 16 - end));
    for (size_t cell = 0; cell < end; cell += 8) {
        f8 sum = AT(cells + cell);
        for (size_t row = 1; row < width; row++) sum += AT(cells + cell + row * side);
        PUT(columns + cell, sum);
    }
    for (size_t cell = 0; cell < end; cell += 8) {
        f8 sum = AT(columns + cell);
        for (size_t column = 1; column < width; column++) sum += AT(columns + cell + column);
        PUT(means + cell, sum * share);
    }
    memset(means + end, 0, sizeof *means * (count - end));
    // Windows that run over the right edge are none.
    for (size_t row = 0; row < side; row++) {
        for (size_t x = side - width + 1; x < side; x++) means[row * side + x] = 0;
    }
}

TARGET static float rest(const float *cells, size_t side, float worst, size_t reach) {
    size_t place = 0;
    while (place < side * side && cells[place] != worst) place++;
    const int32_t x = (int32_t)(place % side), y = (int32_t)(place / side);
    f8 largest = {0};
    for (int32_t row = 0; row < (int32_t)side; row++) {
        const bool is_near = (row > y ? row - y : y - row) <= (int32_t)reach;
        for (int32_t start = 0; start < (int32_t)side; start += 8) {
            f8 value = AT(cells + row * (int32_t)side + start);
            if (is_near) {
                const i8 away = (i8){0, 1, 2, 3, 4, 5, 6, 7} + (start - x);
                value = (f8)((i8)value & ((away > (int32_t)reach) | (away < -(int32_t)reach)));
            }
            const i8 is_larger = value > largest;
            largest = (f8)((is_larger & (i8)value) | (~is_larger & (i8)largest));
        }
    }
    float most = 0;
    for (size_t lane = 0; lane < 8; lane++) most = largest[lane] > most ? largest[lane] : most;
    return most;
}

TARGET static void widen(const uint8_t *levels, size_t cells, float zero, float *wide) {
    for (size_t cell = 0; cell < cells; cell++) wide[cell] = (float)levels[cell] - zero;
}

const planes_table TABLE = {products, subtract, weigh, count, smooth, steepness, project, unrest, widen, relate, means, rest};
