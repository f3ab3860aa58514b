internal import CPixels
internal import Rasters

/// Makes colors of single pixels in planes.
///
/// In integers of 1/65536 of a level, so a color is the same on every machine; within a level of what decoders give, which round
/// at other places. Sources: ITU-T T.871, section 7 (full range); ITU-R BT.601 (studio range).
struct PlaneReader {
    private let layout: PlaneLayout
    /// Bytes from row to row.
    private let pitch: Int
    private let chromaPitch: Int

    init(_ layout: PlaneLayout, pitch: Int, chromaPitch: Int) {
        self.layout = layout
        self.pitch = pitch
        self.chromaPitch = chromaPitch
    }

    /// Every `stride`-th pixel from the `first` on, counted row by row, as far as there is room for its color, which goes into
    /// `samples` from `start` on: opaque, with red in its lowest byte.
    func read(
        _ luma: Span<UInt8>, _ cb: Span<UInt8>, _ cr: Span<UInt8>, from first: Int, stride: Int,
        into samples: inout [UInt32], at start: Int
    ) {
        var (y, x) = first.quotientAndRemainder(dividingBy: layout.width)
        var next = start
        var room = samples.mutableSpan
        while next < room.count {
            let row = luma.extracting(y * pitch..<y * pitch + layout.width)
            if layout.hasChroma {
                let chroma = y / layout.down * chromaPitch
                let columns = chroma..<chroma + layout.chromaWidth
                collect(row, cb.extracting(columns), cr.extracting(columns), &x, stride, into: &room, &next)
            } else {
                while x < layout.width, next < room.count {
                    room[next] = UInt32(row[x]) | 0x80_8000
                    (next, x) = (next + 1, x + stride)
                }
            }
            let (rows, column) = x.quotientAndRemainder(dividingBy: layout.width)
            (y, x) = (y + rows, column)
        }
        unsafe room.withUnsafeMutableBufferPointer { room in
            guard let samples = room.baseAddress else { return }
            // Those that were just collected.
            unsafe pixels_colors(RowSums.kernel, samples + start, room.count - start, coding)
        }
    }

    /// The samples of one row, as they are coded.
    @inline(__always)
    private func collect(
        _ luma: Span<UInt8>, _ cb: Span<UInt8>, _ cr: Span<UInt8>, _ x: inout Int, _ stride: Int,
        into room: inout MutableSpan<UInt32>, _ next: inout Int
    ) {
        // Two columns share color nearly always, or none do; a shift costs a twentieth of a division.
        let shift = layout.across - 1
        while x < luma.count, next < room.count {
            let chroma = layout.across <= 2 ? x &>> shift : x / layout.across
            room[next] = UInt32(luma[x]) | UInt32(cb[chroma]) << 8 | UInt32(cr[chroma]) << 16
            (next, x) = (next + 1, x + stride)
        }
    }

    private var coding: pixels_coding {
        switch layout.range {
        case .full:
            pixels_coding(
                black: 0, gray: 65536, red_cr: 91881, green_cb: -22554, green_cr: -46802, blue_cb: 116_130)
        case .studio:
            pixels_coding(
                black: 16, gray: 76309, red_cr: 104_597, green_cb: -25675, green_cr: -53279, blue_cb: 132_201)
        }
    }
}
