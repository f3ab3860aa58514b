/* Baseline JPEG through libjpeg: YCbCr with halved chroma (4:2:0), accurate integer DCT, standard Huffman tables, so
 * that a picture has one encoding on every machine. */
#include "CCodecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

struct encoder {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jmp_buf escape;
    struct codec_bytes *result;
    enum codec_status status;
    unsigned char *bytes;
    unsigned long count;
};

static void fail(j_common_ptr jpeg) {
    struct encoder *encoder = jpeg->client_data;
    encoder->status = codec_status_unsupported;
    if (jpeg->err->msg_code == JERR_OUT_OF_MEMORY) encoder->status = codec_status_no_memory;
    char message[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, message);
    snprintf(encoder->result->reason, sizeof encoder->result->reason, "%s", message);
    longjmp(encoder->escape, 1);
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void encode(struct encoder *encoder, const uint8_t *rgba, uint32_t width, uint32_t height, int quality) {
    j_compress_ptr jpeg = &encoder->jpeg;
    jpeg_mem_dest(jpeg, &encoder->bytes, &encoder->count);
    jpeg->image_width = width;
    jpeg->image_height = height;
    jpeg->in_color_space = JCS_EXT_RGBX;
    jpeg->input_components = 4;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, quality, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->comp_info[0].h_samp_factor = jpeg->comp_info[0].v_samp_factor = 2;
    for (int i = 1; i < 3; i++) jpeg->comp_info[i].h_samp_factor = jpeg->comp_info[i].v_samp_factor = 1;
    jpeg_start_compress(jpeg, TRUE);
    while (jpeg->next_scanline < height) {
        /* The library does not write to what it is given. */
        JSAMPROW row = (JSAMPROW)(rgba + (size_t)jpeg->next_scanline * width * 4);
        jpeg_write_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_compress(jpeg);
}

enum codec_status codec_encode_jpeg(const uint8_t *rgba, uint32_t width, uint32_t height, int quality,
                                    struct codec_bytes *result) {
    memset(result, 0, sizeof *result);
    /* On the heap, so that nothing in it is lost by a jump. */
    struct encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder == NULL) return codec_status_no_memory;
    encoder->result = result;
    encoder->jpeg.err = jpeg_std_error(&encoder->errors);
    encoder->errors.error_exit = fail;
    encoder->errors.output_message = say_nothing;
    encoder->jpeg.client_data = encoder;
    if (!setjmp(encoder->escape)) {
        jpeg_create_compress(&encoder->jpeg);
        encode(encoder, rgba, width, height, quality);
    }
    enum codec_status status = encoder->status;
    jpeg_destroy_compress(&encoder->jpeg);
    if (status == codec_status_ok) {
        result->bytes = encoder->bytes;
        result->count = encoder->count;
    } else {
        free(encoder->bytes);
    }
    free(encoder);
    return status;
}

void codec_free_bytes(struct codec_bytes *result) {
    free(result->bytes);
    result->bytes = NULL;
    result->count = 0;
}
