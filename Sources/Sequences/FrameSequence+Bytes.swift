internal import Fingerprints

extension FrameSequence {
    /// The first bytes of every blob, and of every version of it.
    private static let signature = [UInt8](kind.utf8)
    private static let headerSize = 12
    /// The fingerprint, its quality, and two numbers of four bytes.
    private static let runSize = 32 + 1 + 4 + 4 + SequenceFrame.cellCount
    /// More than any file can say, and little enough for sums of it.
    private static let largest = Int(Int32.max)

    /// The blob `sequence/1`: the ten characters of that name, the number of runs in two bytes, then for each run the four words of its
    /// fingerprint, quality, milliseconds and frames, and its cells. All numbers are little-endian.
    public var bytes: [UInt8] {
        var blob: [UInt8] = []
        blob.reserveCapacity(Self.headerSize + runs.count * Self.runSize)
        blob += Self.signature
        Self.append(UInt64(runs.count), bytes: 2, to: &blob)
        for (index, run) in runs.enumerated() {
            for word in 0..<4 { Self.append(run.fingerprint.words[word], bytes: 8, to: &blob) }
            blob.append(UInt8(clamping: run.fingerprint.quality))
            Self.append(UInt64(min(run.milliseconds, Self.largest)), bytes: 4, to: &blob)
            Self.append(UInt64(min(run.frames, Self.largest)), bytes: 4, to: &blob)
            blob += cells(of: index)
        }
        return blob
    }

    /// Reads a blob back; `nil` when it is of another version or size, or says what no animation has.
    public init?(bytes: [UInt8]) {
        guard bytes.count > Self.headerSize, Array(bytes[0..<Self.signature.count]) == Self.signature else {
            return nil
        }
        var place = Self.signature.count
        func number(_ count: Int) -> UInt64 {
            defer { place += count }
            return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let count = Int(number(2))
        guard (1...Self.mostRuns).contains(count), bytes.count == Self.headerSize + count * Self.runSize else {
            return nil
        }
        var runs: [Run] = []
        var cells: [UInt8] = []
        cells.reserveCapacity(count * SequenceFrame.cellCount)
        for _ in 0..<count {
            let words = SIMD4(number(8), number(8), number(8), number(8))
            let quality = Int(number(1))
            let (milliseconds, frames) = (Int(number(4)), Int(number(4)))
            guard quality <= 100, milliseconds <= Self.largest, (1...Self.largest).contains(frames) else { return nil }
            runs.append(
                Run(
                    fingerprint: Fingerprint(words: words, quality: quality), milliseconds: milliseconds, frames: frames
                ))
            cells += bytes[place..<place + SequenceFrame.cellCount]
            place += SequenceFrame.cellCount
        }
        self.init(runs: runs, cells: cells)
    }

    private static func append(_ number: UInt64, bytes: Int, to blob: inout [UInt8]) {
        for index in 0..<bytes { blob.append(UInt8(truncatingIfNeeded: number >> UInt64(index * 8))) }
    }
}
