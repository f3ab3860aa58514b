/// The space in which similar colors are brought together.
public enum PaletteSpace: Hashable, Sendable {
    /// Lightness, chroma and hue of OKLab: the default of color-thief since its version 3.1.
    case oklch
    /// Red, green and blue: the only one of color-thief before.
    case rgb
}
