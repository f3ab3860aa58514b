internal import Dispatch
internal import Synchronization

/// Waits on a Dispatch queue for what runs on the cooperative pool: item sources are pulled on a queue of their own.
enum Waiting {
    private final class Outcome<Value: Sendable, Failure: Error>: Sendable {
        let result: Result<Value, Failure>

        init(_ result: Result<Value, Failure>) { self.result = result }
    }

    /// What `work` ends in. Blocks the calling thread, which may not be one of the cooperative pool: it has as many
    /// threads as cores, and the work could wait for the one that waits for it.
    static func result<Value: Sendable, Failure: Error>(
        of work: @escaping @Sendable () async throws(Failure) -> Value
    ) -> Result<Value, Failure> {
        precondition(isOutsideTasks, "an item source was pulled from within a task, not on a queue of its own")
        let done = DispatchSemaphore(value: 0)
        let place = Place<Value, Failure>()
        Task {
            let result: Result<Value, Failure>
            do throws(Failure) { result = .success(try await work()) } catch { result = .failure(error) }
            _ = place.outcome.storeIfNil(Outcome(result))
            done.signal()
        }
        done.wait()
        guard let outcome = place.outcome.load() else { preconditionFailure("the work has ended without an outcome") }
        return outcome.result
    }

    /// An atomic reference and no lock: written once, and read after the semaphore.
    private final class Place<Value: Sendable, Failure: Error>: Sendable {
        let outcome = AtomicLazyReference<Outcome<Value, Failure>>()
    }

    private static var isOutsideTasks: Bool {
        // Asked for its presence and not kept.
        unsafe withUnsafeCurrentTask { unsafe $0 == nil }
    }
}
