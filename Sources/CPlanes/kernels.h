#pragma once
#include "CPlanes.h"

/// One kernel: the bodies of bodies.h compiled for one processor.
typedef struct {
    void (*products)(const float *, size_t, const float *, const float *, size_t, double *);
    void (*subtract)(const float *, const float *, size_t, const float *, size_t, float *);
    void (*weigh)(const float *, float, size_t, float *);
    void (*count)(const float *, size_t, size_t, size_t, uint16_t *, size_t);
    void (*smooth)(const float *, size_t, float *);
    void (*steepness)(const float *, size_t, float *);
    void (*project)(const float *, size_t, size_t, const float *, size_t, size_t, float *, size_t);
    uint32_t (*unrest)(const uint8_t *, size_t);
    void (*widen)(const uint8_t *, size_t, float, float *);
    void (*relate)(const float *, const float *, const float *, size_t, float *);
    void (*means)(const float *, size_t, size_t, float *);
    float (*rest)(const float *, size_t, float, size_t);
} planes_table;

extern const planes_table planes_plain_table;
#if defined(__x86_64__)
extern const planes_table planes_avx2_table;
#endif
