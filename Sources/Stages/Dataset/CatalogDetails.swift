internal import Catalogs
internal import Descriptors
internal import Duplicates
internal import Sequences

/// What verdicts need to see of pictures, as a dataset's catalog remembers it.
struct CatalogDetails: Sendable {
    let catalog: Catalog
    let key: String
    /// Whether the frames of animations were looked at.
    let readsFrames: Bool
    /// So many are worth a core of their own.
    private static let share = 16

    /// The details of `pictures`, in their order, read on all cores.
    func details(of pictures: [PictureFacts]) throws(DatasetError) -> [PictureDetail] {
        let parts = min(Cores.count, pictures.count / Self.share + 1)
        let results = Cores.results(of: parts) { part in
            Result { () throws(DatasetError) in
                try read(pictures[pictures.count * part / parts..<pictures.count * (part + 1) / parts])
            }
        }
        var details: [PictureDetail] = []
        for result in results { details += try result.get() }
        return details
    }

    private func read(_ pictures: ArraySlice<PictureFacts>) throws(DatasetError) -> [PictureDetail] {
        let digests = pictures.map(\.digest)
        let found = try DatasetError.asking { () throws(CatalogError) in
            try catalog.descriptors(of: digests, key: key)
        }
        var details: [PictureDetail] = []
        for ((picture, digest), bytes) in zip(zip(pictures, digests), found) {
            guard let bytes, let descriptor = Descriptor(bytes: bytes) else {
                throw .catalog(.damaged(path: catalog.path, reason: "no descriptor of the bytes \(digest)"))
            }
            let sequence = picture.isAnimated && readsFrames ? try sequence(of: digest) : nil
            details.append(PictureDetail(descriptor: descriptor, sequence: sequence))
        }
        return details
    }

    private func sequence(of digest: String) throws(DatasetError) -> FrameSequence? {
        let found = try DatasetError.asking { () throws(CatalogError) in
            try catalog.sequences(of: [digest], key: key)
        }
        return found[0].flatMap { FrameSequence(bytes: $0) }
    }
}
