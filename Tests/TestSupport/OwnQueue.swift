internal import Dispatch

/// Runs what blocks on a queue of its own.
///
/// Tests run on the cooperative pool, which has a thread a core: two tests that wait there for a task would wait for
/// ever.
public enum OwnQueue {
    /// Runs `body` and waits without blocking the caller's thread.
    public static func run<Value: Sendable>(
        _ label: String = #function, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "test.\(label)").async { continuation.resume(with: Result { try body() }) }
        }
    }
}
