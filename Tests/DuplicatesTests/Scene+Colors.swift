/// What happens to the colors of pictures.
extension Scene {
    /// Every pixel's red, green and blue by `change`.
    func colored(_ change: (_ color: SIMD3<Int>) -> SIMD3<Int>) -> Scene {
        var result = self
        for at in stride(from: 0, to: pixels.count, by: 4) {
            let color = change(SIMD3(Int(pixels[at]), Int(pixels[at + 1]), Int(pixels[at + 2])))
            for channel in 0..<3 { result.pixels[at + channel] = UInt8(min(max(color[channel], 0), 255)) }
        }
        return result
    }

    /// Each channel by a gain in percent.
    func tinted(_ red: Int, _ green: Int, _ blue: Int) -> Scene {
        colored { SIMD3($0[0] * red / 100, $0[1] * green / 100, $0[2] * blue / 100) }
    }

    /// Brown tones instead of colors.
    var sepia: Scene {
        gray.colored { SIMD3($0[0] * 107 / 100 + 18, $0[1] * 95 / 100 + 8, $0[2] * 78 / 100) }
    }

    /// What is rather red is as blue now.
    var repainted: Scene {
        colored { $0[0] > $0[2] + 40 ? SIMD3($0[2], $0[1], $0[0]) : $0 }
    }
}
