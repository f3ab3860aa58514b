import Dataflow
import Dispatch
import Foundation

/// Turns SIGINT and SIGTERM into a wish to stop: what is under way is finished and saved.
///
/// A second signal ends the program at once.
struct Signals {
    private let sources: [any DispatchSourceSignal]

    /// Listens until the value is released.
    init(_ interruption: Interruption) {
        let queue = DispatchQueue(label: "pawprint.signals")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if interruption.requested != nil { _exit(128 + number) }
                interruption.request(signal: number)
                // On a terminal the bar, and the ^C behind it, stand on this line.
                let start = StandardError.isTerminal ? "\r\u{1B}[K" : ""
                StandardError.write(line: start + "pawprint: finishing what is under way; another signal stops at once")
            }
            source.activate()
            return source
        }
    }

    /// Stops listening.
    func cancel() {
        for source in sources { source.cancel() }
    }
}
