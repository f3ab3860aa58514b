internal import Rasters

extension Raster {
    /// Every level by `curve`, from 0 to 1.
    func toned(_ curve: (Float) -> Float) -> Raster {
        let levels = (0..<256).map { curve(Float($0) / 255) * 255 }
        return changed { old in
            SIMD4(levels[Int(old.x)], levels[Int(old.y)], levels[Int(old.z)], old.w)
        }
    }

    /// By a power of so many tenths: more than 10 darken.
    func gamma(tenths: Int) -> Raster {
        toned { level in
            // No library's power: the same levels on every machine.
            let root = Double(level).fifthRoot.squareRoot()
            return Float((0..<tenths).reduce(1.0) { power, _ in power * root })
        }
    }

    /// Color differences times `factor`; 0 is gray.
    func saturated(_ factor: Float) -> Raster {
        changed { old in
            let gray = SIMD4<Float>(repeating: Self.luma(old))
            return gray + (old - gray) * factor
        }
    }

    /// Channels times these.
    func tinted(_ red: Float, _ green: Float, _ blue: Float) -> Raster {
        changed { $0 * SIMD4(red, green, blue, 1) }
    }

    /// Gray with a brown cast.
    var sepia: Raster {
        changed { old in
            let gray = Self.luma(old)
            return SIMD4(gray * 1.07 + 18, gray * 0.95 + 8, gray * 0.78, 255)
        }
    }

    /// The negative.
    var inverted: Raster { changed { SIMD4(repeating: 255) - $0 } }
}
