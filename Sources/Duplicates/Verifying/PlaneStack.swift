internal import CPlanes

/// Planes of one size, one behind the other, as the kernels read them.
struct PlaneStack {
    private let side: Int
    private let cells: [Float]
    private let kernel: planes_kernel
    /// How many.
    let count: Int

    init(_ planes: [Plane], kernel: planes_kernel = planes_best()) {
        precondition(!planes.isEmpty && planes.count < planes_most, "\(planes.count) planes")
        side = planes[0].side
        var cells: [Float] = []
        cells.reserveCapacity(planes.count * planes[0].count)
        for plane in planes {
            precondition(plane.side == planes[0].side, "planes of \(planes[0].side) and \(plane.side) a side")
            cells += plane.cells
        }
        self.cells = cells
        self.kernel = kernel
        count = planes.count
    }

    /// The sums of the products of each two planes, and at the end of each of the `count` rows with `target`: row `i`
    /// begins at `i * (count + 1)`, and what stands before its diagonal is zero.
    ///
    /// - Parameter weights: What each cell counts for; the same for all where there are none.
    func products(with target: Plane, weights: Plane?) -> [Double] {
        precondition(target.side == side && weights?.side ?? side == side, "a target of \(target.side) a side")
        var products = [Double](repeating: 0, count: count * (count + 1))
        // All buffers have as many cells as the call says.
        unsafe cells.withUnsafeBufferPointer { planes in
            unsafe target.cells.withUnsafeBufferPointer { target in
                unsafe products.withUnsafeMutableBufferPointer { products in
                    guard let planes = planes.baseAddress, let start = target.baseAddress,
                        let sums = products.baseAddress
                    else { return }
                    guard let weights else {
                        unsafe planes_products(kernel, planes, count, start, nil, target.count, sums)
                        return
                    }
                    unsafe weights.cells.withUnsafeBufferPointer { weights in
                        unsafe planes_products(
                            kernel, planes, count, start, weights.baseAddress, target.count, sums)
                    }
                }
            }
        }
        return products
    }

    /// `target` less each plane times its coefficient, one after the other.
    func subtracted(from target: Plane, _ coefficients: [Double]) -> Plane {
        precondition(target.side == side && coefficients.count == count, "a target of \(target.side) a side")
        let factors = coefficients.map(Float.init)
        return unsafe Plane(side: side, writing: { left in
            // All buffers have as many cells as the call says.
            unsafe cells.withUnsafeBufferPointer { planes in
                unsafe target.cells.withUnsafeBufferPointer { target in
                    unsafe factors.withUnsafeBufferPointer { factors in
                        guard let planes = planes.baseAddress, let target = target.baseAddress,
                            let factors = factors.baseAddress
                        else { return }
                        unsafe planes_subtract(kernel, target, planes, count, factors, side * side, left)
                    }
                }
            }
        })
    }
}
