/* What the eight inputs x0 ... x7 of the transform are multiplied by, times 8192: sums of the cosines and sines of the
 * multiples of pi/16, joined so that each output needs one product of each input. */
#pragma once

enum {
    /* 0.541196100, 0.765366865 and 1.847759065. */
    even_low_2 = 4433,
    even_low_6 = 4433 - 15137,
    even_high_2 = 4433 + 6270,
    even_high_6 = 4433,
    /* 1.175875602, 1.961570560 and 0.390180644; of x7 + x3 and x5 + x1. */
    odd_a_3 = 9633 - 16069,
    odd_a_4 = 9633,
    odd_b_3 = 9633,
    odd_b_4 = 9633 - 3196,
    /* 0.298631336, 0.899976223, 1.501321110, 2.053119869, 2.562915447 and 3.072711026. */
    odd_0_7 = -7373,
    odd_0_1 = 12299 - 7373,
    odd_1_5 = -20995,
    odd_1_3 = 25172 - 20995,
    odd_2_5 = 16819 - 20995,
    odd_2_3 = -20995,
    odd_3_7 = 2446 - 7373,
    odd_3_1 = -7373,
};
