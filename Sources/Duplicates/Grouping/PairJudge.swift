/// Judges pairs of pictures by what is asked for when it is needed: descriptors, frames, and whether pixels are equal.
struct PairJudge<Failure: Error> {
    /// Gives what verdicts need to see of pictures, in their order.
    typealias Details = ([PictureFacts]) throws(Failure) -> [PictureDetail]
    /// Says whether all pixels of two files are equal; `nil` where they cannot be looked at.
    typealias Pixels = (PictureFacts, PictureFacts) throws(Failure) -> Bool?

    private var gallery: Gallery
    private var lot: VerdictLot
    private let pixels: Pixels?
    private let details: Details

    /// - Parameter options: Whose reach is resolved.
    init(of pictures: [PictureFacts], options: MatchOptions, pixels: Pixels?, details: @escaping Details) {
        gallery = Gallery(of: pictures, reach: options.reach)
        lot = VerdictLot(options)
        self.pixels = pixels
        self.details = details
    }

    /// The detail of each picture that was looked at and does not keep it.
    var knownDetails: [Int: PackedDetail] { gallery.details }

    /// Pictures of pairs for which nobody could say whether all pixels are equal.
    var undecided: Set<Int> { lot.undecided }

    /// Takes over the detail of pictures that need not be looked at.
    mutating func know(_ details: [Int: PackedDetail]) { gallery.know(details) }

    /// The picture at `place`.
    mutating func picture(at place: Int) throws(Failure) -> PreparedPicture { try gallery.picture(at: place, details) }

    /// Takes a pair, and hands over the related ones among those that wait when they are many.
    mutating func take(_ pair: Candidates.Pair) throws(Failure) -> [Edge] {
        lot.add(pair.a, pair.b, isFlat: pair.isFlat)
        return lot.isFull ? try finish() : []
    }

    /// The related ones among the pairs that wait, in the order in which they were taken.
    mutating func finish() throws(Failure) -> [Edge] {
        try lot.judge(from: &gallery, pixels: pixels, details: details)
    }

    /// The related ones of `pairs`, in their order.
    mutating func edges(of pairs: [Candidates.Pair]) throws(Failure) -> [Edge] {
        var found: [Edge] = []
        for pair in pairs { found += try take(pair) }
        return try found + finish()
    }
}
