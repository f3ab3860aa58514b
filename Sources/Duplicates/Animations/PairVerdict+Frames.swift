internal import Descriptors
internal import Rasters
internal import Sequences

extension PairVerdict {
    /// The verdict on two pictures of other bytes by all of their frames; `nil` where neither moves, or frames were not looked at.
    ///
    /// - Parameter turns: What may have been done to `b`.
    static func byFrames(_ a: PreparedPicture, _ b: PreparedPicture, turns: [Orientation]) -> PairVerdict? {
        let isInOrder = isOrdered(a.picture, b.picture)
        let (first, second) = isInOrder ? (a, b) : (b, a)
        let turns = isInOrder ? turns : turns.map(\.inverse)
        switch (first.picture.sequence, second.picture.sequence) {
        case (let one?, let other?): return moving(first, one, second, other, by: turns)
        case (let one?, nil) where !second.picture.isAnimated:
            return still(second.picture, in: one, first, second, turns)
        case (nil, let other?) where !first.picture.isAnimated:
            return still(first.picture, in: other, first, second, turns)
        default: return nil
        }
    }

    /// Two animations, the second one turned in the ways that `turns` says until there is a relation.
    private static func moving(
        _ first: PreparedPicture, _ one: FrameSequence, _ second: PreparedPicture, _ other: FrameSequence,
        by turns: [Orientation]
    ) -> PairVerdict {
        let opening = compare(first, second, turns: turns, animations: .first)
        for turn in [.upright] + turns {
            let frames = one.compared(with: other.oriented(turn))
            guard
                let relation = relation(
                    frames, opening: opening, turn, first.picture.facts, second.picture.facts)
            else { continue }
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
        _ still: Picture, in sequence: FrameSequence, _ first: PreparedPicture, _ second: PreparedPicture,
        _ turns: [Orientation]
    ) -> PairVerdict {
        let opening = compare(first, second, turns: turns, animations: .first)
        let frame = SequenceFrame(still.descriptor)
        for turn in [.upright] + turns {
            let frames = sequence.compared(with: FrameSequence(frame.oriented(turn)))
            guard [.still, .motionless].contains(frames.relation), let match = sequence.match(of: frame.oriented(turn)),
                match.isFrame
            else { continue }
            // The descriptor of the first frame sees more than the cells of the others.
            if match.run == 0, opening.relation == .alternate { return opening }
            var evidence = opening.evidence
            evidence.frames = frames
            evidence.distance = match.distance
            evidence.orientation = (still.digest == first.picture.digest ? turn.inverse : turn).rawValue
            return PairVerdict(relation: .stillOf, evidence: evidence, words: match.sentence(sequence, turn))
        }
        return opening
    }
}
