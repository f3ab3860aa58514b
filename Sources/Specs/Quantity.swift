/// Numbers with units, as people write them.
enum Quantity {
    /// Digits only: no sign, no separators.
    static func integer(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// `100`, `64K`, `64M`, `2G`; each letter is worth `step` of the one before.
    static func size(_ text: String, step: Int) -> Int? {
        let powers: [Character: Int] = ["K": 1, "M": 2, "G": 3]
        guard let power = text.last.flatMap({ powers[$0] }) else { return integer(text) }
        guard var size = integer(text.dropLast()) else { return nil }
        for _ in 0..<power {
            let (product, overflow) = size.multipliedReportingOverflow(by: step)
            if overflow { return nil }
            size = product
        }
        return size
    }

    /// `500ms`, `30s`, `2m`, `1h`.
    static func duration(_ text: String) -> Duration? {
        // A million of any unit is out of every range, and far from overflow.
        guard let count = integer(text.prefix { $0.isNumber }), count < 1_000_000 else { return nil }
        switch text.drop(while: \.isNumber) {
        case "ms": return .milliseconds(count)
        case "s": return .seconds(count)
        case "m": return .seconds(60 * count)
        case "h": return .seconds(3600 * count)
        default: return nil
        }
    }
}
