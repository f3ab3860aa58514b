#include "adler.h"

#include <string.h>

/* The largest prime below 2 to the power of 16. */
static const uint32_t modulus = 65521;

/* The sum of all bytes and that of all such sums, of which only the remainders count. */
struct adler {
    uint64_t a, b;
};

/* What is left when bytes are counted in runs. */
static uint32_t finish(struct adler sums, const uint8_t *bytes, size_t count) {
    for (; count > 0; count--) sums.a += *bytes++, sums.b += sums.a;
    return (uint32_t)(sums.b % modulus << 16 | sums.a % modulus);
}

/* Columns of sums, so that 16 bytes are added at once: a byte's own, and how often it counts. */
static uint32_t adler_plain(const uint8_t *bytes, size_t count) {
    typedef uint8_t bytes16 __attribute__((vector_size(16)));
    typedef uint16_t sums16 __attribute__((vector_size(32)));
    enum { groups = 22, run = groups * 16 };
    struct adler all = {1, 0};
    for (; count >= run; count -= run, bytes += run) {
        /* 22 times 255, and 255 times 22 * 21 / 2, fit into 16 bits. */
        sums16 sums = {0}, rounds = {0};
        for (int group = 0; group < groups; group++) {
            bytes16 next;
            memcpy(&next, bytes + group * 16, 16);
            rounds += sums;
            sums += __builtin_convertvector(next, sums16);
        }
        all.b += all.a * run;
        for (unsigned i = 0; i < 16; i++) {
            all.a += sums[i];
            all.b += 16 * (uint32_t)rounds[i] + (16 - i) * (uint32_t)sums[i];
        }
        all.a %= modulus;
        all.b %= modulus;
    }
    return finish(all, bytes, count);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline uint64_t total(__m256i lanes) {
    uint32_t values[8];
    uint64_t sum = 0;
    memcpy(values, &lanes, sizeof values);
    for (int i = 0; i < 8; i++) sum += values[i];
    return sum;
}

/* The same with 64 bytes at once, in less than half of the time: bytes are added, and counted by their place, by one
 * instruction each. */
AVX2 static uint32_t adler_avx2(const uint8_t *bytes, size_t count) {
    /* So many that no lane of 32 bits overflows: what counts most is 64 * 64 / 2 sums of 8 bytes. */
    enum { groups = 64 };
    const __m256i zero = _mm256_setzero_si256(), ones = _mm256_set1_epi16(1);
    const __m256i places = _mm256_setr_epi8(32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14,
                                            13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    struct adler all = {1, 0};
    while (count >= 64) {
        size_t many = count / 64 < groups ? count / 64 : groups;
        /* Of all bytes, of those that 32 more of the same 64 follow, and of those by how many of their 32 follow. */
        __m256i sums = zero, rounds = zero, firsts = zero, placed = zero;
        for (size_t i = 0; i < many; i++, bytes += 64) {
            __m256i first = _mm256_loadu_si256((const __m256i *)bytes);
            __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + 32)), sum = _mm256_sad_epu8(first, zero);
            rounds = _mm256_add_epi32(rounds, sums);
            firsts = _mm256_add_epi32(firsts, sum);
            sums = _mm256_add_epi32(sums, _mm256_add_epi32(sum, _mm256_sad_epu8(second, zero)));
            /* Two bytes at their places are at most 255 * 63, and two pairs fit into 16 bits without a sign. */
            __m256i pairs = _mm256_add_epi16(_mm256_maddubs_epi16(first, places), _mm256_maddubs_epi16(second, places));
            placed = _mm256_add_epi32(placed, _mm256_madd_epi16(pairs, ones));
        }
        all.b += all.a * 64 * many + 64 * total(rounds) + 32 * total(firsts) + total(placed);
        all.a += total(sums);
        all.a %= modulus;
        all.b %= modulus;
        count -= many * 64;
    }
    return finish(all, bytes, count);
}
#endif

uint32_t adler_of(const uint8_t *bytes, size_t count, bool plain) {
#if defined(__x86_64__)
    if (!plain && __builtin_cpu_supports("avx2")) return adler_avx2(bytes, count);
#endif
    (void)plain;
    return adler_plain(bytes, count);
}
