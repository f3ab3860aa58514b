/* WebP through libwebp, or by our own decoder where that is faster: stills into the canvas, animations composited on it
 * frame by frame.
 *
 * The canvas of an animation begins transparent, and so is what a frame disposed of to the background leaves: the
 * background color in the file is a hint that browsers ignore. Blending is exact: rounded to the nearest.
 */
#include "codec.h"
#include "webp-chunk.h"
#include "webp-lossless.h"
#include "webp-whole.h"

#include <string.h>

#include <webp/decode.h>
#include <webp/demux.h>

struct webp_codec {
    struct codec base;
    WebPDemuxer *demuxer;
    WebPIterator frame;
    bool has_frame;
    bool is_whole;
    bool is_animated;
    bool has_lossless;
    /* A still whose rows come from our own decoder. */
    bool has_rows;
    struct vp8l lossless;
};

static enum codec_status fail(struct webp_codec *codec, VP8StatusCode code) {
    struct codec *base = &codec->base;
    switch (code) {
    case VP8_STATUS_OUT_OF_MEMORY: return codec_fail(base, codec_status_no_memory, SIZE_MAX, "no memory for libwebp");
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return codec_fail(base, codec_status_unsupported, SIZE_MAX, "a feature unknown to libwebp");
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA:
        if (!codec->is_whole) return codec_fail(base, codec_status_truncated, base->count, "the pixels end too soon");
        return codec_fail(base, codec_status_corrupt, SIZE_MAX, "the pixels end too soon");
    default: return codec_fail(base, codec_status_corrupt, SIZE_MAX, "the compressed pixels are damaged");
    }
}

/* The RIFF header says how long the file is. */
static bool is_whole(const struct codec *base) {
    if (base->count < 12) return false;
    return webp_chunk_size(base->bytes) <= base->count - 8;
}

/* Only what is lossy and opaque is coded as planes, and an animation is composed of RGBA. */
static enum codec_status open_planes(struct webp_codec *codec) {
    struct codec *base = &codec->base;
    if (codec->is_animated) return codec_status_no_planes;
    base->luma_stride = base->width;
    base->luma_rows = base->height;
    base->chroma_width = base->chroma_stride = (base->width + 1) / 2;
    base->chroma_height = base->chroma_rows = (base->height + 1) / 2;
    size_t needed = base->luma_stride * base->luma_rows + 2 * base->chroma_stride * base->chroma_rows;
    if (base->options.canvas_bytes < needed) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no canvas for a WebP's planes");
    }
    return codec_status_ok;
}

static enum codec_status open(struct webp_codec *codec) {
    struct codec *base = &codec->base;
    codec->is_whole = is_whole(base);
    WebPData data = {base->bytes, base->count};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    codec->demuxer = WebPDemuxPartial(&data, &state);
    if (codec->demuxer == NULL || state <= WEBP_DEMUX_PARSING_HEADER) {
        return fail(codec, codec->is_whole ? VP8_STATUS_BITSTREAM_ERROR : VP8_STATUS_NOT_ENOUGH_DATA);
    }
    if (WebPDemuxGetI(codec->demuxer, WEBP_FF_CANVAS_WIDTH) != base->width ||
        WebPDemuxGetI(codec->demuxer, WEBP_FF_CANVAS_HEIGHT) != base->height) {
        return codec_fail(base, codec_status_corrupt, SIZE_MAX, "two different sizes");
    }
    codec->is_animated = (WebPDemuxGetI(codec->demuxer, WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0;
    base->on_canvas = true;
    if (base->options.planes) return open_planes(codec);
    if (base->options.canvas_bytes < base->stride * base->height) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no canvas for a WebP");
    }
    return codec_status_ok;
}

/* As many rows as the bytes hold. Its own way, because incremental decoding costs time and memory. */
static uint32_t decode_partly(const WebPIterator *frame, WebPDecoderConfig *config) {
    WebPIDecoder *decoder = WebPIDecode(NULL, 0, config);
    if (decoder == NULL) return 0;
    int last = 0;
    WebPIUpdate(decoder, frame->fragment.bytes, frame->fragment.size);
    if (WebPIDecGetRGB(decoder, &last, NULL, NULL, NULL) == NULL) last = 0;
    WebPIDelete(decoder);
    return (uint32_t)last;
}

/* The same for planes: rows of luma, and as many of the color differences as begin with these. */
static uint32_t decode_planes_partly(const WebPIterator *frame, WebPDecoderConfig *config) {
    WebPIDecoder *decoder = WebPIDecode(NULL, 0, config);
    if (decoder == NULL) return 0;
    int last = 0;
    WebPIUpdate(decoder, frame->fragment.bytes, frame->fragment.size);
    if (WebPIDecGetYUVA(decoder, &last, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == NULL) last = 0;
    WebPIDelete(decoder);
    return (uint32_t)last;
}

/* Decodes a still to planes in the canvas. */
static enum codec_status decode_planes(struct webp_codec *codec) {
    struct codec *base = &codec->base;
    const WebPIterator *frame = &codec->frame;
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return fail(codec, VP8_STATUS_UNSUPPORTED_FEATURE);
    VP8StatusCode code = WebPGetFeatures(frame->fragment.bytes, frame->fragment.size, &config.input);
    if (code != VP8_STATUS_OK) return fail(codec, code);
    bool is_whole = config.input.width == (int)base->width && config.input.height == (int)base->height &&
                    frame->width == config.input.width && frame->height == config.input.height;
    if (!is_whole || config.input.format != 1 || config.input.has_alpha || frame->has_alpha) return codec_status_no_planes;
    size_t chroma = base->chroma_stride * base->chroma_rows;
    WebPYUVABuffer *buffer = &config.output.u.YUVA;
    config.output.colorspace = MODE_YUV;
    config.output.is_external_memory = 1;
    buffer->y = base->options.canvas;
    buffer->u = buffer->y + base->luma_stride * base->luma_rows;
    buffer->v = buffer->u + chroma;
    buffer->y_stride = (int)base->luma_stride;
    buffer->u_stride = buffer->v_stride = (int)base->chroma_stride;
    buffer->y_size = base->luma_stride * base->luma_rows;
    buffer->u_size = buffer->v_size = chroma;
    struct vp8_planes planes = {
        buffer->y, buffer->u, buffer->v, base->luma_stride, base->chroma_stride, base->width, base->height,
    };
    if (webp_whole_planes(base, frame->fragment.bytes, frame->fragment.size, &planes)) return codec_status_ok;
    code = WebPDecode(frame->fragment.bytes, frame->fragment.size, &config);
    if (code == VP8_STATUS_OK) return codec_status_ok;
    enum codec_status status = fail(codec, code);
    if (!base->options.tolerant) return status;
    uint32_t whole = decode_planes_partly(frame, &config), half = (whole + 1) / 2;
    /* 126 of 16 to 235 is the middle gray that other missing pixels have. */
    memset(buffer->y + whole * base->luma_stride, 126, (base->height - whole) * base->luma_stride);
    memset(buffer->u + half * base->chroma_stride, 128, (base->chroma_height - half) * base->chroma_stride);
    memset(buffer->v + half * base->chroma_stride, 128, (base->chroma_height - half) * base->chroma_stride);
    base->is_presentable = true;
    return status;
}

/* Decodes a frame to `out`, whose rows are `stride` bytes apart. */
static enum codec_status decode(struct webp_codec *codec, uint8_t *out, size_t stride) {
    const WebPIterator *frame = &codec->frame;
    if (webp_lossless_decode(&codec->base, frame, out, stride)) {
        codec->has_lossless = true;
        return codec_status_ok;
    }
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return fail(codec, VP8_STATUS_UNSUPPORTED_FEATURE);
    VP8StatusCode code = WebPGetFeatures(frame->fragment.bytes, frame->fragment.size, &config.input);
    if (code != VP8_STATUS_OK) return fail(codec, code);
    if (config.input.width != frame->width || config.input.height != frame->height) {
        return codec_fail(&codec->base, codec_status_corrupt, SIZE_MAX, "a frame of two different sizes");
    }
    codec->has_lossless |= config.input.format != 1;
    struct vp8_pixels pixels = {out, stride, NULL, (uint32_t)frame->width, (uint32_t)frame->height};
    if (webp_whole_pixels(&codec->base, frame->fragment.bytes, frame->fragment.size, pixels)) return codec_status_ok;
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = out;
    config.output.u.RGBA.stride = (int)stride;
    config.output.u.RGBA.size = stride * ((size_t)frame->height - 1) + (size_t)frame->width * 4;
    code = WebPDecode(frame->fragment.bytes, frame->fragment.size, &config);
    if (code == VP8_STATUS_OK) return codec_status_ok;
    enum codec_status status = fail(codec, code);
    if (!codec->base.options.tolerant) return status;
    for (uint32_t y = decode_partly(frame, &config); y < (uint32_t)frame->height; y++) {
        codec_fill(&codec->base, out + y * stride, (size_t)frame->width);
    }
    codec->base.is_presentable = true;
    return status;
}

/* Lossless pixels can hide an alpha that the file says is not there. */
static void close_alpha(const struct codec *base) {
    uint8_t *pixels = base->options.canvas;
    size_t count = (size_t)base->width * base->height;
    for (size_t i = 0; i < count; i++) pixels[i * 4 + 3] = 255;
}

/* Source over destination, both with straight alpha, rounded to the nearest. */
static void blend(uint8_t *to, const uint8_t *from) {
    uint32_t over = from[3];
    if (over == 0) return;
    if (over == 255 || to[3] == 0) {
        memcpy(to, from, 4);
        return;
    }
    uint32_t source = over * 255, rest = to[3] * (255 - over), sum = source + rest;
    for (int i = 0; i < 3; i++) to[i] = (uint8_t)((from[i] * source + to[i] * rest + sum / 2) / sum);
    to[3] = (uint8_t)((sum + 127) / 255);
}

static void dispose(struct webp_codec *codec) {
    const WebPIterator *frame = &codec->frame;
    if (!codec->has_frame || frame->dispose_method != WEBP_MUX_DISPOSE_BACKGROUND) return;
    for (int y = 0; y < frame->height; y++) {
        size_t row = (size_t)(frame->y_offset + y);
        memset(codec->base.options.canvas + row * codec->base.stride + (size_t)frame->x_offset * 4, 0,
               (size_t)frame->width * 4);
    }
}

static enum codec_status paint(struct webp_codec *codec) {
    struct codec *base = &codec->base;
    const WebPIterator *frame = &codec->frame;
    uint64_t right = (uint64_t)frame->x_offset + (uint64_t)frame->width;
    uint64_t bottom = (uint64_t)frame->y_offset + (uint64_t)frame->height;
    if (frame->x_offset < 0 || frame->y_offset < 0 || right > base->width || bottom > base->height) {
        return codec_fail(base, codec_status_corrupt, SIZE_MAX, "a frame outside the canvas");
    }
    if (base->options.first_only && base->frames > 0) {
        /* The first frame was looked at: its place serves for what nobody sees. */
        return decode(codec, base->options.canvas, (size_t)frame->width * 4);
    }
    size_t corner = (size_t)frame->y_offset * base->stride + (size_t)frame->x_offset * 4;
    uint8_t *canvas = base->options.canvas;
    if (!codec->is_animated || !frame->has_alpha || frame->blend_method == WEBP_MUX_NO_BLEND) {
        return decode(codec, canvas + corner, base->stride);
    }

    size_t whole = base->stride * base->height;
    if (base->options.canvas_bytes < 2 * whole) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no second canvas for a WebP");
    }
    uint8_t *layer = canvas + whole;
    size_t stride = (size_t)frame->width * 4;
    enum codec_status status = decode(codec, layer, stride);
    if (status != codec_status_ok && !base->is_presentable) return status;
    for (size_t y = 0; y < (size_t)frame->height; y++) {
        uint8_t *to = canvas + corner + y * base->stride;
        for (size_t x = 0; x < (size_t)frame->width; x++) blend(to + x * 4, layer + y * stride + x * 4);
    }
    return status;
}

static enum codec_status next_frame(struct codec *base) {
    struct webp_codec *codec = (struct webp_codec *)base;
    if (codec->demuxer == NULL) {
        enum codec_status status = open(codec);
        if (status != codec_status_ok) return status;
    }
    if (!codec->has_frame && codec->is_animated) memset(base->options.canvas, 0, base->stride * base->height);
    if (!base->options.first_only) dispose(codec);
    int found = codec->has_frame ? WebPDemuxNextFrame(&codec->frame)
                                 : WebPDemuxGetFrame(codec->demuxer, 1, &codec->frame);
    if (!found) {
        if (!codec->is_whole) return fail(codec, VP8_STATUS_NOT_ENOUGH_DATA);
        if (!codec->has_frame || WebPDemuxGetI(codec->demuxer, WEBP_FF_FRAME_COUNT) != base->frames) {
            return fail(codec, VP8_STATUS_BITSTREAM_ERROR);
        }
        return codec_status_end;
    }
    codec->has_frame = true;
    if (base->frames >= base->options.maximum_frames) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "more frames than allowed");
    }
    if (base->options.planes) return decode_planes(codec);
    if (!codec->has_rows && !codec->is_animated && webp_lossless_open(&codec->lossless, base, &codec->frame)) {
        codec->has_rows = true;
        base->on_canvas = false;
        return codec_status_ok;
    }
    enum codec_status status = paint(codec);
    if (base->options.opaque && codec->has_lossless) close_alpha(base);
    return status;
}

static enum codec_status rows(struct codec *base, uint8_t *out, uint32_t wanted, uint32_t *written) {
    struct webp_codec *codec = (struct webp_codec *)base;
    vp8l_rows(&codec->lossless, out, base->stride, wanted, base->options.opaque ? 255 : 0);
    *written = wanted;
    return codec_status_ok;
}

static void close(struct codec *base) {
    struct webp_codec *codec = (struct webp_codec *)base;
    if (codec->has_rows) vp8l_close(&codec->lossless);
    WebPDemuxReleaseIterator(&codec->frame);
    if (codec->demuxer != NULL) WebPDemuxDelete(codec->demuxer);
}

const struct codec_operations codec_webp = {sizeof(struct webp_codec), next_frame, rows, NULL, close};
