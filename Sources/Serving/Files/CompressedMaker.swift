/// Makes the form of a picture that is 1280 pixels wide. Told the source file, width and height, it gives a JPEG file.
///
/// Called on a queue of its own, where it may take its time.
public struct CompressedMaker: Sendable {
    /// How wide Nekosia's compressed form is, also where that enlarges.
    public static let width = 1280

    /// Why there is none.
    public struct Failure: Error, Sendable, Hashable {
        /// In words, for who asked.
        public let reason: String
        /// Whether it may be otherwise the next time: a full disk, not a picture that cannot be decoded.
        public let isPassing: Bool

        /// A failure.
        public init(reason: String, isPassing: Bool = false) {
            self.reason = reason
            self.isPassing = isPassing
        }
    }

    /// A JPEG file of these pixels from the bytes of a file.
    public let make: @Sendable (_ file: [UInt8], _ width: Int, _ height: Int) -> Result<[UInt8], Failure>

    /// A maker.
    public init(make: @escaping @Sendable (_ file: [UInt8], _ width: Int, _ height: Int) -> Result<[UInt8], Failure>) {
        self.make = make
    }

    /// The height for a picture of this size, rounded as Nekosia does: halves go up.
    public static func height(forWidth width: Int, height: Int) -> Int {
        // No picture is larger, but a manifest may say so.
        guard (1...1 << 31).contains(width), (1...1 << 31).contains(height) else { return 1 }
        return max(1, (2 * Self.width * height + width) / (2 * width))
    }
}
