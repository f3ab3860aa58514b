#include "vp8-output.h"

void vp8_output_put(const struct vp8_output *output, const uint8_t *tile, uint32_t column) {
    const struct vp8_planes *planes = &output->planes;
    size_t x = 16 * (size_t)column, place = x / 2;
    uint8_t *luma = planes->luma + x;
    const uint8_t *color = tile + vp8_tile_luma;
    if (x + 16 <= planes->width && planes->height >= 16) {
        for (size_t i = 0; i < 16; i++) memcpy(luma + i * planes->luma_stride, tile + i * vp8_tile_row, 16);
        for (size_t i = 0; i < 8; i++) {
            memcpy(planes->cb + place + i * planes->color_stride, color + i * vp8_tile_row, 8);
            memcpy(planes->cr + place + i * planes->color_stride, color + i * vp8_tile_row + 8, 8);
        }
        return;
    }
    size_t columns = planes->width - x < 16 ? planes->width - x : 16, rows = planes->height < 16 ? planes->height : 16;
    for (size_t i = 0; i < rows; i++) memcpy(luma + i * planes->luma_stride, tile + i * vp8_tile_row, columns);
    for (size_t i = 0; i < (rows + 1) / 2; i++) {
        memcpy(planes->cb + place + i * planes->color_stride, color + i * vp8_tile_row, (columns + 1) / 2);
        memcpy(planes->cr + place + i * planes->color_stride, color + i * vp8_tile_row + 8, (columns + 1) / 2);
    }
}

static void go_on(struct vp8_output *output) {
    struct vp8_planes *planes = &output->planes;
    if (planes->height <= 16) return;
    planes->luma += 16 * planes->luma_stride;
    planes->cb += 8 * planes->color_stride;
    planes->cr += 8 * planes->color_stride;
    planes->height -= 16;
}

size_t vp8_planes_room_bytes(uint32_t width) { return vp8_frame_bytes(width); }

bool vp8_decode_planes(const uint8_t *bytes, size_t count, const struct vp8_planes *planes, struct vp8_room room,
                       bool plain) {
    struct vp8_output output = {planes->width, planes->height, *planes, go_on};
    if (room.bytes == NULL || room.count < vp8_planes_room_bytes(planes->width)) return false;
    return vp8_decode_frame(bytes, count, &output, room.bytes, plain);
}
