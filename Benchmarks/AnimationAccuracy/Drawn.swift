import Drawings
import Rasters

/// Animations that are drawn: characters that nod, blink, sway or come nearer, and windows that wander over a scene.
enum Drawn {
    static let motions = 7
    private static let side = 176

    /// The animation number `motion` of the character or scene `seed`; all motions of one character begin with the same frame.
    static func animation(seed: UInt64, motion: Int) -> Animation {
        var lots = Lots(seed: seed &* 31 &+ UInt64(motion))
        let count = 8 + lots.next(below: 9)
        let delay = [50, 80, 100, 120][lots.next(below: 4)]
        if motion == motions - 1 { return wandering(seed: seed, count: count, delay: delay, &lots) }
        let look = FigureLook(seed: seed)
        return Animation(
            (0..<count).map { frame in
                Drawing.figure(moved(look, motion, at: frame, of: count)).raster(width: side, height: side)
            }, delay: delay)
    }

    private static func moved(_ look: FigureLook, _ motion: Int, at frame: Int, of count: Int) -> FigureLook {
        var look = look
        // 0 at the first frame, rising to the middle and back.
        let phase = min(frame, count - frame)
        switch motion {
        case 0: look.tilt += phase * 6
        case 1:
            if frame % 4 != 0 { look.expression = frame % 4 == 2 ? .asleep : .calm }
            look.tilt -= frame / 4 * 3
        case 2:
            // Nothing but the eyes.
            if frame == 2 || frame == count - 3 { look.expression = .asleep }
            if frame == 5 { look.expression = .wink }
        case 3:
            // Nothing but the mouth, and something in the hands.
            if frame % 3 == 1 { look.expression = .surprised }
            if frame > count / 2 { look.item = .star }
        case 4:
            look.placement.right += phase * 14
            look.tilt -= phase
        default:
            look.placement.size += phase * 3
            if frame > 0 && frame.isMultiple(of: 3) { look.expression = .laugh }
        }
        return look
    }

    private static func wandering(seed: UInt64, count: Int, delay: Int, _ lots: inout Lots) -> Animation {
        let kinds: [Drawing.Kind] = [.photograph, .landscape, .poster, .lineArt]
        let scene = Drawing.scene(kinds[Int(seed % 4)], seed: seed).raster(width: 2 * side, height: side)
        let step = 3 + lots.next(below: 5)
        return Animation(
            (0..<count).map { frame in
                let left = frame * step * 1000 / (2 * side)
                return scene.edited(.cropped(left: left, top: 0, right: 500 - left, bottom: 0))
                    .edited(.resized(width: side, height: side))
            }, delay: delay)
    }
}
