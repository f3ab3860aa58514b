#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How sums over planes of floats are made. Every kernel adds in the same order, eight sums side by side, and rounds every
/// product and every sum: they give the same bits and differ in speed only.
typedef enum __attribute__((enum_extensibility(closed))) {
    planes_plain = 0,  ///< What every processor has.
    planes_avx2 = 1,   ///< x86-64 AVX2: eight cells in one register.
} planes_kernel;

/// The most planes that one call takes, the target counted, the most bins that it counts into, and the most cells of a
/// plane that it smooths.
enum { planes_most = 12, planes_most_bins = 2048, planes_most_cells = 4096 };

/// Whether this processor can run `kernel`.
bool planes_supports(planes_kernel kernel);

/// The fastest kernel of this processor.
planes_kernel planes_best(void);

/// The sums of products of `terms` planes of `cells` floats (a multiple of 8), which stand one behind the other, with each
/// other and with `target`: products[i * (terms + 1) + j] for j >= i is the sum of planes i and j, and that at j = terms
/// of plane i and the target. Where `weights` is given, plane i is multiplied by it first.
void planes_products(planes_kernel kernel, const float *planes, size_t terms, const float *target, const float *weights,
                     size_t cells, double *products);

/// left = target - coefficients[0] * plane 0 - coefficients[1] * plane 1 ..., one after the other.
void planes_subtract(planes_kernel kernel, const float *target, const float *planes, size_t terms,
                     const float *coefficients, size_t cells, float *left);

/// weights = 1 / (1 + (residual * sharpness)^2).
void planes_weigh(planes_kernel kernel, const float *residual, float sharpness, size_t cells, float *weights);

/// Counts magnitudes times 32, rounded to even, into `bins` bins (planes_most_bins at most) of which the last takes all that is larger; every
/// `step`th of `rows` rows of `side` cells, a multiple of 8.
void planes_count(planes_kernel kernel, const float *cells, size_t side, size_t rows, size_t step, uint16_t *counts,
                  size_t bins);

/// Smooths `side` rows of `side` cells, a multiple of 8, by the binomial 1 4 6 4 1, first along columns, then along rows.
/// The outermost two rows are left as they are; the outermost two cells of other rows have the other end of a neighboring
/// row mixed in.
void planes_smooth(planes_kernel kernel, const float *cells, size_t side, float *smooth);

/// steepness = gx^2 + gy^2, g being half the difference between the neighbors on either side; zero on the border.
void planes_steepness(planes_kernel kernel, const float *cells, size_t side, float *steepness);

/// Sixteen sums for each of `rows` rows (a multiple of 4): the sum over `terms` of the row's cell times the sixteen waves
/// of that term, added from the first to the last. Rows of cells begin `pitch` floats apart, waves of a term `stride`, sums
/// of a row `width`.
void planes_project(planes_kernel kernel, const float *cells, size_t pitch, size_t rows, const float *waves, size_t stride,
                    size_t terms, float *sums, size_t width);

/// The sum over all neighbors, across and down, of their difference in percent of the range of a byte, each truncated;
/// `side` rows of `side` levels, 256 at most.
uint32_t planes_unrest(planes_kernel kernel, const uint8_t *cells, size_t side);

/// wide = level - zero.
void planes_widen(planes_kernel kernel, const uint8_t *levels, size_t cells, float zero, float *wide);

/// How many of `count` levels, 255 at most, are below `level`.
size_t planes_below(const uint8_t *levels, size_t count, int level);

/// relative = |residual| / (1 + 0.075 * the root of the larger of two squared gradients).
void planes_relate(planes_kernel kernel, const float *residual, const float *first, const float *second, size_t cells,
                   float *relative);

/// The means of all windows of `width` x `width` cells (16 at most) of `side` rows of `side` cells, a multiple of 8, each at
/// its top-left cell; zero where none fits.
void planes_means(planes_kernel kernel, const float *cells, size_t side, size_t width, float *means);

/// The largest of `side` rows of `side` cells, a multiple of 8, none below zero, that lies more than `reach` rows or columns
/// from the first one that is `worst`.
float planes_rest(planes_kernel kernel, const float *cells, size_t side, float worst, size_t reach);
