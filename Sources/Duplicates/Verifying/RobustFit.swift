/// A weighted sum of planes that comes closest to a target, by least squares that give way to outliers.
///
/// Iteratively reweighted with Cauchy's weights 1 / (1 + (r / 2.5 s)^2), s from the median of the residuals: a local edit
/// weighs next to nothing. All sums run in one fixed order.
struct RobustFit {
    /// The weight of each plane in the sum.
    private(set) var coefficients: [Double]
    /// What is left: the target less the sum.
    private(set) var residual: Plane

    /// Fits `target` by `basis`; `ridge` keeps each coefficient small where nothing speaks for it. The first pass trusts all
    /// cells alike.
    init(_ target: Plane, by basis: [Plane], ridge: [Double], iterations: Int) {
        coefficients = Self.solve(target, basis: basis, weighted: basis, ridge: ridge)
        residual = Self.left(of: target, basis: basis, coefficients: coefficients)
        for _ in 1..<iterations {
            let weights = Self.weights(residual)
            coefficients = Self.solve(target, basis: basis, weighted: basis.map { $0 * weights }, ridge: ridge)
            residual = Self.left(of: target, basis: basis, coefficients: coefficients)
        }
    }

    /// One step of Gauss and Newton: what to add to the coefficients of `basis` so that `residual` shrinks.
    static func step(_ residual: Plane, basis: [Plane], ridge: [Double]) -> [Double] {
        let weights = weights(residual)
        return solve(residual, basis: basis, weighted: basis.map { $0 * weights }, ridge: ridge)
    }

    private static func weights(_ residual: Plane) -> Plane {
        let sharpness = 1 / (2.5 * (Histogram(residual, step: 2).median * 1.5 + 1))
        return Plane(side: residual.side) { index in
            let deviation = residual[eight: index] * sharpness
            return 1 / (1 + deviation * deviation)
        }
    }

    private static func solve(_ target: Plane, basis: [Plane], weighted: [Plane], ridge: [Double]) -> [Double] {
        let terms = basis.count
        var matrix = [Double](repeating: 0, count: terms * (terms + 1))
        for row in 0..<terms {
            for column in row..<terms {
                let product = weighted[row].dot(basis[column])
                matrix[row * (terms + 1) + column] = product
                matrix[column * (terms + 1) + row] = product
            }
            matrix[row * (terms + 1) + row] += ridge[row]
            matrix[row * (terms + 1) + terms] = weighted[row].dot(target)
        }
        return LinearSystem.solution(of: &matrix, unknowns: terms)
    }

    private static func left(of target: Plane, basis: [Plane], coefficients: [Double]) -> Plane {
        var rest = target
        for (plane, coefficient) in zip(basis, coefficients) {
            let weight = Float(coefficient)
            let before = rest
            rest = Plane(side: target.side) { before[eight: $0] - plane[eight: $0] * weight }
        }
        return rest
    }
}

extension Plane {
    /// The products cell by cell.
    fileprivate static func * (one: Plane, other: Plane) -> Plane {
        Plane(side: one.side) { one[eight: $0] * other[eight: $0] }
    }
}
