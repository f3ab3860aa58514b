#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How the distances of 256-bit codes are counted. Every kernel gives the same numbers; they differ in speed only.
typedef enum __attribute__((enum_extensibility(closed))) {
    hamming_scalar = 0,  ///< Plain C, everywhere.
    hamming_popcnt = 1,  ///< x86-64 POPCNT.
    hamming_avx2 = 2,    ///< x86-64 AVX2: nibble table, four codes at a time.
    hamming_avx512 = 3,  ///< x86-64 AVX-512 VPOPCNTDQ: eight codes at a time.
    hamming_neon = 4,    ///< AArch64 CNT, two codes at a time.
} hamming_kernel;

/// Two rows within the radius, and their distance.
typedef struct {
    uint32_t a;
    uint32_t b;
    uint32_t distance;
} hamming_pair;

/// Codes in columns: row i is first[i], second[i], third[i], fourth[i]. The order of the words does not matter to a
/// distance; the two words that tell codes apart best stand first, because most rows are given up after them.
typedef struct {
    const uint64_t *first;
    const uint64_t *second;
    const uint64_t *third;
    const uint64_t *fourth;
} hamming_columns;

/// Whether this processor can run `kernel`.
bool hamming_supports(hamming_kernel kernel);

/// The fastest kernel of this processor.
hamming_kernel hamming_best(void);

/// Writes every row of [begin, end) within `radius` of the code `query` (four words) to `hits`, in order of the rows,
/// with `a` as given. `hits` has room for end - begin entries; the number written is returned.
size_t hamming_scan(hamming_kernel kernel, const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin,
                    size_t end, uint32_t radius, hamming_pair *hits);

/// Compares the rows *x up to x_end, each against all of [y_begin, y_end), or, where that is the same range, each against
/// those behind it. Stops when `hits` might not hold another row's matches, and resumes from *x when called again;
/// `capacity` is at least y_end - y_begin. The number of hits written is returned.
size_t hamming_cross(hamming_kernel kernel, hamming_columns rows, size_t *x, size_t x_end, size_t y_begin, size_t y_end,
                     uint32_t radius, hamming_pair *hits, size_t capacity);
