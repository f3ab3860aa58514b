extension ShownPair {
    /// Width, height and frames of the first, and of the second.
    var numbers: [Int] { [first, second].flatMap { [$0.width, $0.height, $0.frames] } }

    /// Reads them, in that order.
    init(_ reader: inout NumberReader, isMotionOpen: Bool) throws(PairRecordError) {
        let first = try Shown(&reader)
        self.init(first: first, second: try Shown(&reader), isMotionOpen: isMotionOpen)
    }
}

extension ShownPair.Shown {
    /// Reads the size and the number of frames of one picture.
    fileprivate init(_ reader: inout NumberReader) throws(PairRecordError) {
        // Larger ones, which no decoder lets pass, would have more pixels than can be counted.
        let most = Int(Int32.max)
        let (width, height) = (try reader.number(upTo: most), try reader.number(upTo: most))
        self.init(width: width, height: height, frames: try reader.number(upTo: most))
    }
}
