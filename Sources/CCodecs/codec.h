/* What all decoders share. Each library's file begins its own struct with a `struct codec`. */
#pragma once

#include "CCodecs.h"

struct codec_operations {
    /* Bytes of the whole decoder, zeroed before first use. */
    size_t size;
    /* Opens the library on the first call; paints the canvas, or makes `rows` ready. */
    enum codec_status (*next_frame)(struct codec *codec);
    /* Writes `wanted` rows and says how many it wrote, also when it fails; NULL when frames are in the canvas. */
    enum codec_status (*rows)(struct codec *codec, uint8_t *out, uint32_t wanted, uint32_t *written);
    /* Writes the next planes into the strip, and says how many rows of luma are whole; NULL when they are in the
     * canvas. */
    enum codec_status (*planes)(struct codec *codec, struct codec_planes *planes, uint32_t *written);
    void (*close)(struct codec *codec);
};

struct codec {
    const struct codec_operations *operations;
    const uint8_t *bytes;
    size_t count;
    struct codec_options options;
    /* Size of what is given out, in pixels, and bytes a row. */
    uint32_t width;
    uint32_t height;
    size_t stride;
    uint32_t frames;
    uint32_t next_row;
    /* Size of the planes of color differences, 0 in a gray picture; which of their rows is next. */
    uint32_t chroma_width;
    uint32_t chroma_height;
    uint32_t next_chroma_row;
    /* Bytes from row to row of the planes, and how many rows of each are given at once. */
    size_t luma_stride;
    size_t chroma_stride;
    uint32_t luma_rows;
    uint32_t chroma_rows;
    /* Rows come from the canvas. */
    bool on_canvas;
    /* A frame that failed is on the canvas as far as it got, and may be shown. */
    bool is_presentable;
    /* The library cannot be asked for more. */
    bool is_broken;
    enum codec_status damage;
    size_t offset;
    char reason[160];
    char note[160];
};

extern const struct codec_operations codec_png;
extern const struct codec_operations codec_jpeg;
extern const struct codec_operations codec_gif;
extern const struct codec_operations codec_webp;

/* Remembers the first failure; returns its status. */
enum codec_status codec_fail(struct codec *codec, enum codec_status status, size_t offset, const char *reason);

/* Remembers the first oddity that harms no pixel. */
void codec_note(struct codec *codec, const char *note);

/* Puts the fill color on `count` pixels. */
void codec_fill(const struct codec *codec, uint8_t *pixels, size_t count);
