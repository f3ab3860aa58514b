import Duplicates
import Encoding

/// Makes variants of animations, drawn ones and those of files, and says how many are recognized, and what else is.
///
/// `animation-accuracy [characters] [file...]`: seven animations of each drawn character, six of which begin with one frame.
@main struct AnimationAccuracy {
    static func main() throws(EncodingError) {
        var arguments = CommandLine.arguments.dropFirst()
        let characters = arguments.popFirst().flatMap { Int($0) } ?? 8
        var report = Report()
        let drawn = characters > 0 ? Source.drawn(seeds: 1...characters) : []
        try report.examine(drawn + arguments.compactMap { Source(path: $0) })
        print(report.text)
    }
}
