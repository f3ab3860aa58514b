import Descriptors
import Fingerprints
import Manifests
import Randomness

/// Records of a collection that nobody has: pictures of waves and grain, alone or with copies of many kinds.
///
/// Of a hundred 84 are alone, 1 is flat, 2 are byte for byte equal to another, of which half are equal to one of twenty, and 13
/// belong to groups of near copies: of two mostly, of up to ten, a few of fifty. Each is made of its number alone.
struct SyntheticRecords {
    /// A picture that others may be copies of, and which of its copies this is; 0 for itself.
    private struct Origin {
        var picture: UInt32
        var copy: UInt16
        var kind: Kind
    }

    private enum Kind: UInt8 {
        case alone, near, equal, flat
    }

    private let origins: [Origin]
    private let waves = Waves()

    /// The number of records.
    var count: Int { origins.count }

    init(count: Int, seed: UInt64) { origins = Self.origins(count, from: 0, seed: seed) }

    private init(_ origins: [Origin]) { self.origins = origins }

    /// These records, and behind them `count` more of the same kinds, of which one of twenty is a further copy of one of these.
    func extended(by count: Int, seed: UInt64) -> SyntheticRecords {
        var generator = SplitMix64(seed: seed &+ 99)
        var more = Self.origins(count, from: UInt32(origins.count), seed: seed &+ 1)
        for place in stride(from: 0, to: count, by: 20) {
            let start = generator.below(max(1, origins.count))
            guard let former = origins[start...].first(where: { $0.kind == .near }) else { continue }
            more[place] = Origin(picture: former.picture, copy: UInt16(1000 + place % 60_000), kind: .near)
        }
        return SyntheticRecords(origins + more)
    }

    private static func origins(_ count: Int, from first: UInt32, seed: UInt64) -> [Origin] {
        var generator = SplitMix64(seed: seed)
        var origins: [Origin] = []
        while origins.count < count {
            let picture = first + UInt32(origins.count)
            switch generator.below(1000) {
            case ..<11: origins.append(Origin(picture: picture, copy: 0, kind: .flat))
            case ..<22: origins.append(Origin(picture: UInt32(generator.below(20)), copy: 0, kind: .equal))
            case ..<33 where !origins.isEmpty:
                origins.append(origins[generator.below(origins.count)])
            case ..<80:
                let size = generator.below(1000) == 0 ? 50 : 2 + min(8, generator.next().trailingZeroBitCount)
                for copy in 0..<min(size, count - origins.count) {
                    origins.append(Origin(picture: picture, copy: UInt16(copy), kind: .near))
                }
            default: origins.append(Origin(picture: picture, copy: 0, kind: .alone))
            }
        }
        for last in stride(from: count - 1, to: 0, by: -1) { origins.swapAt(last, generator.below(last + 1)) }
        return origins
    }

    /// Whether grouping may ask for the descriptor of the record at `place`, by what it was made to be.
    func hasRelatives(at place: Int) -> Bool { origins[place].kind != .alone }

    /// The record at `place` and what its bytes were analyzed to.
    func record(at place: Int) -> (record: ManifestRecord, analysis: Analysis) {
        let origin = origins[place]
        let (descriptor, words) = waves.picture(
            seed: UInt64(origin.picture), copy: UInt64(origin.copy), isFlat: origin.kind == .flat)
        var generator = SplitMix64(seed: UInt64(origin.picture) << 16 | UInt64(origin.copy))
        let digest = (0..<4).map { _ in Self.hexadecimal(generator.next()) }.joined()
        let (width, height) = (800 + 8 * Int(origin.picture % 100), 600 + 8 * Int(origin.picture % 80))
        let scale = origin.copy % 3 == 2 ? 2 : 1
        let color = "#" + digest.prefix(6).uppercased()
        let analysis = Analysis(
            file: FileSection(bytes: 90_000 + generator.below(400_000), format: "jpeg", sha256: digest),
            image: ImageSection(
                width: width / scale, height: height / scale, isLossless: false,
                quality: 60 + generator.below(40), metadataBytes: generator.below(2000)),
            fingerprint: FingerprintSection(
                kind: Fingerprint.kind, quality: origin.kind == .flat ? 10 : 100,
                value: Fingerprint(words: words, quality: 100).hexadecimal),
            colors: ColorSection(
                method: "none", main: color, palette: [String](repeating: color, count: 14),
                shares: [Int](repeating: 71, count: 14)),
            descriptor: descriptor.bytes)
        let name = "pictures/\(place % 1000)/picture-\(place).jpg"
        var record = ManifestRecord(id: name, source: SourceSection(kind: "file"))
        record.fileName = "../" + name
        record.take(analysis)
        return (record, analysis)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
