import Foundation

/// Everything that was measured.
struct Report {
    var kinds: [String: [String: Double]] = [:]
    var whole: [String: Double] = [:]
    var parts: [String: [String: Double]] = [:]
    var accuracy: [String: [String: Double]] = [:]
    var memory: [String: Double] = [:]
    var start: [String: Double] = [:]
    /// Pixels of the largest picture.
    var largest = 0

    /// As one JSON object with sorted keys.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try encoder.encode(
                [
                    "time": kinds, "accuracy": accuracy, "whole": ["all": whole], "parts": parts,
                    "memory": ["MiB": memory], "start": ["ms": start],
                ])
        }
    }

    /// A line of a table.
    static func row(_ name: String, _ cells: [String]) -> String {
        name.padding(toLength: 28, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }

    static func number(_ value: Double) -> String { String(format: "%.2f", value) }
}
