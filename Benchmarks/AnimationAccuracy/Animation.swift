import Drawings
import Rasters

/// Frames and how long each is shown, before they are encoded.
struct Animation: Sendable {
    var frames: [Raster]
    var delays: [Int]

    init(_ frames: [Raster], delay: Int) {
        self.frames = frames
        delays = frames.map { _ in delay }
    }

    /// The frames at `places`, with their delays.
    func picking(_ places: [Int]) -> Animation {
        var picked = self
        picked.frames = places.map { frames[$0] }
        picked.delays = places.map { delays[$0] }
        return picked
    }

    /// Every frame after `change`.
    func edited(_ change: (Raster) -> Raster) -> Animation {
        var edited = self
        edited.frames = frames.map(change)
        return edited
    }
}
