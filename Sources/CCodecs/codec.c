#include "codec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

static const struct codec_operations *operations_of(enum codec_format format) {
    switch (format) {
    case codec_format_png: return &codec_png;
    case codec_format_jpeg: return &codec_jpeg;
    case codec_format_gif: return &codec_gif;
    case codec_format_webp: return &codec_webp;
    }
}

struct codec *codec_open(enum codec_format format, const uint8_t *bytes, size_t count,
                         const struct codec_options *options) {
    const struct codec_operations *operations = operations_of(format);
    struct codec *codec = calloc(1, operations->size);
    if (codec == NULL) return NULL;
    codec->operations = operations;
    codec->bytes = bytes;
    codec->count = count;
    codec->options = *options;
    codec->width = (options->width + options->denominator - 1) / options->denominator;
    codec->height = (options->height + options->denominator - 1) / options->denominator;
    codec->stride = (size_t)codec->width * (options->deep ? 8 : 4);
    codec->offset = SIZE_MAX;
    return codec;
}

static bool is_failure(enum codec_status status) { return status != codec_status_ok && status != codec_status_end; }

/* Only damage can be passed over: a limit stays a limit. */
static bool is_tolerated(const struct codec *codec, enum codec_status status) {
    return codec->options.tolerant && (status == codec_status_corrupt || status == codec_status_truncated);
}

enum codec_status codec_next_frame(struct codec *codec) {
    if (codec->is_broken) return codec_status_end;
    codec->next_row = 0;
    codec->next_chroma_row = 0;
    codec->is_presentable = false;
    enum codec_status status = codec->operations->next_frame(codec);
    /* A warning that means damage does not stop a library, but it stops us. */
    if (!is_failure(status) && codec->damage != codec_status_ok && !codec->options.tolerant) status = codec->damage;
    if (is_failure(status)) {
        codec->is_broken = true;
        if (!is_tolerated(codec, status)) return status;
        if (codec->is_presentable) status = codec_status_ok;
        else if (codec->frames > 0) status = codec_status_end;
        else return status;
    }
    if (status == codec_status_ok) codec->frames += 1;
    return status;
}

enum codec_status codec_next_rows(struct codec *codec, struct codec_rows *rows) {
    rows->pixels = NULL;
    rows->count = 0;
    uint32_t left = codec->height - codec->next_row;
    if (left == 0) return codec_status_end;
    uint32_t wanted = left < codec->options.maximum_rows ? left : codec->options.maximum_rows;
    if (codec->on_canvas) {
        rows->pixels = codec->options.canvas + (size_t)codec->next_row * codec->stride;
    } else {
        size_t room = codec->options.strip == NULL ? 0 : codec->options.strip_bytes / codec->stride;
        if (room == 0) return codec_fail(codec, codec_status_limit, SIZE_MAX, "the strip holds no row");
        if (wanted > room) wanted = (uint32_t)room;
        uint32_t written = 0;
        enum codec_status status = codec_status_ok;
        if (!codec->is_broken) status = codec->operations->rows(codec, codec->options.strip, wanted, &written);
        if (status == codec_status_ok && codec->damage != codec_status_ok && !codec->options.tolerant) {
            status = codec->damage;
        }
        if (is_failure(status)) {
            codec->is_broken = true;
            if (!is_tolerated(codec, status)) return status;
        }
        codec_fill(codec, codec->options.strip + (size_t)written * codec->stride,
                   (size_t)(wanted - written) * codec->width);
        rows->pixels = codec->options.strip;
    }
    rows->count = wanted;
    codec->next_row += wanted;
    return codec_status_ok;
}

/* Middle gray on what could not be decoded, after `written` rows of luma. */
static void fill_planes(const struct codec *codec, const struct codec_planes *planes, uint32_t written) {
    uint8_t *strip = codec->options.strip;
    memset(strip + (planes->luma - strip) + written * codec->luma_stride, 128,
           (planes->luma_count - written) * codec->luma_stride);
    if (planes->cb == NULL) return;
    uint32_t whole = (uint32_t)((uint64_t)written * codec->chroma_rows / codec->luma_rows);
    size_t rest = (planes->chroma_count - whole) * codec->chroma_stride;
    memset(strip + (planes->cb - strip) + whole * codec->chroma_stride, 128, rest);
    memset(strip + (planes->cr - strip) + whole * codec->chroma_stride, 128, rest);
}

enum codec_status codec_next_planes(struct codec *codec, struct codec_planes *planes) {
    memset(planes, 0, sizeof *planes);
    uint32_t left = codec->height - codec->next_row;
    if (left == 0) return codec_status_end;
    uint32_t chroma_left = codec->chroma_height - codec->next_chroma_row;
    planes->luma_stride = codec->luma_stride;
    planes->chroma_stride = codec->chroma_stride;
    planes->luma_count = left < codec->luma_rows ? left : codec->luma_rows;
    planes->chroma_count = left <= codec->luma_rows || chroma_left < codec->chroma_rows ? chroma_left : codec->chroma_rows;
    const uint8_t *start = codec->on_canvas ? codec->options.canvas : codec->options.strip;
    size_t chroma_bytes = codec->chroma_stride * codec->chroma_rows;
    planes->luma = start;
    if (codec->chroma_height > 0) {
        planes->cb = start + codec->luma_stride * codec->luma_rows;
        planes->cr = planes->cb + chroma_bytes;
    }
    if (!codec->on_canvas) {
        uint32_t written = 0;
        enum codec_status status = codec_status_ok;
        if (!codec->is_broken) status = codec->operations->planes(codec, planes, &written);
        if (status == codec_status_ok && codec->damage != codec_status_ok && !codec->options.tolerant) {
            status = codec->damage;
        }
        if (is_failure(status)) {
            codec->is_broken = true;
            if (!is_tolerated(codec, status)) return status;
        }
        if (written < planes->luma_count) fill_planes(codec, planes, written);
    }
    codec->next_row += planes->luma_count;
    codec->next_chroma_row += planes->chroma_count;
    return codec_status_ok;
}

size_t codec_plane_stride(uint32_t columns) {
    size_t lines = ((size_t)columns + 63) / 64;
    return (lines | 1) * 64;
}

struct codec_report codec_report(const struct codec *codec) {
    return (struct codec_report){codec->damage, codec->offset, codec->reason, codec->note};
}

void codec_close(struct codec *codec) {
    codec->operations->close(codec);
    free(codec);
}

enum codec_status codec_fail(struct codec *codec, enum codec_status status, size_t offset, const char *reason) {
    if (codec->damage == codec_status_ok) {
        codec->damage = status;
        codec->offset = offset;
        snprintf(codec->reason, sizeof codec->reason, "%s", reason);
    }
    return status;
}

void codec_note(struct codec *codec, const char *note) {
    if (codec->note[0] == 0) snprintf(codec->note, sizeof codec->note, "%s", note);
}

void codec_fill(const struct codec *codec, uint8_t *pixels, size_t count) {
    if (codec->options.deep) {
        memset(pixels, 0, count * 8);
        return;
    }
    for (size_t i = 0; i < count; i++) memcpy(pixels + i * 4, codec->options.fill, 4);
}

void codec_keep_freed_memory(void) {
#ifdef __GLIBC__
    /* A fresh page costs 1.6 us: with the defaults, every large picture would pay for its pages again. 32 MiB is the
     * highest threshold that glibc takes. */
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 16 << 20);
#endif
}

void codec_give_back_freed_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
    mallopt(M_TOP_PAD, 128 << 10);
    malloc_trim(0);
#endif
}
