internal import Rasters

extension Raster {
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
