import Dispatch
import Foundation
import Stages

/// Shows on standard error where a run stands, from a queue of its own.
struct ProgressReporter {
    private let style: ProgressStyle
    private let timer: (any DispatchSourceTimer)?
    private let queue = DispatchQueue(label: "pawprint.progress")

    /// Begins to show `progress` in `style`.
    ///
    /// - Parameter board: what servers say of their limits.
    init(style: ProgressStyle, board: LimitBoard, progress: @escaping @Sendable () -> RunProgress) {
        let isTerminal = StandardError.isTerminal
        self.style = style == .auto ? (isTerminal ? .bar : .plain) : style
        guard self.style != .none else {
            timer = nil
            return
        }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let interval: DispatchTimeInterval = self.style == .bar ? .milliseconds(100) : .seconds(5)
        timer.schedule(deadline: .now() + interval, repeating: interval)
        let line = ProgressLine(style: self.style)
        timer.setEventHandler {
            let text = line.text(for: progress(), limits: board.readings, columns: StandardError.columns)
            StandardError.write(text)
        }
        timer.activate()
        self.timer = timer
    }

    /// Stops, and removes the bar.
    func finish() {
        guard let timer else { return }
        timer.cancel()
        queue.sync { if style == .bar { StandardError.write("\r\u{1B}[K") } }
    }
}
