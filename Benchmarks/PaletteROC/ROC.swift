/// Distances of the two classes, and what limits make of them (receiver operating characteristic).
struct ROC {
    /// Between a picture and its re-encodings: should pass.
    var same: [Double] = []
    /// Between different pictures: should not.
    var different: [Double] = []

    func sorted() -> ROC { ROC(same: same.sorted(), different: different.sorted()) }

    /// The share of `distances`, which are sorted, that pass `limit`.
    static func passing(_ distances: [Double], _ limit: Double) -> Double {
        Double(distances.prefix { $0 <= limit }.count) / Double(max(1, distances.count))
    }

    /// The chance that a re-encoding is nearer than a different picture, ties counted half; both sides are sorted.
    var area: Double {
        var below = 0
        var upTo = 0
        var sum = 0.0
        for distance in different {
            while below < same.count, same[below] < distance { below += 1 }
            while upTo < same.count, same[upTo] <= distance { upTo += 1 }
            sum += Double(below + upTo) / 2
        }
        return sum / Double(max(1, same.count)) / Double(max(1, different.count))
    }
}
