package import Rasters

extension MatchOptions {
    /// In which positions a picture is still the same.
    public enum Orientations: String, Sendable, Hashable, CaseIterable {
        /// Upright only.
        case none
        /// Mirrored left to right too.
        case mirror
        /// All eight turns and mirrorings.
        case all

        /// The positions beside the upright one; with each, the one that undoes it.
        package var turns: [Orientation] {
            switch self {
            case .none: []
            case .mirror: [.mirrored]
            case .all: Orientation.allCases.filter { $0 != .upright }
            }
        }
    }
}
