/* Inflates a zlib stream in one go.
 *
 * Sources: RFC 1950 (zlib), RFC 1951 (DEFLATE). Twice as fast as zlib, because nothing has to be kept from call to
 * call: 64 bits are held at once, most codes are found by one look into a table, and matches are copied 8 bytes at a
 * time. It is as strict as zlib everywhere, and stricter where that is simpler.
 */
#include "inflate.h"
#include "inflate-tables.h"

#include <string.h>

struct inflater {
    const uint8_t *in, *in_end;
    uint8_t *out, *out_begin, *out_end;
    /* The next bits, the first one the lowest, and how many of them count. */
    uint64_t bits;
    unsigned held;
    uint8_t lengths[320];
    uint32_t literals[literal_room];
    uint32_t distances[distance_room];
};

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

static inline void copy8(uint8_t *to, const uint8_t *from) {
    uint64_t value = load(from);
    memcpy(to, &value, 8);
}

/* `length` bytes from `distance` before; up to 31 bytes more are written. */
static inline void copy(uint8_t *to, size_t distance, size_t length) {
    const uint8_t *from = to - distance;
    uint8_t *end = to + length;
    if (distance >= 8) {
        /* Most are short: without a loop to be guessed at. */
        copy8(to, from);
        copy8(to + 8, from + 8);
        copy8(to + 16, from + 16);
        for (to += 24, from += 24; to < end; to += 16, from += 16) {
            copy8(to, from);
            copy8(to + 8, from + 8);
        }
    } else if (distance == 1) {
        uint64_t value = *from * (uint64_t)0x0101010101010101;
        for (; to < end; to += 16) {
            memcpy(to, &value, 8);
            memcpy(to + 8, &value, 8);
        }
    } else {
        /* Of eight bytes, the first `distance` are there already. */
        for (; to < end; to += distance, from += distance) copy8(to, from);
    }
}

/* The symbols of a block up to its end. */
static bool read_symbols(struct inflater *s) {
    /* Copies that stay in registers: the compiler must expect that a byte written changes `s`. */
    const uint32_t *const literals = s->literals, *const distances = s->distances;
    const uint64_t literal_mask = (1 << literal_bits) - 1, distance_mask = (1 << distance_bits) - 1;
    const uint8_t *in = s->in, *const in_limit = s->in_end + 8;
    uint8_t *out = s->out, *const out_end = s->out_end, *const out_begin = s->out_begin;
    uint64_t bits = s->bits;
    unsigned held = s->held;
    bool is_sound = false;

#define REFILL() (bits |= load(in) << held, in += (63 - held) >> 3, held |= 56)
#define DROP(count) (bits >>= (count), held -= (count))
#define PUT_LITERALS()                                                                                                 \
    do {                                                                                                               \
        uint16_t pair = (uint16_t)(found >> 16);                                                                       \
        memcpy(out, &pair, 2);                                                                                         \
        out += 1 + (found >> 8 & 1);                                                                                   \
        DROP(found & 0xFF);                                                                                            \
        found = literals[bits & literal_mask];                                                                         \
    } while (0)

    if (in > in_limit) return false;
    REFILL();
    uint32_t found = literals[bits & literal_mask];
    for (;;) {
        /* At most six literals are beyond the end, and no more bytes than the slack has. What is looked up next was
         * read before the refill, which does not change it: at least 11 bits were left. */
        if (in > in_limit || out > out_end) break;
        REFILL();
        if (found & is_literal) {
            PUT_LITERALS();
            if (found & is_literal) {
                PUT_LITERALS();
                if (found & is_literal) {
                    PUT_LITERALS();
                    continue;
                }
            }
        }
        if (found & is_special) {
            if (found & is_link) {
                DROP(found & 0xFF);
                found = literals[(found >> 16) + (bits & ((1u << (found >> 8 & 15)) - 1))];
                if (found & is_literal) {
                    PUT_LITERALS();
                    continue;
                }
            }
            if (found & is_special) {
                is_sound = (found & is_end) != 0 && (found & is_link) == 0;
                DROP(found & 0xFF);
                break;
            }
        }
        /* Of 56 bits two looks took 11 each; a length has at most 15 and 5. */
        uint64_t saved = bits;
        DROP(found & 0xFF);
        size_t length = (found >> 16) + ((saved & (((uint64_t)1 << (found & 0xFF)) - 1)) >> (found >> 8 & 15));
        if (in > in_limit) break;
        REFILL();
        found = distances[bits & distance_mask];
        if (found & is_special) {
            if (!(found & is_link)) break;
            DROP(found & 0xFF);
            found = distances[(found >> 16) + (bits & ((1u << (found >> 8 & 15)) - 1))];
            if (found & is_special) break;
        }
        saved = bits;
        DROP(found & 0xFF);
        size_t distance = (found >> 16) + ((saved & (((uint64_t)1 << (found & 0xFF)) - 1)) >> (found >> 8 & 15));
        if (distance > (size_t)(out - out_begin) || out > out_end || length > (size_t)(out_end - out)) break;
        found = literals[bits & literal_mask];
        copy(out, distance, length);
        out += length;
    }
#undef PUT_LITERALS
#undef REFILL
#undef DROP
    s->in = in;
    s->out = out;
    s->bits = bits;
    s->held = held;
    return is_sound;
}

/* Three columns of sums, so that 32 bytes are added at once: a byte's own, and how often it counts. */
static uint32_t adler32(const uint8_t *bytes, size_t count) {
    typedef uint8_t bytes16 __attribute__((vector_size(16)));
    typedef uint16_t sums16 __attribute__((vector_size(32)));
    enum { groups = 22, run = groups * 16 };
    uint64_t a = 1, b = 0;
    size_t left = count;
    for (; left >= run; left -= run, bytes += run) {
        /* 22 times 255, and 255 times 22 * 21 / 2, fit into 16 bits. */
        sums16 sums = {0}, rounds = {0};
        for (int group = 0; group < groups; group++) {
            bytes16 next;
            memcpy(&next, bytes + group * 16, 16);
            rounds += sums;
            sums += __builtin_convertvector(next, sums16);
        }
        b += a * run;
        for (unsigned i = 0; i < 16; i++) {
            a += sums[i];
            b += 16 * (uint32_t)rounds[i] + (16 - i) * (uint32_t)sums[i];
        }
        a %= 65521;
        b %= 65521;
    }
    for (; left > 0; left--) a += *bytes++, b += a;
    return (uint32_t)(b % 65521 << 16 | a % 65521);
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
            if (!fixed_tables(s) || !read_symbols(s)) return false;
            break;
        case 2:
            if (!dynamic_tables(s) || !read_symbols(s)) return false;
            break;
        default: return false;
        }
    }
    align(s);
    return true;
}

bool inflate_whole(const uint8_t *from, size_t count, uint8_t *to, size_t wanted) {
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
    if (!read_blocks(&s) || s.out != s.out_end || s.in_end - s.in != 4) return false;
    uint32_t sum = (uint32_t)s.in[0] << 24 | (uint32_t)s.in[1] << 16 | (uint32_t)s.in[2] << 8 | s.in[3];
    return adler32(to, wanted) == sum;
}
