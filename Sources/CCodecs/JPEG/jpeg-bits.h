/* The bits of a scan, up to the next marker, without the zeros that are stuffed behind bytes of ones.
 *
 * Bytes are gathered some kilobytes ahead, so that nobody has to look for markers, nor for the end, while the blocks of
 * an MCU are decoded. Source: ITU-T T.81, B.1.1.5 and F.1.2.3.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    /* More than the codes of one MCU are: ten blocks, 64 codes a block of 16 bits with 15 behind, and a look ahead. */
    jpeg_mcu_bytes = 10 * 64 * 31 / 8 + 16,
    jpeg_gathered_bytes = 8192,
};

/* The bits at hand; a struct of its own, so that it stays in registers. */
struct jpeg_window {
    /* The next bits, the first one highest; so many count, those behind them are right or zero. */
    uint64_t value;
    int held;
    const uint8_t *next;
};

struct jpeg_bits {
    struct jpeg_window window;
    /* Where what was gathered ends, and whether a marker or the end of the file follows. */
    const uint8_t *end;
    bool is_last;
    /* The file, and what of it is to be gathered next. */
    const uint8_t *bytes;
    size_t count;
    size_t position;
    uint8_t gathered[jpeg_gathered_bytes + 2 * jpeg_mcu_bytes];
};

/* Starts at the bytes from the bits' position on. */
void jpeg_bits_restart(struct jpeg_bits *bits);

/* Gathers until there is enough for an MCU, or all there is and zeros behind it. */
void jpeg_bits_gather(struct jpeg_bits *bits);

static inline void jpeg_bits_ready(struct jpeg_bits *bits) {
    if (bits->end - bits->window.next < jpeg_mcu_bytes && !bits->is_last) jpeg_bits_gather(bits);
}

/* Bits that are left before the marker: below zero if more were taken. */
static inline ptrdiff_t jpeg_bits_left(const struct jpeg_bits *bits) {
    return bits->window.held + 8 * (bits->end - bits->window.next);
}

/* The marker that follows when all bits were taken; 0 if there is something else, or nothing. */
unsigned jpeg_bits_marker(struct jpeg_bits *bits);

/* At least 56 bits. */
static inline __attribute__((always_inline)) void jpeg_refill(struct jpeg_window *window) {
    uint64_t next;
    memcpy(&next, window->next, 8);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    next = __builtin_bswap64(next);
#endif
    window->value |= next >> window->held;
    window->next += (63 - window->held) >> 3;
    window->held |= 56;
}

static inline __attribute__((always_inline)) void jpeg_skip(struct jpeg_window *window, unsigned count) {
    window->value <<= count;
    window->held -= (int)count;
}

/* So many bits, which are not looked at further than `jpeg_refill` allows; count is at least 1. */
static inline __attribute__((always_inline)) uint32_t jpeg_peek(const struct jpeg_window *window, unsigned count) {
    return (uint32_t)(window->value >> (64 - count));
}
