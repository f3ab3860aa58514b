public import Rasters

/// The colors that make a picture.
///
/// The order is that of the method which found them, not that of the shares.
public struct Palette: Hashable, Sendable {
    /// At least one color; a color may come twice.
    public let colors: [RGB8]

    /// For each color the share of the looked-at pixels that it stands for, in thousandths that add up to 1000.
    ///
    /// Pixels that the method leaves out (transparent, or white where there is anything else) have no part in it. A
    /// share is 0 where the method made up a color to reach the number asked for.
    public let shares: [Int]

    /// Colors that stand for `populations` pixels each, not all 0.
    package init(colors: [RGB8], populations: [Int]) {
        precondition(!colors.isEmpty && colors.count == populations.count, "\(populations.count) populations")
        self.colors = colors
        shares = Palette.permille(of: populations)
    }

    /// Rounds down, then gives what is missing to the largest remainders, the first of equal ones first.
    private static func permille(of populations: [Int]) -> [Int] {
        let total = populations.reduce(0, +)
        precondition(total > 0, "a palette of no pixels")
        var shares = populations.map { $0 * 1000 / total }
        let missing = 1000 - shares.reduce(0, +)
        let order = populations.indices.sorted {
            let (first, second) = (populations[$0] * 1000 % total, populations[$1] * 1000 % total)
            return first == second ? $0 < $1 : first > second
        }
        for index in order.prefix(missing) { shares[index] += 1 }
        return shares
    }
}
