import Codecs
import Drawings
import Foundation
import Rasters

/// An animation to make variants of.
struct Source {
    let name: String
    let animation: Animation
    /// What it has in common with others that may share frames: the character.
    let family: String

    /// The drawn animations of `seeds` characters or scenes.
    static func drawn(seeds: ClosedRange<Int>) -> [Source] {
        seeds.flatMap { seed in
            (0..<Drawn.motions).map { motion in
                Source(
                    name: "drawn-\(seed)-\(motion)", animation: Drawn.animation(seed: UInt64(seed), motion: motion),
                    family: "\(seed)")
            }
        }
    }

    /// The animation in the file at `path`, on white; `nil` for what has fewer than three frames or cannot be decoded.
    init?(path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        var sink = RasterSink()
        var decoder = ImageDecoder()
        guard let header = try? ImageDecoder.header(of: bytes.span), header.frames >= 3,
            (try? decoder.decode(bytes.span, header: header, into: &sink)) != nil
        else { return nil }
        var animation = Animation(sink.rasters.map { $0.edited(.flattened(Ink(0xFFFFFF))) }, delay: 100)
        animation.delays = header.delays.map { max(20, Int($0)) }
        name = URL(filePath: path).lastPathComponent
        self.animation = animation
        family = path
    }

    private init(name: String, animation: Animation, family: String) {
        self.name = name
        self.animation = animation
        self.family = family
    }
}
