internal import Foundation

/// The time of day, which tests make up.
public struct ServeClock: Sendable {
    /// Milliseconds since 1970.
    public let now: @Sendable () -> Int

    /// A clock.
    public init(now: @escaping @Sendable () -> Int) { self.now = now }

    /// The machine's.
    public static let system = ServeClock { Int(Date().timeIntervalSince1970 * 1000) }
}
