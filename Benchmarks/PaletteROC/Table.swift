import Foundation

/// The figures as text.
struct Table {
    let palette: ROC
    let main: ROC
    let pictures: Int

    /// The program's own limits stand among the whole ones.
    private static let limits = ((1...15).map(Double.init) + [6.9]).sorted()

    var text: String {
        var lines = [
            "\(pictures) pictures, \(palette.same.count) re-encodings, \(palette.different.count) pairs of different pictures",
            "",
            "             palette             main color",
            "limit     same  different      same  different",
        ]
        for limit in Self.limits {
            let shares = [palette, main].map { roc in
                Self.percent(ROC.passing(roc.same, limit)) + "   " + Self.percent(ROC.passing(roc.different, limit))
            }
            lines.append(String(format: "%5.1f  ", limit) + shares.joined(separator: "   "))
        }
        lines.append(String(format: "area under the curve: palette %.5f, main color %.5f", palette.area, main.area))
        return lines.joined(separator: "\n") + "\n"
    }

    /// For each re-encoding the distances that half, 95 % and all of the pictures keep within.
    static func text(of groups: [(name: String, palette: [Double], main: [Double])]) -> String {
        var lines = ["re-encoding            palette: half    95 %     all    main color: half    95 %     all"]
        for group in groups {
            let name = group.name.padding(toLength: 28, withPad: " ", startingAt: 0)
            let values = [group.palette, group.main].map { distances in
                let sorted = distances.sorted()
                return [0.5, 0.95, 1].map { String(format: "%8.2f", sorted[Int(Double(sorted.count - 1) * $0)]) }
                    .joined()
            }
            lines.append(name + values.joined(separator: "        "))
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String { String(format: "%7.2f %%", share * 100) }
}
