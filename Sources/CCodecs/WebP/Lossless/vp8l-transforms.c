#include "vp8l-transforms.h"

#include <string.h>

static const uint32_t black = 0xFF000000;

static struct vp8l_kernels kernels_for(bool plain) {
    struct vp8l_kernels kernels = plain ? vp8l_plain_kernels : vp8l_vector_kernels;
#if defined(__x86_64__)
    if (!plain && __builtin_cpu_supports("avx2")) {
        kernels.cross_color = vp8l_cross_color_avx2;
        kernels.put = vp8l_put_avx2;
    }
#endif
    return kernels;
}

bool vp8l_begin_rows(struct vp8l_transforms *transforms, uint32_t width, struct vp8l_memory *memory, bool plain) {
    /* A pixel at each end, and vectors go over the end. */
    size_t bytes = ((size_t)width + 16) * 4;
    transforms->next_row = 0;
    transforms->width = width;
    transforms->kernels = kernels_for(plain);
    transforms->line = vp8l_take_memory(memory, bytes);
    transforms->unfolded = vp8l_take_memory(memory, bytes);
    if (transforms->line == NULL || transforms->unfolded == NULL) return false;
    for (unsigned i = 0; i < transforms->count; i++) {
        if (transforms->list[i].kind != vp8l_predictor) continue;
        for (unsigned j = 0; j < 2; j++) {
            transforms->list[i].lines[j] = vp8l_take_memory(memory, bytes);
            if (transforms->list[i].lines[j] == NULL) return false;
            memset(transforms->list[i].lines[j], 0, bytes);
        }
    }
    return true;
}

/* Section 3.5.1. Returns where the row is. */
static uint32_t *undo_prediction(struct vp8l_transform *transform, const struct vp8l_kernels *kernels,
                                 const uint32_t *row, uint32_t y) {
    /* Vectors read a pixel before a row. */
    uint32_t *above = transform->lines[0] + 4, *to = transform->lines[1] + 4;
    size_t width = transform->width;
    if (y == 0) {
        to[0] = row[0] + black;
        kernels->predict(to + 1, row + 1, above + 1, width - 1, 1);
    } else {
        /* The first pixel is guessed from the one above it; what is right of the last one above is the first one. */
        kernels->predict(to, row, above, 1, 2);
        above[width] = to[0];
        const uint32_t *modes = transform->data + (size_t)(y >> transform->bits) * transform->across;
        for (size_t x = 1; x < width;) {
            size_t tile = x >> transform->bits, next = (tile + 1) << transform->bits;
            unsigned mode = modes[tile] >> 8 & 15;
            /* Tiles of one mode are one. */
            while (next < width && (modes[tile + 1] >> 8 & 15) == mode) tile += 1, next += (size_t)1 << transform->bits;
            if (next > width) next = width;
            kernels->predict(to + x, row + x, above + x, next - x, mode);
            x = next;
        }
    }
    uint32_t *first = transform->lines[0];
    transform->lines[0] = transform->lines[1];
    transform->lines[1] = first;
    return to;
}

/* Section 3.5.2. */
static void undo_cross_color(const struct vp8l_transform *transform, const struct vp8l_kernels *kernels, uint32_t *to,
                             const uint32_t *from, uint32_t y) {
    const uint32_t *factors = transform->data + (size_t)(y >> transform->bits) * transform->across;
    for (size_t x = 0; x < transform->width; factors++) {
        size_t next = x + ((size_t)1 << transform->bits);
        if (next > transform->width) next = transform->width;
        kernels->cross_color(to + x, from + x, next - x, *factors);
        x = next;
    }
}

static inline __attribute__((always_inline)) void unfold(uint32_t *to, const uint32_t *from, size_t width,
                                                         const uint32_t *colors, unsigned bits) {
    unsigned count = 1u << bits, step = 8 >> bits, mask = (1u << step) - 1, places;
    size_t x = 0;
    for (; x + count <= width; x += count) {
        places = *from++ >> 8 & 0xFF;
        for (unsigned i = 0; i < count; i++) to[x + i] = colors[places >> i * step & mask];
    }
    if (x == width) return;
    places = *from >> 8 & 0xFF;
    for (unsigned i = 0; x < width; i++) to[x++] = colors[places >> i * step & mask];
}

/* Section 3.5.4: the place of a color is in green; where there are few, of several pixels. */
static void undo_indexing(const struct vp8l_transform *transform, uint32_t *to, const uint32_t *from) {
    switch (transform->bits) {
    case 0: unfold(to, from, transform->width, transform->data, 0); break;
    case 1: unfold(to, from, transform->width, transform->data, 1); break;
    case 2: unfold(to, from, transform->width, transform->data, 2); break;
    case 3: unfold(to, from, transform->width, transform->data, 3); break;
    }
}

/* Undoes all, the last one first, but for green that is to be added at the very end. Returns where the row is. */
static uint32_t *undo(struct vp8l_transforms *transforms, uint32_t *row, bool *adds_green) {
    const struct vp8l_kernels *kernels = &transforms->kernels;
    uint32_t *now = row, y = transforms->next_row++;
    *adds_green = false;
    for (unsigned i = transforms->count; i-- > 0;) {
        struct vp8l_transform *transform = transforms->list + i;
        /* A row of the predictor is looked at again for the next one. */
        uint32_t *to = now == row ? row : transforms->line;
        switch (transform->kind) {
        case vp8l_predictor: to = undo_prediction(transform, kernels, now, y); break;
        case vp8l_cross_color: undo_cross_color(transform, kernels, to, now, y); break;
        case vp8l_subtract_green:
            *adds_green = i == 0;
            if (i == 0) to = now;
            else kernels->add_green(to, now, transform->width);
            break;
        case vp8l_color_indexing:
            /* What is unfolded would run over what it is made of, unless each place is a pixel's. */
            if (transform->bits > 0 || to == transforms->line) to = transforms->unfolded;
            undo_indexing(transform, to, now);
            break;
        }
        now = to;
    }
    return now;
}

void vp8l_undo_row(struct vp8l_transforms *transforms, uint32_t *row, uint8_t *rgba, uint8_t alpha) {
    bool adds_green;
    const uint32_t *pixels = undo(transforms, row, &adds_green);
    transforms->kernels.put(rgba, pixels, transforms->width, adds_green, alpha);
}

void vp8l_undo_green(struct vp8l_transforms *transforms, uint32_t *row, uint8_t *greens) {
    /* What green was added to is not looked at. */
    bool adds_green;
    const uint32_t *pixels = undo(transforms, row, &adds_green);
    for (size_t x = 0; x < transforms->width; x++) greens[x] = (uint8_t)(pixels[x] >> 8);
}
