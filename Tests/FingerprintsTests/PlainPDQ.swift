import Foundation

/// PDQ as published, the plain twin: whole pictures, two passes of a box in `Double`, cosines of the library.
struct PlainPDQ {
    /// 64x64 samples, 0 to 255, row-major.
    let grid: [Double]

    /// Blurs and samples a picture of luma, 0 to 255, row-major.
    init(luma: [Double], width: Int, height: Int) {
        var buffer = luma
        for _ in 0..<2 {
            for row in 0..<height {
                PlainPDQ.box(&buffer, first: row * width, step: 1, count: width)
            }
            for column in 0..<width {
                PlainPDQ.box(&buffer, first: column, step: width, count: height)
            }
        }
        var grid: [Double] = []
        for row in 0..<64 {
            for column in 0..<64 {
                let y = Int((Double(row) + 0.5) * Double(height) / 64)
                let x = Int((Double(column) + 0.5) * Double(width) / 64)
                grid.append(buffer[y * width + x])
            }
        }
        self.grid = grid
    }

    /// The mean of the window round each element; an even window reaches further right, and is cut off at the ends.
    private static func box(_ buffer: inout [Double], first: Int, step: Int, count: Int) {
        let window = (count + 127) / 128
        let right = window / 2
        let left = window - 1 - right
        var sums = [0.0]
        for index in 0..<count { sums.append(sums[index] + buffer[first + index * step]) }
        for index in 0..<count {
            let (from, to) = (max(0, index - left), min(count - 1, index + right))
            buffer[first + index * step] = (sums[to + 1] - sums[from]) / Double(to - from + 1)
        }
    }

    /// 16x16 coefficients, row-major.
    var coefficients: [Double] {
        let factors = (0..<16).map { wave in (0..<64).map { PlainPDQ.factor(wave: wave, sample: $0) } }
        var down = [Double](repeating: 0, count: 1024)
        for wave in 0..<16 {
            for column in 0..<64 {
                for row in 0..<64 { down[64 * wave + column] += factors[wave][row] * grid[64 * row + column] }
            }
        }
        var result = [Double](repeating: 0, count: 256)
        for row in 0..<16 {
            for wave in 0..<16 {
                for column in 0..<64 { result[16 * row + wave] += factors[wave][column] * down[64 * row + column] }
            }
        }
        return result
    }

    private static func factor(wave: Int, sample: Int) -> Double {
        let angle: Double = .pi / 128 * Double(wave + 1) * Double(2 * sample + 1)
        return (2.0 / 64).squareRoot() * cos(angle)
    }

    /// The quality, 0 to 100.
    var quality: Int {
        var sum = 0
        for row in 0..<64 {
            for column in 0..<64 {
                let here = grid[64 * row + column]
                if row < 63 { sum += abs(Int((here - grid[64 * row + 64 + column]) * 100 / 255)) }
                if column < 63 { sum += abs(Int((here - grid[64 * row + column + 1]) * 100 / 255)) }
            }
        }
        return min(100, sum / 90)
    }
}
