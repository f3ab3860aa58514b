internal import Descriptors
internal import Fingerprints

/// The parts of a picture that stand for all crops of it by up to a fifth.
///
/// A fingerprint within `radius` bits of one of these parts is of a crop whose edges are about two sixty-fourths off at
/// most, so the parts are laid out that far apart.
enum CropWindows {
    /// Bits in which the fingerprint of a crop may differ from that of the nearest part.
    static let radius = 63

    /// All parts.
    static let all: [Window] = grids + middles + sides

    /// Parts of both sides' same share, in rows and columns that touch all edges.
    private static let grids: [Window] = [(0.95, 2), (0.9, 4), (0.85, 4), (0.8, 6)].flatMap {
        (share: Float, places: Int) in
        let side = 64 * share
        let step = (64 - side) / Float(places - 1)
        return (0..<places * places).map { place in
            Window(
                left: Float(place % places) * step, top: Float(place / places) * step, width: side, height: side)
        }
    }

    /// The same in the middle, where a grid has none.
    private static let middles: [Window] = [Float(0.9), 0.85, 0.8].map { share in
        let side = 64 * share
        return Window(left: (64 - side) / 2, top: (64 - side) / 2, width: side, height: side)
    }

    /// Parts that lack something on one side only, or on two that face each other.
    private static let sides: [Window] = [Float(0.07), 0.14, 0.21].flatMap { share in
        let cut = 64 * share
        return [
            Window(left: cut, top: 0, width: 64 - cut, height: 64),
            Window(left: 0, top: 0, width: 64 - cut, height: 64),
            Window(left: 0, top: cut, width: 64, height: 64 - cut),
            Window(left: 0, top: 0, width: 64, height: 64 - cut),
            Window(left: cut / 2, top: 0, width: 64 - cut, height: 64),
            Window(left: 0, top: cut / 2, width: 64, height: 64 - cut),
        ]
    }

    private static let hasher = WindowHasher(all)

    /// The codes of all parts of a picture.
    static func codes(of descriptor: Descriptor) -> [SIMD4<UInt64>?] { hasher.codes(of: descriptor.luma) }
}
