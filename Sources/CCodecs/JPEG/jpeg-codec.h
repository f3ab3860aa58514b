/* What decoding a JPEG to pixels and to planes have in common: libjpeg, and how it is left when it fails. */
#pragma once

#include "codec.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

struct jpeg_codec {
    struct codec base;
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_source_mgr source;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    int maximum_scans;
    bool is_created;
    bool is_started;
    bool hit_end;
    bool holds_ink;
    /* The faster way to planes, while it is gone. */
    struct jpeg_scan *scan;
};

/* Bytes the library has taken. */
static inline size_t jpeg_position(const struct jpeg_codec *codec) {
    return codec->base.count - codec->source.bytes_in_buffer;
}

/* These three leave through `escape` where the library fails. */

/* Makes planes ready, behind the header. */
enum codec_status jpeg_planes_start(struct jpeg_codec *codec);

/* The next planes into the strip. */
enum codec_status jpeg_planes_next(struct jpeg_codec *codec, const struct codec_planes *planes, uint32_t *written);

/* What follows the last of the planes. */
void jpeg_planes_finish(struct jpeg_codec *codec);
