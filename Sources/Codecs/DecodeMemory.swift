/// The buffers of one decoder, kept from picture to picture: the pages of a fresh one cost more than the decoding of
/// a baseline JPEG (1.6 us each).
struct DecodeMemory: Sendable {
    /// A buffer larger than this is given back after its picture, so that one giant does not stay for a whole run.
    private static let keptBytes = 64 << 20

    private var strip: [UInt8] = []
    private var canvas: [UInt8] = []
    private var turned: [UInt8] = []
    private var whole: [UInt8] = []

    /// The four buffers while they are lent; at least as large as the plan says, with anything in them.
    @unsafe struct Loan {
        let strip: UnsafeMutableBufferPointer<UInt8>
        let canvas: UnsafeMutableBufferPointer<UInt8>
        let turned: UnsafeMutableBufferPointer<UInt8>
        let whole: UnsafeMutableBufferPointer<UInt8>
    }

    mutating func lend<Outcome>(
        for plan: DecodePlan, to body: (Loan) throws(DecodeError) -> Outcome
    ) throws(DecodeError) -> Outcome {
        Self.grow(&strip, to: plan.stripBytes)
        Self.grow(&canvas, to: plan.canvasBytes)
        Self.grow(&turned, to: plan.turnedBytes)
        Self.grow(&whole, to: plan.wholeBytes)
        defer { release() }
        return try unsafe Self.lend(&strip, &canvas, &turned, &whole, to: body)
    }

    private static func lend<Outcome>(
        _ strip: inout [UInt8], _ canvas: inout [UInt8], _ turned: inout [UInt8],
        _ whole: inout [UInt8], to body: (Loan) throws(DecodeError) -> Outcome
    ) throws(DecodeError) -> Outcome {
        // The pointers do not leave `body`, and the four arrays are distinct.
        try unsafe strip.withUnsafeMutableBufferPointer { (strip) throws(DecodeError) in
            try unsafe canvas.withUnsafeMutableBufferPointer { (canvas) throws(DecodeError) in
                try unsafe turned.withUnsafeMutableBufferPointer { (turned) throws(DecodeError) in
                    try unsafe whole.withUnsafeMutableBufferPointer { (whole) throws(DecodeError) in
                        try unsafe body(Loan(strip: strip, canvas: canvas, turned: turned, whole: whole))
                    }
                }
            }
        }
    }

    private static func grow(_ buffer: inout [UInt8], to count: Int) {
        guard buffer.count < count else { return }
        // The old one is freed first: nothing in it is needed.
        buffer = []
        buffer = [UInt8](repeating: 0, count: count)
    }

    private mutating func release() {
        if strip.count > Self.keptBytes { strip = [] }
        if canvas.count > Self.keptBytes { canvas = [] }
        if turned.count > Self.keptBytes { turned = [] }
        if whole.count > Self.keptBytes { whole = [] }
    }
}
