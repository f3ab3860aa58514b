/// The buffers of one decoder, kept from picture to picture: the pages of a fresh one cost more than the decoding of
/// a baseline JPEG (1.6 us each).
struct DecodeMemory: Sendable {
    /// A buffer larger than this is given back after its picture, so that one giant does not stay for a whole run.
    private static let keptBytes = 64 << 20

    private var strip: Pages?
    private var canvas: Pages?
    private var turned: Pages?
    private var whole: Pages?

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
        // The pages live in this memory, which is not touched before `body` returns.
        return try unsafe body(
            Loan(
                strip: Self.lend(&strip, plan.stripBytes, format), canvas: Self.lend(&canvas, plan.canvasBytes, format),
                turned: Self.lend(&turned, plan.turnedBytes, format),
                whole: Self.lend(&whole, plan.wholeBytes, format)))
    }

    private static func lend(
        _ pages: inout Pages?, _ count: Int, _ format: ImageFormat
    ) throws(DecodeError) -> UnsafeMutableBufferPointer<UInt8> {
        guard count > 0 else { return unsafe UnsafeMutableBufferPointer(start: nil, count: 0) }
        // A copy of this decoder has the same pages until one of them needs any.
        if isKnownUniquelyReferenced(&pages), let own = pages, unsafe own.bytes.count >= count {
            return unsafe own.bytes
        }
        // The old ones are freed first: nothing in them is needed.
        pages = nil
        guard let fresh = Pages(atLeast: count) else { throw .outOfMemory(format) }
        pages = fresh
        return unsafe fresh.bytes
    }

    private mutating func release() {
        Self.release(&strip)
        Self.release(&canvas)
        Self.release(&turned)
        Self.release(&whole)
    }

    private static func release(_ pages: inout Pages?) {
        if let own = pages, unsafe own.bytes.count > keptBytes { pages = nil }
    }
}
