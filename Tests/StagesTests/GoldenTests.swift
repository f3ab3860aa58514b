import Foundation
import Stages
import TestSupport
import Testing

/// The changelog of behavior: what the fixtures come to, byte for byte.
///
/// `make golden` rewrites the expected files; the difference is then reviewed like code.
@Suite struct GoldenTests {
    private static let expected = Fixtures.root.appending(path: "expected")
    private static let isRewriting = ProcessInfo.processInfo.environment["PAWPRINT_REWRITE_GOLDEN"] != nil

    @Test func `the fixtures come to the expected manifest, groups and summary`() async throws {
        // Inside the checkout, so that the relative names of the files are the same everywhere.
        let dataset = Checkout.root.appending(path: "out/golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: dataset) }
        _ = try await Datasets.run(try Datasets.fixtures("good", "crafted", "bad"), into: dataset)
        for name in Datasets.reproducible {
            let made = try String(contentsOf: dataset.appending(path: name), encoding: .utf8)
            let file = Self.expected.appending(path: name)
            if Self.isRewriting { try made.write(to: file, atomically: true, encoding: .utf8) }
            let golden = try String(contentsOf: file, encoding: .utf8)
            #expect(made == golden, "\(name) differs\(Self.firstDifference(made, golden))")
        }
    }

    /// The first lines that differ, for the message: a whole manifest would hide it.
    private static func firstDifference(_ made: String, _ golden: String) -> String {
        let pairs = zip(made.split(separator: "\n"), golden.split(separator: "\n"))
        guard let pair = pairs.first(where: { $0 != $1 }) else { return " in length" }
        return ":\n  made     \(pair.0)\n  expected \(pair.1)"
    }
}
