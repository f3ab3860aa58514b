public import Rasters

/// What a manifest says of a picture's colors.
public struct PictureColors: Hashable, Sendable {
    /// The main color; not always one of the palette.
    public let main: RGB8
    /// The palette.
    public let palette: Palette
}
