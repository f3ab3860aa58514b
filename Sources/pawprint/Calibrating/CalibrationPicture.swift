import Calibration
import Codecs
import Rasters
import Sourcing

/// A picture of the user's, as large as it is looked at here.
struct CalibrationPicture: Sendable {
    /// What it is called, from which all chance follows.
    let name: String
    private let item: SourceItem
    private let limits: DecodeLimits

    /// Cells are all that fingerprints and descriptors see; every change costs time for each pixel.
    private static let longestSide = 512

    /// The picture that `item` names.
    init(_ item: SourceItem, name: String, limits: DecodeLimits) {
        self.name = name
        self.item = item
        self.limits = limits
    }

    /// The first frame on white, made smaller if it is large; `nil` if it cannot be read or decoded.
    func raster() -> Raster? {
        var reader = FileReader(maximumBytes: limits.maximumBytes)
        do {
            try reader.read(item.locator)
            let bytes = reader.withBytes { span in (0..<span.count).map { span[$0] } }
            let raster = try Raster.decoded(bytes, limits: limits)
            let side = max(raster.width, raster.height)
            guard side > Self.longestSide else { return raster }
            return raster.resized(
                toWidth: max(1, raster.width * Self.longestSide / side),
                height: max(1, raster.height * Self.longestSide / side))
        } catch {
            // `scan` says why; here it only counts.
            return nil
        }
    }
}
