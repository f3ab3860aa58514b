internal import Fingerprints
public import Rasters

extension SequenceFrame {
    /// The frame as a viewer shows it for `orientation`, about: see `Fingerprint.oriented`.
    public func oriented(_ orientation: Orientation) -> SequenceFrame {
        SequenceFrame(
            fingerprint: fingerprint.oriented(orientation), cells: Self.turned(cells[...], by: orientation))
    }

    /// The cells of one frame after turning.
    static func turned(_ cells: ArraySlice<UInt8>, by orientation: Orientation) -> [UInt8] {
        let color = colorSide * colorSide
        let start = cells.startIndex
        return turned(cells[start..<start + lumaCount], side: lumaSide, by: orientation)
            + turned(cells[start + lumaCount..<start + lumaCount + color], side: colorSide, by: orientation)
            + turned(cells[start + lumaCount + color..<start + cellCount], side: colorSide, by: orientation)
    }

    private static func turned(_ cells: ArraySlice<UInt8>, side: Int, by orientation: Orientation) -> [UInt8] {
        let last = side - 1
        return (0..<side * side).map { place in
            let (row, column) = (place / side, place % side)
            let (y, x) =
                switch orientation {
                case .upright: (row, column)
                case .mirrored: (row, last - column)
                case .rotated180: (last - row, last - column)
                case .flipped: (last - row, column)
                case .transposed: (column, row)
                case .rotatedRight: (last - column, row)
                case .transversed: (last - column, last - row)
                case .rotatedLeft: (column, last - row)
                }
            return cells[cells.startIndex + y * side + x]
        }
    }
}
