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
