#include "jpeg-whole.h"

size_t codec_jpeg_whole_bytes(void) { return sizeof(struct jpeg_scan) + _Alignof(struct jpeg_scan); }

/* Where the buffer holds a decoder. */
static struct jpeg_scan *room(const struct codec_options *options) {
    if (options->whole == NULL || options->whole_bytes < codec_jpeg_whole_bytes()) return NULL;
    uintptr_t at = (uintptr_t)options->whole, step = _Alignof(struct jpeg_scan);
    return (struct jpeg_scan *)(options->whole + (step - at % step) % step);
}

/* One scan of all components in their order, with all bits of all coefficients. */
static bool is_usual(const struct jpeg_codec *codec) {
    const struct jpeg_decompress_struct *jpeg = &codec->jpeg;
    if (codec->hit_end || codec->base.damage != codec_status_ok) return false;
    if (jpeg->progressive_mode || jpeg->arith_code || jpeg->data_precision != 8) return false;
    if (jpeg->Ss != 0 || jpeg->Se != DCTSIZE2 - 1 || jpeg->Ah != 0 || jpeg->Al != 0) return false;
    if (jpeg->comps_in_scan != jpeg->num_components) return false;
    int blocks = 0;
    for (int i = 0; i < jpeg->num_components; i++) {
        const jpeg_component_info *component = &jpeg->comp_info[i];
        if (jpeg->cur_comp_info[i] != component) return false;
        blocks += component->h_samp_factor * component->v_samp_factor;
    }
    return jpeg->num_components == 1 || blocks <= D_MAX_BLOCKS_IN_MCU;
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

static bool open_planes(struct jpeg_scan *scan, const struct jpeg_decompress_struct *jpeg) {
    unsigned differences = 0, coefficients = 0;
    for (int i = 0; i < jpeg->num_components; i++) {
        const jpeg_component_info *component = &jpeg->comp_info[i];
        struct jpeg_plane *plane = &scan->planes[i];
        if (component->quant_tbl_no < 0 || component->quant_tbl_no >= NUM_QUANT_TBLS) return false;
        const JQUANT_TBL *divisors = jpeg->quant_tbl_ptrs[component->quant_tbl_no];
        if (divisors == NULL) return false;
        for (int k = 0; k < DCTSIZE2; k++) plane->divisors[k] = (int16_t)divisors->quantval[k];
        plane->differences =
            table(scan->differences, jpeg->dc_huff_tbl_ptrs, component->dc_tbl_no, &differences, true);
        plane->coefficients =
            table(scan->coefficients, jpeg->ac_huff_tbl_ptrs, component->ac_tbl_no, &coefficients, false);
        if (plane->differences == NULL || plane->coefficients == NULL) return false;
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
    return true;
}

struct jpeg_scan *jpeg_whole_open(struct jpeg_codec *codec) {
    struct jpeg_scan *scan = room(&codec->base.options);
    if (scan == NULL || !is_usual(codec)) return NULL;
    scan->plane_count = (uint32_t)codec->jpeg.num_components;
    scan->interval = codec->jpeg.restart_interval;
    scan->idct = codec->base.options.plain ? jpeg_idct_plain : jpeg_idct_best();
    if (!open_planes(scan, &codec->jpeg)) return NULL;
    jpeg_scan_begin(scan, codec->base.bytes, codec->base.count, jpeg_position(codec));
    return scan;
}
