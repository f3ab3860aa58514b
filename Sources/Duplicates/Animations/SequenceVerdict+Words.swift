internal import Rasters
internal import Sequences

extension SequenceVerdict {
    /// What the frames of two animations say to people.
    func sentence(_ relation: Duplicates.Relation, _ turn: Orientation) -> String {
        let turned = turn == .upright ? "" : turn.isMirroring ? ", mirrored" : ", turned"
        switch self.relation {
        case .same: return "the same animation\(turned): \(shared), \(movement)"
        case .retimed:
            return "the same animation\(turned) with other timing or frames (\(changes)): \(shared), \(movement)"
        case .excerpt: return "one animation\(turned) is a small part of the other: \(shared), \(movement)"
        case .altered:
            return
                "the same animation\(turned) with a difference in all frames, up to \(offset) levels: \(shared), \(movement)"
        case .still: return "one stands still and looks like distinct frame \(run + 1) of the other\(turned)"
        case .motionless: return "neither moves"
        case .shared:
            return
                "\(relation == .near ? "first frames or some others alike" : "other animations"): \(shared), \(movement)"
        case .unrelated: return "no frame of the one is in the other"
        }
    }

    private var shared: String {
        "\(firstMatched) of \(firstRuns) distinct frames of the one are in the other and \(secondMatched) of \(secondRuns) the other way"
    }

    private var movement: String { "movements correlate to \(motion) permille" }

    private var changes: String {
        var words: [String] = []
        if abs(tempo - 1000) > 50 { words.append("shown \(tempo) permille as long") }
        if drift > 150 { words.append("\(drift) permille of the time on other frames") }
        if isReversed { words.append("backwards") }
        if turns > 0 { words.append("to and fro") }
        if loops > 0 || jumps > 0 { words.append("from another point of the loop or repeated") }
        let covered = min(firstCoverage, secondCoverage)
        if covered < 950 { words.append("\((1000 - covered) / 10) % of the frames in one only") }
        return words.isEmpty ? "\(firstRuns) and \(secondRuns) distinct frames" : words.joined(separator: ", ")
    }
}

extension StillMatch {
    /// What is said of a still and the animation that it is a frame of.
    func sentence(_ sequence: FrameSequence, _ turn: Orientation) -> String {
        let turned = turn == .upright ? "" : turn.isMirroring ? ", mirrored" : ", turned"
        let number = sequence.runs[..<run].reduce(1) { $0 + $1.frames }
        return
            "a still as frame \(number) of \(sequence.frames)\(turned): \(distance) of 256 bits differ, "
            + "the worst place by \(worstLuma) levels"
    }
}
