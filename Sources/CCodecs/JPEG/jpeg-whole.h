/* Our own decoder of scans, if a JPEG's header, which libjpeg has read, says nothing unusual. */
#pragma once

#include "jpeg-codec.h"
#include "jpeg-scan.h"

/* A decoder of the file's only scan, or of coefficients out of all scans, in the buffer of the options; NULL where the
 * library is to decode. */
struct jpeg_scan *jpeg_whole_open(struct jpeg_codec *codec);
