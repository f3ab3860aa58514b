internal import Descriptors

/// Which of two copies has its pixels only on paper.
enum Enlargement {
    /// The ratio of sizes above which detail is compared at different lags.
    private static let least = 1.15
    /// The ratio above which the smaller picture's finest detail lies at two of the larger's pixels or more.
    private static let wide = 1.9

    /// Whether `large` was enlarged from something no finer than `small`.
    ///
    /// Measured on 22 pictures with and without JPEG. At twice the size and more, the ratio of curvatures at the smaller
    /// picture's finest lag is at most 0.58 for bilinear, 0.83 for bicubic, 0.97 for Lanczos, 1.04 for nearest in 95 of 100
    /// enlargements (1.08 in 99), and at least 1.22 in 95 of 100 originals beside copies reduced by area, bicubic or Lanczos.
    /// Between 1.15 and 1.9, bilinear, bicubic and Lanczos give at most 0.93 in 95 of 100, originals at least 1.0; nearest is
    /// looked for at the lag where both grids meet. A copy reduced by leaving out pixels has a ratio of 1 as well; then the
    /// larger picture's own finest octave decides.
    static func isEnlarged(_ large: PictureFacts, from small: PictureFacts) -> Bool {
        let across = Double(large.width) / Double(small.width)
        let down = Double(large.height) / Double(small.height)
        let factor = (across * down).squareRoot()
        let one = large.detail
        let other = small.detail
        // Nothing can be said of a picture with hardly any detail: half a squared level in either direction.
        guard factor >= least, small.width > 16, small.height > 16, other.horizontal[0] + other.vertical[0] >= 16 else {
            return false
        }
        let finest = one.ratio(to: other, across: across, down: down, lag: 1)
        if factor >= wide { return finest < 0.93 || finest < 1.087 && isUnnatural(one) }
        let met = one.ratio(to: other, across: across, down: down, lag: meetingLag(factor))
        return finest < 0.93 || (finest < 0.966 || met < 1) && isUnnatural(one)
    }

    /// Whether the finest octave of a picture is as no camera and no pen leaves it: nearly empty, as smooth kernels make it,
    /// or half of the next, as blocks of equal pixels make it. Of pictures as they were taken, nine of ten lie between.
    private static func isUnnatural(_ detail: Detail) -> Bool {
        let finest = detail.horizontal[0] + detail.vertical[0]
        let next = detail.horizontal[1] + detail.vertical[1]
        return finest * 100 < next * 22 || finest * 100 > next * 45
    }

    /// The lag from 1 to 4 that comes closest to a whole number of pixels when multiplied by `factor`.
    private static func meetingLag(_ factor: Double) -> Int {
        (1...4).filter { Double($0) * factor <= 8.2 }.min {
            let one = Double($0) * factor
            let other = Double($1) * factor
            return (one - one.rounded()).magnitude < (other - other.rounded()).magnitude - 0.02
        } ?? 1
    }

    /// Whether `soft` is a blurred copy of `sharp`, which is about as large: it has less than 0.4 of the curvature, and less of
    /// it in its finest octave than pictures have that were not blurred.
    static func isSofter(_ soft: PictureFacts, than sharp: PictureFacts) -> Bool {
        let factor = Double(soft.pixels) / Double(sharp.pixels)
        guard factor > 0.8, factor < 1.25 else { return false }
        let one = soft.detail
        let other = sharp.detail
        let finest = one.horizontal[0] + one.vertical[0]
        return finest * 5 < 2 * (other.horizontal[0] + other.vertical[0])
            && finest * 100 < 22 * (one.horizontal[1] + one.vertical[1])
    }
}
