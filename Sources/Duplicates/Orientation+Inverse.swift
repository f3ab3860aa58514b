package import Rasters

extension Orientation {
    /// What undoes this one.
    package var inverse: Orientation {
        switch self {
        case .rotatedRight: .rotatedLeft
        case .rotatedLeft: .rotatedRight
        case .upright, .mirrored, .rotated180, .flipped, .transposed, .transversed: self
        }
    }

    /// Whether it shows the picture as in a mirror, turned or not; the others are pure turns.
    var isMirroring: Bool {
        switch self {
        case .mirrored, .flipped, .transposed, .transversed: true
        case .upright, .rotated180, .rotatedRight, .rotatedLeft: false
        }
    }
}
