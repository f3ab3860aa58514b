/// How a stored picture is turned to stand upright: the eight values of EXIF's tag 0x0112.
///
/// The names say what is done to the stored rows. Source: CIPA DC-008 (Exif 2.32), section 4.6.4, tag Orientation.
public enum Orientation: Int, Sendable, Hashable, CaseIterable, Codable {
    /// As stored.
    case upright = 1
    /// Left and right change places.
    case mirrored
    /// Turned by half a turn.
    case rotated180
    /// Top and bottom change places.
    case flipped
    /// Rows become columns: mirrored along the diagonal from the top-left.
    case transposed
    /// Turned by a quarter to the right.
    case rotatedRight
    /// Mirrored along the diagonal from the top-right.
    case transversed
    /// Turned by a quarter to the left.
    case rotatedLeft

    /// Whether width and height change places.
    public var swapsSides: Bool { rawValue >= 5 }
}
