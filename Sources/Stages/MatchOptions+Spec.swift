public import Duplicates
public import Specs

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
