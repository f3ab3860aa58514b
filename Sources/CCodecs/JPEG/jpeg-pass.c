/* One scan of a progressive JPEG.
 *
 * Which coefficients of a block are not zero is known as a word of bits, so that refining looks only at these, and a
 * block without any costs nothing. Source: ITU-T T.81, annex G.
 */
#include "jpeg-blocks.h"
#include "jpeg-codes.h"
#include "jpeg-progressive.h"

/* Where a pass is. */
struct passage {
    const struct jpeg_pass *pass;
    /* Blocks to come that have no further codes. */
    uint32_t ended;
};

/* The bits of the places from `first` to `last`. */
static inline uint64_t band(unsigned first, unsigned last) { return UINT64_MAX << first & UINT64_MAX >> (63 - last); }

static inline unsigned lowest(uint64_t bits) { return (unsigned)__builtin_ctzll(bits); }

/* How many blocks from this one on have no codes any more (G.1.2.2); run is 0 to 14. */
static inline uint32_t end_run(struct jpeg_window *window, unsigned run) {
    uint32_t blocks = 1u << run;
    if (run > 0) {
        blocks += jpeg_peek(window, run);
        jpeg_skip(window, run);
    }
    return blocks;
}

static inline bool put(int16_t *block, uint64_t *nonzero, unsigned at, int32_t value, unsigned left) {
    int32_t number = (int32_t)((uint32_t)value << left);
    block[at] = (int16_t)number;
    *nonzero |= UINT64_C(1) << at;
    return number == block[at];
}

/* The first that is heard of a block; all passes come behind this one, which has to clear the block for them. */
static bool begin_first(struct jpeg_window *window, const struct jpeg_huffman *table, const struct jpeg_pass *pass,
                        int32_t *prediction, int16_t *block, uint64_t *nonzero) {
    memset(block, 0, 64 * sizeof *block);
    *nonzero = 0;
    jpeg_refill(window);
    if (!jpeg_first_coefficient(window, table, prediction)) return false;
    return put(block, nonzero, 0, *prediction, pass->left);
}

static void refine_first(struct jpeg_window *window, const struct jpeg_pass *pass, int16_t *block) {
    jpeg_refill(window);
    block[0] = (int16_t)(block[0] | (int16_t)(jpeg_peek(window, 1) << pass->left));
    jpeg_skip(window, 1);
}

/* A band of a block for the first time; false on doubt. */
static inline bool begin_band(struct jpeg_window *window, const struct jpeg_huffman *table, struct passage *passage,
                              int16_t *block, uint64_t *nonzero) {
    const unsigned last = passage->pass->last, left = passage->pass->left;
    unsigned at = passage->pass->first;
    uint64_t found = 0;
    for (;;) {
        jpeg_refill(window);
        /* A refill is enough for three looks, the last of them long. */
        for (int i = 0; i < 3; i++) {
            uint32_t entry = table->entries[jpeg_peek(window, jpeg_look)];
            if (entry & jpeg_entry_is_long) {
                int symbol = jpeg_long_symbol(window, table, entry);
                unsigned run = (unsigned)symbol >> 4 & 15, size = (unsigned)symbol & 15;
                if (symbol < 0) return false;
                if (size == 0 && run < 15) {
                    passage->ended = end_run(window, run) - 1;
                    *nonzero |= found;
                    return true;
                }
                at += run;
                if (at > last) return false;
                if (size > 0 && !put(block, &found, at, jpeg_number(window, size), left)) return false;
                at += 1;
                if (at <= last) break;
                *nonzero |= found;
                return true;
            }
            unsigned bits = entry & jpeg_entry_bits;
            int32_t value = (int32_t)entry >> 16;
            at += entry >> jpeg_entry_run_shift & 255;
            if (at < last) {
                block[at] = (int16_t)((uint32_t)value << left);
                found |= (uint64_t)(value != 0) << at;
                jpeg_skip(window, bits);
                at += 1;
                continue;
            }
            /* Behind the last place there is no end: what looked like one belongs to the next block. */
            if (at == (jpeg_has_ended | last)) bits -= entry >> jpeg_entry_end_shift & jpeg_entry_end_bits;
            jpeg_skip(window, bits);
            at &= jpeg_has_ended - 1;
            if (at > last) return false;
            if (value != 0) put(block, &found, at, value, left);
            *nonzero |= found;
            return true;
        }
    }
}

/* Reads another bit of each of the coefficients that `which` says. */
static inline void correct(struct jpeg_window *window, int16_t *block, uint64_t which, unsigned left) {
    while (which != 0) {
        jpeg_refill(window);
        for (int i = 0; i < 56 && which != 0; i++) {
            int16_t *at = block + lowest(which);
            which &= which - 1;
            int32_t sign = *at >> 15, bit = (int32_t)jpeg_peek(window, 1);
            jpeg_skip(window, 1);
            *at = (int16_t)(*at + ((((1 << left) ^ sign) - sign) & -bit));
        }
    }
}

/* A band of a block once more; false on doubt. */
static inline bool refine_band(struct jpeg_window *window, const struct jpeg_huffman *table, struct passage *passage,
                               int16_t *block, uint64_t *nonzero) {
    const unsigned left = passage->pass->left;
    uint64_t ahead = band(passage->pass->first, passage->pass->last), known = *nonzero;
    while (ahead != 0) {
        jpeg_refill(window);
        uint32_t entry = table->entries[jpeg_peek(window, jpeg_look)];
        unsigned run = entry >> jpeg_entry_run_shift & 255;
        int32_t value = (int32_t)entry >> 16;
        if (entry & jpeg_entry_is_long) {
            int symbol = jpeg_long_symbol(window, table, entry);
            unsigned size = (unsigned)symbol & 15;
            run = (unsigned)symbol >> 4 & 15;
            if (symbol < 0) return false;
            if (size == 0 && run < 15) {
                passage->ended = end_run(window, run) - 1;
                break;
            }
            value = jpeg_number(window, size);
        } else {
            jpeg_skip(window, entry & jpeg_entry_bits);
            if (run == jpeg_entry_ends) break;
        }
        if (value < -1 || value > 1) return false;
        /* The place behind so many zeros that stay zero. */
        uint64_t zeros = ahead & ~known;
        for (; run > 0; run--) zeros &= zeros - 1;
        if (zeros == 0) return false;
        uint64_t target = zeros & -zeros, before = target - 1;
        correct(window, block, ahead & before & known, left);
        if (value != 0) put(block, nonzero, lowest(target), value, left);
        ahead &= ~(target | before);
    }
    correct(window, block, ahead & known, left);
    return true;
}

static bool decode_band(struct jpeg_bits *bits, const struct jpeg_huffman *table, struct passage *passage,
                        int16_t *block, uint64_t *nonzero) {
    const struct jpeg_pass *pass = passage->pass;
    bool is_over = passage->ended > 0;
    if (is_over) {
        passage->ended -= 1;
        if (pass->left_before == 0 || (*nonzero & band(pass->first, pass->last)) == 0) return true;
    }
    jpeg_bits_ready(bits);
    struct jpeg_window window = bits->window;
    bool is_right = true;
    if (is_over) correct(&window, block, *nonzero & band(pass->first, pass->last), pass->left);
    else if (pass->left_before == 0) is_right = begin_band(&window, table, passage, block, nonzero);
    else is_right = refine_band(&window, table, passage, block, nonzero);
    bits->window = window;
    return is_right && jpeg_bits_left(bits) >= 0;
}

/* Goes over the restart marker if it is due. */
static bool pass_restart(struct jpeg_scan *scan, struct passage *passage) {
    if (scan->interval == 0) return true;
    if (scan->until_restart == 0) {
        if (passage->ended > 0 || !jpeg_scan_restart(scan)) return false;
    }
    scan->until_restart -= 1;
    return true;
}

static bool decode_first(struct jpeg_scan *scan, const struct jpeg_pass *pass, struct jpeg_plane *plane, size_t block) {
    struct jpeg_window window = scan->bits.window;
    bool is_right = true;
    int16_t *at = plane->blocks + block * 64;
    if (pass->left_before > 0) refine_first(&window, pass, at);
    else is_right = begin_first(&window, plane->differences, pass, &plane->prediction, at, &plane->nonzero[block]);
    scan->bits.window = window;
    return is_right;
}

/* A scan of one component, whose blocks beyond the picture are not coded. */
static bool decode_alone(struct jpeg_scan *scan, const struct jpeg_pass *pass) {
    struct jpeg_plane *plane = &scan->planes[pass->components[0]];
    struct passage passage = {pass, 0};
    for (uint32_t y = 0; y < plane->rows; y++) {
        for (uint32_t x = 0; x < plane->columns; x++) {
            size_t block = (size_t)y * plane->blocks_across + x;
            if (!pass_restart(scan, &passage)) return false;
            if (pass->first > 0) {
                int16_t *at = plane->blocks + block * 64;
                if (!decode_band(&scan->bits, plane->coefficients, &passage, at, &plane->nonzero[block])) return false;
            } else {
                jpeg_bits_ready(&scan->bits);
                if (!decode_first(scan, pass, plane, block) || jpeg_bits_left(&scan->bits) < 0) return false;
            }
        }
    }
    return passage.ended == 0;
}

/* A scan of several components, by MCUs. */
static bool decode_together(struct jpeg_scan *scan, const struct jpeg_pass *pass) {
    struct passage passage = {pass, 0};
    for (size_t unit = 0; unit < (size_t)scan->mcus_across * scan->mcus_down; unit++) {
        size_t row = unit / scan->mcus_across, column = unit % scan->mcus_across;
        if (!pass_restart(scan, &passage)) return false;
        jpeg_bits_ready(&scan->bits);
        for (uint32_t i = 0; i < pass->count; i++) {
            struct jpeg_plane *plane = &scan->planes[pass->components[i]];
            for (uint32_t part = 0; part < plane->across * plane->down; part++) {
                size_t y = row * plane->down + part / plane->across, x = column * plane->across + part % plane->across;
                if (!decode_first(scan, pass, plane, y * plane->blocks_across + x)) return false;
            }
        }
        if (jpeg_bits_left(&scan->bits) < 0) return false;
    }
    return true;
}

bool jpeg_pass_decode(struct jpeg_scan *scan, const struct jpeg_pass *pass) {
    return pass->count == 1 ? decode_alone(scan, pass) : decode_together(scan, pass);
}
