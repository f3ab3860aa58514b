import Manifests

/// Colors for people: hexadecimal digits with a patch of the color on a terminal that can show it.
struct PaletteWords {
    let isColored: Bool

    /// A title, the main color, and a line for each color of the palette with its share.
    func text(of colors: ColorSection, title: String) -> String {
        var lines = [title, "  main    \(patch(colors.main))\(colors.main)"]
        for (index, color) in colors.palette.enumerated() {
            let share = index < colors.shares.count ? colors.shares[index] : 0
            let percent = "\(share / 10).\(share % 10) %"
            let label = index == 0 ? "palette" : "       "
            let gap = String(repeating: " ", count: max(0, 8 - percent.count))
            lines.append("  \(label) \(patch(color))\(color) \(gap)\(percent)")
        }
        return lines.joined(separator: "\n")
    }

    private func patch(_ color: String) -> String {
        guard isColored, let value = Int(color.dropFirst(), radix: 16) else { return "" }
        return "\u{1B}[48;2;\(value >> 16);\(value >> 8 & 255);\(value & 255)m  \u{1B}[0m "
    }
}
