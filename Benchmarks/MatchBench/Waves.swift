import Descriptors
import Foundation
import Randomness

/// Pictures of 16 x 16 waves with grain: their fingerprints are which waves are above the middle, as PDQ's are.
struct Waves {
    /// For each of 64 cells its 16 waves.
    private let basis: [SIMD16<Float>]

    init() {
        basis = (0..<64).map { cell in
            var waves = SIMD16<Float>()
            for wave in 0..<16 { waves[wave] = cos(Float.pi / 64 * (Float(cell) + 0.5) * Float(wave + 1)) }
            return waves
        }
    }

    /// A picture by its number, and a copy of it, which differs as a re-encoding or another size does.
    func picture(seed: UInt64, copy: UInt64, isFlat: Bool) -> (descriptor: Descriptor, words: SIMD4<UInt64>) {
        var generator = SplitMix64(seed: seed &* 0x1_0001 &+ 7)
        var damage = SplitMix64(seed: seed << 20 &+ copy)
        let strength: Float = copy == 0 ? 0 : [0.01, 0.03, 0.06, 0.12][damage.below(4)]
        var rows = [SIMD16<Float>](repeating: .zero, count: 16)
        for row in 0..<16 {
            for column in 0..<16 {
                let wave = Self.bell(&generator) + strength * (copy == 0 ? 0 : Self.bell(&damage))
                rows[row][column] = wave * 60 / Float(3 + row + column)
            }
        }
        let words = Self.bits(of: rows)
        let mean = isFlat ? Float(generator.below(256)) : 128
        var luma = [UInt8](repeating: 0, count: 4096)
        for y in 0..<64 {
            var line = SIMD16<Float>.zero
            for row in 0..<16 { line += rows[row] * basis[y][row] }
            for x in 0..<64 {
                let grain = Float(generator.below(13) - 6) + (copy == 0 ? 0 : Float(damage.below(3) - 1))
                let level = mean + (isFlat ? 0 : (line * basis[x]).sum() + grain)
                luma[y * 64 + x] = UInt8(min(max(level, 0), 255))
            }
        }
        let (cb, cr) = (UInt8(100 + generator.below(56)), UInt8(100 + generator.below(56)))
        let detail = (0..<Detail.lags.count).map { UInt32(1000 + 700 * $0 + damage.below(20)) }
        return (
            Descriptor(
                luma: luma, cb: [UInt8](repeating: cb, count: 1024), cr: [UInt8](repeating: cr, count: 1024),
                detail: Detail(horizontal: detail, vertical: detail)), words
        )
    }

    /// About normal, with a deviation of 1.
    private static func bell(_ generator: inout SplitMix64) -> Float {
        let word = generator.next()
        let parts = (0..<4).map { Float(word >> UInt64(16 * $0) & 0xFFFF) / 65536 - 0.5 }
        return (parts[0] + parts[1] + parts[2] + parts[3]) * 1.732
    }

    private static func bits(of rows: [SIMD16<Float>]) -> SIMD4<UInt64> {
        let sorted = rows.flatMap { row in (0..<16).map { row[$0] } }.sorted()
        let middle = (sorted[127] + sorted[128]) / 2
        var words = SIMD4<UInt64>()
        for place in 0..<256 where rows[place / 16][place % 16] > middle {
            words[place >> 6] |= 1 << UInt64(place & 63)
        }
        return words
    }
}
