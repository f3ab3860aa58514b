import Rasters

/// Counts what it is handed: every row of every plane, or of pixels, in order and completely.
struct CountingSink: PlaneSink {
    private(set) var isComplete = true
    private var left = 0
    private var chromaLeft = 0

    mutating func begin(frame index: Int, planes layout: PlaneLayout) {
        left = layout.height
        chromaLeft = layout.chromaHeight
        isComplete = false
    }

    mutating func take(luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int) {
        left -= count
        chromaLeft -= chromaCount
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        left = height
        chromaLeft = 0
        isComplete = false
    }

    mutating func take(rows: Span<UInt8>, count: Int) { left -= count }

    mutating func end() { isComplete = left == 0 && chromaLeft == 0 }
}
