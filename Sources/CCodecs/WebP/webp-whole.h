/* Our own decoder, if a lossy frame is no more than one, perhaps with alpha. */
#pragma once

#include "codec.h"
#include "Lossy/vp8.h"

/* Decode the chunks that these bytes are, to planes or to pixels, in the buffer of the options. False where libwebp is
 * to decode. */
bool webp_whole_planes(const struct codec *codec, const uint8_t *bytes, size_t count, const struct vp8_planes *planes);
bool webp_whole_pixels(const struct codec *codec, const uint8_t *bytes, size_t count, struct vp8_pixels pixels);
