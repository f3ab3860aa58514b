/// How two pictures are related; the raw values are those of manifests.
///
/// A comparison of descriptors in one orientation gives the first five, `alternate`, `near` and `unrelated`, and in others
/// `mirrored` and `rotated`; the rest need more than that: cut-outs, or the frames of an animation.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// The same bytes.
    case identical
    /// Other bytes, the same pixels.
    case samePixels = "same-pixels"
    /// The same picture at the same size, compressed again or converted.
    case reencoded
    /// The same picture at another size, perhaps stretched.
    case resized
    /// The same picture in other tones or colors, evenly all over.
    case recolored
    /// A part of the other.
    case cropped
    /// The other seen in a mirror, and perhaps turned: orientations 2, 4, 5 and 7.
    case mirrored
    /// The other turned by quarters: orientations 3, 6 and 8.
    case rotated
    /// One frame of an animation; where first frames decide, the first.
    case stillOf = "still-of"
    /// The same animation with other timing.
    case retimed
    /// The same picture but for some part of it: another expression, a caption, a bar.
    case alternate
    /// Close, but not proved to be the same.
    case near
    /// Nothing to do with each other.
    case unrelated

    /// Whether one of two such pictures can be dropped without losing one.
    public var isDuplicate: Bool {
        switch self {
        case .identical, .samePixels, .reencoded, .resized, .recolored, .cropped, .mirrored, .rotated, .retimed: true
        case .stillOf, .alternate, .near, .unrelated: false
        }
    }
}
