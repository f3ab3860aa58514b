internal import Sourcing

/// Hints at copies that two services have of one artwork.
public enum SameArtwork {
    /// Adds a notice to each of `items` whose artwork an item of another kind of source names too.
    ///
    /// Over the items of all collections that are looked at: a service has each picture once, it is two services that
    /// share them.
    public static func hint(_ items: inout [CheckedItem]) {
        let partners = ArtworkHints.partners(
            of: items.map { ArtworkHints.Mention(kind: $0.kind, key: $0.artwork) })
        for (index, partner) in partners.enumerated() {
            guard let partner, let key = items[index].artwork else { continue }
            items[index].issues.append(
                CheckIssue(
                    rule: .sameArtwork, level: .notice, other: items[partner].id,
                    message: "names the same artwork as \(items[partner].id) (\(key.artwork))"))
        }
    }
}
