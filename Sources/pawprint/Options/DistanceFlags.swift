import ArgumentParser
import Duplicates

/// Flags that say how far apart, and how turned, pictures may be that are compared.
struct DistanceFlags: ParsableArguments {
    @Option(
        name: .customLong("max-distance"),
        help: ArgumentHelp(
            "Compare pictures whose fingerprints differ in up to so many of 256 bits.", valueName: "bits"))
    var maximumDistance = 31

    @Option(
        help: ArgumentHelp(
            "In which positions a picture is still the same: none (upright only), mirror (left to right too) or all eight.",
            valueName: "which"))
    var orientations = MatchOptions.Orientations.none

    /// Refuses a distance at which pictures that have nothing in common are compared.
    mutating func validate() throws {
        if !(0...128).contains(maximumDistance) {
            throw ValidationError("--max-distance takes 0 to 128 bits, not \(maximumDistance)")
        }
    }
}
