#include "vp8l-memory.h"

#include <stdlib.h>

struct vp8l_block {
    struct vp8l_block *before;
    size_t size;
    _Alignas(16) char bytes[];
};

static const size_t usual_size = 128 << 10;

void *vp8l_take_memory(struct vp8l_memory *memory, size_t bytes) {
    if (bytes > memory->limit) return NULL;
    bytes = (bytes + 15) & ~(size_t)15;
    if (bytes > memory->left) {
        size_t size = bytes < usual_size ? usual_size : bytes;
        if (size > memory->limit) size = bytes;
        if (size > memory->limit) return NULL;
        struct vp8l_block *block = malloc(sizeof *block + size);
        if (block == NULL) return NULL;
        block->before = memory->last;
        block->size = size;
        memory->last = block;
        memory->limit -= size;
        memory->left = size;
    }
    memory->left -= bytes;
    return memory->last->bytes + memory->last->size - memory->left - bytes;
}

void vp8l_free_memory(struct vp8l_memory *memory) {
    while (memory->last != NULL) {
        struct vp8l_block *block = memory->last;
        memory->last = block->before;
        free(block);
    }
    memory->left = 0;
}
