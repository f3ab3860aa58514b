internal import Sequences

extension PairVerdict {
    /// What a verdict has beside its relation and the numbers that all have.
    private struct Parts: OptionSet {
        let rawValue: Int
        static let box = Parts(rawValue: 1)
        static let placement = Parts(rawValue: 2)
        static let frames = Parts(rawValue: 4)
        static let sentence = Parts(rawValue: 8)
        static let openMotion = Parts(rawValue: 16)
        static let all = Parts(rawValue: 31)
    }

    /// The fewest bytes that a verdict takes.
    static let leastBytes = 2 + 11 + 1

    /// Appends the verdict; read back, it is the same in everything.
    func append(to writer: inout NumberWriter) {
        var parts: Parts = []
        if evidence.box != nil { parts.insert(.box) }
        if evidence.placement != nil { parts.insert(.placement) }
        if evidence.frames != nil { parts.insert(.frames) }
        switch account {
        case .evidence(let pair): if pair.isMotionOpen { parts.insert(.openMotion) }
        case .frames: parts.insert(.sentence)
        }
        writer.append(Relation.allCases.firstIndex(of: relation) ?? 0)
        writer.append(parts.rawValue)
        for number in evidence.numbers { writer.append(signed: number) }
        for box in [evidence.box, evidence.placement] {
            if let box { for number in [box.x, box.y, box.width, box.height] { writer.append(signed: number) } }
        }
        for number in evidence.frames?.numbers ?? [] { writer.append(signed: number) }
        switch account {
        case .evidence(let pair): for number in pair.numbers { writer.append(number) }
        case .frames(let words): writer.append(words)
        }
    }

    /// Reads a verdict.
    init(_ reader: inout NumberReader) throws(PairRecordError) {
        let relation = Relation.allCases[try reader.number(upTo: Relation.allCases.count - 1)]
        let parts = Parts(rawValue: try reader.number(upTo: Parts.all.rawValue))
        var evidence = Evidence()
        try evidence.take(&reader)
        if parts.contains(.box) { evidence.box = try PermilleBox(&reader) }
        if parts.contains(.placement) { evidence.placement = try PermilleBox(&reader) }
        if parts.contains(.frames) { evidence.frames = try SequenceVerdict(&reader) }
        if parts.contains(.sentence) {
            self.init(relation: relation, evidence: evidence, words: try reader.text())
        } else {
            self.init(relation, evidence, of: try ShownPair(&reader, isMotionOpen: parts.contains(.openMotion)))
        }
    }
}
