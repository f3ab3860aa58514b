import Duplicates
import Rasters

/// One thing that people do to a picture, and what a matcher has to say of the result.
struct Change: Sendable {
    /// What a pair is in truth.
    enum Truth: String, Sendable { case copy, alternate }

    /// The table that it stands in.
    let group: String
    /// Its name in that table.
    let name: String
    /// What the result is to the original.
    let truth: Truth
    /// The relations that are right.
    let relations: [Relation]
    /// Makes it; `nil` where it cannot be made of this picture.
    let make: @Sendable (Subject, inout Chance) throws -> Raster?

    init(
        _ group: String, _ name: String, _ relations: [Relation], truth: Truth = .copy,
        make: @escaping @Sendable (Subject, inout Chance) throws -> Raster?
    ) {
        self.group = group
        self.name = name
        self.truth = truth
        self.relations = relations
        self.make = make
    }
}
