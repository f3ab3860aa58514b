internal import Codecs
internal import Descriptors
internal import Fingerprints
internal import Manifests
internal import Palettes
internal import Rasters
internal import Sequences
internal import Sourcing

/// Looks at pictures, one after the other, in memory that it keeps.
struct Analyzer: ~Copyable {
    private let plan: AnalysisPlan
    private var decoder = ImageDecoder()
    private var sink = AnalysisSink()
    private var colorThief = ColorThief()

    init(_ plan: AnalysisPlan) { self.plan = plan }

    private static func options(_ plan: AnalysisPlan) -> DecodeOptions {
        DecodeOptions(
            acceptsTruncated: plan.acceptsTruncated, frames: plan.readsFrames ? .all : .firstThenCheck)
    }

    /// Bytes of memory that the picture in `bytes` needs while it is looked at by `plan`; 0 for what will be refused.
    static func memoryNeeded(for bytes: Span<UInt8>, by plan: AnalysisPlan) -> Int {
        guard let header = try? ImageDecoder.header(of: bytes, limits: plan.limits) else { return 0 }
        return ImageDecoder.memoryNeeded(for: header, options: options(plan))
    }

    /// Everything that `bytes` say. What cannot be decoded has an `error`, and whatever was known by then.
    mutating func analyze(_ bytes: Span<UInt8>, digest: ContentDigest) -> Analysis {
        var analysis = Analysis(
            file: FileSection(
                bytes: bytes.count, format: ImageFormat.sniffed(from: bytes)?.rawValue, sha256: digest.hexadecimal))
        do throws(DecodeError) {
            let header = try ImageDecoder.header(of: bytes, limits: plan.limits)
            analysis.image = ImageSection(header)
            try plan.limits.check(header, frames: .all)
            sink.reset(
                canBeTransparent: header.alpha == .present,
                delays: plan.readsFrames && header.frames > 1 ? header.delays : [])
            let options = Self.options(plan)
            let outcome =
                if plan.isExact {
                    try decoder.decode(bytes, header: header, options: options, limits: plan.limits, into: &sink)
                } else {
                    try decoder.decode(bytes, header: header, options: options, limits: plan.limits, planesInto: &sink)
                }
            analysis.image?.frames = outcome.framesDecoded
            analysis.image?.damage = outcome.damage
            describe(&analysis)
        } catch {
            analysis.error = ErrorSection(stage: "decode", code: error.code, message: error.description)
        }
        return analysis
    }

    /// Adds what the sink saw.
    private mutating func describe(_ analysis: inout Analysis) {
        guard let pdq = sink.pdq, let descriptor = sink.description else { return }
        analysis.fingerprint = FingerprintSection(
            kind: plan.fingerprintKind, quality: pdq.fingerprint.quality, value: pdq.fingerprint.hexadecimal)
        analysis.descriptor = descriptor.bytes
        analysis.sequence = sink.sequence?.bytes ?? []
        let colors = colorThief.colors(of: sink.sampler, count: plan.paletteSize)
        analysis.colors = ColorSection(
            method: ColorThief.method, main: colors.main.hexadecimal,
            palette: colors.palette.colors.map(\.hexadecimal), shares: colors.palette.shares)
    }
}

extension ImageSection {
    /// What a container says of its picture.
    init(_ header: ImageHeader) {
        self.init(
            width: header.displayWidth, height: header.displayHeight, frames: header.frames, loops: header.loops,
            durationMilliseconds: header.durationMilliseconds, orientation: header.orientation.rawValue,
            alpha: header.alpha == .none ? Alpha.none : .present, isLossless: header.isLossless,
            quality: header.quality, metadataBytes: header.metadataBytes)
    }
}
