/* What was done to the pixels before they were coded, undone row by row. Source: RFC 9649, section 3.5. */
#pragma once

#include "vp8l-memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum vp8l_kind { vp8l_predictor, vp8l_cross_color, vp8l_subtract_green, vp8l_color_indexing };

struct vp8l_transform {
    enum vp8l_kind kind;
    /* Size of a tile, or how many pixels are in one, in bits. */
    unsigned bits;
    /* Pixels of a row, as this leaves it; tiles beside each other. */
    uint32_t width;
    uint32_t across;
    /* What each tile has, or the colors: 256, which are transparent where there are none. */
    uint32_t *data;
    /* The predictor's last row with a pixel before it and behind it, and room for the next one. */
    uint32_t *lines[2];
};

/* What is done to `count` pixels beside each other; all may be done in place but for prediction, which looks at a pixel
 * before `to` and at one more at both ends of `above`. */
struct vp8l_kernels {
    void (*add_green)(uint32_t *to, const uint32_t *from, size_t count);
    void (*cross_color)(uint32_t *to, const uint32_t *from, size_t count, uint32_t factors);
    void (*predict)(uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count, unsigned mode);
    /* To RGBA, with the green added or not. */
    void (*put)(uint8_t *to, const uint32_t *from, size_t count, bool adds_green, uint8_t alpha);
};

struct vp8l_transforms {
    struct vp8l_transform list[4];
    unsigned count;
    uint32_t next_row;
    /* Pixels of a row in the end. */
    uint32_t width;
    /* A row, where it can't be changed in place; and one that has become longer. */
    uint32_t *line;
    uint32_t *unfolded;
    struct vp8l_kernels kernels;
};

/* Takes memory for rows. `plain`: no instructions that only some processors have. */
bool vp8l_begin_rows(struct vp8l_transforms *transforms, uint32_t width, struct vp8l_memory *memory, bool plain);

/* Undoes the next row, which is lost, and puts it out as RGBA, perhaps over it; the bits of `alpha` are set in each. */
void vp8l_undo_row(struct vp8l_transforms *transforms, uint32_t *row, uint8_t *rgba, uint8_t alpha);

/* The same, but puts out green alone. */
void vp8l_undo_green(struct vp8l_transforms *transforms, uint32_t *row, uint8_t *greens);

extern const struct vp8l_kernels vp8l_plain_kernels;
/* The plain ones where there are no others. */
extern const struct vp8l_kernels vp8l_vector_kernels;

#if defined(__x86_64__)
void vp8l_cross_color_avx2(uint32_t *to, const uint32_t *from, size_t count, uint32_t factors);
void vp8l_put_avx2(uint8_t *to, const uint32_t *from, size_t count, bool adds_green, uint8_t alpha);
#endif
