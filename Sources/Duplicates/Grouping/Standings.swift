internal import Descriptors

/// The standings of all pictures; only those of which copies revealed something take memory beside the pictures.
struct Standings {
    let pictures: [PictureFacts]
    /// The detail of pictures that do not keep it themselves.
    var details: [Int: PackedDetail] = [:]
    private var marked: [Int: Standing] = [:]

    init(_ pictures: [PictureFacts]) { self.pictures = pictures }

    /// The number of pictures.
    var count: Int { pictures.count }

    /// The standing of the picture at `place`.
    subscript(place: Int) -> Standing {
        get { marked[place] ?? Standing(picture: pictures[place]) }
        set { if newValue.isMarked { marked[place] = newValue } }
    }

    /// The picture at `place` with its detail, by which copies are weighed and which nothing else asks for.
    func detailed(at place: Int) -> PictureFacts {
        var picture = pictures[place]
        if let detail = details[place] { picture.detail = detail.detail }
        return picture
    }
}
