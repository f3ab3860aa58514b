/* The codes of one GIF frame, for the one who holds all of the bytes. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Bytes that stand before the indexes in their buffer, and that may be written behind them. */
enum { lzw_before = 256, lzw_slack = 32 };

/* Decodes the blocks that begin at `position`, right behind the byte that tells the size of their codes.
 *
 * The indexes of `wanted` pixels, in the order of the file, are put at `buffer + lzw_before`; without a buffer they are
 * only counted, which finds the same damage. `room` is `room_bytes` of any content, 1 KiB at least. Returns where the
 * next part of the file begins, or 0 on any doubt: codes that nobody could have meant, too few of them, or blocks
 * without an end. */
size_t lzw_decode(const uint8_t *bytes, size_t count, size_t position, uint8_t *buffer, size_t wanted, uint8_t *room,
                  size_t room_bytes);
