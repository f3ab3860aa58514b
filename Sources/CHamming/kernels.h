#pragma once
#include "CHamming.h"

/// One query against rows [begin, end): the shape that every kernel has.
typedef size_t (*hamming_scanner)(const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin, size_t end,
                                  uint32_t radius, hamming_pair *hits);

size_t hamming_scan_scalar(const uint64_t *, uint32_t, hamming_columns, size_t, size_t, uint32_t, hamming_pair *);
#if defined(__x86_64__)
size_t hamming_scan_popcnt(const uint64_t *, uint32_t, hamming_columns, size_t, size_t, uint32_t, hamming_pair *);
size_t hamming_scan_avx2(const uint64_t *, uint32_t, hamming_columns, size_t, size_t, uint32_t, hamming_pair *);
size_t hamming_scan_avx512(const uint64_t *, uint32_t, hamming_columns, size_t, size_t, uint32_t, hamming_pair *);
#elif defined(__aarch64__)
size_t hamming_scan_neon(const uint64_t *, uint32_t, hamming_columns, size_t, size_t, uint32_t, hamming_pair *);
#endif

/// One part of a sift: the rows [x, x_end) against [y, y_end).
typedef struct {
    const uint32_t *near;
    const uint32_t *far;
    size_t x;
    size_t x_end;
    size_t y;
    size_t y_end;
    uint32_t near_limit;
    uint32_t far_limit;
    /// Whether both are the same bucket, and only rows behind x are wanted.
    bool once;
} hamming_block;

/// Compares the next few rows of y (16 at most) with all of x, and moves y behind them: the shape that every kernel has.
typedef size_t (*hamming_stepper)(hamming_block *block, hamming_candidate *hits);

#if defined(__x86_64__)
size_t hamming_sift_avx2(const hamming_buckets *, const hamming_limits *, uint16_t, size_t, size_t, hamming_cursor *,
                         hamming_candidate *, size_t);
size_t hamming_sift_avx512(const hamming_buckets *, const hamming_limits *, uint16_t, size_t, size_t, hamming_cursor *,
                           hamming_candidate *, size_t);
size_t hamming_sift_popcnt(const hamming_buckets *, const hamming_limits *, uint16_t, size_t, size_t, hamming_cursor *,
                           hamming_candidate *, size_t);
#elif defined(__aarch64__)
size_t hamming_sift_neon(const hamming_buckets *, const hamming_limits *, uint16_t, size_t, size_t, hamming_cursor *,
                         hamming_candidate *, size_t);
#endif
size_t hamming_sift_scalar(const hamming_buckets *, const hamming_limits *, uint16_t, size_t, size_t, hamming_cursor *,
                           hamming_candidate *, size_t);

/// The walk through the buckets, which is the same for every kernel; inlined into each with its own step.
__attribute__((always_inline)) static inline size_t hamming_walk(const hamming_buckets *buckets,
                                                                 const hamming_limits *limits, uint16_t value,
                                                                 size_t begin, size_t end, hamming_cursor *cursor,
                                                                 hamming_candidate *hits, size_t capacity,
                                                                 hamming_stepper step) {
    const size_t most = 16 * (end - begin);
    size_t found = 0, row = cursor->row;
    for (size_t mask = cursor->mask; mask < limits->count; mask++, row = 0) {
        const uint16_t other = value ^ limits->masks[mask];
        if (limits->once && other < value) continue;
        const bool same = limits->once && other == value;
        size_t first = buckets->begins[other];
        if (same && first < begin) first = begin;
        hamming_block block = {buckets->near, buckets->far, begin, end, row > first ? row : first, buckets->ends[other],
                               limits->near_limits[mask], limits->far_limits[mask], same};
        while (block.y < block.y_end) {
            if (capacity - found < most) {
                *cursor = (hamming_cursor){mask, block.y};
                return found;
            }
            found += step(&block, hits + found);
        }
    }
    *cursor = (hamming_cursor){limits->count, 0};
    return found;
}
