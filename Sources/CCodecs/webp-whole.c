#include "webp-whole.h"

#include <string.h>

size_t codec_webp_whole_bytes(uint32_t width) { return vp8_room_bytes(width); }

bool webp_whole_planes(const struct codec *codec, const uint8_t *chunk, size_t count, const struct vp8_planes *planes) {
    if (codec->options.whole == NULL || count < 8 || memcmp(chunk, "VP8 ", 4) != 0) return false;
    size_t size = (size_t)chunk[4] | (size_t)chunk[5] << 8 | (size_t)chunk[6] << 16 | (size_t)chunk[7] << 24;
    /* What pads the chunk belongs to the last partition for libwebp. */
    if (count - 8 != size + (size & 1)) return false;
    return vp8_decode(chunk + 8, count - 8, planes, codec->options.whole, codec->options.whole_bytes,
                      codec->options.plain);
}
