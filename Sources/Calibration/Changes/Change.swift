package import Duplicates
package import Rasters

/// One thing that people do to a picture, and what a matcher has to say of the result.
///
/// `Original` is what it is made of: a raster, or something that knows more of the picture than its pixels.
package struct Change<Original>: Sendable {
    /// The table that it stands in.
    package let group: String
    /// Its name in that table.
    package let name: String
    /// What the result is to the original.
    package let expected: Expectation
    /// Makes it; `nil` where it cannot be made of this picture.
    package let make: @Sendable (Original, inout Chance) throws -> Raster?

    /// A change whose result is to the original one of `relations`.
    package init(
        _ group: String, _ name: String, _ relations: [Relation], truth: Expectation.Truth = .copy,
        make: @escaping @Sendable (Original, inout Chance) throws -> Raster?
    ) {
        self.group = group
        self.name = name
        expected = Expectation(truth: truth, relations: relations)
        self.make = make
    }

    /// The same change of something that has such an `Original`.
    package func of<Whole>(_ part: @escaping @Sendable (Whole) -> Original) -> Change<Whole> {
        Change<Whole>(group, name, expected.relations, truth: expected.truth) { whole, chance in
            try make(part(whole), &chance)
        }
    }
}
