internal import Descriptors
package import Duplicates
internal import Fingerprints
package import Rasters

/// A picture as the matchers see it, and where it comes from.
package struct Sample: Sendable {
    /// The place of its subject.
    package let subject: Int
    /// The place of the change that made it; `nil` for the subject itself.
    package let change: Int?
    /// What Pawprint knows of it.
    package var picture: Picture

    /// An opaque picture, looked at as the pipeline looks at one.
    ///
    /// - Parameter name: No two samples share one.
    package init(_ raster: Raster, subject: Int, change: Int?, name: String) {
        var hasher = PDQHasher()
        var builder = DescriptorBuilder()
        hasher.begin(width: raster.width, height: raster.height)
        builder.begin(width: raster.width, height: raster.height)
        let stride = raster.width * 4
        for row in 0..<raster.height {
            let bytes = raster.pixels.span.extracting(row * stride..<(row + 1) * stride)
            hasher.take(rgba: bytes)
            builder.take(rgba: bytes)
        }
        self.subject = subject
        self.change = change
        picture = Picture(
            ticket: 0, path: name, digest: Self.digest(of: name), width: raster.width, height: raster.height,
            bytes: raster.pixels.count, isLossless: true, fingerprint: hasher.finish().fingerprint,
            descriptor: builder.finish())
    }

    /// A name that sorts like a digest: by nothing that says which of two is the original.
    private static func digest(of name: String) -> String {
        var chance = Chance(name, seed: 3)
        return String(chance.bits(), radix: 16) + name
    }
}
