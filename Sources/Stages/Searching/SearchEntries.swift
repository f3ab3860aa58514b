internal import Duplicates
internal import Files
internal import Foundation

/// What a search index is made of, picture by picture in the order of the manifest; asked for while it is written, so that
/// whoever has it in a form of his own need not hold it twice.
protocol SearchEntries {
    /// The number of pictures.
    var count: Int { get }
    /// The fingerprint of the picture at `position`.
    func code(at position: Int) -> SIMD4<UInt64>
    /// Where its line begins in the manifest.
    func offset(at position: Int) -> Int
    /// The first eight bytes of its digest.
    func digestPrefix(at position: Int) -> UInt64
    /// Whether it moves.
    func isAnimated(at position: Int) -> Bool
    /// The keys of its frames; none for a still, or where nobody looked.
    func frames(at position: Int) -> [SIMD4<UInt64>]
}

extension SearchEntries {
    /// The bytes of the index that belongs to the manifest with this status.
    func index(of manifest: FileStatus, plan key: String) -> Data {
        let animated = (0..<count).filter { isAnimated(at: $0) }
        let keys = animated.map { frames(at: $0) }
        let owners = zip(animated, keys).flatMap { owner, keys in keys.map { _ in owner } }
        var header = SearchHeader()
        header.manifestBytes = manifest.bytes
        header.manifestModified = manifest.modified
        header.plan = SearchHeader.plan(of: key)
        (header.count, header.animatedCount, header.frameCount) = (count, animated.count, owners.count)
        var data = header.bytes
        data.reserveCapacity(header.byteCount)
        for lane in 0..<4 { Self.append(count, to: &data) { code(at: $0)[lane] } }
        Self.append(count, to: &data) { offset(at: $0) }
        Self.append(count, to: &data) { digestPrefix(at: $0) }
        Self.append(animated.count, to: &data) { animated[$0] }
        MappedCodes.append(keys.flatMap(\.self), to: &data)
        Self.append(owners.count, to: &data) { owners[$0] }
        let ranks = ranks
        Self.append(count, to: &data) { ranks[$0].position }
        header.sum = SearchSum.of(data)
        data.replaceSubrange(0..<header.bytes.count, with: header.bytes)
        return data
    }

    /// Positions by digest, then by position.
    private var ranks: [(prefix: UInt64, position: UInt32)] {
        var ranks = (0..<count).map { (prefix: digestPrefix(at: $0), position: UInt32($0)) }
        ranks.sort { ($0.prefix, $0.position) < ($1.prefix, $1.position) }
        return ranks
    }

    /// Appends `count` values, some thousand at a time.
    private static func append<Value: BitwiseCopyable>(
        _ count: Int, to data: inout Data, _ value: (Int) -> Value
    ) {
        for start in stride(from: 0, to: count, by: 4096) {
            let values = (start..<min(start + 4096, count)).map(value)
            // Copied while the array lives.
            unsafe values.withUnsafeBytes { unsafe data.append(contentsOf: $0) }
        }
    }
}
