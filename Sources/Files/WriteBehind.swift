internal import Dispatch
internal import Foundation
internal import Synchronization

/// Writes pieces to a file in their order on a queue of its own, so that whoever makes the next piece need not wait for the
/// system to copy this one.
///
/// Two pieces wait at most. What fails is said at the next piece, or at the end.
package final class WriteBehind: Sendable {
    private let file: OpenFile
    private let queue = DispatchQueue(label: "pawprint.write-behind")
    private let room = DispatchSemaphore(value: 2)
    private let failure = Mutex<SystemError?>(nil)

    /// Writes to the end of `file`, which nobody else writes to meanwhile.
    package init(_ file: OpenFile) { self.file = file }

    /// Appends `bytes` once those before are written.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        room.wait()
        if let error = failure.withLock({ $0 }) {
            room.signal()
            throw error
        }
        queue.async { [self] in
            do throws(SystemError) {
                try file.write(bytes.span)
            } catch {
                failure.withLock { $0 = error }
            }
            room.signal()
        }
    }

    /// Waits until all is written.
    package func finish() throws(SystemError) {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
