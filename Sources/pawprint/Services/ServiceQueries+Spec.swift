import ImageAPIs
import Specs

extension NekosiaQuery {
    /// What a pipeline file asks for.
    ///
    /// - Parameter runSession: the identifier of this run's own session.
    init(_ spec: SourceSpec.Nekosia, runSession: String) {
        self.init(category: spec.category)
        additionalTags = spec.additionalTags
        blacklistedTags = spec.blacklistedTags
        rating =
            switch spec.rating {
            case .safe: .safe
            case .suggestive: .suggestive
            }
        session =
            switch spec.session {
            case .run: .id(runSession)
            case .ip: .ip
            case .id(let identifier): .id(identifier)
            case .none: nil
            }
    }
}

extension NekosiaSource.Variant {
    /// A form by its name.
    init(_ variant: SourceSpec.Nekosia.Variant) {
        self =
            switch variant {
            case .original: .original
            case .compressed: .compressed
            }
    }
}

extension NekosBestQuery {
    /// What a pipeline file asks for.
    init(_ spec: SourceSpec.NekosBest) {
        let type: MediaType =
            switch spec.type {
            case .image: .image
            case .gif: .gif
            }
        // A spec without a search has a category.
        self.init(
            spec.search.map { .search($0, type: type, category: spec.category) } ?? .category(spec.category ?? ""))
    }
}
