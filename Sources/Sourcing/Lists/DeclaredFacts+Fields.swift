internal import JSONText

extension DeclaredFacts {
    /// Takes what is declared, from an object `declared` or from the entry itself; `nil` when nothing is.
    ///
    /// What the object says counts more than what stands beside it.
    init?(taking fields: inout ItemFields) throws(LineFault) {
        self.init()
        try take(&fields)
        var section = try fields.strictSection("declared")
        try take(&section)
        fields.putBack(section, as: "declared")
        if isEmpty { return nil }
    }

    private mutating func take(_ fields: inout ItemFields) throws(LineFault) {
        width = try fields.number("width", atLeast: 1) ?? width
        height = try fields.number("height", atLeast: 1) ?? height
        bytes = try fields.number("bytes", atLeast: 0) ?? bytes
        frames = try fields.number("frames", atLeast: 1) ?? frames
        fileExtension = try fields.text("extension") ?? fileExtension
        mainColor = try fields.text("main_color") ?? mainColor
        palette = try fields.texts("palette") ?? palette
        var colors = fields.section("colors")
        mainColor = try colors.text("main") ?? mainColor
        palette = try colors.texts("palette") ?? palette
        fields.putBack(colors, as: "colors")
    }
}
