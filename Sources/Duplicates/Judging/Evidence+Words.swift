extension Evidence {
    /// What a verdict says to people.
    func sentence(_ relation: Relation, _ pair: ShownPair) -> String {
        let (first, second, isMotionOpen) = (pair.first, pair.second, pair.isMotionOpen)
        return switch relation {
        case .identical: "the same bytes"
        case .samePixels: "other bytes, but every pixel is equal"
        case .reencoded: "same picture, encoded again: \(damage)"
        case .resized: "same picture at another size (\(sizes(first, second))): \(damage)"
        case .recolored where gain < 0: "the negative\(otherSize(first, second)): \(damage)"
        case .recolored: "same picture in other tones or colors: \(shifts), evenly all over; \(damage)"
        case .mirrored, .rotated: "same picture\(turn)\(otherSize(first, second)): \(damage)"
        case .stillOf: "a still as the first of \(max(first.frames, second.frames)) frames\(turn): \(damage)"
        case .alternate: "same picture\(turn) with a local difference: \(edit)"
        case .near where isMotionOpen:
            "first frames alike\(turn) (\(bits)), \(first.frames) against \(second.frames) frames; how they move was not compared"
        case .near: "close\(turn), but not proved to be the same: \(doubt)"
        case .unrelated: "\(bits), fine structure agrees to \(correlation) permille"
        case .cropped: "\(inclusion): \(damage)"
        case .retimed: bits
        }
    }

    /// What was done to one of them; the same whichever it was done to, for here nobody knows their order.
    private var turn: String {
        switch orientation {
        case 2: ", mirrored left to right"
        case 3: ", turned by a half"
        case 4: ", mirrored top to bottom"
        case 5: ", mirrored along a diagonal"
        case 6, 8: ", turned by a quarter"
        case 7: ", mirrored along the other diagonal"
        default: ""
        }
    }

    /// Which lies in which, without naming one: nobody here knows their order.
    private var inclusion: String {
        guard let placement else { return "a part of the other" }
        let (width, height) = (placement.width, placement.height)
        // The part is given in terms of what it lies in.
        if width <= 1000, height <= 1000 { return "one is a part of the other, \(width)x\(height) permille of it" }
        if width >= 1000, height >= 1000 {
            return "one is a part of the other, \(1_000_000 / width)x\(1_000_000 / height) permille of it"
        }
        return "each is a part of the other, \(width)x\(height) permille"
    }

    private func otherSize(_ first: ShownPair.Shown, _ second: ShownPair.Shown) -> String {
        first.width == second.width && first.height == second.height ? "" : " at another size"
    }

    private var bits: String { "\(distance) of 256 bits differ" }

    private var damage: String {
        "\(bits), even damage of \(Self.decimal(lumaResidual)) levels, worst tile at "
            + "\(max(worstTile, worstColorTile) / 10) % of what that explains"
    }

    private var edit: String {
        let tile = max(worstTile, worstColorTile)
        let what = worstTile >= worstColorTile ? "luma" : "color"
        let place = box.map { " in the box \($0.x),\($0.y) \($0.width)x\($0.height) permille" } ?? ""
        return "\(differingShare) permille of the area\(place), \(what) there at \(Self.decimal(tile)) times what even "
            + "damage explains; \(bits)"
    }

    private var doubt: String {
        "\(bits), worst tile at \(max(worstTile, worstColorTile) / 10) % of what even damage explains, fine structure "
            + "agrees to \(correlation) permille"
    }

    private var shifts: String {
        "luma by \(Self.decimal(toneShift)) and color by \(Self.decimal(colorShift)) levels"
    }

    private func sizes(_ first: ShownPair.Shown, _ second: ShownPair.Shown) -> String {
        let (large, small) = first.pixels >= second.pixels ? (first, second) : (second, first)
        return "\(large.size) and \(small.size)"
    }

    /// A number of thousandths with one decimal.
    private static func decimal(_ milli: Int) -> String {
        let tenths = (milli + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
