#include "jpeg-whole.h"

#include "jpeg-progressive.h"

#include <string.h>

size_t codec_jpeg_whole_bytes(size_t coefficients) {
    return sizeof(struct jpeg_scan) + _Alignof(struct jpeg_scan) + coefficients;
}

/* Where the buffer holds a decoder. */
static struct jpeg_scan *room(const struct codec_options *options) {
    if (options->whole == NULL || options->whole_bytes < codec_jpeg_whole_bytes(0)) return NULL;
    uintptr_t at = (uintptr_t)options->whole, step = _Alignof(struct jpeg_scan);
    return (struct jpeg_scan *)(options->whole + (step - at % step) % step);
}

/* Huffman codes, and MCUs of up to ten blocks. */
static bool is_usual(const struct jpeg_codec *codec) {
    const struct jpeg_decompress_struct *jpeg = &codec->jpeg;
    if (codec->hit_end || codec->base.damage != codec_status_ok) return false;
    if (jpeg->arith_code || jpeg->data_precision != 8) return false;
    int blocks = 0;
    for (int i = 0; i < jpeg->num_components; i++) {
        blocks += jpeg->comp_info[i].h_samp_factor * jpeg->comp_info[i].v_samp_factor;
    }
    return jpeg->num_components == 1 || blocks <= D_MAX_BLOCKS_IN_MCU;
}

/* One scan of all components in their order, with all bits of all coefficients. */
static bool is_whole_scan(const struct jpeg_decompress_struct *jpeg) {
    if (jpeg->Ss != 0 || jpeg->Se != DCTSIZE2 - 1 || jpeg->Ah != 0 || jpeg->Al != 0) return false;
    if (jpeg->comps_in_scan != jpeg->num_components) return false;
    for (int i = 0; i < jpeg->num_components; i++) {
        if (jpeg->cur_comp_info[i] != &jpeg->comp_info[i]) return false;
    }
    return true;
}

/* The table of one kind and place, made once; NULL if it is missing or wrong. */
static const struct jpeg_huffman *table(struct jpeg_huffman *tables, JHUFF_TBL *const *sources, int place,
                                        unsigned *made, bool is_differences) {
    if (place < 0 || place >= NUM_HUFF_TBLS || sources[place] == NULL) return NULL;
    if ((*made >> place & 1) != 0) return &tables[place];
    *made |= 1u << place;
    const uint8_t *counts = sources[place]->bits + 1, *symbols = sources[place]->huffval;
    bool is_right = is_differences ? jpeg_huffman_differences(&tables[place], counts, symbols)
                                   : jpeg_huffman_coefficients(&tables[place], counts, symbols);
    return is_right ? &tables[place] : NULL;
}

/* What the frame says. */
static bool open_frame(struct jpeg_scan *scan, const struct jpeg_codec *codec) {
    const struct jpeg_decompress_struct *jpeg = &codec->jpeg;
    scan->plane_count = (uint32_t)jpeg->num_components;
    scan->interval = jpeg->restart_interval;
    scan->idct = codec->base.options.plain ? jpeg_idct_plain : jpeg_idct_best();
    for (int i = 0; i < jpeg->num_components; i++) {
        const jpeg_component_info *component = &jpeg->comp_info[i];
        struct jpeg_plane *plane = &scan->planes[i];
        if (component->quant_tbl_no < 0 || component->quant_tbl_no >= NUM_QUANT_TBLS) return false;
        const JQUANT_TBL *divisors = jpeg->quant_tbl_ptrs[component->quant_tbl_no];
        if (divisors == NULL) return false;
        for (int k = 0; k < DCTSIZE2; k++) plane->divisors[k] = (int16_t)divisors->quantval[k];
        /* The blocks of a scan of one component are not in groups (ITU-T T.81, A.2.2). */
        bool is_alone = jpeg->num_components == 1;
        plane->across = is_alone ? 1 : (uint32_t)component->h_samp_factor;
        plane->down = is_alone ? 1 : (uint32_t)component->v_samp_factor;
        plane->columns = component->width_in_blocks;
        plane->rows = component->height_in_blocks;
    }
    const struct jpeg_plane *luma = &scan->planes[0];
    scan->mcus_across = (luma->columns + luma->across - 1) / luma->across;
    scan->mcus_down = (luma->rows + luma->down - 1) / luma->down;
    jpeg_scan_begin(scan, codec->base.bytes, codec->base.count, jpeg_position(codec));
    return true;
}

static bool open_sequential(struct jpeg_scan *scan, const struct jpeg_decompress_struct *jpeg) {
    unsigned differences = 0, coefficients = 0;
    for (int i = 0; i < jpeg->num_components; i++) {
        const jpeg_component_info *component = &jpeg->comp_info[i];
        struct jpeg_plane *plane = &scan->planes[i];
        plane->differences =
            table(scan->differences, jpeg->dc_huff_tbl_ptrs, component->dc_tbl_no, &differences, true);
        plane->coefficients =
            table(scan->coefficients, jpeg->ac_huff_tbl_ptrs, component->ac_tbl_no, &coefficients, false);
        if (plane->differences == NULL || plane->coefficients == NULL) return false;
    }
    return true;
}

static void take_tables(struct jpeg_table *tables, JHUFF_TBL *const *sources) {
    for (int i = 0; i < NUM_HUFF_TBLS; i++) {
        tables[i].is_there = sources[i] != NULL;
        if (sources[i] == NULL) continue;
        memcpy(tables[i].counts, sources[i]->bits + 1, sizeof tables[i].counts);
        memcpy(tables[i].symbols, sources[i]->huffval, sizeof tables[i].symbols);
    }
}

/* Decodes all scans; the coefficients stand behind the decoder. */
static bool open_progressive(struct jpeg_scan *scan, const struct jpeg_codec *codec) {
    const struct jpeg_decompress_struct *jpeg = &codec->jpeg;
    if (codec->base.options.whole_bytes < codec_jpeg_whole_bytes(jpeg_progress_bytes(scan))) return false;
    jpeg_progress_place(scan, (uint8_t *)(scan + 1));
    struct jpeg_progress progress = {.maximum_scans = codec->maximum_scans};
    take_tables(progress.differences, jpeg->dc_huff_tbl_ptrs);
    take_tables(progress.coefficients, jpeg->ac_huff_tbl_ptrs);
    for (int i = 0; i < jpeg->num_components; i++) {
        progress.ids[i] = (uint8_t)jpeg->comp_info[i].component_id;
        for (int k = 0; k < i; k++) {
            if (progress.ids[k] == progress.ids[i]) return false;
        }
    }
    struct jpeg_pass pass = {.count = (uint32_t)jpeg->comps_in_scan};
    for (int i = 0; i < jpeg->comps_in_scan; i++) {
        const jpeg_component_info *component = jpeg->cur_comp_info[i];
        pass.components[i] = (uint32_t)component->component_index;
        pass.differences[i] = (uint8_t)component->dc_tbl_no;
        pass.coefficients[i] = (uint8_t)component->ac_tbl_no;
    }
    pass.first = (uint8_t)jpeg->Ss;
    pass.last = (uint8_t)jpeg->Se;
    pass.left_before = (uint8_t)jpeg->Ah;
    pass.left = (uint8_t)jpeg->Al;
    return jpeg_progress_decode(scan, &progress, &pass);
}

struct jpeg_scan *jpeg_whole_open(struct jpeg_codec *codec) {
    struct jpeg_scan *scan = room(&codec->base.options);
    if (scan == NULL || !is_usual(codec) || !open_frame(scan, codec)) return NULL;
    if (codec->jpeg.progressive_mode) return open_progressive(scan, codec) ? scan : NULL;
    return is_whole_scan(&codec->jpeg) && open_sequential(scan, &codec->jpeg) ? scan : NULL;
}
