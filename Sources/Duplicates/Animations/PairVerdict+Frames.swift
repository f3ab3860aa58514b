internal import Descriptors
internal import Rasters
internal import Sequences

extension PairVerdict {
    /// The verdict on two pictures of other bytes by all of their frames; `nil` where neither moves, or frames were not looked at.
    static func byFrames(_ a: Picture, _ b: Picture, orientations: MatchOptions.Orientations) -> PairVerdict? {
        let (first, second) = isOrdered(a, b) ? (a, b) : (b, a)
        switch (first.sequence, second.sequence) {
        case (let one?, let other?):
            return moving(first, one, second, other, by: [.upright] + orientations.turns, orientations)
        case (let one?, nil) where !second.isAnimated: return still(second, in: one, first, second, orientations)
        case (nil, let other?) where !first.isAnimated: return still(first, in: other, first, second, orientations)
        default: return nil
        }
    }

    /// Two animations, the second one turned in the ways that `turns` says until there is a relation.
    private static func moving(
        _ first: Picture, _ one: FrameSequence, _ second: Picture, _ other: FrameSequence, by turns: [Orientation],
        _ orientations: MatchOptions.Orientations
    ) -> PairVerdict {
        let opening = compare(first, second, orientations: orientations, animations: .first)
        for turn in turns {
            let frames = one.compared(with: other.oriented(turn))
            guard let relation = relation(frames, opening: opening, turn, first.facts, second.facts) else { continue }
            // What stands still is judged by what is known of stills.
            if frames.relation == .motionless { return opening }
            var evidence = opening.evidence
            evidence.frames = frames
            evidence.distance = frames.distance
            evidence.orientation = turn.rawValue
            return PairVerdict(relation: relation, evidence: evidence, words: frames.sentence(relation, turn))
        }
        var evidence = opening.evidence
        let frames = one.compared(with: other)
        evidence.frames = frames
        let relation: Relation = opening.relation == .unrelated ? .unrelated : .near
        return PairVerdict(relation: relation, evidence: evidence, words: frames.sentence(relation, .upright))
    }

    /// What the frames prove; `nil` where they prove nothing in this position.
    private static func relation(
        _ frames: SequenceVerdict, opening: PairVerdict, _ turn: Orientation, _ first: PictureFacts,
        _ second: PictureFacts
    ) -> Relation? {
        let turned: Relation? = turn == .upright ? nil : turn.isMirroring ? .mirrored : .rotated
        switch frames.relation {
        case .same:
            if opening.relation == .recolored { return .recolored }
            return turned ?? (first.width == second.width && first.height == second.height ? .reencoded : .resized)
        case .retimed: return .retimed
        case .altered: return opening.relation == .recolored ? .recolored : .alternate
        case .still: return .stillOf
        case .motionless: return turn == .upright ? opening.relation : nil
        case .excerpt: return .near
        case .shared, .unrelated: return nil
        }
    }

    /// A still and an animation, of which it may be a frame.
    private static func still(
        _ still: Picture, in sequence: FrameSequence, _ first: Picture, _ second: Picture,
        _ orientations: MatchOptions.Orientations
    ) -> PairVerdict {
        let opening = compare(first, second, orientations: orientations, animations: .first)
        let frame = SequenceFrame(still.descriptor)
        for turn in [.upright] + orientations.turns {
            let frames = sequence.compared(with: FrameSequence(frame.oriented(turn)))
            guard [.still, .motionless].contains(frames.relation), let match = sequence.match(of: frame.oriented(turn)),
                match.isFrame
            else { continue }
            // The descriptor of the first frame sees more than the cells of the others.
            if match.run == 0, opening.relation == .alternate { return opening }
            var evidence = opening.evidence
            evidence.frames = frames
            evidence.distance = match.distance
            evidence.orientation = (still.digest == first.digest ? turn.inverse : turn).rawValue
            return PairVerdict(relation: .stillOf, evidence: evidence, words: match.sentence(sequence, turn))
        }
        return opening
    }
}
