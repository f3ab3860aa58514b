/// What was declared, held against what was decoded.
public struct CheckSection: Sendable, Hashable {
    /// How a comparison ended.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case match, uncertain, mismatch
    }

    /// How far declared colors are from decoded ones.
    public struct ColorComparison: Sendable, Hashable {
        /// The distance in whole CIEDE2000 units.
        public var distance: Int
        /// What the exact distance means.
        public var verdict: Verdict

        /// A comparison of colors.
        public init(distance: Int, verdict: Verdict) {
            self.distance = distance
            self.verdict = verdict
        }
    }

    /// What differs, in the order of the fields' names.
    public var findings: [Finding]
    /// The palettes as sets; `nil` when one of them is missing.
    public var palette: ColorComparison?
    /// The main colors; only noted, no reason for a verdict; `nil` when one of them is missing.
    public var main: ColorComparison?
    /// All of it in a word.
    public var verdict: Verdict

    /// The result of a check.
    public init(
        findings: [Finding] = [], palette: ColorComparison? = nil, main: ColorComparison? = nil,
        verdict: Verdict = .match
    ) {
        self.findings = findings
        self.palette = palette
        self.main = main
        self.verdict = verdict
    }
}
