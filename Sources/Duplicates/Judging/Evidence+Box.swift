internal import Rasters

extension Evidence {
    /// Where two pictures differ, in the coordinates of the one of the content `digest`.
    public func box(in digest: String, against other: String) -> PermilleBox? {
        // Evidence is in the coordinates of the one whose digest sorts first.
        guard let box, other < digest else { return box }
        // What lies in the first is brought into the second as it was turned to lie there, then turned back.
        let turned = placement.map { box.relative(to: $0) } ?? box
        return turned.turned(by: (Orientation(rawValue: orientation) ?? .upright).inverse)
    }
}

extension PermilleBox {
    /// The same box in permille of `frame`, cut off at its edges.
    func relative(to frame: PermilleBox) -> PermilleBox {
        func along(_ place: Int, _ start: Int, _ length: Int) -> Int {
            min(max((place - start) * 1000 / max(1, length), 0), 1000)
        }
        let left = along(x, frame.x, frame.width)
        let top = along(y, frame.y, frame.height)
        return PermilleBox(
            x: left, y: top, width: along(x + width, frame.x, frame.width) - left,
            height: along(y + height, frame.y, frame.height) - top)
    }

    /// Where the box lies in what a viewer shows for `orientation`.
    func turned(by orientation: Orientation) -> PermilleBox {
        let (right, bottom) = (1000 - x - width, 1000 - y - height)
        return switch orientation {
        case .upright: self
        case .mirrored: PermilleBox(x: right, y: y, width: width, height: height)
        case .rotated180: PermilleBox(x: right, y: bottom, width: width, height: height)
        case .flipped: PermilleBox(x: x, y: bottom, width: width, height: height)
        case .transposed: PermilleBox(x: y, y: x, width: height, height: width)
        case .rotatedRight: PermilleBox(x: bottom, y: x, width: height, height: width)
        case .transversed: PermilleBox(x: bottom, y: right, width: height, height: width)
        case .rotatedLeft: PermilleBox(x: y, y: right, width: height, height: width)
        }
    }
}
