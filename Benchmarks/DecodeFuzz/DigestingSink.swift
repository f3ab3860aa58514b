import Rasters

/// Keeps of what it is handed a number that tells it from anything else, and whether every row of every plane, or of pixels,
/// was there.
struct DigestingSink: PlaneSink, Equatable {
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var isComplete = true
    private var layout: PlaneLayout?
    private var left = 0
    private var chromaLeft = 0

    mutating func begin(frame index: Int, planes layout: PlaneLayout) {
        self.layout = layout
        left = layout.height
        chromaLeft = layout.chromaHeight
        isComplete = false
    }

    mutating func take(luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int) {
        left -= count
        chromaLeft -= chromaCount
        guard let layout else { return }
        mix(luma, rows: count, of: layout.width)
        mix(cb, rows: chromaCount, of: layout.chromaWidth)
        mix(cr, rows: chromaCount, of: layout.chromaWidth)
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        layout = nil
        left = height
        chromaLeft = 0
        isComplete = false
    }

    mutating func take(rows: Span<UInt8>, count: Int) {
        left -= count
        mix(rows, rows: 1, of: rows.count)
    }

    mutating func end() { isComplete = left == 0 && chromaLeft == 0 }

    /// Takes the samples of each row, not what pads it.
    private mutating func mix(_ plane: Span<UInt8>, rows: Int, of width: Int) {
        for row in 0..<rows {
            let start = row * (plane.count / rows)
            for place in start..<start + width { digest = (digest ^ UInt64(plane[place])) &* 0x0000_0100_0000_01B3 }
        }
    }
}
