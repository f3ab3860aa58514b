/* Cells of colors in OKLCH, at a fraction of the price of their exact points.
 *
 * A cell is eight steps wide, so single precision tells nearly always in which one a sample lies. Source of the
 * matrices: Bjoern Ottosson, "A perceptual color space for image processing" (2020), as revised in 2021. */
#include "dispatch.h"

#include <string.h>

/* Steps within which single precision is not trusted. The 2^24 colors need less than a fifth of it, and of the margin for
 * hue: with that all their cells are still right. */
static const float margin = 0.005f;
/* The same for hue, where an error grows as chroma falls: steps times chroma. */
static const float hue_margin = 0.00025f * (255 / 0.4f);

struct block {
    /* Cone responses, then their roots; then steps of lightness, of chroma, and of hue. */
    float lists[3][pixels_block];
    uint16_t doubts[pixels_block];
};

typedef float four __attribute__((vector_size(16)));

static inline __attribute__((always_inline)) four response(const float *table, uint32_t sample) {
    four red, green, blue;
    memcpy(&red, table + 4 * (sample & 255), sizeof red);
    memcpy(&green, table + 4 * (256 + (sample >> 8 & 255)), sizeof green);
    memcpy(&blue, table + 4 * (512 + (sample >> 16 & 255)), sizeof blue);
    return red + green + blue;
}

static inline __attribute__((always_inline)) void respond(const float *table, const uint32_t *samples, size_t count,
                                                          struct block *block) {
    for (size_t i = 0; i < count; i += 4) {
        size_t last = count - 1;
        four a = response(table, samples[i]), b = response(table, samples[i + 1 < last ? i + 1 : last]);
        four c = response(table, samples[i + 2 < last ? i + 2 : last]);
        four d = response(table, samples[i + 3 < last ? i + 3 : last]);
        four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5), cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
        four first = __builtin_shufflevector(ab, cd, 0, 1, 4, 5), second = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
        ab = __builtin_shufflevector(a, b, 2, 6, 3, 7), cd = __builtin_shufflevector(c, d, 2, 6, 3, 7);
        four third = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
        memcpy(&block->lists[0][i], &first, sizeof first);
        memcpy(&block->lists[1][i], &second, sizeof second);
        memcpy(&block->lists[2][i], &third, sizeof third);
    }
}

/* The cube root of a number from 0 to 1, within 1e-6 (of a number below 1e-9, within 1e-3). */
static inline __attribute__((always_inline)) float cube_root(float number) {
    float value = number < 1e-9f ? 1e-9f : number;
    uint32_t bits, third;
    memcpy(&bits, &value, sizeof bits);
    /* A third of the exponent, as 1/4 + 1/16 + 1/64 + ...: vectors have no division of integers. */
    third = (bits >> 2) + (bits >> 4);
    third += third >> 4;
    third += third >> 8;
    bits = 0x54A21D2A - third;
    /* The inverse root needs no division: with h = 1 - x y^3, y (1 + h / 3 + 2 h^2 / 9) from an error of 4 percent
     * (h of 0.1) leaves 2e-4, and the same without the square 1e-7. */
    float inverse;
    memcpy(&inverse, &bits, sizeof inverse);
    float rest = 1 - value * (inverse * inverse * inverse);
    inverse = inverse + inverse * (rest * (rest * (2.0f / 9) + 1.0f / 3));
    rest = 1 - value * (inverse * inverse * inverse);
    inverse = inverse + inverse * (rest * (1.0f / 3));
    return value * inverse * inverse;
}

/* The direction of the point (x, y) in 255ths of a turn, within 1e-4 beside what error the point has. */
static inline __attribute__((always_inline)) float direction(float x, float y) {
    float width = __builtin_fabsf(x), height = __builtin_fabsf(y);
    float small = width < height ? width : height, large = width + height - small;
    float tangent = small / (large < 1e-30f ? 1e-30f : large);
    /* Coefficients of a minimax polynomial for the arctangent from 0 to 1; its error is 2e-6. */
    float square = tangent * tangent;
    float sum = square * -0.0117212f + 0.05265332f;
    sum = sum * square - 0.11643287f;
    sum = sum * square + 0.19354346f;
    sum = sum * square - 0.33262347f;
    sum = sum * square + 0.99997726f;
    const float pi = 3.14159265f;
    float angle = sum * tangent;
    angle = height > width ? pi / 2 - angle : angle;
    angle = x < 0 ? pi - angle : angle;
    angle = y < 0 ? 2 * pi - angle : angle;
    return angle * (255 / (2 * pi));
}

/* Cell n holds what rounds to 8 n ... 8 n + 7. Added to 2^23 + 32, a number from -0.5 is rounded to a whole one, which
 * then stands in the low bits of its significand. `safety` is the distance from the cell's border. */
static inline __attribute__((always_inline)) uint32_t split(float steps, float *safety) {
    float centered = (steps - 3.5f) * 0.125f;
    float shifted = centered + 8388640;
    float difference = centered - (shifted - 8388640);
    uint32_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    *safety = 4 - __builtin_fabsf(difference) * 8;
    return bits & 31;
}

static inline __attribute__((always_inline)) float least(float a, float b) { return b < a ? b : a; }

/* Each step runs over the block before the next: one sample's way is a chain of a hundred dependent operations, and a
 * processor has to be shown many samples to be kept busy. */
static inline __attribute__((always_inline)) size_t convert(const float *table, const uint32_t *samples, size_t count,
                                                            uint16_t *restrict cells, uint16_t *restrict uncertain) {
    struct block block;
    if (count > pixels_block) count = pixels_block;
    respond(table, samples, count, &block);
    size_t padded = (count + 3) / 4 * 4;
    float *first = block.lists[0], *second = block.lists[1], *third = block.lists[2];
    for (size_t i = 0; i < padded; i++) first[i] = cube_root(first[i]);
    for (size_t i = 0; i < padded; i++) second[i] = cube_root(second[i]);
    for (size_t i = 0; i < padded; i++) third[i] = cube_root(third[i]);
    for (size_t i = 0; i < padded; i++) {
        float l = first[i], m = second[i], s = third[i];
        float a = 1.9779985f * l - 2.4285922f * m + 0.4505937f * s;
        float b = 0.025904037f * l + 0.78277177f * m - 0.80867577f * s;
        first[i] = (0.21045426f * l + 0.7936178f * m - 0.0040720468f * s) * 255;
        second[i] = __builtin_elementwise_sqrt(a * a + b * b) * (255 / 0.4f);
        third[i] = direction(a, b);
    }
    for (size_t i = 0; i < count; i++) {
        float safe_lightness, safe_chroma, safe_hue, chroma = second[i], hue = third[i];
        uint32_t cell = split(first[i], &safe_lightness) << 10 | split(chroma, &safe_chroma) << 5;
        cells[i] = (uint16_t)(cell | split(hue, &safe_hue));
        /* Hue is a circle whose ends meet inside of a cell's width. */
        float safety = least(least(safe_hue, hue), 255 - hue) - margin;
        block.doubts[i] = (uint16_t)((least(safe_lightness, safe_chroma) < margin) | (safety * chroma < hue_margin));
    }
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uncertain[found] = (uint16_t)i;
        found += block.doubts[i];
    }
    return found;
}

static size_t cells_plain(const float *table, const uint32_t *samples, size_t count, uint16_t *cells,
                          uint16_t *uncertain) {
    return convert(table, samples, count, cells, uncertain);
}

#if defined(__x86_64__)
PIXELS_AVX2 static size_t cells_avx2(const float *table, const uint32_t *samples, size_t count, uint16_t *cells,
                                     uint16_t *uncertain) {
    return convert(table, samples, count, cells, uncertain);
}
#endif

size_t pixels_cells(enum pixels_kernel kernel, const float *responses, const uint32_t *samples, size_t count,
                    uint16_t *cells, uint16_t *uncertain) {
    if (count == 0) return 0;
    return PIXELS_CALL(kernel, cells, responses, samples, count, cells, uncertain);
}
