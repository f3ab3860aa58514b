#include "vp8l-groups.h"

static bool is_single(const struct vp8l_code *code) { return code->mask == 0; }

static uint32_t single(const struct vp8l_code *code) { return code->table[0] >> 16; }

bool vp8l_read_group(struct vp8l_code_reader *reader, unsigned cache_bits, struct vp8l_group *group) {
    static const uint32_t apart = vp8l_is_apart;
    unsigned greens = 256 + 24 + (cache_bits > 0 ? 1u << cache_bits : 0);
    if (!vp8l_read_code(reader, greens, vp8l_green_bits, &group->green) ||
        !vp8l_read_code(reader, 256, vp8l_other_bits, &group->red) ||
        !vp8l_read_code(reader, 256, vp8l_other_bits, &group->blue) ||
        !vp8l_read_code(reader, 256, vp8l_other_bits, &group->alpha) ||
        !vp8l_read_code(reader, 40, vp8l_other_bits, &group->distance)) {
        return false;
    }
    group->joint = (struct vp8l_code){&apart, 0};
    group->is_joint = false;
    group->pixels = 0;
    group->has_alpha = !is_single(&group->alpha);
    group->fixed = group->has_alpha ? 0 : single(&group->alpha) << 24;
    group->is_fixed = is_single(&group->green) && single(&group->green) < 256 && is_single(&group->red) &&
                      is_single(&group->blue) && !group->has_alpha;
    if (group->is_fixed) group->fixed |= single(&group->red) << 16 | single(&group->green) << 8 | single(&group->blue);
    return true;
}

void vp8l_join(struct vp8l_group *group, struct vp8l_memory *memory) {
    group->is_joint = true;
    const size_t size = (size_t)1 << vp8l_joint_bits;
    uint32_t *table = vp8l_take_memory(memory, size * sizeof *table);
    if (table == NULL) return;
    for (size_t at = 0; at < size; at++) {
        uint32_t red = group->red.table[at & group->red.mask], red_bits = red & 63;
        uint32_t blue = group->blue.table[at >> red_bits & group->blue.mask], bits = red_bits + (blue & 63);
        bool is_apart = ((red | blue) & vp8l_is_link) != 0 || bits > vp8l_joint_bits;
        table[at] = is_apart ? vp8l_is_apart : (red << 8 & 0xFF000000) | (blue >> 8 & 0xFF00) | bits;
    }
    group->joint = (struct vp8l_code){table, (uint32_t)size - 1};
}
