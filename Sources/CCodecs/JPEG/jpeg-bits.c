#include "jpeg-bits.h"

#if defined(__SSE2__)
#include <emmintrin.h>

/* Copies sixteen bytes, and says which of them is the first of ones; 16 if none is. */
static inline unsigned copy_up_to_ones(uint8_t *to, const uint8_t *from) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)from);
    _mm_storeu_si128((__m128i *)to, bytes);
    unsigned found = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(-1)));
    return (unsigned)__builtin_ctz(found | 1u << 16);
}

enum { copied = 16 };

#else

/* Which of eight bytes is the first of ones; 8 if none is. */
static inline unsigned first_of_ones(uint64_t eight) {
    uint64_t zeros = ~eight, found = (zeros - 0x0101010101010101) & ~zeros & 0x8080808080808080;
    if (found == 0) return 8;
    /* Borrows make later bytes doubtful, never earlier ones. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (unsigned)__builtin_ctzll(found) / 8;
#else
    unsigned first = 0;
    while (((const uint8_t *)&eight)[first] != 0xFF) first++;
    return first;
#endif
}

/* The same for eight bytes. */
static inline unsigned copy_up_to_ones(uint8_t *to, const uint8_t *from) {
    uint64_t eight;
    memcpy(&eight, from, 8);
    memcpy(to, &eight, 8);
    return first_of_ones(eight);
}

enum { copied = 8 };

#endif

void jpeg_bits_restart(struct jpeg_bits *bits) {
    bits->window = (struct jpeg_window){0, 0, bits->gathered};
    bits->end = bits->gathered;
    bits->is_last = false;
}

void jpeg_bits_gather(struct jpeg_bits *bits) {
    size_t left = (size_t)(bits->end - bits->window.next);
    memmove(bits->gathered, bits->window.next, left);
    uint8_t *to = bits->gathered + left, *full = bits->gathered + jpeg_gathered_bytes;
    const uint8_t *from = bits->bytes + bits->position, *end = bits->bytes + bits->count;
    while (to < full && !bits->is_last) {
        if (end - from >= copied) {
            unsigned whole = copy_up_to_ones(to, from);
            from += whole;
            to += whole;
            if (whole == copied) continue;
        } else if (from < end && *from != 0xFF) {
            *to++ = *from++;
            continue;
        }
        if (end - from >= 2 && from[1] == 0) {
            *to++ = 0xFF;
            from += 2;
        } else {
            bits->is_last = true;
        }
    }
    bits->position = (size_t)(from - bits->bytes);
    bits->window.next = bits->gathered;
    bits->end = to;
    if (bits->is_last) memset(to, 0, jpeg_mcu_bytes + 16);
}

unsigned jpeg_bits_marker(struct jpeg_bits *bits) {
    jpeg_bits_ready(bits);
    ptrdiff_t left = jpeg_bits_left(bits);
    if (!bits->is_last || left < 0 || left >= 8 || bits->count - bits->position < 2) return 0;
    return bits->bytes[bits->position] == 0xFF ? bits->bytes[bits->position + 1] : 0;
}
