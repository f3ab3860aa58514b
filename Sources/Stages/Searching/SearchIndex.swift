internal import Duplicates
internal import Files
internal import Foundation
internal import Sourcing

/// What a search has to know of a dataset's pictures to find candidates, in one block of bytes that is mapped from a file.
///
/// A file is believed only if it is of this version, belongs to the very manifest that stands beside it, and its sum is right.
/// Layout, in 64-bit words of the machine: the header of `SearchHeader`; the fingerprints in four columns; where each line
/// begins in the manifest; the first eight bytes of each digest; which pictures move; the keys of their frames in four
/// columns; whose each key is; then positions by digest, in 32 bits.
struct SearchIndex: Sendable {
    private let bytes: Data
    /// What stands in front of everything.
    let header: SearchHeader
    /// The fingerprints of all pictures.
    let codes: MappedCodes
    /// The keys of all frames of animations.
    let frames: MappedCodes

    /// The index in the file at `path`, of the manifest with this status.
    init(mapping path: String, of manifest: FileStatus) throws(SearchIndexError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        } catch {
            throw .missing
        }
        try self.init(data)
        guard header.manifestBytes == manifest.bytes, header.manifestModified == manifest.modified else {
            throw .outdated
        }
    }

    /// The index that `data` is.
    init(_ data: Data) throws(SearchIndexError) {
        let header = try SearchHeader(data)
        guard data.count == header.byteCount else { throw .damaged }
        guard SearchSum.of(data) == header.sum else { throw .damaged }
        self.header = header
        bytes = data
        codes = MappedCodes(data[header.codes], count: header.count)
        frames = MappedCodes(data[header.frameCodes], count: header.frameCount)
    }

    /// Puts the bytes of an index into the place of whatever is at `path`.
    static func write(_ bytes: Data, to path: String) throws(OutputError) {
        var file = try AtomicFile(path: path)
        // In pieces, or what is to be written would be in memory once more.
        for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
            try file.write(bytes[start..<min(start + 1 << 20, bytes.count)])
        }
        try file.commit()
    }

    /// Where the line of the picture at `position` begins in the manifest.
    func offset(of position: Int) -> Int { word(header.offsets, position) }

    /// The first eight bytes of the digest of the picture at `position`.
    func digestPrefix(of position: Int) -> UInt64 { UInt64(bitPattern: Int64(word(header.digests, position))) }

    /// The positions of the pictures that move.
    var animated: [Int] { (0..<header.animatedCount).map { word(header.animated, $0) } }

    /// Whose frame the key at `key` is.
    func owner(of key: Int) -> Int { word(header.owners, key) }

    /// The positions of the pictures whose digests begin like `digest`, ascending.
    func positions(ofDigest digest: String) -> [Int] {
        guard let wanted = SearchHeader.prefix(of: digest) else { return [] }
        var (low, high) = (0, header.count)
        while low < high {
            let middle = (low + high) / 2
            if prefix(atRank: middle) < wanted { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < header.count, prefix(atRank: low) == wanted {
            found.append(position(atRank: low))
            low += 1
        }
        return found.sorted()
    }

    private func prefix(atRank rank: Int) -> UInt64 { digestPrefix(of: position(atRank: rank)) }

    private func position(atRank rank: Int) -> Int {
        // In bounds: `rank` is below the count, by which the range was laid out. Clamped, for what a foreign sum might cover.
        let start = header.ranks.lowerBound + 4 * rank
        let value = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt32.self) }
        return min(Int(value), header.count - 1)
    }

    private func word(_ range: Range<Int>, _ index: Int) -> Int {
        precondition(index >= 0 && 8 * index < range.count, "\(index) of \(range.count / 8)")
        let start = range.lowerBound + 8 * index
        // In bounds by the precondition, and the range by the size of the file.
        return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: Int.self) }
    }
}

/// Why an index is not believed; it is then made anew.
enum SearchIndexError: Error, Hashable {
    /// There is none.
    case missing
    /// The file is something else, or of another version or kind of machine.
    case foreign
    /// It is not what was written.
    case damaged
    /// It belongs to another manifest.
    case outdated
}
