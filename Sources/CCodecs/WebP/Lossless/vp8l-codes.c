#include "vp8l-codes.h"

/* The symbols that have a code, by the value of the code: shorter ones first. */
struct sorted {
    unsigned counts[16];
    unsigned used;
    unsigned longest;
};

/* False if the lengths are not those of a complete code, nor of a single symbol. */
static bool sort(struct vp8l_code_reader *reader, unsigned symbols, struct sorted *sorted) {
    unsigned starts[16], left = 0x8000;
    *sorted = (struct sorted){0};
    for (unsigned i = 0; i < symbols; i++) sorted->counts[reader->lengths[i]] += 1;
    sorted->counts[0] = 0;
    for (unsigned length = 1; length < 16; length++) {
        starts[length] = sorted->used;
        sorted->used += sorted->counts[length];
        unsigned taken = sorted->counts[length] << (15 - length);
        if (taken > left) return false;
        left -= taken;
        if (taken > 0) sorted->longest = length;
    }
    for (unsigned i = 0; i < symbols; i++) {
        if (reader->lengths[i] > 0) reader->sorted[starts[reader->lengths[i]]++] = (uint16_t)i;
    }
    return left == 0 || sorted->used == 1;
}

/* The code that follows this one of the same length; the first bit of a code is its lowest. */
static unsigned next_code(unsigned code, unsigned length) {
    unsigned bit = 1u << (length - 1);
    while (code & bit) bit >>= 1;
    return bit == 0 ? 0 : (code & (bit - 1)) | bit;
}

/* Fills the first table: it is doubled from length to length, so that each code is written once. Returns how many
 * symbols are in it; the code that comes next goes on from `code`. */
static unsigned fill_first(struct vp8l_code_reader *reader, const struct sorted *sorted, unsigned bits,
                           unsigned *code) {
    unsigned symbol = 0;
    uint32_t *table = reader->table;
    for (unsigned length = 1; length <= bits; length++) {
        size_t half = (size_t)1 << (length - 1);
        memcpy(table + half, table, half * sizeof *table);
        for (unsigned i = 0; i < sorted->counts[length]; i++) {
            table[*code] = (uint32_t)reader->sorted[symbol++] << 16 | length;
            *code = next_code(*code, length);
        }
    }
    return symbol;
}

/* How many bits behind the first ones tell apart all codes that begin like this one, of whose length some remain. */
static unsigned bits_behind(const struct sorted *sorted, unsigned first_bits, unsigned length, unsigned remaining) {
    unsigned more = length - first_bits;
    int open = (1 << more) - (int)remaining;
    while (open > 0 && first_bits + more < 15) {
        more += 1;
        open = open * 2 - (int)sorted->counts[first_bits + more];
    }
    return more;
}

/* Fills the tables behind the first one; returns how many entries there are in all, 0 if they are too many. */
static size_t fill_second(struct vp8l_code_reader *reader, const struct sorted *sorted, unsigned bits, unsigned symbol,
                          unsigned code) {
    size_t size = (size_t)1 << bits, next = size, second = 0, second_size = 0;
    unsigned prefix = UINT32_MAX;
    for (unsigned length = bits + 1; length <= sorted->longest; length++) {
        for (unsigned remaining = sorted->counts[length]; remaining > 0; remaining--) {
            if ((code & (size - 1)) != prefix) {
                unsigned more = bits_behind(sorted, bits, length, remaining);
                prefix = (unsigned)(code & (size - 1));
                second = next;
                second_size = (size_t)1 << more;
                next += second_size;
                if (next > vp8l_table_room) return 0;
                reader->table[prefix] = vp8l_is_link | (uint32_t)second << 16 | more << 8 | bits;
            }
            uint32_t entry = (uint32_t)reader->sorted[symbol++] << 16 | (length - bits);
            size_t step = (size_t)1 << (length - bits);
            for (size_t at = code >> bits; at < second_size; at += step) reader->table[second + at] = entry;
            code = next_code(code, length);
        }
    }
    return next;
}

/* Makes the table of the lengths that were read, in the reader; returns its size, 0 if there is none. */
static size_t fill(struct vp8l_code_reader *reader, unsigned symbols, unsigned first_bits, struct vp8l_code *code) {
    struct sorted sorted;
    if (!sort(reader, symbols, &sorted)) return 0;
    unsigned bits = 0, next = 0;
    if (sorted.used > 1) bits = sorted.longest < first_bits ? sorted.longest : first_bits;
    *code = (struct vp8l_code){reader->table, (1u << bits) - 1};
    /* Whatever its length, an only symbol takes no bits. */
    if (bits == 0) reader->table[0] = (uint32_t)reader->sorted[0] << 16;
    if (bits == 0) return 1;
    unsigned symbol = fill_first(reader, &sorted, bits, &next);
    return symbol < sorted.used ? fill_second(reader, &sorted, bits, symbol, next) : (size_t)1 << bits;
}

/* A simple code (RFC 9649, section 3.7.2.1): one or two symbols. */
static bool read_simple(struct vp8l_code_reader *reader, unsigned symbols) {
    unsigned count = 1 + vp8l_read(reader->bits, 1);
    unsigned first = vp8l_read(reader->bits, vp8l_read(reader->bits, 1) ? 8 : 1);
    if (first >= symbols) return false;
    reader->lengths[first] = 1;
    if (count == 1) return true;
    unsigned second = vp8l_read(reader->bits, 8);
    if (second >= symbols) return false;
    reader->lengths[second] = 1;
    return true;
}

/* The lengths by their own code, of which some repeat what was before. */
static bool read_lengths(struct vp8l_code_reader *reader, const struct vp8l_code *code, unsigned symbols) {
    struct vp8l_bits *bits = reader->bits;
    unsigned left = symbols, previous = 8;
    if (vp8l_read(bits, 1)) {
        unsigned count = 2 + 2 * vp8l_read(bits, 3);
        left = 2 + vp8l_read(bits, count);
        if (left > symbols) return false;
    }
    for (unsigned i = 0; i < symbols && left > 0; left--) {
        if (!vp8l_ready(bits)) return false;
        unsigned length = vp8l_symbol(&bits->window, code), times, value = 0;
        if (length < 16) {
            reader->lengths[i++] = (uint8_t)length;
            if (length > 0) previous = length;
            continue;
        }
        if (length == 16) {
            value = previous;
            times = 3 + vp8l_take(&bits->window, 2);
        } else {
            times = length == 17 ? 3 + vp8l_take(&bits->window, 3) : 11 + vp8l_take(&bits->window, 7);
        }
        if (times > symbols - i) return false;
        memset(reader->lengths + i, (int)value, times);
        i += times;
    }
    return true;
}

/* A normal one: code lengths, themselves coded. */
static bool read_normal(struct vp8l_code_reader *reader, unsigned symbols) {
    static const uint8_t order[19] = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    unsigned count = 4 + vp8l_read(reader->bits, 4);
    for (unsigned i = 0; i < count; i++) reader->lengths[order[i]] = (uint8_t)vp8l_read(reader->bits, 3);
    struct vp8l_code code;
    if (fill(reader, 19, 7, &code) == 0) return false;
    memset(reader->lengths, 0, 19);
    return read_lengths(reader, &code, symbols);
}

bool vp8l_read_code(struct vp8l_code_reader *reader, unsigned symbols, unsigned first_bits, struct vp8l_code *code) {
    memset(reader->lengths, 0, symbols);
    bool is_read = vp8l_read(reader->bits, 1) ? read_simple(reader, symbols) : read_normal(reader, symbols);
    size_t size = is_read ? fill(reader, symbols, first_bits, code) : 0;
    uint32_t *table = size > 0 ? vp8l_take_memory(reader->memory, size * sizeof *table) : NULL;
    if (table == NULL) return false;
    memcpy(table, reader->table, size * sizeof *table);
    code->table = table;
    return true;
}
