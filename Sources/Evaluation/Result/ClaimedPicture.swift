internal import Manifests

/// One picture of a dataset, as a truth file may name it.
struct ClaimedPicture: Sendable {
    let id: PictureName
    let fileName: PictureName?
    let digest: PictureName?
    /// The id of the picture that is kept of its group; its own if that is this one.
    var keeper: String?
    /// The group's name.
    var group: String?
    /// Whether it was grouped at all, with others or alone.
    var isPlaced = false

    init(_ record: ManifestRecord) {
        id = PictureName(record.id)
        fileName = record.fileName.map { PictureName($0) }
        digest = record.file.map { PictureName($0.sha256) }
    }
}
