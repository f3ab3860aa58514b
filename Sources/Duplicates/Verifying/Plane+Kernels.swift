internal import CPlanes

extension Plane {
    /// A plane whose cells a kernel writes: all `side` x `side` of them, from the address it is given on.
    init(side: Int, writing fill: (UnsafeMutablePointer<Float>) -> Void) {
        let cells = unsafe [Float](unsafeUninitializedCapacity: side * side) { buffer, count in
            // A kernel writes every cell before anybody reads one.
            if let start = buffer.baseAddress { unsafe fill(start) }
            count = side * side
        }
        self.init(side: side, cells: cells)
    }

    /// `bytes`, each lowered by `zero`.
    static func widened(_ bytes: [UInt8], zero: Float) -> [Float] {
        unsafe [Float](unsafeUninitializedCapacity: bytes.count) { cells, count in
            unsafe bytes.withUnsafeBufferPointer { levels in
                guard let first = levels.baseAddress, let start = cells.baseAddress else { return }
                unsafe planes_widen(planes_best(), first, levels.count, zero, start)
            }
            count = bytes.count
        }
    }

    /// What each cell of this residual counts for: 1 / (1 + (r * sharpness)^2).
    func weights(sharpness: Float, kernel: planes_kernel = planes_best()) -> Plane {
        unsafe Plane(
            side: side,
            writing: { weights in
                unsafe cells.withUnsafeBufferPointer { cells in
                    guard let start = cells.baseAddress else { return }
                    unsafe planes_weigh(kernel, start, sharpness, cells.count, weights)
                }
            })
    }

    /// Smoothed by the binomial 1 4 6 4 1 in both directions. The outermost two cells are left as they are or have the other
    /// end of a neighboring row mixed in.
    var smoothed: Plane { smoothed(by: planes_best()) }

    /// The same by one kernel.
    func smoothed(by kernel: planes_kernel) -> Plane {
        unsafe made { unsafe planes_smooth(kernel, $0, side, $1) }
    }

    /// The squared gradient, zero on the border.
    func steepness(by kernel: planes_kernel = planes_best()) -> Plane {
        unsafe made { unsafe planes_steepness(kernel, $0, side, $1) }
    }

    /// The means of all windows of `width` x `width` cells, each at its top-left cell; zero where none fits.
    func windowMeans(_ width: Int, by kernel: planes_kernel = planes_best()) -> Plane {
        precondition(1...16 ~= width && width < side, "windows of \(width) in \(side) cells a side")
        return unsafe made { unsafe planes_means(kernel, $0, side, width, $1) }
    }

    /// The sizes of this residual, each over one and what steepness excuses: the root of the larger of the two.
    func relative(to first: Plane, _ second: Plane, by kernel: planes_kernel = planes_best()) -> Plane {
        precondition(first.count == count && second.count == count, "planes of \(count) and \(first.count) cells")
        return unsafe Plane(
            side: side,
            writing: { relative in
                unsafe cells.withUnsafeBufferPointer { cells in
                    unsafe first.cells.withUnsafeBufferPointer { first in
                        unsafe second.cells.withUnsafeBufferPointer { second in
                            guard let residual = cells.baseAddress, let one = first.baseAddress,
                                let other = second.baseAddress
                            else { return }
                            // As many cells are there in each, by the check above.
                            unsafe planes_relate(kernel, residual, one, other, cells.count, relative)
                        }
                    }
                }
            })
    }

    /// The largest cell more than `reach` rows or columns from the first one that is `worst`; none is below zero.
    func largest(farFrom worst: Float, reach: Int, by kernel: planes_kernel = planes_best()) -> Float {
        unsafe cells.withUnsafeBufferPointer { cells in
            unsafe cells.baseAddress.map { unsafe planes_rest(kernel, $0, side, worst, reach) } ?? 0
        }
    }

    /// A plane made of this one by a kernel for planes of up to so many cells.
    private func made(_ make: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void) -> Plane {
        precondition(count <= planes_most_cells && side % 8 == 0 && side >= 8, "\(side) cells a side")
        return unsafe Plane(
            side: side,
            writing: { made in
                unsafe cells.withUnsafeBufferPointer { cells in
                    guard let start = cells.baseAddress else { return }
                    unsafe make(start, made)
                }
            })
    }

    /// Adds the magnitudes of every `step`th row to `counts`, in bins of 1/32 of which the last takes all that is larger.
    func count(into counts: inout [UInt16], step: Int, kernel: planes_kernel = planes_best()) {
        precondition(counts.count <= planes_most_bins && side % 8 == 0, "\(counts.count) bins, \(side) cells a side")
        unsafe cells.withUnsafeBufferPointer { cells in
            unsafe counts.withUnsafeMutableBufferPointer { counts in
                guard let start = cells.baseAddress, let bins = counts.baseAddress else { return }
                // The kernel writes no bin beyond the last.
                unsafe planes_count(kernel, start, side, side, step, bins, counts.count)
            }
        }
    }
}
