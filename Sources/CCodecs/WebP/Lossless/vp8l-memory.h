/* Memory for tables whose number the bytes decide: taken bit by bit up to a limit, freed at once. */
#pragma once

#include <stddef.h>

struct vp8l_memory {
    struct vp8l_block *last;
    /* What comes next: first what the caller lent, then what was allocated. */
    char *next;
    size_t left;
    /* How much may be allocated. */
    size_t limit;
};

/* Begins with memory that outlives it; may be none. */
void vp8l_begin_memory(struct vp8l_memory *memory, void *lent, size_t bytes, size_t limit);

/* Memory at a multiple of 16; NULL beyond the limit or where the system gives none. */
void *vp8l_take_memory(struct vp8l_memory *memory, size_t bytes);

void vp8l_free_memory(struct vp8l_memory *memory);
