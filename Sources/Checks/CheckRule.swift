/// What an issue is about; the raw values are the names in reports and baselines, and are never given another meaning.
public enum CheckRule: String, Sendable, Hashable, CaseIterable {
    /// The size of the file is not as declared.
    case bytes
    /// The declared extension is not that of the content.
    case `extension`
    /// The number of frames is not as declared.
    case frames
    /// The height is not as declared.
    case height
    /// The width is not as declared.
    case width
    /// The palette is not as declared.
    case palette
    /// The main color is far from the declared one.
    case mainColor = "main-color"
    /// The file's own name ends otherwise than its content.
    case format
    /// Two forms of one picture do not show the same.
    case variant
    /// The item could not be got or decoded.
    case failure
    /// The picture is a copy of another one.
    case duplicate
    /// The picture is another version of another one.
    case alternate
    /// Another source names the same artwork.
    case sameArtwork = "same-artwork"

    /// What the rule finds, in a sentence without its end.
    public var summary: String {
        switch self {
        case .bytes: "The file has another size than declared"
        case .extension: "The content has another format than the declared extension"
        case .frames: "The picture has another number of frames than declared"
        case .height: "The picture has another height than declared"
        case .width: "The picture has another width than declared"
        case .palette: "The picture has other colors than declared"
        case .mainColor: "The main color is far from the declared one"
        case .format: "The content has another format than the file's name says"
        case .variant: "Two forms of one picture do not show the same"
        case .failure: "The picture could not be read"
        case .duplicate: "The picture is a copy of another one"
        case .alternate: "The picture is another version of another one"
        case .sameArtwork: "Another source names the same artwork"
        }
    }

    /// What there is to know before acting on it.
    public var explanation: String {
        switch self {
        case .bytes, .extension, .frames, .height, .width:
            "What the source declares of the file was held against the decoded file."
        case .palette:
            "Palettes are compared as sets, in CIEDE2000: re-encodings of a picture stay below the limit, other "
                + "pictures do not."
        case .mainColor:
            "Only a notice: re-encoding a picture may move its main color far."
        case .format: "Loaders that go by the name will use the wrong decoder."
        case .variant: "The source says that they are one picture; they were compared."
        case .failure: "The message names the stage and the reason."
        case .duplicate: "The two were compared, and one of them can be dropped."
        case .alternate: "The two were compared: they agree but for a part, and neither replaces the other."
        case .sameArtwork: "A hint and no proof: an artwork may have several pages, and a file several versions."
        }
    }
}
