import Palettes
import Rasters

extension ColorSampler {
    /// A sampler that has seen this raster in strips of `strip` rows, every `stride`-th pixel or as it decides itself.
    init(of raster: Raster, stride: Int? = nil, strip: Int = 16) {
        self.init()
        if let stride {
            begin(width: raster.width, height: raster.height, stride: stride)
        } else {
            begin(width: raster.width, height: raster.height)
        }
        take(raster, strip: strip)
    }

    mutating func take(_ raster: Raster, strip: Int) {
        var row = 0
        while row < raster.height {
            let count = min(strip, raster.height - row)
            let pitch = raster.width * 4
            take(rows: raster.pixels.span.extracting(row * pitch..<(row + count) * pitch), count: count)
            row += count
        }
    }
}

extension Raster {
    /// A raster whose pixels, red, green, blue and alpha, are a function of column and row.
    init(width: Int, height: Int, pixel: (Int, Int) -> SIMD4<UInt8>) {
        var pixels: [UInt8] = []
        for row in 0..<height {
            for column in 0..<width {
                let value = pixel(column, row)
                for channel in 0..<4 { pixels.append(value[channel]) }
            }
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}
