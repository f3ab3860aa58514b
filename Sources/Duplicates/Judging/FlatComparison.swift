internal import Descriptors

/// Whether two pictures with too little in them for a fingerprint are nearly the same cell by cell.
enum FlatComparison {
    static func agree(_ first: Picture, _ second: Picture) -> Bool {
        // w1 / h1 against w2 / h2, multiplied out.
        let one = first.width * second.height
        let other = second.width * first.height
        guard abs(one - other) * 1000 <= Limits.flatAspect * max(one, other) else { return false }
        let (a, b) = (first.descriptor, second.descriptor)
        return worst(a.luma, b.luma, side: 64, tile: 4) <= Limits.flatLuma
            && worst(a.cb, b.cb, side: 32, tile: 2) <= Limits.flatColor
            && worst(a.cr, b.cr, side: 32, tile: 2) <= Limits.flatColor
    }

    private static func worst(_ first: [UInt8], _ second: [UInt8], side: Int, tile: Int) -> Float {
        var differences = Plane(side: side, filledWith: 0)
        for index in 0..<differences.count { differences[index] = Float(abs(Int(first[index]) - Int(second[index]))) }
        return differences.windowMeans(tile).cells.max() ?? 0
    }
}
