public import JSONText
public import Randomness

/// Values at random, with everything that is awkward.
public enum Arbitrary {
    /// An object of at most three members.
    public static func object(_ random: inout SplitMix64) -> JSONObject {
        JSONObject((0..<Int.random(in: 0...3, using: &random)).map { _ in (text(&random), value(&random)) })
    }

    /// A value of any kind, nested at most four levels.
    public static func value(_ random: inout SplitMix64, depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .integer(Int(truncatingIfNeeded: random.next()))
        case 3: .number(finite(Double(bitPattern: random.next())))
        case 4: .string(text(&random))
        case 5: .array((0..<3).map { _ in value(&random, depth: depth + 1) })
        default: .object(JSONObject((0..<3).map { _ in (text(&random), value(&random, depth: depth + 1)) }))
        }
    }

    /// Texts with everything that is awkward in JSON.
    public static func text(_ random: inout SplitMix64) -> String {
        let pieces = [
            "plain", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}", "é", "e\u{301}",
            "猫", "🐾", "\u{2028}", "\u{FEFF}", "</script>", " ",
        ]
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func finite(_ value: Double) -> Double { value.isFinite ? value : 0.1 }
}
