/* Loops over many pixels, each in several kernels, of which the fastest that the processor has is chosen at run time.
 *
 * All kernels give the same bits: the same operations in the same order for each pixel, and no fused multiplication.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum __attribute__((enum_extensibility(closed))) pixels_kernel : uint8_t {
    /* Whatever every processor of this architecture has. */
    pixels_plain,
    /* x86-64 with AVX2. */
    pixels_avx2,
};

/* Whether this processor has what the kernel needs. */
bool pixels_supports(enum pixels_kernel kernel);

/* The fastest of those that it has. */
enum pixels_kernel pixels_best(void);

/* In all of these, a kernel that the processor lacks is replaced by the plain one. */

/* Adds each of `count` bytes of `rows` rows, `pitch` bytes apart, to the sum in its column, modulo 65536. */
void pixels_add(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows,
                size_t count);

/* The same with a weight for each row; `anew` begins with sums of zero. */
void pixels_add_weighted(enum pixels_kernel kernel, uint16_t *sums, const uint8_t *bytes, size_t pitch, size_t rows,
                         size_t count, const uint16_t *weights, bool anew);

/* Adds to each of `cells` sums, a power of two up to 64, what `width` columns have in its cell, in units of 1/cells of a column by 1/cells of a row.
 * Of each column `whole` is the sum of whole rows and `shared` one in parts of 1/cells; both can be read 15 numbers further. */
void pixels_area_sums(enum pixels_kernel kernel, const uint16_t *whole, const uint16_t *shared, size_t width,
                      size_t cells, uint64_t *sums);

/* The same for columns of four channels: four sums a cell, which are whole numbers. */
void pixels_color_sums(enum pixels_kernel kernel, const uint16_t *whole, const uint16_t *shared, size_t width,
                       size_t cells, double *sums);

/* How sums become levels of 0 to 255: times `gain`, plus `offset`, divided by `unit` and rounded to the nearest; all products
 * and sums are whole numbers below 2^53, and the unit is below 2^44. */
struct pixels_scale {
    double gain;
    double offset;
    double unit;
};

/* The level of each of `count` sums. */
void pixels_area_levels(enum pixels_kernel kernel, const uint64_t *sums, size_t count, struct pixels_scale scale,
                        uint8_t *levels);

/* The sum of the squares of line[x - lag] - 2 line[x] + line[x + lag] over all x of which these are in the line. */
double pixels_curvature(enum pixels_kernel kernel, const float *line, size_t width, size_t lag);

struct pixels_weights {
    double red;
    double green;
    double blue;
    /* What the weighted sum is divided by, and what is added then. */
    double unit;
    double zero;
};

/* The level of each of `count` sums of four channels: 0 to 255, rounded to the nearest. */
void pixels_levels(enum pixels_kernel kernel, const double *sums, size_t count, struct pixels_weights weights,
                   uint8_t *levels);

/* What luma and color differences come to, in 1/65536 of a level. */
struct pixels_coding {
    /* The luma of black, and what a step of luma adds to all three channels. */
    int32_t black;
    int32_t gray;
    int32_t red_cr;
    int32_t green_cb;
    int32_t green_cr;
    int32_t blue_cb;
};

/* Turns samples, each with luma in its lowest byte and Cb and Cr in the next, into opaque pixels with red in the lowest. */
void pixels_colors(enum pixels_kernel kernel, uint32_t *samples, size_t count, struct pixels_coding coding);

/* Composites `count` pixels, red in the first byte of each and alpha in the last, on white: each channel becomes
 * (c * a + 255 * (255 - a) + 127) / 255, alpha 255. */
void pixels_on_white(enum pixels_kernel kernel, const uint8_t *rgba, size_t count, uint8_t *opaque);

/* How many samples pixels_cells takes at most. */
enum { pixels_block = 256 };

/* The cells of the 32 x 32 x 32 lattice over OKLCH that `count` samples lie in, each with red in its lowest byte.
 *
 * `responses` are what each value of red, then of green, then of blue adds to the three cone responses: 768 times four
 * floats, the last of which is not used. A sample nearer to a cell's border than the arithmetic is exact is counted: its
 * place is written to `uncertain`, which like `cells` has room for a block. Returns how many those are. */
size_t pixels_cells(enum pixels_kernel kernel, const float *responses, const uint32_t *samples, size_t count,
                    uint16_t *cells, uint16_t *uncertain);

#pragma clang assume_nonnull end
