#include "inflate-tables.h"

/* RFC 1951, section 3.2.5. */
static const uint16_t length_base[29] = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
};
static const uint8_t length_extra[29] = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
};
static const uint16_t distance_base[30] = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
};

/* What stands for a symbol, without the bits of its code. */
static uint32_t literal_entry(unsigned symbol) {
    if (symbol < 256) return 1 << literals_shift | symbol << 16;
    if (symbol == 256) return is_special | is_end;
    if (symbol > 285) return is_special;
    return is_length | (uint32_t)(length_base[symbol - 257] - 3) << 24 | length_extra[symbol - 257];
}

static uint32_t distance_entry(unsigned symbol) {
    if (symbol > 29) return is_special;
    return (uint32_t)distance_base[symbol] << 16 | (symbol < 4 ? 0 : symbol / 2 - 1);
}

static uint32_t length_entry(unsigned symbol) { return symbol << 16; }

/* The symbols that have a code, by the value of the code: shorter ones first. */
struct sorted_codes {
    unsigned counts[16];
    unsigned used;
    /* Codes of 15 bits that are still free. */
    unsigned left;
    uint16_t symbols[320];
};

/* False if there are more codes than there can be. */
static bool sort(struct sorted_codes *codes, const uint8_t *lengths, unsigned count) {
    unsigned starts[16];
    *codes = (struct sorted_codes){.left = 0x8000};
    for (unsigned i = 0; i < count; i++) codes->counts[lengths[i]] += 1;
    codes->counts[0] = 0;
    for (unsigned length = 1; length < 16; length++) {
        starts[length] = codes->used;
        codes->used += codes->counts[length];
        unsigned taken = codes->counts[length] << (15 - length);
        if (taken > codes->left) return false;
        codes->left -= taken;
    }
    for (unsigned i = 0; i < count; i++) {
        if (lengths[i] > 0) codes->symbols[starts[lengths[i]]++] = (uint16_t)i;
    }
    return true;
}

/* How many bits behind the first ones tell apart all codes that begin like this one, of whose length some remain. */
static unsigned bits_behind(const struct sorted_codes *codes, unsigned first_bits, unsigned length,
                            unsigned remaining) {
    unsigned more = length - first_bits;
    int open = (1 << more) - (int)remaining;
    while (open > 0 && first_bits + more < 15) {
        more += 1;
        open = open * 2 - (int)codes->counts[first_bits + more];
    }
    return more;
}

/* Writes an entry wherever the bits that are looked at begin with its code, whose first bit is the lowest. */
static void put(uint32_t *table, size_t size, size_t code, unsigned length, uint32_t entry) {
    uint32_t value = (entry + length) | length << 8;
    for (size_t at = code; at < size; at += (size_t)1 << length) table[at] = value;
}

/* Fills the first table and those that it links to; false if the codes are not complete, or, where `may_lack`, none or
 * a single one. */
static bool make_table(uint32_t *table, size_t room, unsigned first_bits, const uint8_t *lengths, unsigned count,
                       uint32_t (*entry)(unsigned), bool may_lack) {
    struct sorted_codes codes;
    if (!sort(&codes, lengths, count)) return false;
    bool lacks = codes.used == 0 || (codes.used == 1 && codes.counts[1] == 1);
    if (codes.left > 0 && !(may_lack && lacks)) return false;
    size_t size = (size_t)1 << first_bits, next = size, second = 0, second_size = 0, second_prefix = SIZE_MAX;
    if (codes.left > 0) for (size_t i = 0; i < size; i++) table[i] = is_special;
    uint32_t code = 0;
    unsigned length = 1, remaining = codes.counts[1];
    for (unsigned i = 0; i < codes.used; i++, code++, remaining--) {
        for (; remaining == 0; remaining = codes.counts[length]) {
            length += 1;
            code <<= 1;
        }
        size_t turned = __builtin_bitreverse32(code) >> (32 - length), prefix = turned & (size - 1);
        if (length <= first_bits) {
            put(table, size, turned, length, entry(codes.symbols[i]));
            continue;
        }
        if (prefix != second_prefix) {
            unsigned more = bits_behind(&codes, first_bits, length, remaining);
            second_prefix = prefix;
            second_size = (size_t)1 << more;
            second = next;
            next += second_size;
            if (next > room) return false;
            table[prefix] = is_special | is_link | (uint32_t)second << 16 | more << 8 | first_bits;
        }
        put(table + second, second_size, turned >> first_bits, length - first_bits, entry(codes.symbols[i]));
    }
    return true;
}

/* Joins a literal with the literal or length behind it wherever both of their codes fit into one look: most bytes of a
 * picture are literals of a few bits, each look waits for the one before, and whether a literal or a length comes next
 * is what a processor guesses wrong. */
static void join(uint32_t *table) {
    enum { size = 1 << literal_bits };
    /* What each entry becomes behind a literal, apart from that one: with too many bits if it never can. */
    uint32_t behind[size / 2];
    for (uint32_t at = 0; at < size / 2; at++) {
        uint32_t two = table[at], literal = (two & 0xFFF) | 2 << literals_shift | (two & 0xFF0000) << 8;
        behind[at] = two & is_special ? 15 << 8 : two & is_length ? two + (1 << literals_shift) : literal;
    }
    /* Without a branch, which would be guessed wrong at every second entry, and so that compilers take four at once. */
    for (uint32_t at = 0; at < size; at++) {
        uint32_t one = table[at], length = one & 15, two = behind[at >> length & (size / 2 - 1)];
        /* 0 if the first one is a single literal; not negative if both fit. */
        uint32_t differs = (one >> literals_shift & 7) ^ 1, left = literal_bits - length - (two >> 8 & 15);
        uint32_t fits = 0 - (((differs - 1) & ~left) >> 31);
        uint32_t both = two + length * 0x101 + (one & 0xFF0000);
        table[at] = one ^ ((one ^ both) & fits);
    }
}

bool inflate_literal_table(uint32_t *table, const uint8_t *lengths, unsigned count) {
    if (!make_table(table, literal_room, literal_bits, lengths, count, literal_entry, false)) return false;
    join(table);
    return true;
}

bool inflate_distance_table(uint32_t *table, const uint8_t *lengths, unsigned count) {
    return make_table(table, distance_room, distance_bits, lengths, count, distance_entry, true);
}

bool inflate_length_table(uint32_t *table, const uint8_t *lengths) {
    return make_table(table, length_room, length_bits, lengths, 19, length_entry, false);
}
