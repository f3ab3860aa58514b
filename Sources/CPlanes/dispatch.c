#include "kernels.h"

bool planes_supports(planes_kernel kernel) {
    switch (kernel) {
    case planes_plain: return true;
#if defined(__x86_64__)
    case planes_avx2: return __builtin_cpu_supports("avx2");
#endif
    default: return false;
    }
}

planes_kernel planes_best(void) { return planes_supports(planes_avx2) ? planes_avx2 : planes_plain; }

static const planes_table *table(planes_kernel kernel) {
#if defined(__x86_64__)
    if (kernel == planes_avx2 && planes_supports(kernel)) return &planes_avx2_table;
#else
    (void)kernel;
#endif
    return &planes_plain_table;
}

void planes_products(planes_kernel kernel, const float *planes, size_t terms, const float *target, const float *weights,
                     size_t cells, double *products) {
    table(kernel)->products(planes, terms, target, weights, cells, products);
}

void planes_subtract(planes_kernel kernel, const float *target, const float *planes, size_t terms,
                     const float *coefficients, size_t cells, float *left) {
    table(kernel)->subtract(target, planes, terms, coefficients, cells, left);
}

void planes_weigh(planes_kernel kernel, const float *residual, float sharpness, size_t cells, float *weights) {
    table(kernel)->weigh(residual, sharpness, cells, weights);
}

void planes_count(planes_kernel kernel, const float *cells, size_t side, size_t rows, size_t step, uint16_t *counts,
                  size_t bins) {
    table(kernel)->count(cells, side, rows, step, counts, bins);
}

void planes_smooth(planes_kernel kernel, const float *cells, size_t side, float *smooth) {
    table(kernel)->smooth(cells, side, smooth);
}

void planes_steepness(planes_kernel kernel, const float *cells, size_t side, float *steepness) {
    table(kernel)->steepness(cells, side, steepness);
}

void planes_project(planes_kernel kernel, const float *cells, size_t pitch, size_t rows, const float *waves, size_t stride,
                    size_t terms, float *sums, size_t width) {
    table(kernel)->project(cells, pitch, rows, waves, stride, terms, sums, width);
}

uint32_t planes_unrest(planes_kernel kernel, const uint8_t *cells, size_t side) {
    return table(kernel)->unrest(cells, side);
}

void planes_widen(planes_kernel kernel, const uint8_t *levels, size_t cells, float zero, float *wide) {
    table(kernel)->widen(levels, cells, zero, wide);
}

size_t planes_below(const uint8_t *levels, size_t count, int level) {
    if (level <= 0) return 0;
    if (level > 255) return count;
    // Counted in bytes, sixteen at once on every processor.
    const uint8_t bound = (uint8_t)level;
    uint8_t below = 0;
    for (size_t place = 0; place < count; place++) below += levels[place] < bound;
    return below;
}

void planes_relate(planes_kernel kernel, const float *residual, const float *first, const float *second, size_t cells,
                   float *relative) {
    table(kernel)->relate(residual, first, second, cells, relative);
}

void planes_means(planes_kernel kernel, const float *cells, size_t side, size_t width, float *means) {
    table(kernel)->means(cells, side, width, means);
}

float planes_rest(planes_kernel kernel, const float *cells, size_t side, float worst, size_t reach) {
    return table(kernel)->rest(cells, side, worst, reach);
}
