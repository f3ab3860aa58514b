/// Many names in one piece of memory: a string of its own each would take three times as much.
struct PackedNames: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// The number of names.
    var count: Int { ends.count }

    /// Adds a name.
    mutating func append(_ name: String) {
        bytes.append(contentsOf: name.utf8)
        ends.append(bytes.count)
    }

    /// The name that was added at `position`.
    subscript(position: Int) -> String {
        String(decoding: bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]], as: UTF8.self)
    }
}
