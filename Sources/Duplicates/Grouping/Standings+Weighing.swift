internal import Descriptors
internal import Rasters

extension Standings {
    /// Marks what copies reveal of each other: which was enlarged, which was blurred, which has a border.
    ///
    /// - Parameter details: The detail of each picture that an edge names and that does not keep it itself.
    mutating func weigh(_ edges: [Edge], details: [Int: PackedDetail]) {
        self.details = details
        for edge in edges {
            switch edge.verdict.relation {
            case .cropped: weighBorders(edge)
            case .retimed: continue
            case let relation where relation.isDuplicate: weighDetail(edge)
            default: continue
            }
        }
    }

    private mutating func weighDetail(_ copy: Edge) {
        let (one, other) = (detailed(at: copy.a), detailed(at: copy.b))
        let isFirstLarge = one.pixels >= other.pixels
        let large = isFirstLarge ? copy.a : copy.b
        let (enlarged, source) = isFirstLarge ? (one, other) : (other, one)
        // It does not matter which of the two is turned, nor which way: only rows and columns change places.
        let turn = Orientation(rawValue: copy.verdict.evidence.orientation) ?? .upright
        if Enlargement.isEnlarged(enlarged, from: source.oriented(turn)),
            source.pixels < self[large].enlargedFrom?.pixels ?? .max
        {
            self[large].enlargedFrom = source
        }
        if Enlargement.isSofter(one, than: other) { self[copy.a].softerThan = other }
        if Enlargement.isSofter(other, than: one) { self[copy.b].softerThan = one }
    }

    /// Marks a picture that is another one in a border: what was added there are no pixels of its own.
    private mutating func weighBorders(_ copy: Edge) {
        guard let placement = copy.verdict.evidence.placement else { return }
        for (framed, inner) in [(copy.a, copy.b), (copy.b, copy.a)] {
            let (outside, inside) = (self[framed].picture, self[inner].picture)
            // Evidence is in the coordinates of the one whose content sorts first.
            let place = PairVerdict.isOrdered(outside, inside) ? placement : placement.inverse
            guard outside.pixels > inside.pixels, outside.places.isBorder(around: place),
                inside.pixels > self[framed].borderedFrom?.pixels ?? 0
            else { continue }
            self[framed].borderedFrom = inside
        }
    }
}
