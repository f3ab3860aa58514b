import ArgumentParser
import Manifests
import Stages

/// `pawprint colors`: main color and palette.
struct ColorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colors",
        abstract: "Show the main color and the palette of pictures.",
        usage: "pawprint colors <image> ... [<options>]",
        discussion: """
            The palette is what color-thief makes in OKLCH, which is what Nekosia
            publishes; shares are parts of the pixels looked at.

            EXAMPLES
              pawprint colors drawing.png
              pawprint colors --json *.jpg | jq .colors.main
            """)

    @Argument(help: ArgumentHelp("Pictures.", valueName: "image")) var paths: [String]
    @Flag(help: "One JSON object a line instead of text.") var json = false
    @Flag(name: .customLong("no-color"), help: "No patches of color on the terminal (as with NO_COLOR).")
    var noColor = false
    @OptionGroup(title: "Limits") var decoding: DecodeFlags

    func run() throws {
        var reader = PictureReader(decoding.planWithoutFrames)
        var output = StandardOutput()
        var failures = 0
        let palettes = PaletteWords(isColored: Terminal.showsColors && !noColor)
        for path in paths {
            let record = reader.record(of: path)
            if json {
                try output.write(line: ManifestLine.encode(record))
            } else if let colors = record.colors {
                try output.write(line: palettes.text(of: colors, title: path))
            }
            guard let error = record.error else { continue }
            failures += 1
            if !json { StandardError.write(line: "pawprint: \(path): \(error.message)") }
        }
        try output.flush()
        if failures == paths.count { throw ExitStatus.tooManyFailures.code }
    }
}
