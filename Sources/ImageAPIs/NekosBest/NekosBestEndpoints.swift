public import Fetching

internal import JSONText
internal import Spelling

/// The answer to `GET /endpoints`: all categories and the format of their files.
public struct NekosBestEndpoints: Sendable, Hashable {
    /// A category.
    public struct Category: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The format of its files: `png` or `gif`.
        public let format: String
    }

    /// The categories, sorted by name: the service lists them in no order.
    public let categories: [Category]

    /// What `answer` holds.
    public init(_ answer: HTTPAnswer) throws(NekosBestError) {
        categories = try answer.nekosBest { (reader) throws(JSONShapeError) in
            var categories: [Category] = []
            for member in reader.object.members {
                let section = try reader.requiredSection(member.key)
                categories.append(Category(name: member.key, format: try section.required("format")))
            }
            return categories
        }
    }

    /// What in `query` the service does not have, if anything.
    public func fault(of query: NekosBestQuery) -> NekosBestQueryFault? {
        guard let name = query.category else { return nil }
        guard let category = categories.first(where: { $0.name == name }) else {
            let suggestion = NearMiss.suggestion(for: name, among: categories.map(\.name))
            return .unknownCategory(name, suggestion: suggestion)
        }
        if case .search(_, let type, _) = query.subject, category.format != type.format {
            return .wrongFormat(category: name, format: category.format)
        }
        return nil
    }
}
