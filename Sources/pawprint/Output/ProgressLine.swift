import Dataflow
import Stages

/// Words for where a run stands.
struct ProgressLine {
    let style: ProgressStyle

    /// What is written for `progress`: for a bar with the return to the line's start, else with a line feed.
    func text(for progress: RunProgress) -> String {
        switch style {
        case .bar: "\r\u{1B}[K" + bar(progress)
        case .json: json(progress) + "\n"
        case .plain, .auto, .none: plain(progress) + "\n"
        }
    }

    private func bar(_ progress: RunProgress) -> String {
        var text = ""
        if progress.isListed && progress.listed > 0 {
            let width = 24
            let filled = progress.finished * width / progress.listed
            text += "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled) + "] "
        }
        return text + plain(progress)
    }

    private func plain(_ progress: RunProgress) -> String {
        let total = progress.isListed ? "\(progress.listed)" : "\(progress.listed)+"
        var text = "\(progress.finished)/\(total) pictures, \(Int(progress.rate)) a second"
        if progress.failed > 0 { text += ", \(progress.failed) failed" }
        if progress.known > 0 { text += ", \(progress.known) known before" }
        for (stage, waiting) in zip(progress.stages, progress.waiting) where waiting > 0 {
            text += ", \(waiting) wait to be \(stage.name)"
        }
        if progress.isListed, progress.rate > 0, progress.finished > 0 {
            text += ", \(Int(Double(progress.listed - progress.finished) / progress.rate)) s left"
        }
        return text
    }

    private func json(_ progress: RunProgress) -> String {
        let stages = zip(progress.stages, progress.waiting).map { stage, waiting in
            "{\"busy_permille\":\(stage.busyPermille(of: progress.elapsed)),\"done\":\(stage.left),"
                + "\"name\":\"\(stage.name)\",\"stopped\":\(stage.stopped),\"waiting\":\(waiting)}"
        }
        return "{\"failed\":\(progress.failed),\"finished\":\(progress.finished),\"known\":\(progress.known),"
            + "\"listed\":\(progress.listed),\"listing_done\":\(progress.isListed),"
            + "\"stages\":[\(stages.joined(separator: ","))]}"
    }
}
