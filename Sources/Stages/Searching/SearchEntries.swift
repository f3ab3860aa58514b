internal import Duplicates
internal import Files
internal import Foundation

/// What a search index is made of, picture by picture in the order of the manifest.
struct SearchEntries {
    private var codes: [SIMD4<UInt64>] = []
    private var offsets: [Int] = []
    private var digests: [UInt64] = []
    private var animated: [Int] = []
    private var frames: [SIMD4<UInt64>] = []
    private var owners: [Int] = []

    /// The number of pictures so far.
    var count: Int { codes.count }

    /// Adds a picture.
    ///
    /// - Parameters:
    ///   - offset: Where its line begins in the manifest.
    ///   - frames: The keys of its frames; none for a still, or where nobody looked.
    mutating func add(
        code: SIMD4<UInt64>, digest: String, offset: Int, isAnimated: Bool, frames keys: [SIMD4<UInt64>]
    ) {
        if isAnimated { animated.append(count) }
        frames += keys
        owners += keys.map { _ in count }
        codes.append(code)
        offsets.append(offset)
        digests.append(Self.prefix(of: digest) ?? 0)
    }

    /// The bytes of the index that belongs to the manifest with this status.
    func index(of manifest: FileStatus, plan key: String) -> Data {
        var header = SearchHeader()
        header.manifestBytes = manifest.bytes
        header.manifestModified = manifest.modified
        header.plan = SearchHeader.plan(of: key)
        (header.count, header.animatedCount, header.frameCount) = (codes.count, animated.count, frames.count)
        var data = header.bytes
        data.reserveCapacity(header.byteCount)
        MappedCodes.append(codes, to: &data)
        Self.append(offsets, to: &data)
        Self.append(digests, to: &data)
        Self.append(animated, to: &data)
        MappedCodes.append(frames, to: &data)
        Self.append(owners, to: &data)
        let ranks = (0..<UInt32(codes.count)).sorted {
            (digests[Int($0)], $0) < (digests[Int($1)], $1)
        }
        Self.append(ranks, to: &data)
        header.sum = SearchSum.of(data)
        data.replaceSubrange(0..<header.bytes.count, with: header.bytes)
        return data
    }

    /// The first eight bytes of a digest that is written in hexadecimal.
    static func prefix(of digest: String) -> UInt64? { UInt64(digest.prefix(16), radix: 16) }

    private static func append<Value: BitwiseCopyable>(_ values: [Value], to data: inout Data) {
        // Copied while the array lives.
        unsafe values.withUnsafeBytes { unsafe data.append(contentsOf: $0) }
    }
}
