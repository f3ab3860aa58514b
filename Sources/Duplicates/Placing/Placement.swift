internal import Descriptors
internal import Fingerprints

/// A part of one picture that may show the same as a part of another.
struct Placement: Hashable {
    /// The part of the first.
    var first: Window
    /// The part of the second.
    var second: Window

    /// A part of the first that is a part of the second.
    init(first: Window, second: Window) {
        self.first = first
        self.second = second
    }

    /// Of two pictures that lie on each other after `warp` was done to the second.
    init(warp: Warp) {
        self.init(first: .whole, second: .whole)
        if warp.size > 0 { second.follow(warp) }
    }

    /// Bits at which keys agree so well that no other place is looked for.
    private static let sure = 31

    /// Where the keys of two pictures agree, the closest first: inside their borders, and if that says little, where one is a
    /// crop of the other.
    static func found(
        _ first: PreparedPicture, _ second: PreparedPicture, withCrops: Bool
    ) -> [Placement] {
        var found: [(distance: Int, placement: Placement)] = []
        func consider(_ one: SIMD4<UInt64>?, _ other: SIMD4<UInt64>?, _ placement: Placement) {
            guard let one, let other else { return }
            let distance = PlaceKeys.distance(one, other)
            if distance <= CropWindows.radius { found.append((distance, placement)) }
        }
        for one in first.picture.places.all {
            for other in second.picture.places.all {
                consider(one.code, other.code, Placement(first: one.window, second: other.window))
            }
        }
        if withCrops, !found.contains(where: { $0.distance <= sure }), let one = first.picture.places.whole,
            let other = second.picture.places.whole
        {
            for (window, code) in zip(CropWindows.all, first.crops) {
                consider(code, other, Placement(first: window, second: .whole))
            }
            for (window, code) in zip(CropWindows.all, second.crops) {
                consider(one, code, Placement(first: .whole, second: window))
            }
        }
        // A sort of Swift's is stable, so that of equals the one considered first stays first.
        return found.sorted { $0.distance < $1.distance }.map(\.placement)
    }

    /// Where the second picture lies in the first, in permille of the first's sides.
    var box: PermilleBox {
        let across = first.width / second.width
        let down = first.height / second.height
        func permille(_ value: Float) -> Int { Int((value * 1000 / 64).rounded()) }
        return PermilleBox(
            x: permille(first.left - second.left * across), y: permille(first.top - second.top * down),
            width: permille(64 * across), height: permille(64 * down))
    }

    /// How far an edge of the one lies from that of the other, in permille of the first.
    var shift: Int {
        let box = box
        return max(max(abs(box.x), abs(box.y)), max(abs(box.x + box.width - 1000), abs(box.y + box.height - 1000)))
    }

    /// The same moved to where both agree: the part of the one that is not all of its picture follows the other.
    func refined(_ one: LumaPlane, _ other: LumaPlane) -> Placement {
        var result = self
        let movesFirst = second == .whole || first != .whole
        for isCoarse in [true, false, false] {
            let moving = (movesFirst ? one : other).plane.part(movesFirst ? result.first : result.second).smoothed
            let fixed = (movesFirst ? other : one).plane.part(movesFirst ? result.second : result.first).smoothed
            let warp = Alignment.warp(
                of: isCoarse ? moving.smoothed.smoothed : moving, onto: isCoarse ? fixed.smoothed.smoothed : fixed,
                steps: isCoarse ? 5 : 3)
            if movesFirst { result.first.follow(warp) } else { result.second.follow(warp) }
        }
        return result
    }
}

extension Window {
    /// Moves and stretches by what `warp` does to the 64 cells of it.
    fileprivate mutating func follow(_ warp: Warp) {
        // The outer edges lie half a cell beyond the middles of the outermost cells.
        let reach: Float = 32 / 31.5
        left += (warp.dx - reach * warp.sx) * width / 64
        top += (warp.dy - reach * warp.sy) * height / 64
        width += 2 * reach * warp.sx * width / 64
        height += 2 * reach * warp.sy * height / 64
    }
}
