/* Literals and matches: where the time of inflating goes.
 *
 * A look into a table takes as long as loading from the cache, and the next one waits for it; a match takes two looks.
 * More than that costs what a processor guesses wrong, about once a match. So the tables join a literal with what
 * follows it, what is looked up next is asked for as early as can be, and the usual match is copied without a loop.
 */
#include "inflate-symbols.h"

#include <string.h>

#define ALWAYS static inline __attribute__((always_inline))

typedef uint8_t bytes16 __attribute__((vector_size(16)));

ALWAYS uint64_t load(const uint8_t *at) {
    uint64_t value;
    memcpy(&value, at, 8);
    return value;
}

ALWAYS void copy16(uint8_t *to, const uint8_t *from) {
    bytes16 bytes;
    memcpy(&bytes, from, 16);
    memcpy(to, &bytes, 16);
}

/* From less than 8 bytes before, which are repeated in a register: a processor waits long for bytes that it has just
 * written in other pieces. Writes up to 7 bytes too many. */
ALWAYS void repeat(uint8_t *to, size_t distance, const uint8_t *end) {
    /* The bytes that are repeated, times what repeats them as often as there is room, and how many bytes that makes. */
    static const uint64_t masks[8] = {0,          0xFF,         0xFFFF,         0xFFFFFF,
                                      0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF};
    static const uint64_t ones[8] = {0, 0x0101010101010101, 0x0001000100010001, 0x0001000001000001, 0x0000000100000001,
                                     0x0000010000000001, 0x0001000000000001, 0x0100000000000001};
    static const uint8_t steps[8] = {0, 8, 8, 6, 8, 5, 6, 7};
    uint64_t pattern = (load(to - distance) & masks[distance]) * ones[distance];
    size_t step = steps[distance];
    for (; to < end; to += step) memcpy(to, &pattern, 8);
}

/* `length` bytes from `distance` before; up to 47 bytes too many are written. */
ALWAYS void copy(uint8_t *to, size_t distance, size_t length) {
    const uint8_t *from = to - distance, *end = to + length;
    if (distance >= 16) {
        /* Most are short. Two or four pieces, or pieces of 32 bytes, take 1 to 2 % longer. */
        copy16(to, from);
        copy16(to + 16, from + 16);
        copy16(to + 32, from + 32);
        if (length > 48) {
            to += 48, from += 48;
            do copy16(to, from);
            while (from += 16, (to += 16) < end);
        }
    } else if (distance == 1) {
        bytes16 bytes = *from - (bytes16){0};
        do memcpy(to, &bytes, 16);
        while ((to += 16) < end);
    } else if (distance >= 8) {
        for (; to < end; to += 8, from += 8) memcpy(to, from, 8);
    } else {
        repeat(to, distance, end);
    }
}

ALWAYS uint64_t lowest(uint64_t bits, unsigned count) { return bits & (((uint64_t)1 << count) - 1); }

ALWAYS bool read_symbols(struct inflater *s) {
    /* Copies that stay in registers: the compiler must expect that a byte written changes `s`. */
    const uint32_t *const literals = s->literals, *const distances = s->distances;
    const uint64_t literal_mask = (1 << literal_bits) - 1, distance_mask = (1 << distance_bits) - 1;
    const uint32_t goes_on = is_length | is_special;
    const uint8_t *in = s->in, *const in_limit = s->in_end + 8;
    uint8_t *out = s->out, *const out_end = s->out_end, *const out_begin = s->out_begin;
    uint64_t bits = s->bits;
    /* Of which the lowest six bits count: whole entries are taken off. */
    unsigned held = s->held;
    bool is_sound = false;

#define REFILL() (bits |= load(in) << (held & 63), in += (held >> 3 & 7) ^ 7, held |= 56)
#define DROP(entry) (bits >>= (entry) & 63, held -= (entry))
#define LINKED(table) ((table)[(found >> 16 & 0xFFF) + lowest(bits, found >> 8 & 15)])
#define EXTRA(before, entry) (lowest(before, (entry) & 63) >> ((entry) >> 8 & 15))
/* Also where there is no literal, or one: what is too much is overwritten. */
#define PUT_LITERALS()                                                                                                 \
    do {                                                                                                               \
        uint16_t pair = (uint16_t)(found >> 16);                                                                       \
        memcpy(out, &pair, 2);                                                                                         \
        out += found >> literals_shift & 3;                                                                            \
    } while (0)
#define NEXT_LOOK() (DROP(found), found = literals[bits & literal_mask])

    if (in > in_limit) return false;
    REFILL();
    uint32_t found = literals[bits & literal_mask];
    for (;;) {
        /* At most seven literals are beyond the end, and no more bytes than the slack has. What is looked up next was
         * read before the refill, which does not change it: at least 11 bits were left. */
        if (in > in_limit || out > out_end) break;
        REFILL();
        PUT_LITERALS();
        if (!(found & goes_on)) {
            NEXT_LOOK();
            PUT_LITERALS();
            if (!(found & goes_on)) {
                NEXT_LOOK();
                PUT_LITERALS();
                if (!(found & goes_on)) {
                    NEXT_LOOK();
                    continue;
                }
            }
        }
        if (found & is_special) {
            if (found & is_link) {
                DROP(found);
                found = LINKED(literals);
                PUT_LITERALS();
                if (!(found & goes_on)) {
                    NEXT_LOOK();
                    continue;
                }
            }
            if (found & is_special) {
                is_sound = (found & is_end) != 0 && (found & is_link) == 0;
                DROP(found);
                break;
            }
        }
        /* Of 56 bits two looks took 11 each; a length has at most 15 and 5, so a look at the distance is left. */
        uint64_t before = bits;
        DROP(found);
        size_t length = 3 + (found >> 24) + EXTRA(before, found);
        found = distances[bits & distance_mask];
        if (in > in_limit) break;
        REFILL();
        if (found & is_special) {
            if (!(found & is_link)) break;
            DROP(found);
            found = LINKED(distances);
            if (found & is_special) break;
        }
        before = bits;
        DROP(found);
        size_t distance = (found >> 16) + EXTRA(before, found);
        if (distance > (size_t)(out - out_begin) || (ptrdiff_t)length > out_end - out) break;
        found = literals[bits & literal_mask];
        copy(out, distance, length);
        out += length;
    }
#undef NEXT_LOOK
#undef PUT_LITERALS
#undef EXTRA
#undef LINKED
#undef DROP
#undef REFILL
    s->in = in;
    s->out = out;
    s->bits = bits;
    s->held = held & 63;
    return is_sound;
}

#if defined(__x86_64__)
/* The same with shifts whose count is in any register: 2 % less time. */
__attribute__((target("bmi,bmi2"))) static bool read_bmi2(struct inflater *s) { return read_symbols(s); }
#endif

bool inflate_symbols(struct inflater *s) {
#if defined(__x86_64__)
    if (!s->plain && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) return read_bmi2(s);
#endif
    return read_symbols(s);
}
