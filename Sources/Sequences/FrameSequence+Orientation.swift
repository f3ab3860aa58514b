internal import Fingerprints
public import Rasters

extension FrameSequence {
    /// The animation as a viewer shows it for `orientation`, about: see `Fingerprint.oriented`.
    public func oriented(_ orientation: Orientation) -> FrameSequence {
        guard orientation != .upright else { return self }
        let turned = runs.map { run in
            Run(
                fingerprint: run.fingerprint.oriented(orientation), milliseconds: run.milliseconds, frames: run.frames)
        }
        return FrameSequence(
            runs: turned, cells: runs.indices.flatMap { SequenceFrame.turned(cells(of: $0), by: orientation) })
    }
}
