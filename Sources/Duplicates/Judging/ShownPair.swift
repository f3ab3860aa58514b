/// What a sentence says of two pictures beside the evidence: a few numbers, which are kept instead of the sentence, because
/// most verdicts are never read by anybody.
struct ShownPair: Sendable, Hashable {
    /// Size and number of frames of one picture.
    struct Shown: Sendable, Hashable {
        private let columns: UInt32
        private let rows: UInt32
        private let frameCount: UInt32

        init(width: Int, height: Int, frames: Int) {
            columns = UInt32(clamping: width)
            rows = UInt32(clamping: height)
            frameCount = UInt32(clamping: frames)
        }

        init(_ picture: PictureFacts) {
            self.init(width: picture.width, height: picture.height, frames: picture.frames)
        }

        var width: Int { Int(columns) }
        var height: Int { Int(rows) }
        var frames: Int { Int(frameCount) }
        var pixels: Int { width * height }
        var size: String { "\(width)x\(height)" }
    }

    let first: Shown
    let second: Shown
    /// Whether one of them moves, and how it does would have to agree.
    let isMotionOpen: Bool
}
