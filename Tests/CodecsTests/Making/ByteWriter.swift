/// Bytes being put together, for pictures made by hand.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ more: [UInt8]) { bytes += more }
    mutating func add(_ text: String) { bytes += Array(text.utf8) }
    mutating func add(bigEndian value: Int, bytes count: Int) {
        bytes += (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    mutating func add(littleEndian value: Int, bytes count: Int) {
        bytes += (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// Bits being put together.
struct BitWriter {
    enum Order { case lowestFirst, highestFirst }

    private let order: Order
    private var done: [UInt8] = []
    private var partial: UInt8 = 0
    private var used = 0

    init(_ order: Order) { self.order = order }

    mutating func add(_ value: Int, bits count: Int) {
        for place in 0..<count {
            let bit = UInt8(truncatingIfNeeded: value >> (order == .lowestFirst ? place : count - 1 - place) & 1)
            partial |= bit << UInt8(order == .lowestFirst ? used : 7 - used)
            used += 1
            if used == 8 {
                done.append(partial)
                (partial, used) = (0, 0)
            }
        }
    }

    /// The bits in whole bytes; the last one is filled up with ones if `filler` says so.
    func bytes(filler: Bool = false) -> [UInt8] {
        if used == 0 { return done }
        let rest: UInt8 = order == .lowestFirst ? 0xFF << UInt8(used) : 0xFF >> UInt8(used)
        return done + [filler ? partial | rest : partial]
    }
}
