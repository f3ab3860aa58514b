#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define TABLE planes_avx2_table
#include "bodies.h"
#endif
