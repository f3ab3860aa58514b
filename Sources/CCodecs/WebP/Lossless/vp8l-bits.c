#include "vp8l-bits.h"

void vp8l_bits_begin(struct vp8l_bits *bits, const uint8_t *bytes, size_t count) {
    memset(bits, 0, sizeof *bits);
    bits->window.next = bytes;
    bits->end = bytes + count;
    if (count < vp8l_tail_bytes) vp8l_bits_turn(bits);
    else bits->limit = bits->end - vp8l_tail_bytes;
}

bool vp8l_bits_turn(struct vp8l_bits *bits) {
    struct vp8l_window *window = &bits->window;
    if (bits->is_in_tail) return false;
    size_t left = (size_t)(bits->end - window->next);
    memcpy(bits->tail, window->next, left);
    window->next = bits->tail;
    bits->end = bits->tail + left;
    /* Seven bytes may be held, and nothing but zeros follows for three refills more. */
    bits->limit = bits->end + 8;
    bits->is_in_tail = true;
    return true;
}

bool vp8l_bits_sufficed(const struct vp8l_bits *bits) {
    return bits->window.next <= bits->end || (size_t)(bits->window.next - bits->end) * 8 <= bits->window.held;
}
