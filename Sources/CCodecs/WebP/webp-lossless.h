/* Lossless frames by our own decoder, as far as `options.whole` is there and nothing about them is odd. */
#pragma once

#include "codec.h"
#include "Lossless/vp8l.h"

#include <webp/demux.h>

/* Begins a still whose rows are to be put into the strip, if that holds as many as are given at once: then nobody has
 * to fetch them from the canvas again, where only the coded pixels are. */
bool webp_lossless_open(struct vp8l *picture, const struct codec *codec, const WebPIterator *frame);

/* Decodes a frame to `out`. False on any doubt: then anything may stand there. */
bool webp_lossless_decode(const struct codec *codec, const WebPIterator *frame, uint8_t *out, size_t stride);
