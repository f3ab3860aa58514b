extension SequenceVerdict {
    /// How many numbers a verdict is.
    package static let numberCount = 17

    /// Everything that the verdict says, to be kept: the place of its relation among all, then what follows it, in the order
    /// of declaration.
    package var numbers: [Int] {
        [
            Relation.allCases.firstIndex(of: relation) ?? 0, firstRuns, secondRuns, firstMatched, secondMatched,
            firstCoverage, secondCoverage, motion, distance, offset, tempo, drift, jumps, turns, loops,
            isReversed ? 1 : 0, run,
        ]
    }

    /// The verdict that these numbers were made of; `nil` where they were made of none.
    package init?(numbers: [Int]) {
        guard numbers.count == Self.numberCount, Relation.allCases.indices.contains(numbers[0]) else { return nil }
        self.init(Relation.allCases[numbers[0]])
        (firstRuns, secondRuns) = (numbers[1], numbers[2])
        (firstMatched, secondMatched) = (numbers[3], numbers[4])
        (firstCoverage, secondCoverage) = (numbers[5], numbers[6])
        (motion, distance, offset) = (numbers[7], numbers[8], numbers[9])
        (tempo, drift) = (numbers[10], numbers[11])
        (jumps, turns, loops) = (numbers[12], numbers[13], numbers[14])
        (isReversed, run) = (numbers[15] != 0, numbers[16])
    }
}
