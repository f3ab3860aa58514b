/* The transform of Loeffler, Ligtenberg and Moschytz ("Practical fast 1-D DCT algorithms with 11 multiplications",
 * ICASSP 1989) in integers of 13 fractional bits, columns first.
 *
 * Which bits are kept between the two passes, and where numbers of 16 bits wrap around or stop at their ends, is as in
 * libjpeg-turbo's vector code; within the range that an encoder can mean it is what libjpeg's plain code gives as well.
 */
#include "jpeg-idct.h"

#include "jpeg-idct-factors.h"

#include <string.h>

typedef int16_t eight __attribute__((vector_size(16)));
typedef int32_t wide __attribute__((vector_size(32)));
typedef uint8_t bytes __attribute__((vector_size(8)));

typedef uint16_t wrapping __attribute__((vector_size(16)));

#define WIDENED(numbers) __builtin_convertvector(numbers, wide)

/* What does not fit wraps around. */
static inline eight sum_of(eight a, eight b) { return (eight)((wrapping)a + (wrapping)b); }
static inline eight difference_of(eight a, eight b) { return (eight)((wrapping)a - (wrapping)b); }
static inline eight product_of(eight a, eight b) { return (eight)((wrapping)a * (wrapping)b); }

/* What does not fit stops at the end. Eight numbers of 32 bits are no argument on every processor. */
static inline eight narrowed(const wide *numbers, int shift) {
    wide shifted = *numbers >> shift, zero = {0};
    shifted = __builtin_elementwise_min(shifted, zero + INT16_MAX);
    return __builtin_convertvector(__builtin_elementwise_max(shifted, zero + INT16_MIN), eight);
}

/* One pass over eight times eight numbers; its result is divided by 2^shift. */
static inline void pass(eight x[8], int shift) {
    int32_t round = 1 << (shift - 1);
    wide sum = WIDENED(sum_of(x[0], x[4])) * 8192 + round;
    wide difference = WIDENED(difference_of(x[0], x[4])) * 8192 + round;
    wide x2 = WIDENED(x[2]), x6 = WIDENED(x[6]);
    wide low = x2 * even_low_2 + x6 * even_low_6, high = x2 * even_high_2 + x6 * even_high_6;
    wide even[4] = {sum + high, difference + low, difference - low, sum - high};

    wide z3 = WIDENED(sum_of(x[7], x[3])), z4 = WIDENED(sum_of(x[5], x[1]));
    wide a = z3 * odd_a_3 + z4 * odd_a_4, b = z3 * odd_b_3 + z4 * odd_b_4;
    wide x1 = WIDENED(x[1]), x3 = WIDENED(x[3]), x5 = WIDENED(x[5]), x7 = WIDENED(x[7]);
    wide odd[4] = {
        x7 * odd_0_7 + x1 * odd_0_1 + b,
        x5 * odd_1_5 + x3 * odd_1_3 + a,
        x5 * odd_2_5 + x3 * odd_2_3 + b,
        x7 * odd_3_7 + x1 * odd_3_1 + a,
    };
    for (int i = 0; i < 4; i++) {
        wide plus = even[i] + odd[i], minus = even[i] - odd[i];
        x[i] = narrowed(&plus, shift);
        x[7 - i] = narrowed(&minus, shift);
    }
}

/* Rows to columns, by three rounds of mixing the first half with the second. */
static inline void turn(eight x[8]) {
    for (int round = 0; round < 3; round++) {
        eight mixed[8];
        for (int i = 0; i < 4; i++) {
            mixed[2 * i] = __builtin_shufflevector(x[i], x[i + 4], 0, 8, 1, 9, 2, 10, 3, 11);
            mixed[2 * i + 1] = __builtin_shufflevector(x[i], x[i + 4], 4, 12, 5, 13, 6, 14, 7, 15);
        }
        memcpy(x, mixed, sizeof mixed);
    }
}

static void transform(const int16_t *block, const int16_t *divisors, uint8_t *out, size_t stride) {
    eight x[8], any = {0};
    for (size_t y = 0; y < 8; y++) {
        eight divisor;
        memcpy(&x[y], block + y * jpeg_pair_row, sizeof *x);
        memcpy(&divisor, divisors + y * 8, sizeof divisor);
        if (y > 0) any |= x[y];
        x[y] = product_of(x[y], divisor);
    }
    uint64_t halves[2];
    memcpy(halves, &any, sizeof halves);
    if ((halves[0] | halves[1]) != 0) {
        pass(x, 11);
    } else {
        /* All rows are the same then, but for what wraps where it should stop. */
        eight low = (eight)((wrapping)x[0] << 2);
        for (int y = 0; y < 8; y++) x[y] = low;
    }
    turn(x);
    pass(x, 18);
    turn(x);
    for (size_t y = 0; y < 8; y++) {
        eight low = x[0] * 0, high = low + 255;
        eight levels = __builtin_elementwise_min(x[y], high - 128) + 128;
        bytes samples = __builtin_convertvector(__builtin_elementwise_max(levels, low), bytes);
        memcpy(out + y * stride, &samples, sizeof samples);
    }
}

void jpeg_idct_plain(struct jpeg_pair *pair, const int16_t divisors[64], uint8_t *first, uint8_t *second,
                     size_t stride) {
    transform(pair->numbers, divisors, first, stride);
    transform(pair->numbers + 8, divisors, second, stride);
    memset(pair->numbers, 0, jpeg_pair_numbers * sizeof *pair->numbers);
}

jpeg_idct *jpeg_idct_best(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return jpeg_idct_avx2;
#endif
    return jpeg_idct_plain;
}
