public import Duplicates
public import JSONText

extension Evidence {
    /// The evidence under the keys of manifests: integers, and boxes as `[x, y, width, height]` in permille: of the
    /// difference, and of where one picture lies in the other. The orientation is there when it is not the upright one.
    public var json: JSONObject { json(box: box) }

    /// The same with the box of the difference in other coordinates.
    func json(box: PermilleBox?) -> JSONObject {
        var members: JSONObject = [
            "bias_milli": .integer(bias), "color_shift_milli": .integer(colorShift),
            "correlation_permille": .integer(correlation), "differing_permille": .integer(differingShare),
            "gain_permille": .integer(gain), "luma_residual_milli": .integer(lumaResidual),
            "tone_shift_milli": .integer(toneShift), "worst_color_tile_permille": .integer(worstColorTile),
            "worst_tile_permille": .integer(worstTile),
        ]
        if let box {
            members["box_permille"] = .array([box.x, box.y, box.width, box.height].map { .integer($0) })
        }
        if let placement {
            members["placement_permille"] = .array(
                [placement.x, placement.y, placement.width, placement.height].map { .integer($0) })
        }
        if let frames { members["frames"] = .object(frames.json) }
        if orientation != 1 { members["orientation"] = .integer(orientation) }
        return members
    }
}
