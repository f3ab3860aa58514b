/* The boolean decoder: bits whose probabilities both sides know. Source: RFC 6386, section 7.
 *
 * A bit is known when eight bits of the partition are at hand behind what was taken. How many more are at hand is
 * nobody's business, so they come seven bytes at a time, also from behind the partition's end: whether bits were taken
 * that are not there is asked now and then.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define VP8_INLINE static inline __attribute__((always_inline))

/* A struct of its own, so that it stays in registers. */
struct vp8_window {
    /* The next bits less what is below the range, the first one highest; so many count, those behind are zero. */
    uint64_t value;
    const uint8_t *next;
    /* 128 to 255. */
    uint32_t range;
    int held;
};

enum {
    /* What `held` is raised by where there are no more bytes: zeros follow. */
    vp8_held_zeros = 1 << 30,
    /* Bits that a window holds at least behind a refill: enough for six that are known, and the one behind them. */
    vp8_refilled = 56,
};

struct vp8_bits {
    struct vp8_window window;
    const uint8_t *end;
};

/* Where the bytes of all partitions end, and in front of which place eight of them can be read. */
struct vp8_limits {
    const uint8_t *quick, *end;
};

VP8_INLINE struct vp8_bits vp8_bits_of(const uint8_t *bytes, size_t count) {
    return (struct vp8_bits){{0, bytes, 255, 0}, bytes + count};
}

/* Bits of the partition that were not taken: libwebp calls it damaged when it wants one while there are less than
 * eight. */
static inline ptrdiff_t vp8_bits_left(const struct vp8_bits *bits) {
    const struct vp8_window *window = &bits->window;
    int held = window->held > vp8_held_zeros / 2 ? window->held - vp8_held_zeros : window->held;
    return 8 * (bits->end - window->next) + held;
}

/* The last bytes, one by one, and then zeros. */
struct vp8_window vp8_refilled_slowly(struct vp8_window window, const uint8_t *end);

/* At least 56 bits. */
VP8_INLINE void vp8_refill(struct vp8_window *window, struct vp8_limits limits) {
    if (__builtin_expect(window->next >= limits.quick, 0)) {
        *window = vp8_refilled_slowly(*window, limits.end);
        return;
    }
    uint64_t next;
    memcpy(&next, window->next, 8);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    next = __builtin_bswap64(next);
#endif
    window->value |= next >> window->held;
    window->next += (63 - window->held) >> 3;
    window->held |= vp8_refilled;
}

/* Puts the highest bit of the range in its place again. */
VP8_INLINE void vp8_normalize(struct vp8_window *window) {
    int shift = __builtin_clz(window->range) - 24;
    window->range <<= shift;
    window->value <<= shift;
    window->held -= shift;
}

/* The next bit, which is 0 with a probability in 256ths. It takes up to seven bits of the window.
 *
 * What is done is done twice, so that the processor guesses the bit and goes on, rather than wait for the comparison;
 * the words that do nothing keep the compiler from making one of two. */
VP8_INLINE bool vp8_bit(struct vp8_window *window, uint32_t probability) {
    uint32_t split = (window->range * probability + 256 - probability) >> 8;
    uint64_t place = (uint64_t)split << 56;
    if (window->value >= place) {
        window->range -= split;
        window->value -= place;
        vp8_normalize(window);
        __asm__ volatile("# one");
        return true;
    }
    window->range = split;
    vp8_normalize(window);
    __asm__ volatile("# zero");
    return false;
}

/* A bit that is as likely 0 as 1 negates the number; behind any other bit it takes one bit of the window. */
VP8_INLINE int32_t vp8_signed(struct vp8_window *window, int32_t number) {
    uint32_t split = (window->range + 1) >> 1;
    uint64_t place = (uint64_t)split << 56;
    bool is_negative = window->value >= place;
    uint32_t rest = window->range - split;
    window->range = (is_negative ? rest : split) << 1;
    window->value = (is_negative ? window->value - place : window->value) << 1;
    window->held -= 1;
    return is_negative ? -number : number;
}
