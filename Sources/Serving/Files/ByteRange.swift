/// What a `Range` field asks for (RFC 9110, section 14.1).
enum ByteRange: Sendable, Hashable {
    /// Everything: the field is none that we understand, or names several parts, which one may answer so.
    case whole
    /// These bytes, at least one.
    case part(Range<Int>)
    /// Nothing that there is.
    case unsatisfiable

    /// What `field` asks for of `total` bytes.
    static func part(of total: Int, _ field: String) -> ByteRange {
        let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].lowercased() == "bytes" else { return .whole }
        let ends = sides[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = number(ends[0]), let last = number(ends[1]) else { return .whole }
        switch (first, last) {
        case (nil, nil): return .whole
        case (nil, let length?):
            return length == 0 || total == 0 ? .unsatisfiable : .part(max(0, total - length)..<total)
        case (let first?, let last):
            if let last, last < first { return .whole }
            guard first < total else { return .unsatisfiable }
            return .part(first..<min(total, (last ?? total - 1) + 1))
        }
    }

    /// `.some(nil)` for nothing, `nil` for what is no number of bytes. One that is too large is as good as the end.
    private static func number(_ text: Substring) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return .some(min(Int(text) ?? .max, Int.max - 1))
    }
}
