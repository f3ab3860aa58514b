/* A frame as RGBA: its rows of macroblocks go through a strip, where the last rows of the one above still stand. */
#include "vp8-colors.h"
#include "vp8-output.h"

struct pixels {
    struct vp8_output output;
    const struct vp8_pixels *to;
    vp8_colors *put;
    /* The strip: one row of each plane that was there before, and then those of a row of macroblocks. */
    uint8_t *luma, *cb, *cr;
    size_t luma_stride, color_stride;
    /* Which row of pixels is next, and which row of macroblocks. */
    uint32_t next, row;
};

/* The row of a color that is so far from the first one in the frame. */
static const uint8_t *color_row(const struct pixels *pixels, const uint8_t *strip, uint32_t row) {
    return strip + (1 + row - 8 * (size_t)pixels->row) * pixels->color_stride;
}

static void put_row(struct pixels *pixels, uint32_t y) {
    uint32_t last = (pixels->output.height - 1) / 2, near = y / 2, far = near;
    if (y % 2 == 1 && near < last) far = near + 1;
    if (y % 2 == 0 && near > 0) far = near - 1;
    const struct vp8_pixels *to = pixels->to;
    struct vp8_rows rows = {
        pixels->luma + (1 + y - 16 * (size_t)pixels->row) * pixels->luma_stride,
        color_row(pixels, pixels->cb, near),
        color_row(pixels, pixels->cr, near),
        color_row(pixels, pixels->cb, far),
        color_row(pixels, pixels->cr, far),
        to->alpha == NULL ? NULL : to->alpha + y * (size_t)to->width,
    };
    pixels->put(&rows, to->rgba + y * to->stride, to->width);
}

static void take(struct vp8_output *output) {
    struct pixels *pixels = (struct pixels *)output;
    size_t columns = ((size_t)output->width + 1) / 2;
    for (size_t i = 1; i <= 8; i++) {
        pixels->cb[i * pixels->color_stride + columns] = pixels->cb[i * pixels->color_stride + columns - 1];
        pixels->cr[i * pixels->color_stride + columns] = pixels->cr[i * pixels->color_stride + columns - 1];
    }
    uint32_t end = 16 * (pixels->row + 1);
    /* The last row waits for the colors below it. */
    end = end < output->height ? end - 1 : output->height;
    for (; pixels->next < end; pixels->next++) put_row(pixels, pixels->next);
    pixels->row += 1;
    memcpy(pixels->luma, pixels->luma + 16 * pixels->luma_stride, pixels->luma_stride);
    memcpy(pixels->cb, pixels->cb + 8 * pixels->color_stride, pixels->color_stride);
    memcpy(pixels->cr, pixels->cr + 8 * pixels->color_stride, pixels->color_stride);
}

static size_t luma_stride_of(uint32_t width) { return ((size_t)width + 15) / 16 * 16 + vp8_row_slack; }

static size_t color_stride_of(uint32_t width) { return ((size_t)width + 15) / 16 * 8 + vp8_row_slack; }

size_t vp8_pixels_room_bytes(uint32_t width) {
    return vp8_frame_bytes(width) + 17 * luma_stride_of(width) + 18 * color_stride_of(width);
}

bool vp8_decode_pixels(const uint8_t *bytes, size_t count, const struct vp8_pixels *to, struct vp8_room room,
                       bool plain) {
    if (room.bytes == NULL || room.count < vp8_pixels_room_bytes(to->width)) return false;
    size_t luma_stride = luma_stride_of(to->width), color_stride = color_stride_of(to->width);
    struct pixels pixels = {.output = {.width = to->width, .height = to->height, .take = take}, .to = to};
    pixels.luma = room.bytes + vp8_frame_bytes(to->width);
    pixels.cb = pixels.luma + 17 * luma_stride;
    pixels.cr = pixels.cb + 9 * color_stride;
    pixels.luma_stride = luma_stride;
    pixels.color_stride = color_stride;
    /* Whole macroblocks fit into the strip, and all rows are put into the same place. */
    uint32_t across = (to->width + 15) / 16;
    pixels.output.planes = (struct vp8_planes){
        pixels.luma + luma_stride, pixels.cb + color_stride, pixels.cr + color_stride, luma_stride, color_stride,
        16 * across, 16,
    };
    pixels.put = vp8_colors_plain;
#if defined(__x86_64__)
    if (!plain) pixels.put = vp8_colors_avx2;
#endif
    return vp8_decode_frame(bytes, count, &pixels.output, room.bytes, plain);
}
