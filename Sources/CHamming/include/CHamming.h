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

/// Two rows that a sift let through.
typedef struct {
    uint32_t a;
    uint32_t b;
} hamming_candidate;

/// Codes sorted by 16 of their bits, of which a sift sees only the 64 bits that follow those: 32 near ones and 32 far ones.
typedef struct {
    const uint32_t *near;
    const uint32_t *far;
    /// For each value of the 16 bits the rows that others are compared with: those from begins[value] up to ends[value].
    const uint32_t *begins;
    const uint32_t *ends;
} hamming_buckets;

/// Which rows a sift lets through.
typedef struct {
    /// What the 16 bits of two rows may differ by.
    const uint16_t *masks;
    size_t count;
    /// For each mask the bits in which the near ones may differ, and in which near and far ones may differ together.
    const uint8_t *near_limits;
    const uint8_t *far_limits;
    /// Whether the rows that are compared are those that others are compared with, and each pair is wanted once.
    bool once;
} hamming_limits;

/// How far a sift has come: the mask, and the row of that mask's bucket.
typedef struct {
    size_t mask;
    size_t row;
} hamming_cursor;

/// Compares the rows [begin, end), whose 16 bits are `value`, with all buckets that `limits` allows, and writes those that
/// pass to `hits`, in no stated order; a kernel may let pass what is within the far limit alone. Stops when `hits` might not hold what another step finds, and resumes from `cursor`,
/// zero at first, when called again; at the end cursor->mask is limits->count. `capacity` is at least 16 (end - begin). The
/// number of hits written is returned.
size_t hamming_sift(hamming_kernel kernel, const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value,
                    size_t begin, size_t end, hamming_cursor *cursor, hamming_candidate *hits, size_t capacity);
