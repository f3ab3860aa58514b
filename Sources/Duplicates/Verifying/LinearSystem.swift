/// Small systems of linear equations.
enum LinearSystem {
    /// Solves `unknowns` equations by elimination; each row holds its coefficients, then the right-hand side.
    ///
    /// The systems here are symmetric and, by their ridge, positive definite, so no rows need to change places.
    static func solution(of matrix: inout [Double], unknowns: Int) -> [Double] {
        let pitch = unknowns + 1
        for pivot in 0..<unknowns {
            let head = matrix[pivot * pitch + pivot]
            guard head.magnitude > 1e-12 else { continue }
            for row in pivot + 1..<max(pivot + 1, unknowns) {
                let factor = matrix[row * pitch + pivot] / head
                for column in pivot..<pitch {
                    matrix[row * pitch + column] -= factor * matrix[pivot * pitch + column]
                }
            }
        }
        var solution = [Double](repeating: 0, count: unknowns)
        for row in (0..<unknowns).reversed() {
            var value = matrix[row * pitch + unknowns]
            for column in row + 1..<max(row + 1, unknowns) { value -= matrix[row * pitch + column] * solution[column] }
            let head = matrix[row * pitch + row]
            solution[row] = head.magnitude > 1e-12 ? value / head : 0
        }
        return solution
    }
}
