/// What a source says of a file and its pixels, before anybody looked.
public struct Declaration: Sendable, Hashable {
    /// The colors that a source says a picture has, as `#RRGGBB`.
    public struct Colors: Sendable, Hashable {
        /// The main color.
        public var main: String?
        /// The palette; its order means nothing.
        public var palette: [String]

        /// Declared colors.
        public init(main: String? = nil, palette: [String] = []) {
            self.main = main
            self.palette = palette
        }
    }

    /// The width in pixels, as displayed.
    public var width: Int?
    /// The height in pixels, as displayed.
    public var height: Int?
    /// The size of the file.
    public var bytes: Int?
    /// The file name's extension, without the dot.
    public var `extension`: String?
    /// The number of frames.
    public var frames: Int?
    /// Main color and palette.
    public var colors: Colors?

    /// A declaration; without arguments, of nothing.
    public init(
        width: Int? = nil, height: Int? = nil, bytes: Int? = nil, extension: String? = nil, frames: Int? = nil,
        colors: Colors? = nil
    ) {
        self.width = width
        self.height = height
        self.bytes = bytes
        self.extension = `extension`
        self.frames = frames
        self.colors = colors
    }

    /// Whether nothing was declared.
    public var isEmpty: Bool { self == Declaration() }
}
