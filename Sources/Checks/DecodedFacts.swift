public import Manifests

/// What the bytes of an item really are, in the terms of a declaration.
public struct DecodedFacts: Sendable, Hashable {
    /// The width in pixels, as displayed.
    public var width: Int
    /// The height in pixels, as displayed.
    public var height: Int
    /// The size of the file.
    public var bytes: Int
    /// The extension that belongs to the content, without a dot.
    public var `extension`: String
    /// The number of frames.
    public var frames: Int
    /// The main color as `#RRGGBB`; `nil` when it was not looked for.
    public var main: String?
    /// The palette as `#RRGGBB`; empty when it was not looked for.
    public var palette: [String]

    /// Facts.
    public init(
        width: Int, height: Int, bytes: Int, extension: String, frames: Int, main: String? = nil, palette: [String] = []
    ) {
        self.width = width
        self.height = height
        self.bytes = bytes
        self.extension = `extension`
        self.frames = frames
        self.main = main
        self.palette = palette
    }

    /// The facts in a record's sections; `nil` when the file is of no known format.
    public init?(file: FileSection, image: ImageSection, colors: ColorSection?) {
        guard let format = file.format else { return nil }
        self.init(
            width: image.width, height: image.height, bytes: file.bytes, extension: format, frames: image.frames,
            main: colors?.main, palette: colors?.palette ?? [])
    }
}
