internal import CHamming

/// Compares ranges of rows with each other through the distance kernels.
struct CrossScan {
    private let kernel: hamming_kernel
    private let radius: UInt32
    private var hits: [hamming_pair]

    /// A scan for ranges of at most `rows` rows.
    init(radius: UInt32, rows: Int, kernel: hamming_kernel = hamming_best()) {
        self.kernel = kernel
        self.radius = radius
        hits = [hamming_pair](repeating: hamming_pair(), count: max(1024, rows))
    }

    /// What is within the radius of all of `x` against all of `y`, or of each pair of `x` once where both are the same range;
    /// ranges do not overlap otherwise.
    mutating func pairs(_ x: Range<Int>, _ y: Range<Int>, of columns: CodeColumns) -> [HammingPair] {
        var found: [HammingPair] = []
        var next = x.lowerBound
        unsafe columns.withPointers { columns in
            while next < x.upperBound {
                // `hits` has room for one row's matches at least, and the kernel stops before it is full.
                let count = unsafe hits.withUnsafeMutableBufferPointer { buffer in
                    guard let base = buffer.baseAddress else { return 0 }
                    return unsafe hamming_cross(
                        kernel, columns, &next, x.upperBound, y.lowerBound, y.upperBound, radius, base, buffer.count)
                }
                for hit in hits[..<count] { found.append(HammingPair(hit.a, hit.b, distance: Int(hit.distance))) }
            }
        }
        return found
    }
}
