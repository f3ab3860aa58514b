import Descriptors
import Duplicates
import Fingerprints
import Rasters

/// A picture as the matchers see it.
struct Sample: Sendable {
    /// The place of its subject.
    let subject: Int
    /// The place of the change that made it; `nil` for the subject itself.
    let change: Int?
    /// What Pawprint knows of it.
    var picture: Picture
    /// The 64-bit fingerprints of other tools.
    let peers: PeerHashes

    init(_ raster: Raster, subject: Int, change: Int?, name: String) {
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
        peers = PeerHashes(raster)
    }

    /// A name that sorts like a digest: by nothing that says which of two is the original.
    private static func digest(of name: String) -> String {
        var chance = Chance(name, seed: 3)
        return String(chance.bits(), radix: 16) + name
    }
}
