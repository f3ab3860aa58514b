/// How large a picture may be; each is held before memory is taken for it.
public struct DecodeLimits: Sendable, Hashable {
    /// However high a limit is set, bytes of a frame can still be counted in an `Int`.
    private static let countablePixels = 1 << 40

    /// Bytes of the file.
    public var maximumBytes: Int
    /// Pixels of one frame, never more than a terapixel.
    public var maximumPixels: Int
    /// Frames of an animation.
    public var maximumFrames: Int
    /// Pixels of all frames together.
    public var maximumTotalPixels: Int

    /// Limits; those not named are the defaults.
    public init(
        maximumBytes: Int = 64 << 20, maximumPixels: Int = 100_000_000, maximumFrames: Int = 2000,
        maximumTotalPixels: Int = 500_000_000
    ) {
        self.maximumBytes = maximumBytes
        self.maximumPixels = maximumPixels
        self.maximumFrames = maximumFrames
        self.maximumTotalPixels = maximumTotalPixels
    }

    func check(bytes: Int) throws(DecodeError) {
        if bytes > maximumBytes { throw .tooManyBytes(bytes, limit: maximumBytes) }
    }

    func check(width: Int, height: Int) throws(DecodeError) {
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        let limit = min(maximumPixels, Self.countablePixels)
        if overflow || pixels > limit {
            throw .tooManyPixels(width: width, height: height, limit: limit)
        }
    }

    /// Holds a header to all limits; with `.first`, the other frames do not count.
    public func check(_ header: ImageHeader, frames: DecodeOptions.Frames) throws(DecodeError) {
        try check(width: header.width, height: header.height)
        try check(width: header.largestFrame.width, height: header.largestFrame.height)
        if frames == .first { return }
        if header.frames > maximumFrames { throw .tooManyFrames(header.frames, limit: maximumFrames) }
        let (total, overflow) = (header.width * header.height).multipliedReportingOverflow(by: header.frames)
        if overflow || max(total, header.codedPixels) > maximumTotalPixels {
            throw .tooManyPixelsInAll(
                width: header.width, height: header.height, frames: header.frames, limit: maximumTotalPixels)
        }
    }
}
