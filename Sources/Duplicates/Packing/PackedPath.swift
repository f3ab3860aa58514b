/// A path as a part of bytes that many may share: a string of its own takes twice the memory.
struct PackedPath: Sendable {
    private let bytes: [UInt8]
    private let start: UInt32
    private let count: UInt32

    init(_ path: String) { self.init(of: Array(path.utf8), from: 0, count: path.utf8.count) }

    private init(of bytes: [UInt8], from start: Int, count: Int) {
        self.bytes = bytes
        self.start = UInt32(start)
        self.count = UInt32(count)
    }

    /// The UTF-8 bytes of the path.
    var utf8: ArraySlice<UInt8> { bytes[Int(start)..<Int(start + count)] }

    /// The path itself.
    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The same paths in one piece of memory.
    static func sharing(_ paths: [PackedPath]) -> [PackedPath] {
        let bytes = Array(paths.map(\.utf8).joined())
        var start = 0
        return paths.map { path in
            defer { start += Int(path.count) }
            return PackedPath(of: bytes, from: start, count: Int(path.count))
        }
    }
}

extension PackedPath: Hashable {
    static func == (one: PackedPath, other: PackedPath) -> Bool { one.text == other.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension [PictureFacts] {
    /// Lets the paths of these pictures share their memory.
    package mutating func sharePaths() {
        for (place, path) in zip(indices, PackedPath.sharing(map(\.packedPath))) { self[place].packedPath = path }
    }
}
