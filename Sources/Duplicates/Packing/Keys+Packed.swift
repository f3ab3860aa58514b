internal import Fingerprints

extension FrameKeys {
    /// Keys that were made before.
    init(first: Fingerprint, frames: [Fingerprint]) {
        self.first = first
        self.frames = frames
    }
}

extension PlaceKeys {
    /// Keys that were made before.
    init(whole: SIMD4<UInt64>?, trimmed: [Key]) {
        self.whole = whole
        self.trimmed = trimmed
    }
}
