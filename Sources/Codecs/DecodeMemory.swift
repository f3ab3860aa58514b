/// The buffers of one decoder, kept from picture to picture: the pages of fresh ones cost more than the decoding of a
/// baseline JPEG (1.6 us each).
///
/// They are parts of one, so that what stays is what the largest picture needed, and not the most of each kind.
struct DecodeMemory: ~Copyable {
    /// More than this is given back after its picture, so that one giant does not stay for a whole run.
    private static let keptBytes = 32 << 20
    /// Parts begin at multiples of this, as vectors and cache lines do.
    private static let alignment = 64

    private var pages = Pages()

    /// The four buffers while they are lent; as large as the plan says, with anything in them.
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
        defer { if unsafe pages.bytes.count > Self.keptBytes { pages.giveBack() } }
        let canvas = Self.aligned(plan.stripBytes)
        let turned = canvas + Self.aligned(plan.canvasBytes)
        let whole = turned + Self.aligned(plan.turnedBytes)
        guard pages.makeRoom(for: whole + Self.aligned(plan.wholeBytes)) else { throw .outOfMemory(format) }
        // The pages live in this memory, which is not touched before `body` returns; parts do not overlap.
        return try unsafe body(
            Loan(
                strip: part(at: 0, plan.stripBytes), canvas: part(at: canvas, plan.canvasBytes),
                turned: part(at: turned, plan.turnedBytes), whole: part(at: whole, plan.wholeBytes)))
    }

    @unsafe private func part(at start: Int, _ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
        count == 0
            ? unsafe UnsafeMutableBufferPointer(start: nil, count: 0)
            : unsafe UnsafeMutableBufferPointer(rebasing: pages.bytes[start..<start + count])
    }

    /// The next multiple behind `count` bytes, with as many to spare for what is read or written beyond them.
    private static func aligned(_ count: Int) -> Int { (count + 2 * alignment - 1) / alignment * alignment }
}
