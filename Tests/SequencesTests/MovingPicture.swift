import Randomness
import Testing
import Fingerprints
import Sequences

/// An animation that can be drawn at any size and moment: a disc on its way over a patterned ground.
struct MovingPicture {
    /// What the ground looks like.
    var ground: UInt64 = 1
    /// How the disc goes: another course for each.
    var course = 0
    var width = 96
    var height = 72
    /// Levels added to each sample by lot.
    var damage = 0

    /// The frame at `moment`, which begins the course at 0 for all courses.
    func frame(at moment: Int) -> SequenceFrame {
        var reader = FrameReader()
        reader.begin(width: width, height: height)
        for row in rows(at: moment) { reader.take(rgba: row.span) }
        return reader.finish()
    }

    /// The frames at `moments`, each shown for the time in `delays` or for a tenth of a second.
    func sequence(_ moments: [Int], delays: [Int] = []) throws -> FrameSequence {
        var builder = FrameSequenceBuilder()
        for (index, moment) in moments.enumerated() {
            builder.append(frame(at: moment), milliseconds: index < delays.count ? delays[index] : 100)
        }
        return try #require(builder.finish())
    }

    /// RGBA rows of the frame at `moment`.
    func rows(at moment: Int) -> [[UInt8]] {
        var lots = SplitMix64(seed: ground)
        let tiles = (0..<48).map { _ in Int(lots.next() % 200) }
        var noise = SplitMix64(seed: ground ^ UInt64(moment) << 8 ^ UInt64(damage))
        let (discX, discY) = place(at: moment)
        return (0..<height).map { y in
            (0..<width).flatMap { x -> [UInt8] in
                // In permille, so that every size shows the same.
                let (u, v) = ((2 * x + 1) * 500 / width, (2 * y + 1) * 500 / height)
                let distance = Double((u - discX) * (u - discX) + (v - discY) * (v - discY)).squareRoot()
                // A soft edge, so that it does not jump from pixel to pixel. Tiles are of whole pixels where sides are multiples of 8 and 6.
                let share = min(1, max(0, (170 - distance) / 40))
                let tile = tiles[v * 6 / 1000 * 8 + u * 8 / 1000]
                return (0..<4).map { channel in
                    if channel == 3 { return 255 }
                    let level = Int(Double(230 - channel * 40) * share + Double(tile + channel * 15) * (1 - share))
                    let grain = damage == 0 ? 0 : Int(noise.next() % UInt64(2 * damage + 1)) - damage
                    return UInt8(min(255, max(0, level + grain)))
                }
            }
        }
    }

    private func place(at moment: Int) -> (Int, Int) {
        switch course {
        case 0: (200 + moment * 50, 250 + moment * 20)
        case 1: (200 + moment * 10, 250 + moment * 50)
        default: (200, 250 + moment % 3 * 90)
        }
    }
}
