public import Checks
internal import Codecs
public import Duplicates
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

extension MatchOptions {
    /// What a pipeline file asks for.
    public init(_ spec: PipelineSpec) {
        self.init(
            maximumDistance: spec.dedup.maximumDistance, keep: spec.dedup.keep.map { KeepRule($0) },
            orientations: Orientations(spec.fingerprint.orientations),
            animations: Animations(spec.fingerprint.animations), reach: Reach(spec.dedup.reach),
            cluster: Cluster(spec.dedup.cluster))
    }
}

extension MatchOptions.Orientations {
    /// Positions by their name.
    init(_ orientations: FingerprintSpec.Orientations) {
        self =
            switch orientations {
            case .none: .none
            case .mirror: .mirror
            case .all: .all
            }
    }
}

extension MatchOptions.Animations {
    /// The part of animations by its name.
    init(_ animations: FingerprintSpec.Animations) {
        self =
            switch animations {
            case .frames: .frames
            case .first: .first
            case .skip: .skip
            }
    }
}

extension MatchOptions.Reach {
    /// How much of a picture, by its name.
    init(_ reach: DedupSpec.Reach) {
        self =
            switch reach {
            case .whole: .whole
            case .borders: .borders
            case .parts: .parts
            case .automatic: .automatic
            }
    }
}

extension MatchOptions.Cluster {
    /// What holds groups together, by its name.
    init(_ cluster: DedupSpec.Cluster) {
        self =
            switch cluster {
            case .star: .star
            case .complete: .complete
            case .component: .component
            }
    }
}

extension KeepRule {
    /// A rule by its name.
    init(_ rule: DedupSpec.Keep) {
        self =
            switch rule {
            case .reference: .reference
            case .pixels: .pixels
            case .detail: .detail
            case .lossless: .lossless
            case .quality: .quality
            case .metadata: .metadata
            case .bytes: .bytes
            case .path: .path
            }
    }
}
