/* Our own decoder, if a lossy frame is nothing but one. */
#pragma once

#include "codec.h"
#include "vp8.h"

/* Decodes the chunk that these bytes are to planes, in the buffer of the options. False where libwebp is to decode. */
bool webp_whole_planes(const struct codec *codec, const uint8_t *chunk, size_t count, const struct vp8_planes *planes);
