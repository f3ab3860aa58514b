import ArgumentParser

/// A number of bytes on the command line: digits with an optional K, M or G, powers of 1024.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        guard let count = Multiples.value(of: argument, base: 1024) else { return nil }
        bytes = count
    }

    var defaultValueDescription: String {
        if bytes >= 1 << 30 && bytes % (1 << 30) == 0 { return "\(bytes >> 30)G" }
        if bytes >= 1 << 20 && bytes % (1 << 20) == 0 { return "\(bytes >> 20)M" }
        return "\(bytes)"
    }
}

/// A number of pixels on the command line: digits with an optional K, M or G, powers of 1000.
struct PixelCount: ExpressibleByArgument {
    let pixels: Int

    init?(argument: String) {
        guard let count = Multiples.value(of: argument, base: 1000) else { return nil }
        pixels = count
    }
}

/// Reads digits with a unit.
enum Multiples {
    /// The value of a text such as `64M`, or `nil` if it is no positive number, or too large.
    static func value(of text: String, base: Int) -> Int? {
        var digits = text[...]
        var factor = 1
        if let unit = digits.last, let power = ["k": 1, "m": 2, "g": 3][unit.lowercased()] {
            digits.removeLast()
            for _ in 0..<power { factor *= base }
        }
        guard let number = Int(digits), number > 0 else { return nil }
        let (value, overflows) = number.multipliedReportingOverflow(by: factor)
        return overflows ? nil : value
    }
}
