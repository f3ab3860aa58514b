internal import Descriptors

/// Which of two copies has its pixels only on paper.
enum Enlargement {
    /// The ratio of sizes above which detail is compared at different lags.
    private static let least = 1.15
    /// The ratio above which the smaller picture's finest detail lies at two of the larger's pixels or more.
    private static let wide = 1.9

    /// Whether `large` was enlarged from something no finer than `small`.
    ///
    /// Measured on 22 pictures, 4 kernels, with and without JPEG: at twice the size and more, the ratio of curvatures is at most
    /// 1.07 (0.10 bits) in 99 of 100 enlargements by any kernel, nearest included, and at least 1.22 in 95 of 100 true
    /// originals; the rest are soft pictures, which were enlarged before. Between 1.15 and 1.9 bilinear, bicubic and Lanczos give at
    /// most 0.93, originals at least 1.0 in 95 of 100; nearest is found at the lag where both grids meet, half of the time.
    static func isEnlarged(_ large: Picture, from small: Picture) -> Bool {
        let across = Double(large.width) / Double(small.width)
        let down = Double(large.height) / Double(small.height)
        let factor = (across * down).squareRoot()
        let one = large.descriptor.detail
        let other = small.descriptor.detail
        // Nothing can be said of a picture with hardly any detail: half a squared level.
        guard factor >= least, small.width > 16, small.height > 16, other.horizontal[0] + other.vertical[0] >= 16 else {
            return false
        }
        let finest = one.ratio(to: other, across: across, down: down, lag: 1)
        if factor >= wide { return finest < 1.087 }
        return finest < 0.966 || one.ratio(to: other, across: across, down: down, lag: meetingLag(factor)) < 1
    }

    /// The lag from 1 to 4 that comes closest to a whole number of pixels when multiplied by `factor`.
    private static func meetingLag(_ factor: Double) -> Int {
        (1...4).filter { Double($0) * factor <= 8.2 }.min {
            let one = Double($0) * factor
            let other = Double($1) * factor
            return (one - one.rounded()).magnitude < (other - other.rounded()).magnitude - 0.02
        } ?? 1
    }

    /// Whether `soft` is a blurred copy of `sharp`, which is about as large: it has less than half of the curvature, and less
    /// of it in its finest octave than pictures have that were not blurred.
    static func isSofter(_ soft: Picture, than sharp: Picture) -> Bool {
        let factor = Double(soft.pixels) / Double(sharp.pixels)
        guard factor > 0.8, factor < 1.25 else { return false }
        let one = soft.descriptor.detail
        let other = sharp.descriptor.detail
        let finest = one.horizontal[0] + one.vertical[0]
        return finest * 5 < 2 * (other.horizontal[0] + other.vertical[0])
            && 9 * finest < 2 * (one.horizontal[1] + one.vertical[1])
    }
}
