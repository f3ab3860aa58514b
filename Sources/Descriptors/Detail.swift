/// How fine the detail of a picture is: its curvature at distances of 1 to 8 pixels.
///
/// The mean square of luma's second difference, l(x - d) - 2 l(x) + l(x + d), at each lag d. A picture that was enlarged by
/// f has at lag d * f what its original has at lag d, and no more, whatever the kernel; one that was really taken at that
/// size has more, because its reduced copy lost what is finer than its own pixels.
public struct Detail: Hashable, Sendable {
    /// The lags in pixels at which curvature is measured.
    public static let lags = [1, 2, 3, 4, 5, 6, 8]

    /// The largest number that a picture can have: 510 levels, squared, in sixteenths.
    package static let largest: UInt32 = 510 * 510 * 16

    /// Along rows, for each of `lags`: 1/16 squared levels of luma (0 to 255); 0 where the picture is too narrow.
    public let horizontal: [UInt32]
    /// Along columns, likewise.
    public let vertical: [UInt32]

    /// Takes one number for each lag and direction.
    ///
    /// - Precondition: both have as many numbers as there are lags.
    public init(horizontal: [UInt32], vertical: [UInt32]) {
        precondition(
            horizontal.count == Self.lags.count && vertical.count == Self.lags.count,
            "\(horizontal.count) and \(vertical.count) numbers for \(Self.lags.count) lags")
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// The curvature at `lag`, between two lags by proportion, beyond the last as there.
    static func value(of numbers: [UInt32], at lag: Double) -> Double {
        for index in 1..<lags.count where lag <= Double(lags[index]) {
            let low = Double(lags[index - 1])
            let part = max(0, (lag - low) / (Double(lags[index]) - low))
            return Double(numbers[index - 1]) * (1 - part) + Double(numbers[index]) * part
        }
        return Double(numbers[lags.count - 1])
    }
}
