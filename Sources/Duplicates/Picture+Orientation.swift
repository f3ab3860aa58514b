internal import Descriptors
internal import Fingerprints
internal import Rasters
internal import Sequences

extension Picture {
    /// The picture as a viewer shows it for `orientation`.
    func oriented(_ orientation: Orientation) -> Picture {
        Picture(
            facts.oriented(orientation), descriptor: descriptor.oriented(orientation),
            sequence: sequence?.oriented(orientation))
    }
}

extension PictureFacts {
    /// The facts of the picture as a viewer shows it for `orientation`; nobody knows the digest of its pixels.
    func oriented(_ orientation: Orientation) -> PictureFacts {
        guard orientation != .upright else { return self }
        var turned = self
        if orientation.swapsSides { (turned.width, turned.height) = (height, width) }
        turned.fingerprint = fingerprint.oriented(orientation)
        turned.detail = detail.oriented(orientation)
        turned.pixelDigest = nil
        return turned
    }
}
