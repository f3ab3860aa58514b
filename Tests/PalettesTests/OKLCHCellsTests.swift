import Foundation
import Palettes
import Randomness
import Rasters
import Testing

@Suite struct OKLCHCellsTests {
    /// The cells against those of the exact points, which are the plain twin, and those of every kernel against each other.
    private func disagreements(_ samples: [UInt32]) -> Int {
        var converter = OKLCHCells()
        var cells = [UInt16](repeating: 0, count: samples.count)
        converter.convert(samples, count: samples.count, into: &cells)
        var plain = OKLCHCells(by: RowSums.plain)
        var others = cells.map { _ in UInt16(0) }
        plain.convert(samples, count: samples.count, into: &others)
        guard others == cells else { return .max }
        return zip(samples, cells).count { LatticePoint(RGB8(sample: $0), in: .oklch).cell != $1 }
    }

    @Test func `the cells are those of the exact points`() {
        var random = SplitMix64(seed: 21)
        #expect(disagreements((0..<150_000).map { _ in UInt32(truncatingIfNeeded: random.next()) }) == 0)
    }

    @Test func `grays, near grays and dark colors have the cells of their exact points`() {
        var samples: [UInt32] = []
        for gray in 0..<256 {
            for change in 0..<27 {
                var sample: UInt32 = 0
                for (channel, step) in [change % 3, change / 3 % 3, change / 9].enumerated() {
                    sample |= UInt32(min(255, max(0, gray + step - 1))) << UInt32(8 * channel)
                }
                samples.append(sample)
            }
        }
        for dark in 0..<4096 { samples.append(UInt32(dark & 15 | (dark >> 4 & 15) << 8 | (dark >> 8) << 16)) }
        #expect(disagreements(samples) == 0)
    }

    @Test(arguments: 0..<12)
    func `any number of samples is converted`(count: Int) {
        #expect(disagreements((0..<count).map { UInt32(0x00A0_5020 + $0 * 0x0007_0B03) }) == 0)
        #expect(disagreements((0..<count + 250).map { UInt32(0x0010_5020 + $0 * 0x0000_0B03) }) == 0)
    }

    @Test func `points agree with the mathematical library`() {
        var random = SplitMix64(seed: 22)
        for _ in 0..<30_000 {
            let color = RGB8(sample: UInt32(truncatingIfNeeded: random.next()))
            #expect(LatticePoint(color, in: .oklch) == libraryPoint(of: color))
        }
        for gray in 0..<256 {
            let color = RGB8(sample: UInt32(gray) * 0x010101)
            #expect(LatticePoint(color, in: .oklch) == libraryPoint(of: color))
        }
    }

    @Test func `points turn back into the colors that the mathematical library gives`() {
        var random = SplitMix64(seed: 23)
        for _ in 0..<30_000 {
            let bits = random.next()
            let point = LatticePoint(UInt8(bits & 255), UInt8(bits >> 8 & 255) % 210, UInt8(bits >> 16 & 255), 0)
            #expect(point.color(in: .oklch) == libraryColor(of: point))
        }
    }

    private func libraryPoint(of color: RGB8) -> LatticePoint {
        let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        let lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        let a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        let b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        var degrees = atan2(b, a) * 180 / .pi
        if degrees < 0 { degrees += 360 }
        let steps = [lightness * 255, hypot(a, b) / 0.4 * 255, degrees / 360 * 255]
        let values = steps.map { UInt8(($0 + 0.5).rounded(.down)) }
        return LatticePoint(values[0], values[1], values[2], 0)
    }

    private func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private func libraryColor(of point: LatticePoint) -> RGB8 {
        let (lightness, chroma) = (Double(point[0]) / 255, Double(point[1]) / 255 * 0.4)
        let angle = Double(point[2]) / 255 * 2 * .pi
        let (a, b) = (chroma * cos(angle), chroma * sin(angle))
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let medium = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return RGB8(
            red: channel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            green: channel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            blue: channel(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
    }

    private func channel(_ linear: Double) -> UInt8 {
        let value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
        return UInt8(max(0, min(255, (value * 255 + 0.5).rounded(.down))))
    }
}
