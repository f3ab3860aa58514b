/* Bytes of a picture in, strips of RGBA rows out: libpng, giflib, libjpeg and libwebp behind one shape.
 *
 * A decoder is pulled: open, then next frame and rows in turn until the end, then close. Nothing calls back into the
 * caller, every setjmp begins and ends inside one of these calls, and whatever a library allocated when it gave up
 * belongs to the handle, so closing it leaks nothing. There is no floating point here, so that results do not depend
 * on how a compiler fuses it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum __attribute__((enum_extensibility(closed))) codec_format : uint8_t {
    codec_format_png,
    codec_format_jpeg,
    codec_format_gif,
    codec_format_webp,
};

enum __attribute__((enum_extensibility(closed))) codec_status : uint8_t {
    /* A frame or rows were given. */
    codec_status_ok,
    /* There is no further frame, or no further row in this frame. */
    codec_status_end,
    /* The bytes break the rules of their format. */
    codec_status_corrupt,
    /* The bytes end before the picture does. */
    codec_status_truncated,
    /* Valid, but nothing the library can decode. */
    codec_status_unsupported,
    /* A library's own limit was hit: memory, scans, chunks. */
    codec_status_limit,
    /* The system gave no memory. */
    codec_status_no_memory,
    /* Planes were asked for, and these pixels are not coded so: they are to be asked for as RGBA. */
    codec_status_no_planes,
};

struct codec_options {
    /* Pixels of the whole picture as the container declares them; the caller held them to its limits. A library that
     * finds anything else fails. */
    uint32_t width;
    uint32_t height;
    /* JPEG only: 1, 2, 4 or 8; both sides of the output are divided by it and rounded up. 1 for all others. */
    uint32_t denominator;
    /* Frames after which an animation is refused. */
    uint32_t maximum_frames;
    /* Bytes that a library may allocate for itself, where it can be told. */
    size_t maximum_memory;
    /* RGBA in the order of memory: what a pixel that the bytes do not reach looks like. */
    uint8_t fill[4];
    /* Go on past damage with what there is. */
    bool tolerant;
    /* The container declares no transparency: every alpha is 255, whatever a hidden channel holds. */
    bool opaque;
    /* Only the first frame is painted. The others are decoded, so that their damage is found, but their rows hold
     * nothing and need not be asked for. */
    bool first_only;
    /* PNG only: 16 bits a sample, little-endian, so 8 bytes a pixel. */
    bool deep;
    /* JPEG and WebP only: luma and color differences as they are coded, by codec_next_planes. The strip must hold the
     * rows of all planes, padded as codec_plane_stride says, that come of one row of coded blocks; or of all of them, if
     * maximum_rows is the height. A WebP's planes are put into the canvas, without padding. */
    bool planes;
    /* Of our own decoders: no kernels that only some processors have. */
    bool plain;
    /* Rows given at once, at most. */
    uint32_t maximum_rows;
    /* Where rows are put that are not part of the canvas: at least one row. Must outlive the handle. */
    uint8_t *_Nullable strip;
    size_t strip_bytes;
    /* Whole frames: one for interlaced PNG, GIF and WebP, a second one behind it where a frame is blended or is to
     * vanish again (a GIF's first frame alone needs none). Must outlive the handle. */
    uint8_t *_Nullable canvas;
    size_t canvas_bytes;
    /* Where a PNG is inflated as a whole, or a GIF's frame, or what a JPEG's planes or a WebP are decoded with is put; with
     * none, or one that is too small, the libraries decode alone. Must outlive the handle. */
    uint8_t *_Nullable whole;
    size_t whole_bytes;
};

struct codec_rows {
    /* count rows without padding; valid until the next call. */
    const uint8_t *_Nullable pixels;
    uint32_t count;
};

struct codec_planes {
    /* Where the first of the rows of each plane begins; no color differences in a gray picture. Valid until the next
     * call. */
    const uint8_t *_Nullable luma;
    const uint8_t *_Nullable cb;
    const uint8_t *_Nullable cr;
    /* Bytes from row to row. */
    size_t luma_stride;
    size_t chroma_stride;
    uint32_t luma_count;
    uint32_t chroma_count;
};

struct codec_report {
    /* The first damage met, or codec_status_ok. */
    enum codec_status damage;
    /* Bytes the library had taken when it met it; SIZE_MAX when that is not known. */
    size_t offset;
    /* Its reason, and a harmless oddity, in the library's words; empty when there is none. They live as long as the
     * handle. */
    const char *reason;
    const char *note;
};

struct codec;

/* A decoder of these bytes, which must outlive it; NULL when there is no memory. The bytes are not looked at yet. */
struct codec *_Nullable codec_open(enum codec_format format, const uint8_t *bytes, size_t count,
                                   const struct codec_options *options);

/* Goes to the next frame; its size is that of the picture, divided by the denominator. After the last one the rest
 * of the file is checked. */
enum codec_status codec_next_frame(struct codec *codec);

/* The next rows of this frame, as many as are at hand and fit. */
enum codec_status codec_next_rows(struct codec *codec, struct codec_rows *rows);

/* The next rows of this frame's planes; those of luma and of color differences cover the same part of the picture. */
enum codec_status codec_next_planes(struct codec *codec, struct codec_planes *planes);

/* Bytes from row to row of a JPEG's plane of so many columns in a strip: whole blocks, and an odd number of cache lines,
 * so that the rows of a block do not meet in one place of the cache. */
size_t codec_plane_stride(uint32_t columns);

/* Bytes of `whole` that the faster way to a JPEG's planes takes, with so many for the coefficients of a progressive one. */
size_t codec_jpeg_whole_bytes(size_t coefficients);

/* Bytes of `whole` that the faster way to the planes of a lossy WebP of so many columns takes, and to its pixels. */
size_t codec_webp_planes_bytes(uint32_t width);
size_t codec_webp_pixels_bytes(uint32_t width, uint32_t height, bool has_alpha);

/* What was wrong with the bytes so far. */
struct codec_report codec_report(const struct codec *codec);

/* Frees everything. */
void codec_close(struct codec *codec);

/* What an encoder made. */
struct codec_bytes {
    /* NULL when it failed; freed by codec_free_bytes. */
    uint8_t *_Nullable bytes;
    size_t count;
    /* Why it failed, in the library's words. */
    char reason[160];
};

/* Encodes width * height RGBA pixels, whose alpha is not looked at, as a baseline JPEG (4:2:0); quality is 1 to 100. */
enum codec_status codec_encode_jpeg(const uint8_t *rgba, uint32_t width, uint32_t height, int quality,
                                    struct codec_bytes *result);

/* Frees what an encoder made. */
void codec_free_bytes(struct codec_bytes *result);

/* Zeros that take memory only where they are written to; NULL when there is none. */
uint8_t *_Nullable codec_pages(size_t count);

/* Gives them back to the system. */
void codec_free_pages(uint8_t *pages, size_t count);

/* Lets the C library keep freed memory instead of giving it back to the system, for the whole process. */
void codec_keep_freed_memory(void);

/* Gives freed memory back, now and from now on. */
void codec_give_back_freed_memory(void);

#pragma clang assume_nonnull end
