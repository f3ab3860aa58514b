/* The filters along the edges of macroblocks and of their blocks. Source: RFC 6386, section 15. */
#include "vp8-macroblock.h"

#include <stdlib.h>

static inline int held(int number) { return number < -128 ? -128 : number > 127 ? 127 : number; }

/* Moves two pixels against each other; both count from the middle. */
static inline void move(uint8_t *before, uint8_t *behind, int down, int up) {
    *before = (uint8_t)(held(*before - 128 + up) + 128);
    *behind = (uint8_t)(held(*behind - 128 - down) + 128);
}

/* The pixels before an edge lie in one tile, those behind it in the same or in another one. */
struct edge {
    uint8_t *before, *behind;
    ptrdiff_t step;
};

static inline int distance(const struct edge *edge, int a, int b) {
    int from = a < 0 ? edge->before[a * edge->step] : edge->behind[a * edge->step];
    int to = b < 0 ? edge->before[b * edge->step] : edge->behind[b * edge->step];
    return abs(from - to);
}

static inline int drift(const struct edge *edge, bool uses_outer) {
    int outer = uses_outer ? held(edge->before[-2 * edge->step] - edge->behind[edge->step]) : 0;
    return held(outer + 3 * (edge->behind[0] - edge->before[-edge->step]));
}

static inline bool is_near(const struct edge *edge, int limit) {
    return 4 * distance(edge, -1, 0) + distance(edge, -2, 1) <= 2 * limit + 1;
}

static inline bool is_even(const struct edge *edge, int limit) {
    return distance(edge, -4, -3) <= limit && distance(edge, -3, -2) <= limit && distance(edge, -2, -1) <= limit &&
           distance(edge, 3, 2) <= limit && distance(edge, 2, 1) <= limit && distance(edge, 1, 0) <= limit;
}

static inline void filter_two(const struct edge *edge) {
    int all = drift(edge, true);
    move(edge->before - edge->step, edge->behind, held(all + 4) >> 3, held(all + 3) >> 3);
}

/* Between macroblocks, three pixels on each side. */
static inline void filter_outer(const struct edge *edge, struct vp8_strength strength) {
    if (!is_near(edge, strength.limit + 4) || !is_even(edge, strength.inner_limit)) return;
    if (distance(edge, -2, -1) > strength.variance || distance(edge, 1, 0) > strength.variance) {
        filter_two(edge);
        return;
    }
    int all = drift(edge, true);
    for (int i = 0; i < 3; i++) {
        int part = (9 * (3 - i) * all + 63) >> 7;
        move(edge->before - (i + 1) * edge->step, edge->behind + i * edge->step, part, part);
    }
}

/* Within a macroblock, two pixels on each side. */
static inline void filter_inner(const struct edge *edge, struct vp8_strength strength) {
    if (!is_near(edge, strength.limit) || !is_even(edge, strength.inner_limit)) return;
    bool varies = distance(edge, -2, -1) > strength.variance || distance(edge, 1, 0) > strength.variance;
    int all = drift(edge, varies), down = held(all + 4) >> 3;
    move(edge->before - edge->step, edge->behind, down, held(all + 3) >> 3);
    if (varies) return;
    int outer = (down + 1) >> 1;
    move(edge->before - 2 * edge->step, edge->behind + edge->step, outer, outer);
}

/* The edge at `place` pixels of a square of `size`; that at 0 is the one to the tile `before`. Edges stand, or lie. */
static void filter_edge(uint8_t *square, uint8_t *before, int size, int place, bool stands, bool is_simple,
                        struct vp8_strength strength) {
    ptrdiff_t step = stands ? 1 : vp8_tile_row, along = stands ? vp8_tile_row : 1;
    uint8_t *behind = square + place * step;
    before = place == 0 ? before + size * step : behind;
    for (int i = 0; i < size; i++) {
        struct edge edge = {before + i * along, behind + i * along, step};
        if (is_simple) {
            if (is_near(&edge, strength.limit + (place == 0 ? 4 : 0))) filter_two(&edge);
        } else if (place == 0) {
            filter_outer(&edge, strength);
        } else {
            filter_inner(&edge, strength);
        }
    }
}

static void filter(uint8_t *tile, uint8_t *left, uint8_t *above, struct vp8_strength strength, bool is_inner,
                   bool is_simple) {
    for (int square = 0; square < (is_simple ? 1 : 3); square++) {
        int size = square == 0 ? 16 : 8;
        size_t place = square == 0 ? 0 : vp8_tile_luma + 8 * ((size_t)square - 1);
        for (int stands = 1; stands >= 0; stands--) {
            uint8_t *before = stands ? left : above;
            if (before != NULL) filter_edge(tile + place, before + place, size, 0, stands, is_simple, strength);
            for (int at = 4; is_inner && at < size; at += 4) {
                filter_edge(tile + place, NULL, size, at, stands, is_simple, strength);
            }
        }
    }
}

void vp8_filter_plain(uint8_t *tile, uint8_t *left, uint8_t *above, struct vp8_strength strength, bool is_inner) {
    filter(tile, left, above, strength, is_inner, false);
}

void vp8_filter_simple_plain(uint8_t *tile, uint8_t *left, uint8_t *above, struct vp8_strength strength,
                             bool is_inner) {
    filter(tile, left, above, strength, is_inner, true);
}
