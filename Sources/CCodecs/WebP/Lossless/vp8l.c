#include "vp8l.h"

#include <stdlib.h>

struct reader {
    struct vp8l *picture;
    struct vp8l_bits bits;
    struct vp8l_code_reader codes;
};

/* The colors of a palette are coded as differences; section 3.5.4. Behind them is transparent black. */
static bool read_palette(struct reader *reader, struct vp8l_transform *transform) {
    uint32_t count = 1 + vp8l_read(&reader->bits, 8);
    transform->bits = count > 16 ? 0 : count > 4 ? 1 : count > 2 ? 2 : 3;
    transform->data = vp8l_take_memory(&reader->picture->memory, 256 * sizeof *transform->data);
    if (transform->data == NULL) return false;
    memset(transform->data, 0, 256 * sizeof *transform->data);
    if (!vp8l_read_image(&reader->codes, count, 1, false, transform->data)) return false;
    uint32_t *colors = transform->data;
    for (uint32_t i = 1; i < count; i++) {
        uint32_t a = colors[i - 1], b = colors[i];
        colors[i] = ((a & 0x7F7F7F7F) + (b & 0x7F7F7F7F)) ^ ((a ^ b) & 0x80808080);
    }
    reader->picture->coded_width = vp8l_tiles(transform->width, transform->bits);
    return true;
}

/* Section 3.5. */
static bool read_transform(struct reader *reader) {
    struct vp8l *picture = reader->picture;
    struct vp8l_transforms *all = &picture->transforms;
    enum vp8l_kind kind = (enum vp8l_kind)vp8l_read(&reader->bits, 2);
    for (unsigned i = 0; i < all->count; i++) {
        if (all->list[i].kind == kind) return false;
    }
    struct vp8l_transform *transform = all->list + all->count++;
    *transform = (struct vp8l_transform){.kind = kind, .width = picture->coded_width};
    if (kind == vp8l_subtract_green) return true;
    if (kind == vp8l_color_indexing) return read_palette(reader, transform);
    transform->bits = 2 + vp8l_read(&reader->bits, 3);
    transform->across = vp8l_tiles(transform->width, transform->bits);
    uint32_t down = vp8l_tiles(picture->height, transform->bits);
    size_t bytes = (size_t)transform->across * down * sizeof *transform->data;
    transform->data = vp8l_take_memory(&picture->memory, bytes);
    return transform->data != NULL && vp8l_read_image(&reader->codes, transform->across, down, false, transform->data);
}

/* All that follows the header. */
static bool read_stream(struct reader *reader, uint32_t *pixels) {
    struct vp8l *picture = reader->picture;
    while (vp8l_read(&reader->bits, 1)) {
        if (picture->transforms.count == 4 || !read_transform(reader)) return false;
    }
    /* Behind their end, so that rows that unfold at their start do not run over them. */
    size_t room = (size_t)picture->width * picture->height, coded = (size_t)picture->coded_width * picture->height;
    picture->coded = pixels + (room - coded);
    return vp8l_read_image(&reader->codes, picture->coded_width, picture->height, true, picture->coded);
}

/* Section 3.4. */
static bool read_header(struct vp8l_bits *bits, uint32_t width, uint32_t height) {
    if (vp8l_read(bits, 8) != 0x2F) return false;
    if (vp8l_read(bits, 14) + 1 != width || vp8l_read(bits, 14) + 1 != height) return false;
    /* Whether alpha is used is a hint that libwebp does not follow. */
    vp8l_read(bits, 1);
    return vp8l_read(bits, 3) == 0;
}

static bool open(struct vp8l *picture, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                 struct vp8l_room room, bool plain, bool has_header) {
    *picture = (struct vp8l){.width = width, .height = height, .coded_width = width};
    /* Less than half of what libwebp takes for such a picture. */
    size_t limit = (1 << 20) + (size_t)width * height * 2;
    vp8l_begin_memory(&picture->memory, room.tables, room.table_bytes, limit);
    struct reader *reader = vp8l_take_memory(&picture->memory, sizeof *reader);
    bool is_read = false;
    if (reader != NULL) {
        reader->picture = picture;
        reader->codes.bits = &reader->bits;
        reader->codes.plain = plain;
        reader->codes.memory = &picture->memory;
        vp8l_bits_begin(&reader->bits, bytes, count);
        is_read = (!has_header || read_header(&reader->bits, width, height)) && read_stream(reader, room.pixels) &&
                  vp8l_begin_rows(&picture->transforms, width, &picture->memory, plain);
    }
    if (!is_read) vp8l_free_memory(&picture->memory);
    return is_read;
}

bool vp8l_open(struct vp8l *picture, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
               struct vp8l_room room, bool plain) {
    return open(picture, bytes, count, width, height, room, plain, true);
}

void vp8l_rows(struct vp8l *picture, uint8_t *rgba, size_t stride, uint32_t count, uint8_t alpha) {
    for (uint32_t i = 0; i < count; i++, picture->coded += picture->coded_width) {
        vp8l_undo_row(&picture->transforms, picture->coded, rgba + i * stride, alpha);
    }
}

void vp8l_close(struct vp8l *picture) { vp8l_free_memory(&picture->memory); }

bool vp8l_decode_alpha(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, struct vp8l_room room,
                       uint8_t *alpha, size_t stride, bool plain) {
    struct vp8l picture;
    if (!open(&picture, bytes, count, width, height, room, plain, false)) return false;
    for (uint32_t y = 0; y < height; y++, picture.coded += picture.coded_width) {
        vp8l_undo_green(&picture.transforms, picture.coded, alpha + y * stride);
    }
    vp8l_close(&picture);
    return true;
}
