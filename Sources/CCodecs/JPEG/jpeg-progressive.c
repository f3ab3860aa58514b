/* From scan to scan: tables, what each scan holds, and whether all of them together tell every bit of every
 * coefficient.
 *
 * A progression that is not one, or that leaves something open, is a doubt: libjpeg guesses, smooths and warns.
 * Source: ITU-T T.81, annexes B.2.3, B.2.4.2 and G.1.1.
 */
#include "jpeg-progressive.h"

#include "jpeg-blocks.h"

enum { not_yet = 255 };

size_t jpeg_progress_bytes(const struct jpeg_scan *scan) {
    size_t blocks = 0;
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        blocks += (size_t)scan->mcus_across * scan->planes[i].across * scan->mcus_down * scan->planes[i].down;
    }
    return blocks * (64 * sizeof(int16_t) + sizeof(uint64_t));
}

void jpeg_progress_place(struct jpeg_scan *scan, uint8_t *memory) {
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        struct jpeg_plane *plane = &scan->planes[i];
        plane->blocks_across = scan->mcus_across * plane->across;
        size_t blocks = (size_t)plane->blocks_across * scan->mcus_down * plane->down;
        plane->nonzero = (uint64_t *)memory;
        plane->blocks = (int16_t *)(memory + blocks * sizeof(uint64_t));
        memory += blocks * (64 * sizeof(int16_t) + sizeof(uint64_t));
    }
}

/* Takes the tables of a DHT segment, whose content goes up to `end`. */
static bool read_tables(struct jpeg_progress *progress, const uint8_t *at, const uint8_t *end) {
    while (at < end) {
        if (end - at < 17) return false;
        unsigned kind = *at >> 4, place = *at & 15, sum = 0;
        if (kind > 1 || place > 3) return false;
        struct jpeg_table *table = kind == 0 ? &progress->differences[place] : &progress->coefficients[place];
        memcpy(table->counts, at + 1, 16);
        for (int i = 0; i < 16; i++) sum += table->counts[i];
        at += 17;
        if (sum > 256 || end - at < (ptrdiff_t)sum) return false;
        memset(table->symbols, 0, sizeof table->symbols);
        memcpy(table->symbols, at, sum);
        table->is_there = true;
        at += sum;
    }
    return true;
}

/* Reads the header of a scan, whose content goes up to `end`. */
static bool read_pass(const struct jpeg_scan *scan, const struct jpeg_progress *progress, struct jpeg_pass *pass,
                      const uint8_t *at, const uint8_t *end) {
    if (end - at < 1 || at[0] < 1 || at[0] > scan->plane_count || end - at != 4 + 2 * at[0]) return false;
    pass->count = *at++;
    for (uint32_t i = 0, component = 0; i < pass->count; i++, component++, at += 2) {
        while (component < scan->plane_count && progress->ids[component] != at[0]) component++;
        if (component == scan->plane_count) return false;
        pass->components[i] = component;
        pass->differences[i] = at[1] >> 4;
        pass->coefficients[i] = at[1] & 15;
    }
    pass->first = at[0];
    pass->last = at[1];
    pass->left_before = at[2] >> 4;
    pass->left = at[2] & 15;
    return true;
}

/* Whether this pass is what may come next of each of its coefficients. */
static bool is_next(struct jpeg_progress *progress, const struct jpeg_pass *pass) {
    if (pass->last > 63 || pass->first > pass->last || pass->left > jpeg_most_left) return false;
    if (pass->first == 0 ? pass->last > 0 : pass->count > 1) return false;
    if (pass->left_before > 0 && pass->left_before != pass->left + 1) return false;
    for (uint32_t i = 0; i < pass->count; i++) {
        uint8_t *left = progress->left[pass->components[i]];
        if (pass->first > 0 && left[0] == not_yet) return false;
        for (unsigned at = pass->first; at <= pass->last; at++) {
            if (left[at] != (pass->left_before > 0 ? pass->left_before : not_yet)) return false;
            left[at] = pass->left;
        }
    }
    return true;
}

/* Makes the tables that this pass needs. */
static bool make_tables(struct jpeg_scan *scan, const struct jpeg_progress *progress, const struct jpeg_pass *pass) {
    unsigned made = 0;
    for (uint32_t i = 0; i < pass->count; i++) {
        struct jpeg_plane *plane = &scan->planes[pass->components[i]];
        bool is_first = pass->first == 0;
        unsigned place = is_first ? pass->differences[i] : pass->coefficients[i];
        if (is_first && pass->left_before > 0) continue;
        if (place > 3) return false;
        const struct jpeg_table *source = is_first ? &progress->differences[place] : &progress->coefficients[place];
        if (!source->is_there) return false;
        plane->differences = &scan->differences[place];
        plane->coefficients = &scan->coefficients[place];
        if ((made >> place & 1) != 0) continue;
        made |= 1u << place;
        if (is_first) {
            if (!jpeg_huffman_differences(&scan->differences[place], source->counts, source->symbols)) return false;
        } else if (!jpeg_huffman_bands(&scan->coefficients[place], source->counts, source->symbols,
                                       pass->left_before > 0)) {
            return false;
        }
    }
    return true;
}

/* Goes over the segments between two scans; `marker` says whether another scan begins there, or the picture ends. */
static bool go_on(struct jpeg_scan *scan, struct jpeg_progress *progress, struct jpeg_pass *pass, unsigned *marker) {
    struct jpeg_bits *bits = &scan->bits;
    for (;;) {
        const uint8_t *at = bits->bytes + bits->position;
        size_t there = bits->count - bits->position;
        if (there < 2 || at[0] != 0xFF) return false;
        *marker = at[1];
        if (*marker == 0xD9) return true;
        if (there < 4 || (*marker != 0xC4 && *marker != 0xDA && *marker != 0xDD)) return false;
        size_t length = (size_t)at[2] << 8 | at[3];
        if (length < 2 || length > there - 2) return false;
        bits->position += length + 2;
        if (*marker == 0xDA) return read_pass(scan, progress, pass, at + 4, at + 2 + length);
        if (*marker == 0xDD) {
            if (length != 4) return false;
            scan->interval = (uint32_t)at[4] << 8 | at[5];
        } else if (!read_tables(progress, at + 4, at + 2 + length)) {
            return false;
        }
    }
}

bool jpeg_progress_decode(struct jpeg_scan *scan, struct jpeg_progress *progress, struct jpeg_pass *pass) {
    memset(progress->left, not_yet, sizeof progress->left);
    unsigned marker = 0xDA;
    while (marker == 0xDA) {
        progress->scans += 1;
        if (progress->scans > progress->maximum_scans) return false;
        if (!is_next(progress, pass) || !make_tables(scan, progress, pass)) return false;
        jpeg_scan_start(scan);
        if (!jpeg_pass_decode(scan, pass) || jpeg_bits_marker(&scan->bits) == 0) return false;
        if (!go_on(scan, progress, pass, &marker)) return false;
    }
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        for (int at = 0; at < 64; at++) {
            if (progress->left[i][at] != 0) return false;
        }
    }
    return true;
}

static void put_stored(const struct jpeg_scan *scan, struct jpeg_plane *plane, size_t block, uint8_t *out) {
    const int16_t *numbers = plane->blocks + block * 64;
    uint64_t others = plane->nonzero[block] & ~UINT64_C(1);
    if (others == 0) {
        jpeg_put_flat(plane, numbers[0], out);
        return;
    }
    int16_t *to = jpeg_next_block(plane);
    to[0] = numbers[0];
    for (; others != 0; others &= others - 1) {
        unsigned at = (unsigned)__builtin_ctzll(others);
        to[jpeg_places[at]] = numbers[at];
    }
    jpeg_put_block(plane, scan->idct, out);
}

bool jpeg_progress_row(struct jpeg_scan *scan) {
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        struct jpeg_plane *plane = &scan->planes[i];
        for (uint32_t y = 0; y < plane->down; y++) {
            size_t row = (size_t)scan->next_row * plane->down + y;
            for (uint32_t x = 0; x < plane->columns && row < plane->rows; x++) {
                uint8_t *out = plane->out + y * 8 * plane->stride + (size_t)x * 8;
                put_stored(scan, plane, row * plane->blocks_across + x, out);
            }
        }
        jpeg_put_last(plane, scan->idct);
    }
    scan->next_row += 1;
    return true;
}
