internal import Foundation
internal import Sourcing

/// The first words of a search index: what it is, of which manifest, and how much of everything there is.
struct SearchHeader: Hashable {
    /// `PAWFIND1` as a number of this machine: another order of bytes, and it is another number.
    private static let signature = 0x5041_5746_494E_4431
    private static let words = 16
    /// Pictures whose positions fit 32 bits, with room for the sizes below to be computed.
    private static let most = Int(UInt32.max)

    /// The sum of all that follows it.
    var sum = 0
    /// The size of the manifest.
    var manifestBytes = 0
    /// When the manifest was written.
    var manifestModified = 0
    /// The digest of the analysis key by which frames were looked at.
    var plan = SIMD4<Int>()
    /// Pictures.
    var count = 0
    /// Pictures that move.
    var animatedCount = 0
    /// Keys of their frames.
    var frameCount = 0

    init() {}

    /// Reads the header of `data`.
    init(_ data: Data) throws(SearchIndexError) {
        guard data.count >= 8 * Self.words else { throw .foreign }
        // In bounds by the check above.
        let words = unsafe data.withUnsafeBytes { raw in
            (0..<Self.words).map { unsafe raw.loadUnaligned(fromByteOffset: 8 * $0, as: Int.self) }
        }
        guard words[0] == Self.signature else { throw .foreign }
        (sum, manifestBytes, manifestModified) = (words[1], words[2], words[3])
        plan = SIMD4(words[4], words[5], words[6], words[7])
        (count, animatedCount, frameCount) = (words[8], words[9], words[10])
        guard [count, animatedCount, frameCount].allSatisfy({ 0...Self.most ~= $0 }) else { throw .damaged }
    }

    /// The header as it is written.
    var bytes: Data {
        var words = [Self.signature, sum, manifestBytes, manifestModified]
        words += (0..<4).map { plan[$0] } + [count, animatedCount, frameCount]
        words += [Int](repeating: 0, count: Self.words - words.count)
        // Copied while the array lives.
        return unsafe words.withUnsafeBytes { unsafe Data($0) }
    }

    /// Where each part stands.
    var codes: Range<Int> { 8 * Self.words..<8 * Self.words + 32 * count }
    var offsets: Range<Int> { codes.upperBound..<codes.upperBound + 8 * count }
    var digests: Range<Int> { offsets.upperBound..<offsets.upperBound + 8 * count }
    var animated: Range<Int> { digests.upperBound..<digests.upperBound + 8 * animatedCount }
    var frameCodes: Range<Int> { animated.upperBound..<animated.upperBound + 32 * frameCount }
    var owners: Range<Int> { frameCodes.upperBound..<frameCodes.upperBound + 8 * frameCount }
    var ranks: Range<Int> { owners.upperBound..<owners.upperBound + 4 * count }
    /// The size of the whole.
    var byteCount: Int { ranks.upperBound }

    /// The first eight bytes of a digest that is written in hexadecimal.
    static func prefix(of digest: String) -> UInt64? { UInt64(digest.prefix(16), radix: 16) }

    /// The digest of an analysis key, as it stands here.
    static func plan(of key: String) -> SIMD4<Int> {
        let digits = Array(ContentDigest(of: Array(key.utf8).span).hexadecimal.utf8)
        var words = SIMD4<Int>()
        for (place, digit) in digits.enumerated() { words[place / 16] = words[place / 16] &* 31 &+ Int(digit) }
        return words
    }
}
