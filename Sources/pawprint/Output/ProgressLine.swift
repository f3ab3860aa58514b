import Dataflow
import Stages

/// Words for where a run stands.
struct ProgressLine {
    let style: ProgressStyle

    /// What is written for `progress`: for a bar of at most `columns` with the return to the line's start, else with a
    /// line feed.
    ///
    /// - Parameter limits: what servers said of their limits, each under its name.
    func text(for progress: RunProgress, limits: [LimitBoard.Reading] = [], columns: Int) -> String {
        switch style {
        // The last column stays free: a terminal may wrap when it is filled.
        case .bar: "\r\u{1B}[K" + (bar(progress) + plain(progress, limits)).prefix(max(0, columns - 1))
        case .json: json(progress, limits) + "\n"
        case .plain, .auto, .none: plain(progress, limits) + "\n"
        }
    }

    private func bar(_ progress: RunProgress) -> String {
        guard progress.isListed && progress.listed > 0 else { return "" }
        let width = 20
        let filled = min(width, progress.finished * width / progress.listed)
        return "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled) + "] "
    }

    /// What matters most stands first: a narrow terminal shows only the beginning.
    private func plain(_ progress: RunProgress, _ limits: [LimitBoard.Reading]) -> String {
        let total = progress.isListed ? "\(progress.listed)" : "\(progress.listed)+"
        var text = "\(progress.finished)/\(total), \(Int(progress.rate)) a second"
        if progress.isListed, progress.rate > 0 {
            text += ", \(Int(Double(progress.listed - progress.finished) / progress.rate)) s left"
        }
        if progress.failed > 0 { text += ", \(progress.failed) failed" }
        if progress.known > 0 { text += ", \(progress.known) known before" }
        for limit in limits where limit.isTight { text += ", " + limit.words }
        for (stage, waiting) in zip(progress.stages, progress.waiting) where waiting > 0 {
            text += ", \(waiting) to \(stage.name)"
        }
        return text
    }

    private func json(_ progress: RunProgress, _ limits: [LimitBoard.Reading]) -> String {
        let stages = zip(progress.stages, progress.waiting).map { stage, waiting in
            "{\"busy_permille\":\(stage.busyPermille(of: progress.elapsed)),\"done\":\(stage.left),"
                + "\"name\":\"\(stage.name)\",\"stopped\":\(stage.stopped),\"waiting\":\(waiting)}"
        }
        return "{\"failed\":\(progress.failed),\"finished\":\(progress.finished),\"known\":\(progress.known),"
            + "\"limits\":[\(limits.map(\.json).joined(separator: ","))],\"listed\":\(progress.listed),\"listing_done\":\(progress.isListed),"
            + "\"stages\":[\(stages.joined(separator: ","))]}"
    }
}
