// decode-limit: the time that the C libraries alone need to decode files fully, the yardstick for the whole pipeline.
//
// Usage: decode-limit [-j THREADS] LIST, where LIST names a file with one path a line (or - for standard input).
// Every file is read whole and decoded through its library's ordinary calls: JPEG to RGB, PNG to RGBA, every GIF frame
// by DGifSlurp, WebP to RGBA. Buffers are reused and malloc keeps its pages, so that page faults do not flatter us.
// Prints one JSON object: files, failed, bytes, pixels, and the processor and wall seconds of decoding.

#include <stdio.h>  // before jpeglib.h, which uses FILE

#include <fcntl.h>
#include <gif_lib.h>
#include <jpeglib.h>
#include <malloc.h>
#include <png.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <webp/decode.h>
#include <webp/demux.h>

struct buffer {
    unsigned char *bytes;
    size_t capacity;
};

struct worker {
    struct buffer file, pixels, rows;
    unsigned long long size, area;
    int failed;
};

static char **paths;
static size_t path_count;
static atomic_size_t cursor;

static unsigned char *reserve(struct buffer *buffer, size_t size) {
    if (size > buffer->capacity) {
        free(buffer->bytes);
        buffer->bytes = malloc(size);
        buffer->capacity = buffer->bytes ? size : 0;
    }
    return buffer->bytes;
}

static long read_whole(struct worker *worker, const char *path) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0 || !reserve(&worker->file, (size_t)status.st_size + 1)) {
        if (file >= 0) close(file);
        return -1;
    }
    long size = 0;
    ssize_t count;
    while (size < status.st_size && (count = read(file, worker->file.bytes + size, status.st_size - size)) > 0)
        size += count;
    close(file);
    return size;
}

struct jpeg_trap {
    struct jpeg_error_mgr manager;
    jmp_buf escape;
};

static void jpeg_fail(j_common_ptr info) { longjmp(((struct jpeg_trap *)info->err)->escape, 1); }
static void jpeg_silent(j_common_ptr info) { (void)info; }

static long long decode_jpeg(struct worker *worker, long size) {
    struct jpeg_decompress_struct info;
    struct jpeg_trap trap;
    info.err = jpeg_std_error(&trap.manager);
    trap.manager.error_exit = jpeg_fail;
    trap.manager.output_message = jpeg_silent;
    jpeg_create_decompress(&info);
    if (setjmp(trap.escape)) {
        jpeg_destroy_decompress(&info);
        return -1;
    }
    jpeg_mem_src(&info, worker->file.bytes, size);
    jpeg_read_header(&info, TRUE);
    if (info.num_components == 4) info.out_color_space = JCS_CMYK;
    else info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    size_t stride = (size_t)info.output_width * info.output_components;
    unsigned char *pixels = reserve(&worker->pixels, stride * info.output_height);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels + stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    long long area = (long long)info.output_width * info.output_height;
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return area;
}

struct memory {
    const unsigned char *bytes;
    size_t size, offset;
};

static void png_read_memory(png_structp png, png_bytep out, png_size_t count) {
    struct memory *memory = png_get_io_ptr(png);
    if (count > memory->size - memory->offset) png_error(png, "end of file");
    memcpy(out, memory->bytes + memory->offset, count);
    memory->offset += count;
}

static void png_fail(png_structp png, png_const_charp text) {
    (void)text;
    png_longjmp(png, 1);
}

static void png_silent(png_structp png, png_const_charp text) { (void)png, (void)text; }

static long long decode_png(struct worker *worker, long size) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, png_fail, png_silent);
    png_infop info = png_create_info_struct(png);
    struct memory memory = {worker->file.bytes, (size_t)size, 0};
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return -1;
    }
    png_set_read_fn(png, &memory, png_read_memory);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    size_t stride = png_get_rowbytes(png, info), height = png_get_image_height(png, info);
    long long area = (long long)height * png_get_image_width(png, info);
    unsigned char *pixels = area <= 200000000 ? reserve(&worker->pixels, stride * height) : NULL;
    if (!pixels) png_error(png, "too large");
    for (int pass = 0; pass < passes; pass++)
        for (size_t y = 0; y < height; y++) png_read_row(png, pixels + y * stride, NULL);
    png_read_end(png, NULL);
    png_destroy_read_struct(&png, &info, NULL);
    return area;
}

static int gif_read_memory(GifFileType *gif, GifByteType *out, int count) {
    struct memory *memory = gif->UserData;
    size_t left = memory->size - memory->offset;
    if ((size_t)count > left) count = (int)left;
    memcpy(out, memory->bytes + memory->offset, count);
    memory->offset += count;
    return count;
}

static long long decode_gif(struct worker *worker, long size) {
    struct memory memory = {worker->file.bytes, (size_t)size, 0};
    int error = 0;
    GifFileType *gif = DGifOpen(&memory, gif_read_memory, &error);
    if (!gif) return -1;
    long long area = -1;
    if (DGifSlurp(gif) == GIF_OK) area = (long long)gif->SWidth * gif->SHeight * gif->ImageCount;
    DGifCloseFile(gif, &error);
    return area;
}

static long long decode_webp(struct worker *worker, long size) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(worker->file.bytes, size, &features) != VP8_STATUS_OK) return -1;
    long long area = (long long)features.width * features.height;
    if (!features.has_animation) {
        unsigned char *pixels = reserve(&worker->pixels, area * 4);
        return WebPDecodeRGBAInto(worker->file.bytes, size, pixels, area * 4, features.width * 4) ? area : -1;
    }
    WebPData data = {worker->file.bytes, (size_t)size};
    WebPAnimDecoder *decoder = WebPAnimDecoderNew(&data, NULL);
    if (!decoder) return -1;
    uint8_t *frame;
    int time, frames = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder) && WebPAnimDecoderGetNext(decoder, &frame, &time)) frames++;
    WebPAnimDecoderDelete(decoder);
    return area * frames;
}

static void *work(void *context) {
    struct worker *worker = context;
    size_t index;
    while ((index = atomic_fetch_add(&cursor, 1)) < path_count) {
        long size = read_whole(worker, paths[index]);
        const unsigned char *bytes = worker->file.bytes;
        long long area = -1;
        if (size > 12) {
            if (bytes[0] == 0xFF && bytes[1] == 0xD8) area = decode_jpeg(worker, size);
            else if (!memcmp(bytes, "\x89PNG", 4)) area = decode_png(worker, size);
            else if (!memcmp(bytes, "GIF8", 4)) area = decode_gif(worker, size);
            else if (!memcmp(bytes, "RIFF", 4) && !memcmp(bytes + 8, "WEBP", 4)) area = decode_webp(worker, size);
        }
        if (area < 0) worker->failed++;
        else worker->area += (unsigned long long)area;
        if (size > 0) worker->size += (unsigned long long)size;
    }
    return NULL;
}

static void read_list(const char *name) {
    FILE *list = strcmp(name, "-") ? fopen(name, "r") : stdin;
    if (!list) {
        perror(name);
        exit(2);
    }
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, list)) > 0) {
        if (line[length - 1] == '\n') line[--length] = 0;
        if (!length) continue;
        paths = realloc(paths, (path_count + 1) * sizeof *paths);
        paths[path_count++] = strdup(line);
    }
    free(line);
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int argc, char **argv) {
    int threads = 1, option;
    while ((option = getopt(argc, argv, "j:")) == 'j') threads = atoi(optarg);
    if (optind + 1 != argc || threads < 1 || threads > 64) {
        fprintf(stderr, "usage: decode-limit [-j THREADS] LIST\n");
        return 2;
    }
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 1 << 24);
    read_list(argv[optind]);
    struct worker *workers = calloc(threads, sizeof *workers);
    pthread_t *handles = calloc(threads, sizeof *handles);
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (int i = 0; i < threads; i++) pthread_create(&handles[i], NULL, work, &workers[i]);
    struct worker sum = {0};
    for (int i = 0; i < threads; i++) {
        pthread_join(handles[i], NULL);
        sum.size += workers[i].size, sum.area += workers[i].area, sum.failed += workers[i].failed;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"bytes\":%llu,\"cpu_seconds\":%.3f,\"failed\":%d,\"files\":%zu,\"peak_kib\":%ld,\"pixels\":%llu,\"wall_seconds\":%.3f}\n",
           sum.size, seconds(usage.ru_utime) + seconds(usage.ru_stime), sum.failed, path_count, usage.ru_maxrss,
           sum.area, end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) / 1e9);
    return 0;
}
