internal import Rasters

/// The histogram cells of many samples in OKLCH, at a fraction of the price of their exact points.
///
/// A cell is eight steps wide, so `Float` tells nearly always in which one a sample lies. Samples within `margin` of a
/// cell's border, or of a chroma so small that the hue is uncertain, are converted exactly. The cells are therefore
/// those of the exact points, on every machine.
///
/// Each step of the conversion runs over a block of samples before the next: one sample's way is a chain of a hundred
/// dependent operations, and a processor has to be shown many samples to be kept busy (11 ns a sample against 19 when
/// four go all the way together, and 70 for an exact point).
package struct OKLCHCells: Sendable {
    /// Steps within which the conversion in `Float` is not trusted. The 2^24 colors need less than a fifth of it, and of
    /// `hueMargin`: with that all their cells are still right.
    private static let margin: Float = 0.005
    /// The same for hue, where an error grows as chroma falls: steps times chroma.
    private static let hueMargin: Float = 0.00025
    /// Vectors of four samples in a block.
    private static let block = 64

    /// What each value of red, from 256 on of green, and from 512 on of blue adds to the three cone responses.
    private let responses: [SIMD4<Float>]
    private let grays: [UInt16]
    /// Three lists of `block` vectors: cone responses, then their roots, then lightness, chroma and hue.
    private var lists = [SIMD4<Float>](repeating: SIMD4(), count: 3 * OKLCHCells.block)

    /// Prepares the tables.
    package init() {
        let channels: [SIMD4<Double>] = [
            [0.4122214708, 0.2119034982, 0.0883024619, 0], [0.5363325363, 0.6806995451, 0.2817188376, 0],
            [0.0514459929, 0.1073969566, 0.6299787005, 0],
        ]
        responses = channels.flatMap { channel in
            TransferFunction.linear.map { SIMD4<Float>(channel * $0) }
        }
        grays = (0..<256).map { gray in
            let channel = UInt8(gray)
            return LatticePoint(RGB8(red: channel, green: channel, blue: channel), in: .oklch).cell
        }
    }

    /// Writes the cells of the first `count` samples to the beginning of `cells`.
    ///
    /// - Precondition: both arrays have at least `count` elements.
    package mutating func convert(_ samples: [UInt32], count: Int, into cells: inout [UInt16]) {
        precondition(count <= samples.count && count <= cells.count, "\(cells.count) cells for \(count) samples")
        let samples = samples.span
        var cells = cells.mutableSpan
        var start = 0
        while start < count {
            let vectors = min(OKLCHCells.block, (count - start + 3) / 4)
            OKLCHCells.respond(
                to: samples.extracting(start..<min(count, start + 4 * vectors)), responses, into: &lists)
            root(vectors: vectors)
            turn(vectors: vectors)
            for index in 0..<vectors {
                let (places, uncertain) = places(at: index)
                let lanes = min(4, count - start)
                for lane in 0..<lanes { cells[start + lane] = UInt16(truncatingIfNeeded: places[lane]) }
                // Rarely so; lane by lane the question would cost more than the answer.
                if uncertain.wrappedSum() != 0 {
                    for lane in 0..<lanes where uncertain[lane] != 0 {
                        cells[start + lane] = exactCell(of: samples[start + lane])
                    }
                }
                start += 4
            }
        }
    }

    private func exactCell(of sample: UInt32) -> UInt16 {
        let color = RGB8(sample: sample)
        if color.red == color.green && color.green == color.blue { return grays[Int(color.red)] }
        return LatticePoint(color, in: .oklch).cell
    }

    /// Cone responses to a block of samples; the last vector is filled up with its last sample.
    private static func respond(
        to samples: Span<UInt32>, _ responses: [SIMD4<Float>], into lists: inout [SIMD4<Float>]
    ) {
        var lists = lists.mutableSpan
        let responses = responses.span
        let last = samples.count - 1
        for first in stride(from: 0, through: last, by: 4) {
            // Lanes are named one by one: a loop over them goes through memory.
            let a = response(to: samples[first], responses)
            let b = response(to: samples[min(first + 1, last)], responses)
            let c = response(to: samples[min(first + 2, last)], responses)
            let d = response(to: samples[min(first + 3, last)], responses)
            let index = first / 4
            lists[index] = SIMD4(a[0], b[0], c[0], d[0])
            lists[block + index] = SIMD4(a[1], b[1], c[1], d[1])
            lists[2 * block + index] = SIMD4(a[2], b[2], c[2], d[2])
        }
    }

    @inline(__always)
    private static func response(to sample: UInt32, _ table: Span<SIMD4<Float>>) -> SIMD4<Float> {
        table[Int(sample & 255)] + table[256 + Int(sample >> 8 & 255)] + table[512 + Int(sample >> 16 & 255)]
    }

    /// Cube roots of the cone responses.
    private mutating func root(vectors: Int) {
        var lists = lists.mutableSpan
        for list in 0..<3 {
            for index in list * OKLCHCells.block..<list * OKLCHCells.block + vectors {
                lists[index] = lists[index].approximateCubeRoot
            }
        }
    }

    /// Lightness, chroma and hue, in steps, from the roots of cone responses.
    private mutating func turn(vectors: Int) {
        var lists = lists.mutableSpan
        for index in 0..<vectors {
            let long = lists[index]
            let medium = lists[OKLCHCells.block + index]
            let short = lists[2 * OKLCHCells.block + index]
            let lightness = 0.21045426 * long + 0.7936178 * medium - 0.0040720468 * short
            let a = 1.9779985 * long - 2.4285922 * medium + 0.4505937 * short
            let b = 0.025904037 * long + 0.78277177 * medium - 0.80867577 * short
            lists[index] = lightness * 255
            lists[OKLCHCells.block + index] = (a * a + b * b).squareRoot() * (255 / 0.4)
            lists[2 * OKLCHCells.block + index] = SIMD4.approximateSteps(x: a, y: b)
        }
    }

    /// The cells of four samples, and lanes that are not 0 where a cell is uncertain.
    @inline(__always)
    private func places(at index: Int) -> (places: SIMD4<UInt32>, uncertain: SIMD4<Int32>) {
        let chroma = lists[OKLCHCells.block + index]
        let hue = lists[2 * OKLCHCells.block + index]
        let first = OKLCHCells.split(lists[index])
        let second = OKLCHCells.split(chroma)
        let third = OKLCHCells.split(hue)
        // Hue is a circle whose ends meet inside of a cell's width.
        let hueSafety = third.safety.smaller(hue).smaller(255 - hue) - OKLCHCells.margin
        let isUncertain =
            (first.safety.smaller(second.safety) .< OKLCHCells.margin)
            .| (hueSafety * chroma .< OKLCHCells.hueMargin * (255 / 0.4))
        let places = (first.cell &<< 10) | (second.cell &<< 5) | third.cell
        return (places, SIMD4<Int32>().replacing(with: 1, where: isUncertain))
    }

    /// The cell, 0 to 31, of a coordinate in steps that is yet to be rounded, and its distance from the cell's border.
    @inline(__always)
    private static func split(_ steps: SIMD4<Float>) -> (cell: SIMD4<UInt32>, safety: SIMD4<Float>) {
        // Cell n holds what rounds to 8 n ... 8 n + 7. Added to 2^23 + 32, a float from -0.5 is rounded to a whole
        // number, which then stands in the low bits of its significand.
        let centered = (steps - 3.5) * 0.125
        let shifted = centered + 8_388_640
        let difference = centered - (shifted - 8_388_640)
        let cell = unsafe unsafeBitCast(shifted, to: SIMD4<UInt32>.self) & SIMD4(repeating: 31)
        return (cell, 4 - difference.magnitudes * 8)
    }
}
