internal import Fingerprints

/// A part of a picture, in permille of its width and height.
public struct PermilleBox: Sendable, Hashable {
    /// Left edge.
    @Compact public var x: Int
    /// Top edge.
    @Compact public var y: Int
    /// Width.
    @Compact public var width: Int
    /// Height.
    @Compact public var height: Int

    /// The box with this top-left corner and size.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The smallest box that holds both.
    func union(_ other: PermilleBox) -> PermilleBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PermilleBox(
            x: left, y: top, width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - top)
    }

    /// Where the whole lies in this part of it, in permille of the part: the same place, told by the other picture.
    var inverse: PermilleBox {
        let (across, down) = (max(1, width), max(1, height))
        return PermilleBox(
            x: -x * 1000 / across, y: -y * 1000 / down, width: 1_000_000 / across, height: 1_000_000 / down)
    }

    /// The same box when it was measured in a part of the picture.
    func moved(into window: Window) -> PermilleBox {
        func permille(_ value: Float) -> Int { Int((value / 64 * 1000).rounded()) }
        let left = min(max(permille(window.left + window.width * Float(x) / 1000), 0), 1000)
        let top = min(max(permille(window.top + window.height * Float(y) / 1000), 0), 1000)
        let right = min(permille(window.left + window.width * Float(x + width) / 1000), 1000)
        let bottom = min(permille(window.top + window.height * Float(y + height) / 1000), 1000)
        return PermilleBox(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
    }
}
