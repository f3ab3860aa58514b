import ArgumentParser
import Codecs
import Stages

/// Flags that say what a picture may ask for before it is refused.
struct DecodeFlags: ParsableArguments {
    @Option(
        name: .customLong("max-pixels"),
        help: ArgumentHelp("Refuse frames of more pixels (default: 100M).", valueName: "n"))
    var maximumPixels: PixelCount?

    @Option(
        name: .customLong("max-frames"),
        help: ArgumentHelp("Refuse animations of more frames (default: 2000).", valueName: "n"))
    var maximumFrames: Int?

    @Option(
        name: .customLong("max-bytes"),
        help: ArgumentHelp("Refuse larger files (default: 64M).", valueName: "bytes"))
    var maximumBytes: ByteCount?

    @Flag(
        name: .customLong("accept-truncated"), help: "Take what there is of a damaged picture, and say so.")
    var acceptsTruncated = false

    @Flag(
        name: .customLong("exact"),
        help: "Look at pixels as they are shown, not at luma and color as they are coded: slower; 'check' always does.")
    var isExact = false

    mutating func validate() throws {
        if let maximumFrames, maximumFrames < 1 {
            throw ValidationError("--max-frames takes a positive number, not \(maximumFrames)")
        }
    }

    /// The flags as a plan of the analysis.
    var plan: AnalysisPlan {
        var limits = DecodeLimits()
        if let maximumPixels { limits.maximumPixels = maximumPixels.pixels }
        if let maximumFrames { limits.maximumFrames = maximumFrames }
        if let maximumBytes { limits.maximumBytes = maximumBytes.bytes }
        return AnalysisPlan(limits: limits, acceptsTruncated: acceptsTruncated, isExact: isExact)
    }

    /// The same for what holds pictures against what others say of them.
    var exactPlan: AnalysisPlan {
        var plan = plan
        plan.isExact = true
        return plan
    }

    /// The same for what compares no animations by their frames.
    var planWithoutFrames: AnalysisPlan {
        var plan = plan
        plan.readsFrames = false
        return plan
    }
}
