/* PNG through libpng: any color type and depth to RGBA, 8 bits a sample (or 16 when asked for).
 *
 * 16 bits become 8 by exact rounding of v * 255 / 65535. No gamma, no color profile is applied: pixels are what the
 * file stores. An APNG gives its default image. Chunks that no pixel depends on are skipped, not kept.
 *
 * Rows of colors, and of indexes and grays of 8 bits or fewer, are widened here: libpng does it in place, byte by byte
 * from the end, which costs more than a third of decoding a palette picture.
 */
#include "codec.h"
#include "png-whole.h"
#include "png-widen.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "pixels are put together with red in the lowest byte");

/* How libpng's rows become RGBA. */
enum widening { widening_none, widening_color, widening_gray, widening_table };

struct png_codec {
    struct codec base;
    png_structp png;
    png_infop info;
    size_t position;
    int passes;
    bool is_started;
    bool hit_end;
    enum widening widening;
    /* A row as libpng gives it, where it is to be widened, and the pixel of each value. */
    uint8_t *line;
    uint32_t table[256];
    /* Samples of fewer than 8 bits share bytes in the whole picture; libpng gives each its own. */
    int depth;
    bool is_whole;
    struct png_whole whole;
};

static void read_bytes(png_structp png, png_bytep out, size_t wanted) {
    struct png_codec *codec = png_get_io_ptr(png);
    size_t left = codec->base.count - codec->position;
    if (wanted > left) {
        codec->hit_end = true;
        png_error(png, "the file ends within a chunk");
    }
    memcpy(out, codec->base.bytes + codec->position, wanted);
    codec->position += wanted;
}

static void fail(png_structp png, png_const_charp message) {
    struct png_codec *codec = png_get_error_ptr(png);
    enum codec_status status = codec->hit_end ? codec_status_truncated : codec_status_corrupt;
    if (strstr(message, "ut of memory") != NULL || strstr(message, "nsufficient memory") != NULL) {
        status = codec_status_no_memory;
    } else if (strstr(message, "exceeds user limits") != NULL) {
        status = codec_status_limit;
    }
    codec_fail(&codec->base, status, codec->position, message);
    png_longjmp(png, 1);
}

static bool begins(const char *message, const char *start) { return strncmp(message, start, strlen(start)) == 0; }

/* Damage in the compressed pixels and in tRNS, which decides about transparency, is damage; in other ancillary chunks
 * it is only told, and so is what follows the last pixel. */
static void warn(png_structp png, png_const_charp message) {
    struct png_codec *codec = png_get_error_ptr(png);
    bool is_surplus = begins(message, "IDAT: Extra compressed data") || begins(message, "IDAT: Too much image data");
    bool concerns_pixels = (begins(message, "IDAT: ") && !is_surplus) || begins(message, "tRNS: CRC error");
    if (concerns_pixels) codec_fail(&codec->base, codec_status_corrupt, codec->position, message);
    else codec_note(&codec->base, message);
}

static void skip_metadata(png_structp png) {
    static const png_byte skipped[] = "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0iTXt\0oFFs\0pCAL\0"
                                      "pHYs\0sBIT\0sCAL\0sPLT\0sRGB\0sTER\0tEXt\0tIME\0zTXt";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped, sizeof skipped / 5);
}

/* Pixels of a palette; an index without a color is black, and one without an alpha is opaque. */
static void make_palette(struct png_codec *codec) {
    png_colorp colors = NULL;
    png_bytep alphas = NULL;
    int color_count = 0, alpha_count = 0;
    png_get_PLTE(codec->png, codec->info, &colors, &color_count);
    png_get_tRNS(codec->png, codec->info, &alphas, &alpha_count, NULL);
    for (int i = 0; i < 256; i++) {
        png_color color = i < color_count ? colors[i] : (png_color){0, 0, 0};
        uint32_t alpha = i < alpha_count ? alphas[i] : 255;
        codec->table[i] = color.red | (uint32_t)color.green << 8 | (uint32_t)color.blue << 16 | alpha << 24;
    }
}

/* Pixels of grays of `depth` bits, of which one may be transparent. */
static void make_grays(struct png_codec *codec, int depth) {
    png_color_16p transparent = NULL;
    int count = 0, last = (1 << depth) - 1;
    bool has_hole = png_get_tRNS(codec->png, codec->info, NULL, &count, &transparent) != 0 && transparent != NULL;
    for (int i = 0; i <= last; i++) {
        bool is_hole = has_hole && i == (transparent->gray & last);
        codec->table[i] = (uint32_t)(i * 255 / last) * 0x010101 | (is_hole ? 0 : 0xFF000000);
    }
}

/* Asks libpng for rows as they are where they can be widened here. */
static enum codec_status choose_widening(struct png_codec *codec) {
    png_structp png = codec->png;
    int depth = codec->depth, color = png_get_color_type(png, codec->info);
    bool has_transparency = png_get_valid(png, codec->info, PNG_INFO_tRNS) != 0;
    if (codec->base.options.deep || png_get_interlace_type(png, codec->info) != PNG_INTERLACE_NONE) {
        return codec_status_ok;
    }
    if (color == PNG_COLOR_TYPE_RGB && depth == 8 && !has_transparency) {
        codec->widening = widening_color;
    } else if (color == PNG_COLOR_TYPE_PALETTE) {
        codec->widening = widening_table;
        make_palette(codec);
    } else if (color == PNG_COLOR_TYPE_GRAY && depth == 8 && !has_transparency) {
        codec->widening = widening_gray;
    } else if (color == PNG_COLOR_TYPE_GRAY && depth <= 8) {
        codec->widening = widening_table;
        make_grays(codec, depth);
    } else {
        return codec_status_ok;
    }
    /* Four bytes are read for the last three. */
    codec->line = malloc((size_t)codec->base.width * 3 + 4);
    if (codec->line == NULL) return codec_fail(&codec->base, codec_status_no_memory, SIZE_MAX, "no memory for a row");
    png_set_packing(png);
    /* Indexes without a color were dealt with. */
    png_set_check_for_invalid_index(png, 0);
    return codec_status_ok;
}

static void widen(const struct png_codec *codec, const uint8_t *line, uint8_t *out) {
    switch (codec->widening) {
    case widening_none: break;
    case widening_color: png_widen_colors(line, codec->base.width, out); break;
    case widening_gray: png_widen_grays(line, codec->base.width, out); break;
    case widening_table: png_widen_bytes(codec->table, line, codec->base.width, out); break;
    }
}

/* Whether the picture is decoded whole; decided when libpng has come to the pixels. */
static bool open_whole(struct png_codec *codec) {
    struct filtered shape = {1, codec->base.width, codec->base.options.plain};
    if (codec->base.options.deep || codec->passes > 1) return false;
    switch (codec->widening) {
    case widening_table: shape.width = (uint32_t)(((size_t)codec->base.width * (size_t)codec->depth + 7) / 8); break;
    case widening_color: shape.step = 3; break;
    case widening_gray: break;
    case widening_none:
        if (codec->depth != 8 || png_get_color_type(codec->png, codec->info) != PNG_COLOR_TYPE_RGBA) return false;
        shape.step = 4;
        break;
    }
    return png_whole_open(&codec->whole, &codec->base, codec->position, shape);
}

static void whole_rows(struct png_codec *codec, uint8_t *out, uint32_t count) {
    size_t stride = codec->base.stride;
    const uint8_t *line = png_whole_rows(&codec->whole, out, stride, count);
    /* The others were put in place as pixels. */
    if (codec->whole.shape.step > 1) return;
    size_t width = codec->base.width;
    for (uint32_t y = 0; y < count; y++, out += stride, line += codec->whole.shape.width + 1) {
        if (codec->depth == 8) widen(codec, line, out);
        else png_widen_shared(codec->table, (unsigned)codec->depth, line, width, out);
    }
}

static void ask_for_pixels(struct png_codec *codec) {
    png_structp png = codec->png;
    png_set_expand(png);
    png_set_gray_to_rgb(png);
    if (codec->base.options.deep) {
        png_set_expand_16(png);
        png_set_swap(png);
    } else {
        png_set_scale_16(png);
    }
    png_set_add_alpha(png, 0xFFFF, PNG_FILLER_AFTER);
}

static enum codec_status start(struct png_codec *codec) {
    png_structp png = codec->png;
    const struct codec_options *options = &codec->base.options;
    png_set_read_fn(png, codec, read_bytes);
    png_set_user_limits(png, options->width, options->height);
    png_set_chunk_cache_max(png, 256);
    png_set_chunk_malloc_max(png, 8 << 20);
    skip_metadata(png);
    /* Where the bytes end, all that does not fill libpng's buffer is lost. */
    if (options->tolerant) png_set_compression_buffer_size(png, 256);
    png_read_info(png, codec->info);
    if (png_get_image_width(png, codec->info) != options->width ||
        png_get_image_height(png, codec->info) != options->height) {
        return codec_fail(&codec->base, codec_status_corrupt, codec->position, "two different sizes");
    }
    codec->depth = png_get_bit_depth(png, codec->info);
    enum codec_status status = choose_widening(codec);
    if (status != codec_status_ok) return status;
    if (codec->widening == widening_none) ask_for_pixels(codec);
    codec->passes = png_set_interlace_handling(png);
    codec->is_whole = open_whole(codec);
    if (codec->is_whole) return codec_status_ok;
    png_read_update_info(png, codec->info);
    size_t width = codec->base.width;
    size_t row = codec->base.stride;
    if (codec->widening == widening_color) row = width * 3;
    if (codec->widening == widening_gray || codec->widening == widening_table) row = width;
    if (png_get_rowbytes(png, codec->info) != row) {
        return codec_fail(&codec->base, codec_status_unsupported, codec->position, "rows of an unknown shape");
    }
    return codec_status_ok;
}

/* All passes into the canvas. Where damage is tolerated, a pixel of an early pass stands for its neighborhood until
 * its own arrive, as in a browser; otherwise nobody sees the passes, and filling is saved. */
static enum codec_status read_passes(struct png_codec *codec) {
    struct codec *base = &codec->base;
    if (base->options.canvas_bytes < base->stride * base->height) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "no canvas for an interlaced picture");
    }
    base->on_canvas = true;
    if (base->options.tolerant) codec_fill(base, base->options.canvas, (size_t)base->width * base->height);
    base->is_presentable = true;
    for (int pass = 0; pass < codec->passes; pass++) {
        for (uint32_t y = 0; y < base->height; y++) {
            png_bytep row = base->options.canvas + y * base->stride;
            if (base->options.tolerant) png_read_row(codec->png, NULL, row);
            else png_read_row(codec->png, row, NULL);
        }
    }
    return codec_status_ok;
}

static enum codec_status next_frame(struct codec *base) {
    struct png_codec *codec = (struct png_codec *)base;
    if (codec->png == NULL) {
        codec->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, codec, fail, warn);
        codec->info = codec->png == NULL ? NULL : png_create_info_struct(codec->png);
        if (codec->info == NULL) return codec_fail(base, codec_status_no_memory, SIZE_MAX, "no memory for libpng");
    }
    if (setjmp(png_jmpbuf(codec->png))) return base->damage;
    if (codec->is_whole) return codec_status_end;
    if (codec->is_started) {
        png_read_end(codec->png, NULL);
        return codec_status_end;
    }
    codec->is_started = true;
    enum codec_status status = start(codec);
    if (status == codec_status_ok && codec->passes > 1) status = read_passes(codec);
    return status;
}

static enum codec_status rows(struct codec *base, uint8_t *out, uint32_t wanted, uint32_t *written) {
    struct png_codec *codec = (struct png_codec *)base;
    if (codec->is_whole) {
        whole_rows(codec, out, wanted);
        *written = wanted;
        return codec_status_ok;
    }
    if (setjmp(png_jmpbuf(codec->png))) return base->damage;
    for (; *written < wanted; *written += 1) {
        uint8_t *row = out + *written * base->stride;
        png_read_row(codec->png, codec->widening == widening_none ? row : codec->line, NULL);
        if (codec->widening != widening_none) widen(codec, codec->line, row);
    }
    return codec_status_ok;
}

static void close(struct codec *base) {
    struct png_codec *codec = (struct png_codec *)base;
    free(codec->line);
    if (codec->png != NULL) png_destroy_read_struct(&codec->png, &codec->info, NULL);
}

const struct codec_operations codec_png = {sizeof(struct png_codec), next_frame, rows, NULL, close};
