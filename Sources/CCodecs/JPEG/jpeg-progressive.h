/* The coefficients of a progressive JPEG, scan by scan, and its planes when all of them are known. */
#pragma once

#include "jpeg-scan.h"

/* Bits that may be left for later scans at most: with them, what one look finds has still no more than 16. */
enum { jpeg_most_left = 6 };

/* What a scan holds. */
struct jpeg_pass {
    /* Which components, in their order. */
    uint32_t count;
    uint32_t components[3];
    /* The tables of each. */
    uint8_t differences[3], coefficients[3];
    /* The band of coefficients, and the bits that are left for later scans: before this one (0 if there was none), and
     * behind it. */
    uint8_t first, last, left_before, left;
};

/* A table as the file has it. */
struct jpeg_table {
    bool is_there;
    uint8_t counts[16];
    uint8_t symbols[256];
};

struct jpeg_progress {
    struct jpeg_table differences[4], coefficients[4];
    uint8_t ids[3];
    /* Bits of each coefficient that are still to come; 255 where none was there yet. */
    uint8_t left[3][64];
    int scans;
    int maximum_scans;
};

/* Bytes of memory for all coefficients of the scan's planes, and where they go; anything may be in it. */
size_t jpeg_progress_bytes(const struct jpeg_scan *scan);
void jpeg_progress_place(struct jpeg_scan *scan, uint8_t *memory);

/* Decodes all scans, the first of which begins where the bits of the scan do, up to the end of the picture; false on
 * any doubt, also if something about a coefficient was left out. */
bool jpeg_progress_decode(struct jpeg_scan *scan, struct jpeg_progress *progress, struct jpeg_pass *first);

/* Decodes the blocks of one pass from where the bits are (made ready for its start); false on any doubt. */
bool jpeg_pass_decode(struct jpeg_scan *scan, const struct jpeg_pass *pass);

/* The next row of MCUs out of the coefficients, as jpeg_scan_row does. */
bool jpeg_progress_row(struct jpeg_scan *scan);
