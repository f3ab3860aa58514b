public import Rasters

/// Decodes pictures one after another, with the same buffers for all of them: one for each worker.
///
/// Cannot be copied: two that share buffers would have to copy these with every picture.
public struct ImageDecoder: ~Copyable {
    private var memory = DecodeMemory()

    /// A decoder without buffers yet.
    public init() {}

    /// What the container says, held to the limits on bytes and on the pixels of a frame.
    ///
    /// Takes no memory for pixels, so it is how bombs are refused. The limits on animations depend on which frames are
    /// wanted: `decode` holds them, or `DecodeLimits.check`.
    public static func header(
        of bytes: Span<UInt8>, limits: DecodeLimits = DecodeLimits()
    ) throws(DecodeError) -> ImageHeader {
        if bytes.isEmpty { throw .empty }
        try limits.check(bytes: bytes.count)
        guard let format = ImageFormat.sniffed(from: bytes) else {
            if let foreign = ForeignFormat.sniffed(from: bytes) { throw .foreign(foreign) }
            throw .unrecognized(start: (0..<min(bytes.count, 8)).map { bytes[$0] })
        }
        let header =
            switch format {
            case .png: try PNGContainer.header(of: bytes)
            case .jpeg: try JPEGContainer.header(of: bytes)
            case .gif: try GIFContainer.header(of: bytes)
            case .webp: try WebPContainer.header(of: bytes)
            }
        try limits.check(width: header.width, height: header.height)
        return header
    }

    /// Bytes that decoding takes at most, buffers and library together.
    public static func memoryNeeded(for header: ImageHeader, options: DecodeOptions = DecodeOptions()) -> Int {
        DecodePlan(header, options).bufferBytes + DecodePlan.libraryBytes(for: header)
    }

    /// Hands every wanted frame to `sink`, upright, as strips of rows.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - header: what `header(of:limits:)` gave for the same bytes.
    ///   - sink: gets frames of one size; one that is cut off by an error was begun but not ended.
    public mutating func decode(
        _ bytes: Span<UInt8>, header: ImageHeader, options: DecodeOptions = DecodeOptions(),
        limits: DecodeLimits = DecodeLimits(), into sink: inout some FrameSink
    ) throws(DecodeError) -> DecodeOutcome {
        try limits.check(bytes: bytes.count)
        try limits.check(header, frames: options.frames)
        let plan = DecodePlan(header, options)
        return try unsafe memory.lend(for: plan, of: header.format) { (loan) throws(DecodeError) in
            // The bytes outlive the handle, which lives within this closure.
            try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(DecodeError) in
                let run = unsafe DecodeRun(header: header, options: options, limits: limits, plan: plan, loan: loan)
                return try unsafe run.decode(bytes, into: &sink)
            }
        }
    }

    /// The same, but hands over planes where the pixels are coded in luma and color differences of usual sizes: most
    /// JPEG, and WebP that is lossy and opaque. At full size only; what is damaged, and how, is the same both ways.
    ///
    /// - Parameter sink: gets planes or rows of pixels, whichever it is begun with.
    public mutating func decode(
        _ bytes: Span<UInt8>, header: ImageHeader, options: DecodeOptions = DecodeOptions(),
        limits: DecodeLimits = DecodeLimits(), planesInto sink: inout some PlaneSink
    ) throws(DecodeError) -> DecodeOutcome {
        if let layout = header.planes, options.denominator(for: header) == 1 {
            try limits.check(bytes: bytes.count)
            try limits.check(header, frames: options.frames)
            let plan = DecodePlan(header, planes: layout, options)
            let outcome = try unsafe memory.lend(for: plan, of: header.format) { (loan) throws(DecodeError) in
                // The bytes outlive the handle, which lives within this closure.
                try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(DecodeError) in
                    let run = unsafe DecodeRun(
                        header: header, options: options, limits: limits, plan: plan, loan: loan)
                    return try unsafe run.decodePlanes(bytes, layout: layout, into: &sink)
                }
            }
            if let outcome { return outcome }
        }
        return try decode(bytes, header: header, options: options, limits: limits, into: &sink)
    }
}
