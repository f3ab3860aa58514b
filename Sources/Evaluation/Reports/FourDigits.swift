package import JSONText

/// Shares as they are written: with four digits, the same on every machine.
public enum FourDigits {
    /// The text of a share; a dash where there is none.
    public static func text(_ share: Double?) -> String {
        guard let share else { return "-" }
        let digits = "\(tenThousandths(share))"
        return share >= 0.99995 ? "1.0000" : "0." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The JSON of a share; null where there is none.
    package static func json(_ share: Double?) -> JSONValue {
        share.map { .number(Double(tenThousandths($0)) / 10_000) } ?? .null
    }

    private static func tenThousandths(_ share: Double) -> Int { Int((share * 10_000).rounded()) }
}
