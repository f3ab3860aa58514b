public import Descriptors

/// Makes a `SequenceFrame` of a frame's rows, or of a descriptor.
///
/// One reader serves any number of frames, one after the other, in memory that it keeps.
public struct FrameReader: Sendable {
    private var area = ColorCells()
    private var hasher = FrameFingerprint()

    /// A reader that has seen no frame.
    public init() {}

    /// Rows of a frame of `width` x `height` pixels follow.
    public mutating func begin(width: Int, height: Int) {
        area.begin(width: width, height: height)
    }

    /// The next `count` rows from the top, opaque, without padding: four bytes a pixel.
    public mutating func take(rgba: Span<UInt8>, count: Int = 1) { area.take(rgba, count: count) }

    /// The frame after its last row.
    public mutating func finish() -> SequenceFrame { frame(luma: area.luma, cb: area.cb, cr: area.cr) }

    /// The frame, or the still, that `descriptor` describes: the same as of its rows.
    public mutating func frame(of descriptor: Descriptor) -> SequenceFrame {
        frame(luma: descriptor.luma, cb: descriptor.cb, cr: descriptor.cr)
    }

    private mutating func frame(luma: [UInt8], cb: [UInt8], cr: [UInt8]) -> SequenceFrame {
        var cells: [UInt8] = []
        cells.reserveCapacity(SequenceFrame.cellCount)
        Self.append(luma, side: Descriptor.lumaSide, as: SequenceFrame.lumaSide, to: &cells)
        Self.append(cb, side: Descriptor.chromaSide, as: SequenceFrame.colorSide, to: &cells)
        Self.append(cr, side: Descriptor.chromaSide, as: SequenceFrame.colorSide, to: &cells)
        return SequenceFrame(fingerprint: hasher.fingerprint(of: luma), cells: cells)
    }

    /// Appends the rounded means of `side / count` x `side / count` values each.
    private static func append(_ values: [UInt8], side: Int, as count: Int, to cells: inout [UInt8]) {
        let step = side / count
        for row in 0..<count {
            for column in 0..<count {
                var sum = 0
                for y in 0..<step {
                    let start = (row * step + y) * side + column * step
                    for x in start..<start + step { sum += Int(values[x]) }
                }
                cells.append(UInt8((sum + step * step / 2) / (step * step)))
            }
        }
    }
}
