extension PairVerdict {
    /// The version of judging, under which verdicts are remembered.
    ///
    /// To be raised with every change by which two pictures of the same descriptors, fingerprints and sizes may get another
    /// verdict, other evidence or other words, or may be looked at where they were not, or the other way round: in the search for
    /// pairs, in comparing, in limits, in sequences of frames. `JudgingVersionTests` notices most of them. What changes
    /// descriptors, fingerprints or sequences themselves has a name of its own in the key of analyses.
    package static let version = 1
}
