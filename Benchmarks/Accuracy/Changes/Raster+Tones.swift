import Foundation
import Rasters

extension Raster {
    /// Every level by `curve`, from 0 to 1.
    func toned(_ curve: (Float) -> Float) -> Raster {
        let levels = (0..<256).map { curve(Float($0) / 255) * 255 }
        return changed { old in
            SIMD4(levels[Int(old.x)], levels[Int(old.y)], levels[Int(old.z)], old.w)
        }
    }

    /// By a power: more than 1 darkens.
    func gamma(_ power: Float) -> Raster { toned { powf($0, power) } }

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

    /// Each channel changed at random by up to about `amplitude`, bell-shaped.
    func noisy(_ amplitude: Double, _ chance: inout Chance) -> Raster {
        var local = chance
        let noisy = changed { old in
            var new = old
            for channel in 0..<3 {
                let bell = local.share() + local.share() + local.share() - 1.5
                new[channel] += Float(bell * amplitude)
            }
            return new
        }
        chance = local
        return noisy
    }

    /// Smoothed by a box of `2 * radius + 1` pixels, twice.
    func blurred(_ radius: Int) -> Raster { boxed(radius).boxed(radius) }

    /// With what a blur takes away added once more.
    func sharpened(_ strength: Float) -> Raster {
        let soft = blurred(1)
        return Self.made(width: width, height: height) { x, y in
            let sharp = color(x, y)
            var new = sharp + (sharp - soft.color(x, y)) * strength
            new.w = sharp.w
            return new
        }
    }

    private func boxed(_ radius: Int) -> Raster {
        let share = 1 / Float(2 * radius + 1)
        let across = Self.made(width: width, height: height) { x, y in
            var sum = SIMD4<Float>.zero
            for offset in -radius...radius { sum += color(x + offset, y) }
            return sum * share
        }
        return Self.made(width: width, height: height) { x, y in
            var sum = SIMD4<Float>.zero
            for offset in -radius...radius { sum += across.color(x, y + offset) }
            return sum * share
        }
    }
}
