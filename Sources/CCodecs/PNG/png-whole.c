/* A PNG's pixels by way of one buffer that holds all of them, filtered: two to four times as fast as libpng.
 *
 * libpng stays in charge: it reads all chunks up to the pixels, and it decodes everything that is damaged or unusual.
 * Before a row is given out, every checksum was compared, every byte inflated and every filter looked at, so a picture
 * that begins this way also ends this way.
 */
#include "png-whole.h"

#include "crc.h"
#include "inflate.h"

#include <string.h>

/* Chunks longer than this are libpng's to judge. */
static const uint32_t usual_length = 8000000;

static uint32_t number(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A chunk whose length, name, content and checksum are all there, and which is what its checksum says. */
static bool is_sound(const struct codec *codec, size_t at) {
    if (codec->count < 12 || at > codec->count - 12) return false;
    uint32_t length = number(codec->bytes + at);
    if (length > codec->count - 12 - at) return false;
    return crc_of(codec->bytes + at + 4, (size_t)length + 4) == number(codec->bytes + at + 8 + length);
}

static bool is_named(const struct codec *codec, size_t at, const char *name) {
    return memcmp(codec->bytes + at + 4, name, 4) == 0;
}

/* Chunks that libpng passes over without a word when they stand behind the pixels. */
static bool is_passed_over(const struct codec *codec, size_t at) {
    static const char names[][5] = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "fcTL", "fdAT"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (is_named(codec, at, names[i])) return true;
    }
    return false;
}

/* Whether nothing but harmless chunks and the end follows from `at` on. */
static bool ends_well(const struct codec *codec, size_t at) {
    while (is_sound(codec, at)) {
        uint32_t length = number(codec->bytes + at);
        if (is_named(codec, at, "IEND")) return length == 0;
        if (length > usual_length || !is_passed_over(codec, at)) return false;
        at += (size_t)length + 12;
    }
    return false;
}

/* Goes over the chunks of compressed bytes, which are put at `gathered` if there are several of them; returns where
 * they stand, or NULL. At least a checksum and the end follow, so `inflate_reads` bytes. */
static const uint8_t *gather(const struct codec *codec, size_t at, uint8_t *gathered, size_t room, size_t *count) {
    size_t first = at, sum = 0, chunks = 0;
    for (; is_sound(codec, at) && is_named(codec, at, "IDAT"); chunks++) {
        uint32_t length = number(codec->bytes + at);
        if (length > usual_length && chunks > 0) return NULL;
        sum += length;
        at += (size_t)length + 12;
    }
    if (chunks == 0 || !ends_well(codec, at)) return NULL;
    *count = sum;
    if (chunks == 1) return codec->bytes + first + 8;
    if (sum > room || room - sum < inflate_reads) return NULL;
    size_t filled = 0;
    for (at = first; chunks > 0; chunks--) {
        uint32_t length = number(codec->bytes + at);
        memcpy(gathered + filled, codec->bytes + at + 8, length);
        filled += length;
        at += (size_t)length + 12;
    }
    return gathered;
}

bool png_whole_open(struct png_whole *whole, const struct codec *codec, size_t position, struct filtered shape) {
    const struct codec_options *options = &codec->options;
    size_t next = (size_t)shape.width * shape.step + 1, wanted = next * codec->height;
    size_t above = (size_t)shape.width * 4 + 4, own = above + wanted + inflate_slack;
    if (options->whole == NULL || options->whole_bytes < own || position < 8) return false;
    whole->shape = shape;
    whole->kept = options->whole;
    whole->above = whole->kept;
    whole->row = whole->kept + above;
    size_t count = 0;
    const uint8_t *packed = gather(codec, position - 8, options->whole + own, options->whole_bytes - own, &count);
    if (packed == NULL || !inflate_whole(packed, count, whole->row, wanted, shape.plain)) return false;
    for (uint32_t y = 0; y < codec->height; y++) {
        if (whole->row[y * next] > 4) return false;
    }
    memset(whole->kept, 0, above);
    /* Rows are read a few bytes too far. */
    memset(whole->row + wanted, 0, inflate_slack);
    return true;
}

const uint8_t *png_whole_rows(struct png_whole *whole, uint8_t *out, size_t stride, uint32_t count) {
    const uint8_t *first = whole->row + 1;
    size_t next = (size_t)whole->shape.width * whole->shape.step + 1;
    unfilter(&whole->shape, whole->row, count, whole->above, out, stride);
    whole->row += count * next;
    if (whole->shape.step == 1) {
        whole->above = whole->row - next + 1;
    } else {
        memcpy(whole->kept, out + (count - 1) * stride, (size_t)whole->shape.width * 4);
    }
    return first;
}
