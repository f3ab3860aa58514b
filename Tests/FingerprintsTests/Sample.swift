import Fingerprints
import Randomness
import Rasters

/// A picture of luma for tests, in the whole numbers of `LumaRows`.
struct Sample {
    let width: Int
    let height: Int
    /// Row-major.
    var luma: [Float]

    /// Noise over smooth waves, with an edge: natural enough to have a quality of 100 in all but the smallest.
    init(width: Int, height: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Weights of 1/f: each wave has its own direction, length and strength.
        var waves: [(x: Double, y: Double, phase: Double, strength: Double)] = []
        for index in 0..<10 {
            let x = Double.random(in: -1...1, using: &random) * Double(index + 1)
            let y = Double.random(in: -1...1, using: &random) * Double(index + 1)
            waves.append((x, y, Double.random(in: 0...1, using: &random), 70 / Double(index + 2)))
        }
        var luma: [Float] = []
        for row in 0..<height {
            for column in 0..<width {
                let (u, v) = (Double(column) / Double(width), Double(row) / Double(height))
                var value = u + 2 * v > 1.3 ? 100.0 : 150.0
                for wave in waves {
                    // A triangle wave serves as well as a sine.
                    let turn = wave.x * u + wave.y * v + wave.phase
                    value += wave.strength * (4 * abs(turn - turn.rounded()) - 1)
                }
                value += Double.random(in: -6...6, using: &random)
                luma.append(Float((max(0, min(255, value)) * 32768).rounded()))
            }
        }
        self.init(width: width, height: height, luma: luma)
    }

    init(width: Int, height: Int, luma: [Float]) {
        self.width = width
        self.height = height
        self.luma = luma
    }

    /// The picture as shown with an EXIF orientation of 1 to 8.
    func turned(_ orientation: Int) -> Sample {
        let swaps = orientation > 4
        let (newWidth, newHeight) = swaps ? (height, width) : (width, height)
        var result: [Float] = []
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                let (right, bottom) = (width - 1, height - 1)
                let (column, row) =
                    switch orientation {
                    case 2: (right - x, y)
                    case 3: (right - x, bottom - y)
                    case 4: (x, bottom - y)
                    case 5: (y, x)
                    case 6: (y, bottom - x)
                    case 7: (right - y, bottom - x)
                    case 8: (right - y, x)
                    default: (x, y)
                    }
                result.append(luma[row * width + column])
            }
        }
        return Sample(width: newWidth, height: newHeight, luma: result)
    }

    /// Its PDQ, by a hasher that may have seen other pictures.
    func hash(_ hasher: inout PDQHasher) -> PDQ {
        hasher.begin(width: width, height: height)
        for row in 0..<height { hasher.take(luma: luma.span.extracting(row * width..<(row + 1) * width)) }
        return hasher.finish()
    }

    var plain: PlainPDQ { PlainPDQ(luma: luma.map { Double($0) / 32768 }, width: width, height: height) }
}
