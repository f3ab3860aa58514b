#include "webp-lossless.h"

#include "webp-chunk.h"

/* What the chunk holds, if it is lossless and all there; NULL else. */
static const uint8_t *content(const WebPIterator *frame, size_t *count) {
    const uint8_t *bytes = frame->fragment.bytes;
    if (frame->fragment.size < 8 || memcmp(bytes, "VP8L", 4) != 0) return NULL;
    *count = webp_chunk_size(bytes);
    return *count <= frame->fragment.size - 8 ? bytes + 8 : NULL;
}

/* `pixels` has room for those of the frame. */
static bool open(struct vp8l *picture, const struct codec *codec, const WebPIterator *frame, uint8_t *pixels) {
    const struct codec_options *options = &codec->options;
    size_t count = 0;
    const uint8_t *bytes = content(frame, &count);
    if (bytes == NULL || options->whole_bytes == 0 || (uintptr_t)pixels % _Alignof(uint32_t) != 0) return false;
    struct vp8l_room room = {(uint32_t *)(void *)pixels, options->whole, options->whole_bytes};
    return vp8l_open(picture, bytes, count, (uint32_t)frame->width, (uint32_t)frame->height, room, options->plain);
}

bool webp_lossless_open(struct vp8l *picture, const struct codec *codec, const WebPIterator *frame) {
    const struct codec_options *options = &codec->options;
    uint32_t rows = options->maximum_rows < codec->height ? options->maximum_rows : codec->height;
    bool is_whole = frame->x_offset == 0 && frame->y_offset == 0 && frame->width == (int)codec->width &&
                    frame->height == (int)codec->height;
    if (!is_whole || options->strip_bytes / codec->stride < rows) return false;
    return open(picture, codec, frame, options->canvas);
}

bool webp_lossless_decode(const struct codec *codec, const WebPIterator *frame, uint8_t *out, size_t stride) {
    size_t whole = codec->stride * codec->height;
    /* Pixels that are coded stand together: where they go, or else in the second canvas. */
    bool is_together = stride == (size_t)frame->width * 4;
    if (!is_together && codec->options.canvas_bytes < 2 * whole) return false;
    struct vp8l picture;
    if (!open(&picture, codec, frame, is_together ? out : codec->options.canvas + whole)) return false;
    vp8l_rows(&picture, out, stride, (uint32_t)frame->height, 0);
    vp8l_close(&picture);
    return true;
}
