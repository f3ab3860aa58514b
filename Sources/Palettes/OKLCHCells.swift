package import CPixels
internal import Rasters

/// The histogram cells of many samples in OKLCH, at a fraction of the price of their exact points.
///
/// A cell is eight steps wide, so `Float` tells nearly always in which one a sample lies. Samples near to a cell's border,
/// or of a chroma so small that the hue is uncertain, are converted exactly. The cells are therefore those of the exact points,
/// on every machine and by every kernel.
package struct OKLCHCells: Sendable {
    private let kernel: pixels_kernel
    /// What each value of red, from 256 on of green, and from 512 on of blue adds to the three cone responses.
    private let responses: [SIMD4<Float>]
    private let grays: [UInt16]
    /// Places of the samples in a block whose cells are uncertain.
    private var uncertain = [UInt16](repeating: 0, count: Int(pixels_block))

    /// Prepares the tables.
    package init(by kernel: pixels_kernel = RowSums.kernel) {
        self.kernel = kernel
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
        for start in stride(from: 0, to: count, by: Int(pixels_block)) {
            let size = min(Int(pixels_block), count - start)
            for index in 0..<doubts(in: samples, from: start, count: size, into: &cells) {
                let place = start + Int(uncertain[index])
                cells[place] = exactCell(of: samples[place])
            }
        }
    }

    /// Converts a block; the number of places in `uncertain`.
    private mutating func doubts(
        in samples: [UInt32], from start: Int, count: Int, into cells: inout [UInt16]
    ) -> Int {
        // Samples and cells have `count` elements from `start` on, by the precondition of `convert`; the table has 768
        // vectors of four floats, and the list room for a block.
        unsafe responses.withUnsafeBytes { responses in
            unsafe samples.withUnsafeBufferPointer { samples in
                unsafe cells.withUnsafeMutableBufferPointer { cells in
                    unsafe uncertain.withUnsafeMutableBufferPointer { uncertain in
                        guard let table = responses.baseAddress, let from = samples.baseAddress,
                            let to = cells.baseAddress, let list = uncertain.baseAddress
                        else { return 0 }
                        let floats = unsafe table.assumingMemoryBound(to: Float.self)
                        return unsafe pixels_cells(kernel, floats, from + start, count, to + start, list)
                    }
                }
            }
        }
    }

    private func exactCell(of sample: UInt32) -> UInt16 {
        let color = RGB8(sample: sample)
        if color.red == color.green && color.green == color.blue { return grays[Int(color.red)] }
        return LatticePoint(color, in: .oklch).cell
    }
}
