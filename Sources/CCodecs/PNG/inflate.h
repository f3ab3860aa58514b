/* Whole zlib streams, for the one who holds all of the bytes and knows how many will come out. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes after the compressed ones that may be read (not used), and after the others that may be written. */
enum { inflate_reads = 16, inflate_slack = 64 };

/* True if the `count` bytes at `from` are one zlib stream, to the last of them, of exactly `wanted` bytes, which then
 * stand at `to`. False means that there is some doubt, however small: what zlib takes and this does not is rare, and
 * what zlib refuses this always refuses. The buffers go on for `inflate_reads` and `inflate_slack` bytes.
 * Where it is to be `plain`, no kernels are used that only some processors have. */
bool inflate_whole(const uint8_t *from, size_t count, uint8_t *to, size_t wanted, bool plain);
