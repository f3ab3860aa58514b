internal import Dispatch
internal import Foundation

/// Work that is divided among all cores.
package enum Cores {
    /// How many there are.
    package static var count: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// What `work` makes of each of 0 ..< `count`, in that order, whichever is done first.
    package static func results<Value: Sendable>(of count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
        unsafe [Value](unsafeUninitializedCapacity: count) { slots, written in
            // Each part writes a slot of its own, and all are written when the call returns; the address crosses to the
            // other threads as a number, since nothing says of a pointer that it is used like this.
            let address = UInt(bitPattern: slots.baseAddress)
            DispatchQueue.concurrentPerform(iterations: count) { part in
                let value = work(part)
                unsafe UnsafeMutablePointer<Value>(bitPattern: address)?.advanced(by: part).initialize(to: value)
            }
            written = count
        }
    }
}
