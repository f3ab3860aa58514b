import Descriptors
import Duplicates
import Fingerprints
import Sequences

/// An animation for tests: windows of a drawn scene, one for each moment.
struct MovingScene {
    /// Which scene.
    var seed: UInt64 = 1
    /// How far the window moves from moment to moment; each begins at the same place.
    var step = (x: 6, y: 0)
    /// The levels that compression is pretended to change samples by.
    var damage = 2

    /// The moments as an animation, each shown for a tenth of a second or for as long as `delay` says.
    func animation(_ moments: [Int], path: String, ticket: Int, delay: Int = 100) -> Picture {
        var builder = FrameSequenceBuilder()
        for moment in moments { builder.append(SequenceFrame.of(frame(moment)), milliseconds: delay) }
        let first = frame(moments[0])
        var picture = first.picture(ticket: ticket, path: path)
        picture.frames = moments.count
        return Picture(
            ticket: ticket, path: path, digest: "digest of \(path)", width: first.width, height: first.height,
            bytes: 1000,
            isLossless: true, frames: moments.count, fingerprint: picture.fingerprint, descriptor: picture.descriptor,
            sequence: builder.finish())
    }

    /// One moment as a still.
    func still(_ moment: Int, path: String, ticket: Int) -> Picture {
        frame(moment).picture(ticket: ticket, path: path)
    }

    private func frame(_ moment: Int) -> Scene {
        let whole = Scene(seed: seed, width: 320, height: 240)
        let (width, height) = (160, 120)
        let (left, top) = (40 + moment * step.x, 30 + moment * step.y)
        var pixels: [UInt8] = []
        for y in top..<top + height {
            pixels += whole.pixels[(y * 320 + left) * 4..<(y * 320 + left + width) * 4]
        }
        return Scene(width: width, height: height, pixels: pixels).damaged(by: damage, seed: UInt64(moment + 1))
    }
}

extension SequenceFrame {
    /// The frame that shows `scene`.
    fileprivate static func of(_ scene: Scene) -> SequenceFrame {
        var reader = FrameReader()
        reader.begin(width: scene.width, height: scene.height)
        for row in 0..<scene.height {
            reader.take(rgba: scene.pixels.span.extracting(row * scene.width * 4..<(row + 1) * scene.width * 4))
        }
        return reader.finish()
    }
}
