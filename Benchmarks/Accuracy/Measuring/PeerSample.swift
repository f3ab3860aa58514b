import Calibration

/// A picture as Pawprint and other tools see it.
struct PeerSample: Sendable {
    /// As Pawprint sees it.
    var sample: Sample
    /// The 64-bit fingerprints of other tools.
    let peers: PeerHashes
}
