/* Sequential scans, in two thirds of the time of a decoder that has to be ready for anything: whatever is not as an
 * encoder writes it is a doubt, and somebody else's to judge.
 *
 * Source: ITU-T T.81, annexes A.2, F.1 and F.2.
 */
#include "jpeg-blocks.h"
#include "jpeg-codes.h"
#include "jpeg-progressive.h"

#define likely(condition) __builtin_expect(!!(condition), 1)

/* A coefficient whose code is long; the place behind it, or below 0. */
static int long_coefficient(struct jpeg_window *window, const struct jpeg_huffman *table, uint32_t entry,
                            int16_t *block, unsigned at) {
    int symbol = jpeg_long_symbol(window, table, entry);
    if (symbol < 0) return -1;
    unsigned run = (unsigned)symbol >> 4, size = (unsigned)symbol & 15;
    if (size == 0) return (int)at + (run == 15 ? 16 : jpeg_has_ended + 1);
    block[jpeg_places[at + run]] = (int16_t)jpeg_number(window, size);
    return (int)(at + run) + 1;
}

/* Takes the bits of the last coefficient at its place; false if that is beyond the block. */
static inline __attribute__((always_inline)) bool skip_last(struct jpeg_window *window, uint32_t entry, unsigned at) {
    unsigned bits = entry & jpeg_entry_bits;
    /* Behind the 63rd coefficient there is no end: what looked like one belongs to the next block. */
    if (at == (jpeg_has_ended | 63)) bits -= entry >> jpeg_entry_end_shift & jpeg_entry_end_bits;
    jpeg_skip(window, bits);
    return (at & (jpeg_has_ended - 1)) <= 63;
}

/* All other coefficients of a block, of which `entry` is the look at the first. */
static inline __attribute__((always_inline)) bool other_coefficients(struct jpeg_window *window,
                                                                     const struct jpeg_huffman *table, uint32_t entry,
                                                                     int16_t *block) {
    unsigned at = 1;
    /* A refill is enough for three looks, the last of them long. At first there are bits for two. */
    for (int i = 1;; i = 0) {
        for (;; i++) {
            if (likely(!(entry & jpeg_entry_is_long))) {
                at += entry >> jpeg_entry_run_shift & 255;
                block[jpeg_places[at]] = (int16_t)(entry >> 16);
                if (at >= 63) return skip_last(window, entry, at);
                jpeg_skip(window, entry & jpeg_entry_bits);
                at += 1;
                if (i == 2) break;
            } else {
                int next = long_coefficient(window, table, entry, block, at);
                if (next < 0) return false;
                at = (unsigned)next;
                if (at >= 64) return (at & (jpeg_has_ended - 1)) <= 64;
                break;
            }
            entry = table->entries[jpeg_peek(window, jpeg_look)];
        }
        jpeg_refill(window);
        entry = table->entries[jpeg_peek(window, jpeg_look)];
    }
}

/* Decodes a block to `out`, or to nowhere; false on doubt. */
static inline __attribute__((always_inline)) bool decode_block(struct jpeg_scan *scan, struct jpeg_window *window,
                                                               struct jpeg_plane *plane, uint8_t *out) {
    jpeg_refill(window);
    if (!jpeg_first_coefficient(window, plane->differences, &plane->prediction)) return false;
    uint32_t entry = plane->coefficients->entries[jpeg_peek(window, jpeg_look)];
    int16_t first = (int16_t)plane->prediction;
    bool is_flat = (entry & ~(uint32_t)jpeg_entry_bits) == jpeg_entry_ends << jpeg_entry_run_shift;
    if (is_flat) {
        jpeg_skip(window, entry & jpeg_entry_bits);
        if (out != NULL) jpeg_put_flat(plane, first, out);
        return true;
    }
    if (window->held < jpeg_look + 31) {
        jpeg_refill(window);
        entry = plane->coefficients->entries[jpeg_peek(window, jpeg_look)];
    }
    int16_t *block = jpeg_next_block(plane);
    if (!other_coefficients(window, plane->coefficients, entry, block)) return false;
    if (out == NULL) {
        for (size_t y = 0; y < 8; y++) memset(block + y * jpeg_pair_row, 0, 8 * sizeof *block);
        return true;
    }
    block[0] = first;
    jpeg_put_block(plane, scan->idct, out);
    return true;
}

static inline __attribute__((always_inline)) bool decode_mcu(struct jpeg_scan *scan, struct jpeg_window *window,
                                                             uint32_t column) {
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        struct jpeg_plane *plane = &scan->planes[i];
        for (uint32_t y = 0; y < plane->down; y++) {
            bool is_inside = scan->next_row * plane->down + y < plane->rows;
            uint8_t *row = plane->out + y * 8 * plane->stride;
            for (uint32_t x = column * plane->across; x < (column + 1) * plane->across; x++) {
                uint8_t *out = is_inside && x < plane->columns ? row + (size_t)x * 8 : NULL;
                if (!decode_block(scan, window, plane, out)) return false;
            }
        }
    }
    return true;
}

static void start_interval(struct jpeg_scan *scan) {
    for (uint32_t i = 0; i < scan->plane_count; i++) scan->planes[i].prediction = 0;
    scan->until_restart = scan->interval;
    jpeg_bits_restart(&scan->bits);
}

bool jpeg_scan_restart(struct jpeg_scan *scan) {
    if (jpeg_bits_marker(&scan->bits) != 0xD0 + scan->restart) return false;
    scan->bits.position += 2;
    scan->restart = (scan->restart + 1) & 7;
    start_interval(scan);
    return true;
}

void jpeg_scan_start(struct jpeg_scan *scan) {
    scan->restart = 0;
    start_interval(scan);
}

void jpeg_scan_begin(struct jpeg_scan *scan, const uint8_t *bytes, size_t count, size_t position) {
    scan->next_row = 0;
    scan->bits.bytes = bytes;
    scan->bits.count = count;
    scan->bits.position = position;
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        struct jpeg_plane *plane = &scan->planes[i];
        plane->waiting = NULL;
        plane->blocks = NULL;
        memset(&plane->pair, 0, sizeof plane->pair);
    }
    jpeg_scan_start(scan);
}

bool jpeg_scan_row(struct jpeg_scan *scan) {
    if (scan->planes[0].blocks != NULL) return jpeg_progress_row(scan);
    struct jpeg_bits *bits = &scan->bits;
    for (uint32_t column = 0; column < scan->mcus_across; column++) {
        if (scan->interval > 0) {
            if (scan->until_restart == 0 && !jpeg_scan_restart(scan)) return false;
            scan->until_restart -= 1;
        }
        jpeg_bits_ready(bits);
        struct jpeg_window window = bits->window;
        bool is_right = decode_mcu(scan, &window, column);
        bits->window = window;
        if (!is_right || jpeg_bits_left(bits) < 0) return false;
    }
    for (uint32_t i = 0; i < scan->plane_count; i++) jpeg_put_last(&scan->planes[i], scan->idct);
    scan->next_row += 1;
    return true;
}

bool jpeg_scan_ends_well(struct jpeg_scan *scan) {
    if (scan->planes[0].blocks != NULL) return true;
    return scan->next_row == scan->mcus_down && jpeg_bits_marker(&scan->bits) == 0xD9;
}
