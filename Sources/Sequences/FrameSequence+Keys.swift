public import Fingerprints

extension FrameSequence {
    /// The most keys of an animation: 5 kB.
    public static let mostKeys = 128

    /// Fingerprints by which the animation, a part of it or a still of it is found: those of its distinct frames, in the order
    /// in which they appear first.
    ///
    /// A frame within 8 bits of a key has none of its own, and one that is flat has none either. Where there are more than
    /// `mostKeys`, 16 and then 24 bits; if that is not enough, every second key is left out, and so on. A frame so far from all
    /// keys is then found only if others beside it are.
    public var keys: [Fingerprint] {
        let all = runs.map(\.fingerprint).filter { !$0.isFlat }
        var keys: [Fingerprint] = []
        for radius in [8, 16, 24] {
            keys = Self.distinct(all, radius: radius)
            if keys.count <= Self.mostKeys { return keys }
        }
        while keys.count > Self.mostKeys {
            keys = keys.indices.filter { $0.isMultiple(of: 2) }.map { keys[$0] }
        }
        return keys
    }

    private static func distinct(_ all: [Fingerprint], radius: Int) -> [Fingerprint] {
        var kept: [Fingerprint] = []
        for one in all where !kept.contains(where: { $0.distance(to: one) <= radius }) { kept.append(one) }
        return kept
    }
}
