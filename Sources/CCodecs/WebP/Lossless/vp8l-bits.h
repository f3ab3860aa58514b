/* The bits of a lossless WebP: the first one is the lowest of its byte. Source: RFC 9649, section 3.3.
 *
 * Eight bytes are read at once, also near the end: the last ones are moved to where zeros follow them. What was taken
 * beyond the end is found by counting, at the end.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { vp8l_tail_bytes = 32 };

/* The bits at hand; a struct of its own, so that it stays in registers. */
struct vp8l_window {
    /* The next bits, the first one lowest, and how many of them count; those above are right or zero. */
    uint64_t value;
    unsigned held;
    const uint8_t *next;
};

struct vp8l_bits {
    struct vp8l_window window;
    /* Up to here three refills are safe, or, in the tail, not certainly beyond the end. */
    const uint8_t *limit;
    /* Where the bytes end: in the tail, once that is what is read. */
    const uint8_t *end;
    bool is_in_tail;
    uint8_t tail[2 * vp8l_tail_bytes + 8];
};

void vp8l_bits_begin(struct vp8l_bits *bits, const uint8_t *bytes, size_t count);

/* To be called when the window is beyond the limit: goes on in the tail; false if that has ended as well. */
bool vp8l_bits_turn(struct vp8l_bits *bits);

/* Whether no more bits were taken than there are. */
bool vp8l_bits_sufficed(const struct vp8l_bits *bits);

/* At least 56 bits. */
static inline __attribute__((always_inline)) void vp8l_refill(struct vp8l_window *window) {
    uint64_t next;
    memcpy(&next, window->next, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    next = __builtin_bswap64(next);
#endif
    window->value |= next << window->held;
    window->next += (63 - window->held) >> 3;
    window->held |= 56;
}

/* Drops as many bits as the lowest byte of an entry says. */
static inline __attribute__((always_inline)) void vp8l_drop(struct vp8l_window *window, uint32_t entry) {
    window->value >>= entry & 63;
    window->held -= entry & 63;
}

/* Up to 24 bits, of those that are held. */
static inline __attribute__((always_inline)) uint32_t vp8l_take(struct vp8l_window *window, unsigned count) {
    uint32_t value = (uint32_t)window->value & (((uint32_t)1 << count) - 1);
    vp8l_drop(window, count);
    return value;
}

/* At least 56 bits; false beyond the end. */
static inline bool vp8l_ready(struct vp8l_bits *bits) {
    if (bits->window.next > bits->limit && !vp8l_bits_turn(bits)) return false;
    vp8l_refill(&bits->window);
    return true;
}

/* Up to 24 bits; zeros beyond the end, where `vp8l_bits_sufficed` says so. */
static inline uint32_t vp8l_read(struct vp8l_bits *bits, unsigned count) {
    return vp8l_ready(bits) ? vp8l_take(&bits->window, count) : 0;
}
