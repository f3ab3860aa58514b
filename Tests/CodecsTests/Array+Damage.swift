import Randomness

extension [UInt8] {
    /// With one to three bytes changed anywhere.
    func damaged(_ random: inout SplitMix64) -> [UInt8] {
        var changed = self
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            changed[Int.random(in: 0..<count, using: &random)] = .random(in: 0...255, using: &random)
        }
        return changed
    }
}
