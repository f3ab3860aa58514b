#include "webp-whole.h"

#include "webp-alpha.h"
#include "webp-chunk.h"

#include <string.h>

/* Room for the tables of a lossless alpha, and for what keeps memory apart. */
enum { alpha_tables = 64 << 10, apart = 64 };

size_t codec_webp_planes_bytes(uint32_t width) { return vp8_planes_room_bytes(width); }

size_t codec_webp_pixels_bytes(uint32_t width, uint32_t height, bool has_alpha) {
    size_t alpha = has_alpha ? (size_t)width * height + alpha_tables + apart : 0;
    return vp8_pixels_room_bytes(width) + alpha;
}

struct chunk {
    const uint8_t *bytes;
    size_t count;
};

/* Takes a chunk of this kind off these bytes; nothing if there is none. */
static struct chunk take(struct chunk *all, const char *kind) {
    const uint8_t *bytes = all->bytes;
    if (all->count < 8 || memcmp(bytes, kind, 4) != 0) return (struct chunk){NULL, 0};
    size_t size = webp_chunk_size(bytes);
    size_t padded = size + (size & 1);
    if (padded > all->count - 8) return (struct chunk){NULL, 0};
    *all = (struct chunk){bytes + 8 + padded, all->count - 8 - padded};
    return (struct chunk){bytes + 8, size};
}

/* The last chunk, which has to be lossy; what pads it belongs to the last partition for libwebp. */
static struct chunk take_frame(struct chunk all) {
    struct chunk frame = take(&all, "VP8 ");
    if (frame.bytes == NULL || all.count > 0) return (struct chunk){NULL, 0};
    frame.count += frame.count & 1;
    return frame;
}

bool webp_whole_planes(const struct codec *codec, const uint8_t *bytes, size_t count, const struct vp8_planes *planes) {
    struct chunk frame = take_frame((struct chunk){bytes, count});
    struct vp8_room room = {codec->options.whole, codec->options.whole_bytes};
    return frame.bytes != NULL && vp8_decode_planes(frame.bytes, frame.count, planes, room, codec->options.plain);
}

/* Reads alpha into the buffer; NULL on doubt. The pixels' place is lent for it. */
static const uint8_t *read_alpha(const struct codec *codec, struct chunk chunk, const struct vp8_pixels *pixels) {
    const struct codec_options *options = &codec->options;
    size_t needed = codec_webp_pixels_bytes(pixels->width, pixels->height, true);
    if (options->whole_bytes < needed || pixels->stride != 4 * (size_t)pixels->width) return NULL;
    uint8_t *tables = options->whole + vp8_pixels_room_bytes(pixels->width);
    tables += (apart - (uintptr_t)tables % apart) % apart;
    struct webp_alpha_room room = {pixels->rgba, tables, alpha_tables};
    uint8_t *alpha = tables + alpha_tables;
    bool is_right = webp_alpha_read(chunk.bytes, chunk.count, pixels->width, pixels->height, room, alpha,
                                    options->plain);
    return is_right ? alpha : NULL;
}

bool webp_whole_pixels(const struct codec *codec, const uint8_t *bytes, size_t count, struct vp8_pixels pixels) {
    struct chunk all = {bytes, count}, alpha = take(&all, "ALPH"), frame = take_frame(all);
    struct vp8_room room = {codec->options.whole, codec->options.whole_bytes};
    if (frame.bytes == NULL || !vp8_is_at_hand(codec->options.plain)) return false;
    if (alpha.bytes != NULL) {
        pixels.alpha = read_alpha(codec, alpha, &pixels);
        if (pixels.alpha == NULL) return false;
    }
    return vp8_decode_pixels(frame.bytes, frame.count, &pixels, room, codec->options.plain);
}
