/* GIF through giflib, composited on an RGBA canvas as browsers do.
 *
 * The codes of a frame are decoded here as a whole, and by giflib, line by line, where there is any doubt about them.
 * The canvas begins transparent, and a frame disposed of to the background leaves transparency: browsers ignore the
 * background color, and an animation made today relies on that. Frames are cut to the canvas. Indexes without a color
 * are black.
 */
#include "codec.h"
#include "gif-lzw.h"

#include <gif_lib.h>
#include <string.h>

struct gif_codec {
    struct codec base;
    GifFileType *gif;
    size_t position;
    bool hit_end;
    /* Of the frame on the canvas, cut to it: how it goes, and where it is. */
    int disposal;
    uint32_t left, top, right, bottom;
    uint8_t line[65536];
};

static int read_bytes(GifFileType *gif, GifByteType *out, int wanted) {
    struct gif_codec *codec = gif->UserData;
    size_t left = codec->base.count - codec->position;
    size_t given = (size_t)wanted < left ? (size_t)wanted : left;
    if (given < (size_t)wanted) codec->hit_end = true;
    memcpy(out, codec->base.bytes + codec->position, given);
    codec->position += given;
    return (int)given;
}

static enum codec_status fail(struct gif_codec *codec, int error) {
    const char *reason = GifErrorString(error);
    enum codec_status status = codec->hit_end ? codec_status_truncated : codec_status_corrupt;
    if (error == D_GIF_ERR_NOT_ENOUGH_MEM) status = codec_status_no_memory;
    return codec_fail(&codec->base, status, codec->position, reason == NULL ? "damaged GIF" : reason);
}

static enum codec_status open(struct gif_codec *codec) {
    struct codec *base = &codec->base;
    int error = 0;
    codec->gif = DGifOpen(codec, read_bytes, &error);
    if (codec->gif == NULL) return fail(codec, error);
    if ((uint32_t)codec->gif->SWidth != base->width || (uint32_t)codec->gif->SHeight != base->height) {
        return codec_fail(base, codec_status_corrupt, codec->position, "two different sizes");
    }
    if (base->options.canvas_bytes < base->stride * base->height) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no canvas for a GIF");
    }
    codec_fill(base, base->options.canvas, (size_t)base->width * base->height);
    base->on_canvas = true;
    return codec_status_ok;
}

static uint8_t *canvas_at(struct gif_codec *codec, uint32_t x, uint32_t y) {
    return codec->base.options.canvas + y * codec->base.stride + (size_t)x * 4;
}

/* Where the canvas is kept while a frame is shown that is to vanish again: behind the canvas. */
static uint8_t *kept_at(struct gif_codec *codec, uint32_t x, uint32_t y) {
    return canvas_at(codec, x, y) + codec->base.stride * codec->base.height;
}

static void dispose(struct gif_codec *codec) {
    size_t width = codec->right - codec->left;
    for (uint32_t y = codec->top; y < codec->bottom; y++) {
        uint8_t *row = canvas_at(codec, codec->left, y);
        if (codec->disposal == DISPOSE_BACKGROUND) memset(row, 0, width * 4);
        else if (codec->disposal == DISPOSE_PREVIOUS) memcpy(row, kept_at(codec, codec->left, y), width * 4);
    }
    codec->disposal = DISPOSAL_UNSPECIFIED;
}

static enum codec_status keep(struct gif_codec *codec) {
    struct codec *base = &codec->base;
    if (base->options.canvas_bytes < 2 * base->stride * base->height) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no second canvas for a GIF");
    }
    size_t width = codec->right - codec->left;
    for (uint32_t y = codec->top; y < codec->bottom; y++) {
        memcpy(kept_at(codec, codec->left, y), canvas_at(codec, codec->left, y), width * 4);
    }
    return codec_status_ok;
}

static uint32_t cut(long value, uint32_t side) {
    if (value < 0) return 0;
    return value > (long)side ? side : (uint32_t)value;
}

/* Takes the color table as pixels in the order of memory. */
static enum codec_status read_colors(struct gif_codec *codec, uint8_t colors[256][4]) {
    const ColorMapObject *map = codec->gif->Image.ColorMap != NULL ? codec->gif->Image.ColorMap : codec->gif->SColorMap;
    if (map == NULL) return codec_fail(&codec->base, codec_status_corrupt, codec->position, "a frame without colors");
    for (int i = 0; i < 256; i++) {
        GifColorType color = i < map->ColorCount ? map->Colors[i] : (GifColorType){0, 0, 0};
        colors[i][0] = color.Red;
        colors[i][1] = color.Green;
        colors[i][2] = color.Blue;
        colors[i][3] = 255;
    }
    return codec_status_ok;
}

/* Puts the indexes of a whole line of the frame on the canvas. */
static void paint_line(struct gif_codec *codec, const uint8_t *index, uint32_t y, uint8_t colors[256][4],
                       int transparent) {
    uint32_t width = codec->right - codec->left;
    if (width == 0) return;
    index += codec->left - (uint32_t)codec->gif->Image.Left;
    uint8_t *out = canvas_at(codec, codec->left, y);
    if (transparent < 0) {
        for (uint32_t x = 0; x < width; x++) memcpy(out + x * 4, colors[index[x]], 4);
        return;
    }
    /* What was there is written again: where transparency begins and ends cannot be guessed by a processor. */
    for (uint32_t x = 0; x < width; x++) {
        uint32_t before, pixel;
        memcpy(&before, out + x * 4, 4);
        memcpy(&pixel, colors[index[x]], 4);
        pixel = index[x] == transparent ? before : pixel;
        memcpy(out + x * 4, &pixel, 4);
    }
}

/* Decodes the codes of the frame that giflib has come to; false if giflib is to do it. With nothing to write to, they
 * are checked. */
static bool decode_whole(struct gif_codec *codec, uint8_t *buffer) {
    size_t wanted = (size_t)codec->gif->Image.Width * (size_t)codec->gif->Image.Height;
    if (codec->base.options.whole_bytes == 0) return false;
    if (buffer != NULL && codec->base.options.whole_bytes < lzw_before + wanted + lzw_slack) return false;
    size_t end = lzw_decode(codec->base.bytes, codec->base.count, codec->position, buffer, wanted, codec->line,
                            sizeof codec->line);
    if (end == 0) return false;
    /* giflib keeps nothing of what it read, and asks for the next part from here. */
    codec->position = end;
    return true;
}

static enum codec_status paint(struct gif_codec *codec, int transparent) {
    static const uint8_t first[4] = {0, 4, 2, 1}, step[4] = {8, 8, 4, 2};
    struct codec *base = &codec->base;
    const GifImageDesc *image = &codec->gif->Image;
    uint8_t colors[256][4];
    enum codec_status status = read_colors(codec, colors);
    if (status != codec_status_ok) return status;
    const uint8_t *whole = NULL;
    if (decode_whole(codec, base->options.whole)) whole = base->options.whole + lzw_before;
    int passes = image->Interlace ? 4 : 1;
    for (int pass = 0; pass < passes; pass++) {
        int begin = image->Interlace ? first[pass] : 0;
        int stride = image->Interlace ? step[pass] : 1;
        for (int line = begin; line < image->Height; line += stride) {
            const uint8_t *index = whole;
            if (whole != NULL) {
                whole += image->Width;
            } else {
                index = codec->line;
                if (DGifGetLine(codec->gif, codec->line, image->Width) == GIF_ERROR) {
                    return fail(codec, codec->gif->Error);
                }
            }
            long y = (long)image->Top + line;
            if (y >= codec->top && y < codec->bottom) paint_line(codec, index, (uint32_t)y, colors, transparent);
        }
    }
    return codec_status_ok;
}

/* Decodes a frame that nobody sees. Where its pixels would lie does not matter to their soundness: they are read in
 * runs of whole lines or parts of them, into memory that stays in the processor's first cache. */
static enum codec_status check(struct gif_codec *codec) {
    uint8_t colors[256][4];
    enum codec_status status = read_colors(codec, colors);
    if (status != codec_status_ok || decode_whole(codec, NULL)) return status;
    size_t left = (size_t)codec->gif->Image.Width * (size_t)codec->gif->Image.Height;
    while (left > 0) {
        size_t run = left < 8192 ? left : 8192;
        if (DGifGetLine(codec->gif, codec->line, (int)run) == GIF_ERROR) return fail(codec, codec->gif->Error);
        left -= run;
    }
    return codec_status_ok;
}

/* A frame without pixels still has its blocks of codes, which must be passed over. */
static enum codec_status skip_codes(struct gif_codec *codec) {
    int size = 0;
    GifByteType *block = NULL;
    if (DGifGetCode(codec->gif, &size, &block) == GIF_ERROR) return fail(codec, codec->gif->Error);
    while (block != NULL) {
        if (DGifGetCodeNext(codec->gif, &block) == GIF_ERROR) return fail(codec, codec->gif->Error);
    }
    return codec_status_ok;
}

static enum codec_status read_image(struct gif_codec *codec, const GraphicsControlBlock *control) {
    struct codec *base = &codec->base;
    if (base->frames >= base->options.maximum_frames) {
        return codec_fail(base, codec_status_limit, codec->position, "more frames than allowed");
    }
    if (DGifGetImageDesc(codec->gif) == GIF_ERROR) return fail(codec, codec->gif->Error);
    const GifImageDesc *image = &codec->gif->Image;
    bool is_checked_only = base->options.first_only && base->frames > 0;
    if (is_checked_only) {
        base->is_presentable = true;
        return image->Width == 0 || image->Height == 0 ? skip_codes(codec) : check(codec);
    }
    dispose(codec);
    codec->left = cut(image->Left, base->width);
    codec->right = cut((long)image->Left + image->Width, base->width);
    codec->top = cut(image->Top, base->height);
    codec->bottom = cut((long)image->Top + image->Height, base->height);
    codec->disposal = control->DisposalMode;
    if (codec->left >= codec->right) codec->right = codec->left;
    if (codec->disposal == DISPOSE_PREVIOUS && !base->options.first_only) {
        enum codec_status status = keep(codec);
        if (status != codec_status_ok) return status;
    }
    base->is_presentable = true;
    if (image->Width == 0 || image->Height == 0) return skip_codes(codec);
    return paint(codec, control->TransparentColor);
}

static enum codec_status read_extension(struct gif_codec *codec, GraphicsControlBlock *control) {
    int kind = 0;
    GifByteType *block = NULL;
    if (DGifGetExtension(codec->gif, &kind, &block) == GIF_ERROR) return fail(codec, codec->gif->Error);
    if (kind == GRAPHICS_EXT_FUNC_CODE && block != NULL && block[0] == 4) DGifExtensionToGCB(4, block + 1, control);
    while (block != NULL) {
        if (DGifGetExtensionNext(codec->gif, &block) == GIF_ERROR) return fail(codec, codec->gif->Error);
    }
    return codec_status_ok;
}

static enum codec_status next_frame(struct codec *base) {
    struct gif_codec *codec = (struct gif_codec *)base;
    enum codec_status status = codec->gif == NULL ? open(codec) : codec_status_ok;
    GraphicsControlBlock control = {.DisposalMode = DISPOSAL_UNSPECIFIED, .TransparentColor = NO_TRANSPARENT_COLOR};
    while (status == codec_status_ok) {
        GifRecordType record = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(codec->gif, &record) == GIF_ERROR) return fail(codec, codec->gif->Error);
        switch (record) {
        case IMAGE_DESC_RECORD_TYPE: return read_image(codec, &control);
        case EXTENSION_RECORD_TYPE: status = read_extension(codec, &control); break;
        case TERMINATE_RECORD_TYPE:
            if (base->frames > 0) return codec_status_end;
            return codec_fail(base, codec_status_corrupt, codec->position, "no frame before the end");
        default: return fail(codec, D_GIF_ERR_WRONG_RECORD);
        }
    }
    return status;
}

static void close(struct codec *base) {
    struct gif_codec *codec = (struct gif_codec *)base;
    if (codec->gif != NULL) DGifCloseFile(codec->gif, NULL);
}

const struct codec_operations codec_gif = {sizeof(struct gif_codec), next_frame, NULL, NULL, close};
