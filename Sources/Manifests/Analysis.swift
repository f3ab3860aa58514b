internal import JSONText

/// Everything that the bytes of one file say, or why they say nothing: what the same bytes need not be asked again.
public struct Analysis: Sendable, Hashable {
    /// The bytes.
    public var file: FileSection?
    /// The decoded picture.
    public var image: ImageSection?
    /// The perceptual fingerprint.
    public var fingerprint: FingerprintSection?
    /// Main color and palette.
    public var colors: ColorSection?
    /// Why decoding ended early; only a failure that the same bytes will meet again.
    public var error: ErrorSection?
    /// The compact description that pairs are verified with; empty when there is none. It never stands in a manifest.
    public var descriptor: [UInt8]
    /// The frames of an animation as they are compared; empty for a still, and where frames were not looked at. It never stands
    /// in a manifest.
    public var sequence: [UInt8]

    /// An analysis; without arguments, of nothing.
    public init(
        file: FileSection? = nil, image: ImageSection? = nil, fingerprint: FingerprintSection? = nil,
        colors: ColorSection? = nil, error: ErrorSection? = nil, descriptor: [UInt8] = [], sequence: [UInt8] = []
    ) {
        self.file = file
        self.image = image
        self.fingerprint = fingerprint
        self.colors = colors
        self.error = error
        self.descriptor = descriptor
        self.sequence = sequence
    }

    /// The sections as canonical JSON, without the descriptor and the sequence.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.section("colors", colors)
        writer.section("error", error)
        writer.section("file", file)
        writer.section("fingerprint", fingerprint)
        writer.section("image", image)
        writer.endObject()
        return writer.bytes
    }

    /// What `encoded()` wrote, with its descriptor and sequence.
    public init(decoding json: [UInt8], descriptor: [UInt8], sequence: [UInt8] = []) throws(ManifestError) {
        self = try JSONLines.read(json[...], line: 1) { (reader) throws(JSONShapeError) in
            Analysis(
                file: try reader.section("file").map(FileSection.init),
                image: try reader.section("image").map(ImageSection.init),
                fingerprint: try reader.section("fingerprint").map(FingerprintSection.init),
                colors: try reader.section("colors").map(ColorSection.init),
                error: try reader.section("error").map(ErrorSection.init),
                descriptor: descriptor, sequence: sequence)
        }
    }
}

extension ManifestRecord {
    /// Takes over what the bytes say; nothing that comes from the source is touched.
    public mutating func take(_ analysis: Analysis) {
        file = analysis.file
        image = analysis.image
        fingerprint = analysis.fingerprint
        colors = analysis.colors
        error = analysis.error
    }
}
