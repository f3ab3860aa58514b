internal import Duplicates
package import Rasters

extension Change where Original == Raster {
    /// Bars with what looks like words, for those who cannot write any.
    package static var bars: [Change<Raster>] {
        [12, 22].map { percent in
            Change("border", "caption bar \(percent) %", [.cropped]) { raster, chance in
                raster.barred(height: max(8, raster.height * percent / 100), &chance)
            }
        }
    }
}
