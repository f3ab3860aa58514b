package import Rasters

extension Change {
    /// What this change makes of a subject, in pixels and as the matchers see it; `nil` where it cannot be made.
    ///
    /// - Parameters:
    ///   - name: the subject's, from which and from `seed` all chance follows.
    ///   - place: the places of the subject and of this change.
    /// - Throws: what an encoder or a decoder refused.
    package func sample(
        of subject: Original, named name: String, at place: (subject: Int, change: Int), seed: UInt64
    ) throws -> (sample: Sample, raster: Raster)? {
        let title = "\(name) > \(self.name)"
        var chance = Chance(title, seed: seed)
        guard let made = try make(subject, &chance) else { return nil }
        return (Sample(made, subject: place.subject, change: place.change, name: title), made)
    }
}
