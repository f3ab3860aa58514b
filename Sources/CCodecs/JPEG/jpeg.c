/* JPEG through libjpeg: every coding and color space it knows to RGBA, at full size or divided by 2, 4 or 8; or the
 * planes as they are coded, where these are luma and color differences.
 *
 * The defaults of the library are kept at full size (accurate integer DCT, smooth chroma), so that pixels equal those
 * of other programs. CMYK has no profile applied: what is left of white after ink and black, channel by channel.
 */
#include "jpeg-codec.h"

#include <string.h>

#include <jerror.h>

static void fail(j_common_ptr jpeg) {
    struct jpeg_codec *codec = jpeg->client_data;
    enum codec_status status = codec->hit_end ? codec_status_truncated : codec_status_corrupt;
    switch (jpeg->err->msg_code) {
    case JERR_OUT_OF_MEMORY: status = codec_status_no_memory; break;
    case JERR_NO_BACKING_STORE:
    case JERR_WIDTH_OVERFLOW:
    case JERR_IMAGE_TOO_BIG: status = codec_status_limit; break;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED: status = codec_status_unsupported; break;
    default: break;
    }
    char message[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, message);
    codec_fail(&codec->base, status, jpeg_position(codec), message);
    longjmp(codec->escape, 1);
}

/* Warnings after which every pixel is still what the encoder may have meant. */
static bool is_harmless(const struct jpeg_codec *codec, int code) {
    switch (code) {
    /* A scan that refines a progressive picture and stops early leaves detail as it is: an encoder may save the end of
     * a scan that has nothing more to say. With nothing after it, though, it was cut off. */
    case JWRN_HIT_MARKER:
        return codec->jpeg.progressive_mode && codec->jpeg.Ss > 0 && !codec->hit_end &&
               codec->jpeg.unread_marker != JPEG_EOI;
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL: return true;
    default: return false;
    }
}

/* Called with level -1 for warnings, and with 0 and more for tracing. */
static void hear(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    struct jpeg_codec *codec = jpeg->client_data;
    char message[JMSG_LENGTH_MAX];
    if (is_harmless(codec, jpeg->err->msg_code)) {
        if (codec->base.note[0] != 0) return;
        jpeg->err->format_message(jpeg, message);
        codec_note(&codec->base, message);
        return;
    }
    if (codec->base.damage == codec_status_ok) {
        jpeg->err->format_message(jpeg, message);
        codec_fail(&codec->base, codec->hit_end ? codec_status_truncated : codec_status_corrupt, jpeg_position(codec),
                   message);
    }
    if (!codec->base.options.tolerant) longjmp(codec->escape, 1);
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void begin_source(j_decompress_ptr jpeg) { (void)jpeg; }

/* At the end of the bytes an end marker is made up, which lets the library finish with gray where it has nothing. */
static boolean fill_source(j_decompress_ptr jpeg) {
    static const JOCTET end[2] = {0xFF, JPEG_EOI};
    struct jpeg_codec *codec = jpeg->client_data;
    codec->hit_end = true;
    jpeg->src->bytes_in_buffer = 0;
    WARNMS(jpeg, JWRN_JPEG_EOF);
    jpeg->src->next_input_byte = end;
    jpeg->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

static void skip_source(j_decompress_ptr jpeg, long count) {
    if (count <= 0) return;
    struct jpeg_source_mgr *source = jpeg->src;
    if ((size_t)count > source->bytes_in_buffer) {
        fill_source(jpeg);
        return;
    }
    source->next_input_byte += count;
    source->bytes_in_buffer -= (size_t)count;
}

static void end_source(j_decompress_ptr jpeg) { (void)jpeg; }

/* A few bytes can demand another pass over all coefficients: the number of passes is limited. */
static void watch(j_common_ptr jpeg) {
    struct jpeg_codec *codec = jpeg->client_data;
    if (codec->jpeg.input_scan_number <= codec->maximum_scans) return;
    codec_fail(&codec->base, codec_status_limit, jpeg_position(codec), "too many scans for its size");
    longjmp(codec->escape, 1);
}

/* 64 scans at any size (encoders write about 10), and more as far as the bytes would pay for them. */
static int scans_allowed(const struct jpeg_codec *codec) {
    size_t blocks = ((size_t)codec->base.options.width * codec->base.options.height) / 64 + 1;
    size_t paid = codec->base.count * 32 / blocks;
    return 64 + (int)(paid > 436 ? 436 : paid);
}

static void create(struct jpeg_codec *codec) {
    j_decompress_ptr jpeg = &codec->jpeg;
    jpeg->err = jpeg_std_error(&codec->errors);
    codec->errors.error_exit = fail;
    codec->errors.emit_message = hear;
    codec->errors.output_message = say_nothing;
    jpeg->client_data = codec;
    codec->is_created = true;
    jpeg_create_decompress(jpeg);
    jpeg->mem->max_memory_to_use = (long)codec->base.options.maximum_memory;
    codec->source = (struct jpeg_source_mgr){codec->base.bytes, codec->base.count, begin_source, fill_source,
                                             skip_source, jpeg_resync_to_restart, end_source};
    jpeg->src = &codec->source;
    codec->maximum_scans = scans_allowed(codec);
    codec->progress.progress_monitor = watch;
    jpeg->progress = &codec->progress;
}

static enum codec_status start(struct jpeg_codec *codec) {
    j_decompress_ptr jpeg = &codec->jpeg;
    const struct codec_options *options = &codec->base.options;
    jpeg_read_header(jpeg, TRUE);
    if (jpeg->image_width != options->width || jpeg->image_height != options->height) {
        return codec_fail(&codec->base, codec_status_corrupt, jpeg_position(codec), "two different sizes");
    }
    if (options->planes) return jpeg_planes_start(codec);
    codec->holds_ink = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = codec->holds_ink ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg->scale_num = 1;
    jpeg->scale_denom = options->denominator;
    jpeg->dct_method = JDCT_ISLOW;
    /* Scaled output is asked for to save time; chroma that still needs enlarging is then not smoothed. */
    jpeg->do_fancy_upsampling = options->denominator == 1;
    jpeg_start_decompress(jpeg);
    if (jpeg->output_width != codec->base.width || jpeg->output_height != codec->base.height ||
        jpeg->output_components != 4) {
        return codec_fail(&codec->base, codec_status_unsupported, jpeg_position(codec), "rows of an unknown shape");
    }
    return codec_status_ok;
}

static enum codec_status next_frame(struct codec *base) {
    struct jpeg_codec *codec = (struct jpeg_codec *)base;
    if (setjmp(codec->escape)) return base->damage;
    if (codec->is_started) {
        if (base->options.planes) jpeg_planes_finish(codec);
        else jpeg_finish_decompress(&codec->jpeg);
        return codec_status_end;
    }
    codec->is_started = true;
    create(codec);
    return start(codec);
}

/* c * k / 255, rounded, as Adobe stores it (255 is no ink); without its marker, 0 is no ink. */
static void ink_to_light(const struct jpeg_codec *codec, uint8_t *pixels, size_t count) {
    uint8_t flip = codec->jpeg.saw_Adobe_marker ? 0 : 255;
    for (size_t i = 0; i < count; i++, pixels += 4) {
        uint32_t black = pixels[3] ^ flip;
        for (int channel = 0; channel < 3; channel++) {
            pixels[channel] = (uint8_t)(((pixels[channel] ^ flip) * black + 127) / 255);
        }
        pixels[3] = 255;
    }
}

static enum codec_status rows(struct codec *base, uint8_t *out, uint32_t wanted, uint32_t *written) {
    struct jpeg_codec *codec = (struct jpeg_codec *)base;
    if (setjmp(codec->escape)) return base->damage;
    while (*written < wanted) {
        JSAMPROW targets[16];
        uint32_t asked = wanted - *written < 16 ? wanted - *written : 16;
        for (uint32_t i = 0; i < asked; i++) targets[i] = out + (*written + i) * base->stride;
        JDIMENSION given = jpeg_read_scanlines(&codec->jpeg, targets, asked);
        if (given == 0) return codec_fail(base, codec_status_corrupt, jpeg_position(codec), "no rows are left");
        if (codec->holds_ink) ink_to_light(codec, targets[0], (size_t)given * base->width);
        *written += given;
    }
    return codec_status_ok;
}

static enum codec_status planes(struct codec *base, struct codec_planes *planes, uint32_t *written) {
    struct jpeg_codec *codec = (struct jpeg_codec *)base;
    if (setjmp(codec->escape)) return base->damage;
    return jpeg_planes_next(codec, planes, written);
}

static void close(struct codec *base) {
    struct jpeg_codec *codec = (struct jpeg_codec *)base;
    if (codec->is_created) jpeg_destroy_decompress(&codec->jpeg);
}

const struct codec_operations codec_jpeg = {sizeof(struct jpeg_codec), next_frame, rows, planes, close};
