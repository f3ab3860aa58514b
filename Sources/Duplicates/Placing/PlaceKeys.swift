internal import Descriptors
internal import Fingerprints

/// By what a picture is found that lies in another: the code of all of it, and those of what is left without its borders.
public struct PlaceKeys: Sendable, Hashable {
    /// A part and its code.
    struct Key: Sendable, Hashable {
        let window: Window
        let code: SIMD4<UInt64>
    }

    /// The code of the whole picture; `nil` where there is too little in it.
    let whole: SIMD4<UInt64>?
    /// The parts inside its borders and bars; none for most pictures.
    let trimmed: [Key]

    /// All of these, the whole picture first.
    var all: [Key] { (whole.map { [Key(window: .whole, code: $0)] } ?? []) + trimmed }

    /// Whether what lies at `place` is what is left without the borders, or without bars with words.
    func isBorder(around place: PermilleBox) -> Bool {
        trimmed.contains { key in
            let window = PermilleBox(x: 0, y: 0, width: 1000, height: 1000).moved(into: key.window)
            let edges = [
                window.x - place.x, window.y - place.y, window.x + window.width - place.x - place.width,
                window.y + window.height - place.y - place.height,
            ]
            return edges.allSatisfy { abs($0) <= Limits.borderEdge }
        }
    }

    private static let wholeHasher = WindowHasher([.whole])

    /// - Parameter isFlat: Whether the whole picture has too little in it to be found by.
    init(_ descriptor: Descriptor, isFlat: Bool) {
        whole = isFlat ? nil : Self.wholeHasher.codes(of: descriptor.luma)[0]
        trimmed = Trimming.windows(of: descriptor.luma).compactMap { window in
            WindowHasher([window]).codes(of: descriptor.luma)[0].map { Key(window: window, code: $0) }
        }
    }

    static func distance(_ one: SIMD4<UInt64>, _ other: SIMD4<UInt64>) -> Int {
        let difference = one ^ other
        return difference[0].nonzeroBitCount + difference[1].nonzeroBitCount + difference[2].nonzeroBitCount
            + difference[3].nonzeroBitCount
    }
}
