#include "vp8l-memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

struct vp8l_block {
    struct vp8l_block *before;
    _Alignas(16) char bytes[];
};

static const size_t usual_size = 256 << 10;

void vp8l_begin_memory(struct vp8l_memory *memory, void *lent, size_t bytes, size_t limit) {
    size_t skipped = (size_t)(-(uintptr_t)lent & 15);
    bool is_lent = lent != NULL && bytes > skipped;
    *memory = (struct vp8l_memory){NULL, is_lent ? (char *)lent + skipped : NULL, is_lent ? bytes - skipped : 0, limit};
}

void *vp8l_take_memory(struct vp8l_memory *memory, size_t bytes) {
    if (bytes > SIZE_MAX - 15) return NULL;
    bytes = (bytes + 15) & ~(size_t)15;
    if (bytes > memory->left) {
        size_t size = bytes < usual_size && usual_size <= memory->limit ? usual_size : bytes;
        if (size > memory->limit) return NULL;
        struct vp8l_block *block = malloc(sizeof *block + size);
        if (block == NULL) return NULL;
        block->before = memory->last;
        memory->last = block;
        memory->limit -= size;
        memory->next = block->bytes;
        memory->left = size;
    }
    char *taken = memory->next;
    memory->next += bytes;
    memory->left -= bytes;
    return taken;
}

void vp8l_free_memory(struct vp8l_memory *memory) {
    while (memory->last != NULL) {
        struct vp8l_block *block = memory->last;
        memory->last = block->before;
        free(block);
    }
    memory->next = NULL;
    memory->left = 0;
}
