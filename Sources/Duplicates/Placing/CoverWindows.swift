internal import Descriptors
internal import Fingerprints

/// The parts of a picture of which one at least is left when something small is laid over it: halves and quarters.
enum CoverWindows {
    /// All parts; each is compared with the same part of others.
    static let all: [Window] = [
        Window(left: 0, top: 0, width: 64, height: 32), Window(left: 0, top: 32, width: 64, height: 32),
        Window(left: 0, top: 0, width: 32, height: 64), Window(left: 32, top: 0, width: 32, height: 64),
        Window(left: 0, top: 0, width: 32, height: 32), Window(left: 32, top: 0, width: 32, height: 32),
        Window(left: 0, top: 32, width: 32, height: 32), Window(left: 32, top: 32, width: 32, height: 32),
    ]

    private static let hasher = WindowHasher(all)

    /// The codes of all parts of a picture.
    static func codes(of descriptor: Descriptor) -> [SIMD4<UInt64>?] { hasher.codes(of: descriptor.luma) }
}
