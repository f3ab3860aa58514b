/* A JPEG's planes, by our own decoder of scans where the file is as most are, and by libjpeg where it is not.
 *
 * libjpeg reads the header either way. When the faster way is in doubt it is left for good: libjpeg decodes from the
 * first row on, and the rows that were given out before are passed over; they are the same, as both decode the same
 * bytes to the same samples. So what is damaged is damaged in libjpeg's words, after the same rows.
 */
#include "jpeg-codec.h"

#include "jpeg-whole.h"

/* Whether this is luma alone, or luma at full size and two planes of color differences of one size that divides it. */
static bool has_planes(const struct jpeg_decompress_struct *jpeg) {
    const jpeg_component_info *components = jpeg->comp_info;
    if (jpeg->num_components == 1) return jpeg->jpeg_color_space == JCS_GRAYSCALE;
    if (jpeg->num_components != 3 || jpeg->jpeg_color_space != JCS_YCbCr) return false;
    return components[0].h_samp_factor == jpeg->max_h_samp_factor &&
           components[0].v_samp_factor == jpeg->max_v_samp_factor &&
           components[1].h_samp_factor == components[2].h_samp_factor &&
           components[1].v_samp_factor == components[2].v_samp_factor &&
           jpeg->max_h_samp_factor % components[1].h_samp_factor == 0 &&
           jpeg->max_v_samp_factor % components[1].v_samp_factor == 0;
}

static enum codec_status start_library(struct jpeg_codec *codec) {
    j_decompress_ptr jpeg = &codec->jpeg;
    jpeg->out_color_space = jpeg->jpeg_color_space;
    jpeg->raw_data_out = TRUE;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_decompress(jpeg);
    if (jpeg->output_width == codec->base.width && jpeg->output_height == codec->base.height) return codec_status_ok;
    return codec_fail(&codec->base, codec_status_unsupported, jpeg_position(codec), "rows of an unknown shape");
}

enum codec_status jpeg_planes_start(struct jpeg_codec *codec) {
    struct codec *base = &codec->base;
    j_decompress_ptr jpeg = &codec->jpeg;
    if (!has_planes(jpeg)) return codec_status_no_planes;
    const jpeg_component_info *chroma = jpeg->num_components == 3 ? &jpeg->comp_info[1] : NULL;
    uint32_t times = base->options.maximum_rows >= base->height ? jpeg->total_iMCU_rows : 1;
    base->luma_stride = codec_plane_stride(base->width);
    base->luma_rows = times * (uint32_t)jpeg->max_v_samp_factor * DCTSIZE;
    if (chroma != NULL) {
        base->chroma_width = chroma->downsampled_width;
        base->chroma_height = chroma->downsampled_height;
        base->chroma_stride = codec_plane_stride(chroma->downsampled_width);
        base->chroma_rows = times * (uint32_t)chroma->v_samp_factor * DCTSIZE;
    }
    size_t needed = base->luma_stride * base->luma_rows + 2 * base->chroma_stride * base->chroma_rows;
    if (base->options.strip == NULL || base->options.strip_bytes < needed) {
        return codec_fail(base, codec_status_limit, SIZE_MAX, "the strip holds no planes");
    }
    codec->scan = jpeg_whole_open(codec);
    return codec->scan != NULL ? codec_status_ok : start_library(codec);
}

/* Where the rows of a component are put that come together with luma's row `first` of the strip. */
static uint8_t *start_of(const struct jpeg_codec *codec, int component, uint32_t first) {
    const struct codec *base = &codec->base;
    if (component == 0) return base->options.strip + first * base->luma_stride;
    size_t place = base->luma_stride * base->luma_rows;
    if (component == 2) place += base->chroma_stride * base->chroma_rows;
    size_t row = (size_t)first / codec->jpeg.max_v_samp_factor * codec->jpeg.comp_info[component].v_samp_factor;
    return base->options.strip + place + row * base->chroma_stride;
}

/* A row of coded blocks to luma's row `first` of the strip and those of the others; the library writes only blocks that
 * it has. Returns how many rows of luma these are. */
static uint32_t read_library(struct jpeg_codec *codec, uint32_t first) {
    j_decompress_ptr jpeg = &codec->jpeg;
    JSAMPROW rows[3][MAX_SAMP_FACTOR * DCTSIZE];
    JSAMPARRAY components[3] = {rows[0], rows[1], rows[2]};
    for (int i = 0; i < jpeg->num_components; i++) {
        size_t stride = i == 0 ? codec->base.luma_stride : codec->base.chroma_stride;
        uint32_t count = (uint32_t)jpeg->comp_info[i].v_samp_factor * DCTSIZE;
        uint8_t *row = start_of(codec, i, first);
        for (uint32_t y = 0; y < count; y++) rows[i][y] = row + y * stride;
    }
    return jpeg_read_raw_data(jpeg, components, (uint32_t)jpeg->max_v_samp_factor * DCTSIZE);
}

/* The same by our own decoder; 0 on doubt. */
static uint32_t read_scan(struct jpeg_codec *codec, uint32_t first) {
    struct jpeg_scan *scan = codec->scan;
    for (uint32_t i = 0; i < scan->plane_count; i++) {
        scan->planes[i].out = start_of(codec, (int)i, first);
        scan->planes[i].stride = i == 0 ? codec->base.luma_stride : codec->base.chroma_stride;
    }
    return jpeg_scan_row(scan) ? scan->planes[0].down * DCTSIZE : 0;
}

/* Lets the library go on behind so many rows. */
static enum codec_status leave_scan(struct jpeg_codec *codec, uint32_t row) {
    codec->scan = NULL;
    enum codec_status status = start_library(codec);
    if (status != codec_status_ok) return status;
    while (codec->jpeg.output_scanline < row) {
        if (read_library(codec, 0) == 0) {
            return codec_fail(&codec->base, codec_status_corrupt, jpeg_position(codec), "no rows are left");
        }
    }
    return codec_status_ok;
}

enum codec_status jpeg_planes_next(struct jpeg_codec *codec, const struct codec_planes *planes, uint32_t *written) {
    struct codec *base = &codec->base;
    while (*written < planes->luma_count) {
        uint32_t whole = *written;
        uint32_t given = codec->scan != NULL ? read_scan(codec, whole) : read_library(codec, whole);
        if (given == 0 && codec->scan != NULL) {
            *written = 0;
            enum codec_status status = leave_scan(codec, base->next_row);
            if (status != codec_status_ok) return status;
            continue;
        }
        if (given == 0) return codec_fail(base, codec_status_corrupt, jpeg_position(codec), "no rows are left");
        *written = given < planes->luma_count - whole ? whole + given : planes->luma_count;
    }
    return codec_status_ok;
}

void jpeg_planes_finish(struct jpeg_codec *codec) {
    if (codec->scan != NULL) {
        if (jpeg_scan_ends_well(codec->scan)) return;
        if (leave_scan(codec, codec->base.height) != codec_status_ok) return;
    }
    jpeg_finish_decompress(&codec->jpeg);
}
