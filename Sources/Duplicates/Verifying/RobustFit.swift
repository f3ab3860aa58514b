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
    init(_ target: Plane, by basis: PlaneStack, ridge: [Double], iterations: Int) {
        coefficients = Self.solve(target, basis: basis, weights: nil, ridge: ridge)
        residual = basis.subtracted(from: target, coefficients)
        for _ in 1..<iterations {
            coefficients = Self.solve(target, basis: basis, weights: Self.weights(residual), ridge: ridge)
            residual = basis.subtracted(from: target, coefficients)
        }
    }

    /// One step of Gauss and Newton: what to add to the coefficients of `basis` so that `residual` shrinks.
    static func step(_ residual: Plane, basis: PlaneStack, ridge: [Double]) -> [Double] {
        solve(residual, basis: basis, weights: weights(residual), ridge: ridge)
    }

    /// Fits several targets, each by its basis, with the same coefficients for all.
    static func shared(
        _ targets: [Plane], by bases: [PlaneStack], ridge: [Double], iterations: Int
    ) -> (coefficients: [Double], residuals: [Plane]) {
        var (coefficients, residuals): ([Double], [Plane]) = ([], [])
        for iteration in 0..<iterations {
            var products: [Double] = []
            for (place, (target, basis)) in zip(targets, bases).enumerated() {
                let weights = iteration == 0 ? nil : Self.weights(residuals[place])
                let own = basis.products(with: target, weights: weights)
                products = products.isEmpty ? own : zip(products, own).map { $0 + $1 }
            }
            coefficients = solve(products, ridge: ridge)
            residuals = zip(targets, bases).map { $1.subtracted(from: $0, coefficients) }
        }
        return (coefficients, residuals)
    }

    private static func weights(_ residual: Plane) -> Plane {
        residual.weights(sharpness: 1 / (2.5 * (Histogram(residual, step: 2).median * 1.5 + 1)))
    }

    private static func solve(_ target: Plane, basis: PlaneStack, weights: Plane?, ridge: [Double]) -> [Double] {
        solve(basis.products(with: target, weights: weights), ridge: ridge)
    }

    /// The solution of the normal equations that `products` are, row by row.
    private static func solve(_ products: [Double], ridge: [Double]) -> [Double] {
        let terms = ridge.count
        let pitch = terms + 1
        var matrix = [Double](repeating: 0, count: terms * pitch)
        for row in 0..<terms {
            for column in row..<terms {
                matrix[row * pitch + column] = products[row * pitch + column]
                matrix[column * pitch + row] = products[row * pitch + column]
            }
            matrix[row * pitch + row] += ridge[row]
            matrix[row * pitch + terms] = products[row * pitch + terms]
        }
        return LinearSystem.solution(of: &matrix, unknowns: terms)
    }
}
