/// The buffers of one decoder, kept from picture to picture: the pages of a fresh one cost more than the decoding of
/// a baseline JPEG (1.6 us each).
struct DecodeMemory: ~Copyable {
    /// A buffer larger than this is given back after its picture, so that one giant does not stay for a whole run.
    private static let keptBytes = 32 << 20

    private var strip = Pages()
    private var canvas = Pages()
    private var turned = Pages()
    private var whole = Pages()

    /// The four buffers while they are lent; at least as large as the plan says, with anything in them.
    @unsafe struct Loan {
        let strip: UnsafeMutableBufferPointer<UInt8>
        let canvas: UnsafeMutableBufferPointer<UInt8>
        let turned: UnsafeMutableBufferPointer<UInt8>
        let whole: UnsafeMutableBufferPointer<UInt8>
    }

    /// - Throws: `DecodeError.outOfMemory` when the system gives none for these buffers, and what `body` throws.
    mutating func lend<Outcome>(
        for plan: DecodePlan, of format: ImageFormat, to body: (Loan) throws(DecodeError) -> Outcome
    ) throws(DecodeError) -> Outcome {
        defer { release() }
        guard strip.makeRoom(for: plan.stripBytes), canvas.makeRoom(for: plan.canvasBytes),
            turned.makeRoom(for: plan.turnedBytes), whole.makeRoom(for: plan.wholeBytes)
        else { throw .outOfMemory(format) }
        // The pages live in this memory, which is not touched before `body` returns.
        return try unsafe body(
            Loan(strip: strip.bytes, canvas: canvas.bytes, turned: turned.bytes, whole: whole.bytes))
    }

    private mutating func release() {
        Self.release(&strip)
        Self.release(&canvas)
        Self.release(&turned)
        Self.release(&whole)
    }

    private static func release(_ pages: inout Pages) {
        if unsafe pages.bytes.count > keptBytes { pages.giveBack() }
    }
}
