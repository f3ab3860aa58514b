public import Foundation

/// The checkout that the tests were built from.
public enum Checkout {
    /// The top folder of the repository.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// The pictures of the repository itself.
public enum Fixtures {
    /// The folder `fixtures`.
    public static let root = Checkout.root.appending(path: "fixtures")

    /// The bytes of one file, named relative to `fixtures`.
    public static func file(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }
}
