/* The transform of Loeffler, Ligtenberg and Moschytz ("Practical fast 1-D DCT algorithms with 11 multiplications",
 * ICASSP 1989) in integers of 13 fractional bits, columns first.
 *
 * Which bits are kept between the two passes, and where numbers of 16 bits wrap around or stop at their ends, is as in
 * libjpeg-turbo's vector code; within the range that an encoder can mean it is what libjpeg's plain code gives as well.
 */
#include "jpeg-idct.h"

#include "jpeg-idct-factors.h"

#include <string.h>

static int16_t saturated(int32_t number) {
    return (int16_t)(number < INT16_MIN ? INT16_MIN : number > INT16_MAX ? INT16_MAX : number);
}

/* One pass over eight numbers, which lie `step` apart, in place; its result is divided by 2^shift. */
static void pass(int16_t *at, size_t step, int shift) {
    int32_t x0 = at[0], x1 = at[step], x2 = at[2 * step], x3 = at[3 * step];
    int32_t x4 = at[4 * step], x5 = at[5 * step], x6 = at[6 * step], x7 = at[7 * step];
    int32_t round = 1 << (shift - 1);
    int32_t sum = (int16_t)(x0 + x4) * 8192 + round, difference = (int16_t)(x0 - x4) * 8192 + round;
    int32_t low = x2 * even_low_2 + x6 * even_low_6, high = x2 * even_high_2 + x6 * even_high_6;
    int32_t even[4] = {sum + high, difference + low, difference - low, sum - high};

    int32_t z3 = (int16_t)(x7 + x3), z4 = (int16_t)(x5 + x1);
    int32_t a = z3 * odd_a_3 + z4 * odd_a_4, b = z3 * odd_b_3 + z4 * odd_b_4;
    int32_t odd[4] = {
        x7 * odd_0_7 + x1 * odd_0_1 + b,
        x5 * odd_1_5 + x3 * odd_1_3 + a,
        x5 * odd_2_5 + x3 * odd_2_3 + b,
        x7 * odd_3_7 + x1 * odd_3_1 + a,
    };
    for (size_t i = 0; i < 4; i++) {
        at[i * step] = saturated((even[i] + odd[i]) >> shift);
        at[(7 - i) * step] = saturated((even[i] - odd[i]) >> shift);
    }
}

static void transform(int16_t *block, const int16_t *divisors, uint8_t *out, size_t stride) {
    int16_t numbers[64];
    bool is_low = true;
    for (size_t y = 0; y < 8; y++) {
        for (size_t x = 0; x < 8; x++) {
            int32_t number = block[y * jpeg_pair_row + x];
            numbers[y * 8 + x] = (int16_t)(number * divisors[y * 8 + x]);
            is_low &= y == 0 || number == 0;
        }
    }
    for (size_t x = 0; x < 8; x++) {
        if (!is_low) pass(numbers + x, 8, 11);
        else for (size_t y = 8; y-- > 0;) numbers[y * 8 + x] = (int16_t)((uint32_t)numbers[x] << 2);
    }
    for (size_t y = 0; y < 8; y++) {
        pass(numbers + y * 8, 1, 18);
        for (size_t x = 0; x < 8; x++) {
            int sample = numbers[y * 8 + x] + 128;
            out[y * stride + x] = (uint8_t)(sample < 0 ? 0 : sample > 255 ? 255 : sample);
        }
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
