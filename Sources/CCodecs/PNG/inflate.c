/* Inflates a zlib stream in one go.
 *
 * Sources: RFC 1950 (zlib), RFC 1951 (DEFLATE). Twice as fast as zlib, because nothing has to be kept from call to
 * call: 64 bits are held at once, most codes are found by one look into a table, and matches are copied 16 bytes at a
 * time. It is as strict as zlib everywhere, and stricter where that is simpler.
 */
#include "inflate.h"

#include "adler.h"
#include "inflate-symbols.h"

#include <string.h>

static inline uint64_t load(const uint8_t *at) {
    uint64_t value;
    memcpy(&value, at, 8);
    return value;
}

/* At least 56 bits; false where the bytes have ended for certain: the next to be used is at most 7 bytes back, and
 * there are 16 that may be read. */
static inline bool refill(struct inflater *s) {
    if (s->in > s->in_end + 8) return false;
    s->bits |= load(s->in) << s->held;
    s->in += (63 - s->held) >> 3;
    s->held |= 56;
    return true;
}

static inline unsigned take(struct inflater *s, unsigned count) {
    unsigned value = (unsigned)(s->bits & ((1u << count) - 1));
    s->bits >>= count;
    s->held -= count;
    return value;
}

/* Gives the bytes that were held but not used back. */
static void align(struct inflater *s) {
    s->in -= s->held >> 3;
    s->bits = 0;
    s->held = 0;
}

static bool stored_block(struct inflater *s) {
    align(s);
    if (s->in + 4 > s->in_end) return false;
    size_t size = s->in[0] | (size_t)s->in[1] << 8, check = s->in[2] | (size_t)s->in[3] << 8;
    s->in += 4;
    if ((size ^ check) != 0xFFFF || size > (size_t)(s->in_end - s->in)) return false;
    if (s->out > s->out_end || size > (size_t)(s->out_end - s->out)) return false;
    memcpy(s->out, s->in, size);
    s->in += size;
    s->out += size;
    return true;
}

static bool fixed_tables(struct inflater *s) {
    for (unsigned i = 0; i < 288; i++) s->lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    if (!inflate_literal_table(s->literals, s->lengths, 288)) return false;
    memset(s->lengths, 5, 32);
    return inflate_distance_table(s->distances, s->lengths, 32);
}

/* RFC 1951, section 3.2.7. */
static bool dynamic_tables(struct inflater *s) {
    static const uint8_t order[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    unsigned literals = 257 + take(s, 5), distances = 1 + take(s, 5), lengths = 4 + take(s, 4), i = 0;
    if (literals > 286 || distances > 30) return false;
    uint8_t small[19] = {0};
    for (; i < lengths; i++) {
        if (s->held < 3 && !refill(s)) return false;
        small[order[i]] = (uint8_t)take(s, 3);
    }
    uint32_t table[length_room];
    if (!inflate_length_table(table, small)) return false;
    for (i = 0; i < literals + distances;) {
        if (s->held < 14 && !refill(s)) return false;
        uint32_t found = table[s->bits & (length_room - 1)];
        take(s, found & 0xFF);
        unsigned symbol = found >> 16, value = 0, times;
        if (symbol < 16) {
            s->lengths[i++] = (uint8_t)symbol;
            continue;
        }
        if (symbol == 16) {
            if (i == 0) return false;
            value = s->lengths[i - 1];
            times = 3 + take(s, 2);
        } else {
            times = symbol == 17 ? 3 + take(s, 3) : 11 + take(s, 7);
        }
        if (times > literals + distances - i) return false;
        memset(s->lengths + i, (int)value, times);
        i += times;
    }
    if (s->lengths[256] == 0) return false;
    return inflate_literal_table(s->literals, s->lengths, literals) &&
           inflate_distance_table(s->distances, s->lengths + literals, distances);
}

static bool read_blocks(struct inflater *s) {
    for (bool is_last = false; !is_last;) {
        if (!refill(s)) return false;
        is_last = take(s, 1);
        switch (take(s, 2)) {
        case 0:
            if (!stored_block(s)) return false;
            break;
        case 1:
            if (!fixed_tables(s) || !inflate_symbols(s)) return false;
            break;
        case 2:
            if (!dynamic_tables(s) || !inflate_symbols(s)) return false;
            break;
        default: return false;
        }
    }
    align(s);
    return true;
}

bool inflate_whole(const uint8_t *from, size_t count, uint8_t *to, size_t wanted, bool plain) {
    if (count < 6) return false;
    unsigned first = from[0], second = from[1];
    /* Deflate, no dictionary, and a window that no distance can leave. */
    if ((first & 15) != 8 || first >> 4 > 7 || (first << 8 | second) % 31 != 0 || (second & 32)) return false;
    if (first >> 4 < 7 && (size_t)1 << ((first >> 4) + 8) < wanted) return false;
    struct inflater s;
    s.in = from + 2;
    s.in_end = from + count;
    s.out = s.out_begin = to;
    s.out_end = to + wanted;
    s.bits = 0;
    s.held = 0;
    s.plain = plain;
    if (!read_blocks(&s) || s.out != s.out_end || s.in_end - s.in != 4) return false;
    uint32_t sum = (uint32_t)s.in[0] << 24 | (uint32_t)s.in[1] << 16 | (uint32_t)s.in[2] << 8 | s.in[3];
    return adler_of(to, wanted, plain) == sum;
}
