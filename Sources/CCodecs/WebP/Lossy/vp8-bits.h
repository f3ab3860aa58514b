/* The boolean decoder: bits whose probabilities both sides know. Source: RFC 6386, section 7.
 *
 * A bit is known when eight bits of the partition are at hand behind what was taken. How many more are at hand is
 * nobody's business, so they come four bytes at a time, also from behind the partition's end. Whether bits were taken
 * that are not there is asked before each macroblock, and the last bytes of all are kept with zeros behind them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define VP8_INLINE static inline __attribute__((always_inline))

enum {
    /* More than a macroblock takes: 400 coefficients of at most 16 bytes. */
    vp8_macroblock_bytes = 8192,
};

/* A struct of its own, so that it stays in registers. */
struct vp8_window {
    /* The next bits less what is below the range, the first one highest. Behind them stand a one and zeros. */
    uint64_t value;
    const uint8_t *next;
    /* 128 to 255, in the highest byte. */
    uint32_t range;
};

struct vp8_bits {
    struct vp8_window window;
    const uint8_t *end;
    bool is_in_tail;
};

/* The last bytes of all partitions. */
struct vp8_tail {
    const uint8_t *start;
    uint8_t bytes[2 * vp8_macroblock_bytes];
};

/* Starts a partition; false if no encoder begins one so, as its bits would lie beyond the range. */
static inline bool vp8_bits_start(struct vp8_bits *bits, const uint8_t *bytes, size_t count) {
    *bits = (struct vp8_bits){{1ull << 63, bytes, 255u << 24}, bytes + count, false};
    return count > 0 && bytes[0] < 255;
}

/* Bits of the partition that were not taken: libwebp calls it damaged when it wants one while there are less than
 * eight. */
static inline ptrdiff_t vp8_bits_left(const struct vp8_bits *bits) {
    return 8 * (bits->end - bits->window.next) + 63 - __builtin_ctzll(bits->window.value);
}

/* Makes a macroblock's bytes readable; false if there are none left. */
static inline bool vp8_bits_ready(struct vp8_bits *bits, const struct vp8_tail *tail) {
    if (vp8_bits_left(bits) < 8) return false;
    if (!bits->is_in_tail && bits->window.next >= tail->start) {
        bits->window.next = tail->bytes + (bits->window.next - tail->start);
        bits->end = tail->bytes + (bits->end - tail->start);
        bits->is_in_tail = true;
    }
    return true;
}

/* At least 32 bits, so that four can be known before there have to be more. */
VP8_INLINE void vp8_refill(struct vp8_window *window) {
    if (__builtin_expect((uint32_t)window->value != 0, 1)) return;
    uint32_t next;
    memcpy(&next, window->next, 4);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    next = __builtin_bswap32(next);
#endif
    window->next += 4;
    int place = __builtin_ctzll(window->value) - 32;
    window->value = (window->value & (window->value - 1)) | ((uint64_t)next << 1 | 1) << place;
}

/* The next bit, which is 0 with a probability in 256ths. It takes up to seven bits of the window.
 *
 * What is done is done twice, so that the processor guesses the bit and goes on, rather than wait for the comparison.
 * Assembly that does nothing, but not to the same number, keeps the compiler from making one of two, and from reckoning
 * with the range first. */
VP8_INLINE bool vp8_bit(struct vp8_window *window, uint32_t probability) {
    uint64_t rest = (uint64_t)(256 - probability) << 24;
    __asm__("" : "+r"(rest));
    uint32_t exact = (uint32_t)((window->range * (uint64_t)probability + rest) >> 8);
    uint32_t split = exact & 0xFF000000;
    uint64_t place = (uint64_t)split << 32;
    if (window->value >= place) {
        uint32_t range = window->range - split;
        int shift = __builtin_clz(range);
        window->range = range << shift;
        window->value = (window->value - place) << shift;
        __asm__ volatile("" : "+r"(window->range));
        return true;
    }
    int shift = __builtin_clz(exact);
    window->range = split << shift;
    window->value <<= shift;
    __asm__ volatile("" : "+r"(window->value));
    return false;
}

/* A bit that is as likely 0 as 1 negates the number; behind any other bit it takes one bit of the window, as the range
 * is no longer 255. The range stays as it is if it is even, and else one more or less. */
VP8_INLINE int32_t vp8_signed(struct vp8_window *window, int32_t number) {
    uint32_t down = window->range & 0xFE000000, up = (window->range + (1u << 24)) & 0xFE000000;
    uint64_t place = (uint64_t)up << 31;
    bool is_negative = window->value >= place;
    window->range = is_negative ? down : up;
    window->value = (is_negative ? window->value - place : window->value) << 1;
    return is_negative ? -number : number;
}
