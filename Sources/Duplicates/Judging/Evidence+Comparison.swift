extension Evidence {
    /// Takes over what a comparison measured, rounded to integers.
    mutating func fill(from comparison: Comparison) {
        correlation = Self.milli(comparison.correlation)
        lumaResidual = Self.milli(Double(comparison.luma.median))
        worstTile = Self.milli(Double(comparison.worstLuma))
        worstColorTile = Self.milli(Double(comparison.color?.worst ?? 0))
        differingShare = Self.milli(Double(max(comparison.luma.share, comparison.color?.share ?? 0)))
        box = comparison.luma.box
        if let colored = comparison.color?.box { box = box?.union(colored) ?? colored }
        toneShift = Self.milli(comparison.toneShift)
        colorShift = Self.milli(comparison.colorShift)
        gain = Self.milli(comparison.tone.gain)
        bias = Self.milli(comparison.tone.bias)
    }

    private static func milli(_ value: Double) -> Int { Int((value * 1000).rounded()) }
}
