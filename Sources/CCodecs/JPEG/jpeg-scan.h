/* The planes of a JPEG: of a sequential one whose one scan holds all components, or out of coefficients that are
 * known. */
#pragma once

#include "jpeg-bits.h"
#include "jpeg-huffman.h"
#include "jpeg-idct.h"

/* One component. */
struct jpeg_plane {
    /* Blocks in an MCU, and in the picture. */
    uint32_t across, down;
    uint32_t columns, rows;
    int16_t divisors[64];
    const struct jpeg_huffman *differences, *coefficients;
    /* Where the next rows are put. */
    uint8_t *out;
    size_t stride;
    int32_t prediction;
    /* Where the first block of the pair is to be put, while it waits for another one; NULL if none does. */
    uint8_t *waiting;
    struct jpeg_pair pair;
    /* A progressive picture's coefficients, 64 a block in zigzag order, and which of them are not zero; blocks a row,
     * of which some may lie beyond the picture. NULL in a sequential one. */
    int16_t *blocks;
    uint64_t *nonzero;
    uint32_t blocks_across;
};

struct jpeg_scan {
    uint32_t plane_count;
    uint32_t mcus_across, mcus_down;
    /* MCUs between two restart markers, or 0; how many come before the next one, and its number. */
    uint32_t interval, until_restart, restart;
    uint32_t next_row;
    jpeg_idct *idct;
    struct jpeg_plane planes[3];
    struct jpeg_huffman differences[4], coefficients[4];
    struct jpeg_bits bits;
};

/* Sets what is counted from the start of a scan, at `position` of the bytes. */
void jpeg_scan_begin(struct jpeg_scan *scan, const uint8_t *bytes, size_t count, size_t position);

/* Starts another scan at the bits' position. */
void jpeg_scan_start(struct jpeg_scan *scan);

/* Goes over the restart marker that is due; false if another one, or none, is there. */
bool jpeg_scan_restart(struct jpeg_scan *scan);

/* Decodes the next row of MCUs to where the planes' `out` says, which needs room for whole blocks that begin within the
 * picture. False on any doubt; what was put out before is right nevertheless. */
bool jpeg_scan_row(struct jpeg_scan *scan);

/* Whether the end of the picture follows the last row, or the last scan, immediately. */
bool jpeg_scan_ends_well(struct jpeg_scan *scan);
