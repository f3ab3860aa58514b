public import Checks
internal import Codecs
internal import Manifests
public import Specs

extension AnalysisPlan {
    /// What a pipeline file asks for.
    public init(_ spec: PipelineSpec) {
        self.init(
            acceptsTruncated: spec.decode.acceptsTruncated, paletteSize: spec.colors.palette,
            readsFrames: spec.fingerprint.animations == .frames, isExact: spec.decode.isExact)
        limits.maximumBytes = spec.decode.maximumBytes
        limits.maximumPixels = spec.decode.maximumPixels
        limits.maximumFrames = spec.decode.maximumFrames
    }
}

extension CheckPolicy {
    /// What a pipeline file asks for.
    public init(_ spec: CheckSpec) {
        self.init(metadata: Finding.Severity(spec.metadata), palette: Finding.Severity(spec.palette))
    }
}

extension Finding.Severity {
    /// How bad a difference is; `nil` where it is ignored.
    init?(_ severity: CheckSpec.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .ignore: return nil
        }
    }
}
