#include "kernels.h"

bool hamming_supports(hamming_kernel kernel) {
    switch (kernel) {
    case hamming_scalar: return true;
#if defined(__x86_64__)
    case hamming_popcnt: return __builtin_cpu_supports("popcnt");
    case hamming_avx2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
    case hamming_avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq") &&
               __builtin_cpu_supports("popcnt");
#elif defined(__aarch64__)
    case hamming_neon: return true;
#endif
    default: return false;
    }
}

hamming_kernel hamming_best(void) {
    if (hamming_supports(hamming_avx512)) return hamming_avx512;
    if (hamming_supports(hamming_avx2)) return hamming_avx2;
    if (hamming_supports(hamming_neon)) return hamming_neon;
    if (hamming_supports(hamming_popcnt)) return hamming_popcnt;
    return hamming_scalar;
}

static hamming_scanner scanner(hamming_kernel kernel) {
    if (!hamming_supports(kernel)) return hamming_scan_scalar;
    switch (kernel) {
#if defined(__x86_64__)
    case hamming_popcnt: return hamming_scan_popcnt;
    case hamming_avx2: return hamming_scan_avx2;
    case hamming_avx512: return hamming_scan_avx512;
#elif defined(__aarch64__)
    case hamming_neon: return hamming_scan_neon;
#endif
    default: return hamming_scan_scalar;
    }
}

size_t hamming_scan(hamming_kernel kernel, const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin,
                    size_t end, uint32_t radius, hamming_pair *hits) {
    return scanner(kernel)(query, a, rows, begin, end, radius, hits);
}

size_t hamming_cross(hamming_kernel kernel, hamming_columns rows, size_t *x, size_t x_end, size_t y_begin, size_t y_end,
                     uint32_t radius, hamming_pair *hits, size_t capacity) {
    const hamming_scanner scan = scanner(kernel);
    const bool triangle = *x >= y_begin && *x < y_end;
    size_t found = 0;
    size_t i = *x;
    for (; i < x_end && capacity - found >= y_end - y_begin; i++) {
        const uint64_t query[4] = {rows.first[i], rows.second[i], rows.third[i], rows.fourth[i]};
        found += scan(query, (uint32_t)i, rows, triangle ? i + 1 : y_begin, y_end, radius, hits + found);
    }
    *x = i;
    return found;
}

size_t hamming_sift(hamming_kernel kernel, const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value,
                    size_t begin, size_t end, hamming_cursor *cursor, hamming_candidate *hits, size_t capacity) {
    if (hamming_supports(kernel)) {
        switch (kernel) {
#if defined(__x86_64__)
        case hamming_popcnt:
            return hamming_sift_popcnt(buckets, limits, value, begin, end, cursor, hits, capacity);
        case hamming_avx2: return hamming_sift_avx2(buckets, limits, value, begin, end, cursor, hits, capacity);
        case hamming_avx512: return hamming_sift_avx512(buckets, limits, value, begin, end, cursor, hits, capacity);
#elif defined(__aarch64__)
        case hamming_neon: return hamming_sift_neon(buckets, limits, value, begin, end, cursor, hits, capacity);
#endif
        default: break;
        }
    }
    return hamming_sift_scalar(buckets, limits, value, begin, end, cursor, hits, capacity);
}
