internal import Fingerprints

/// A picture and what comparisons with several others have use for.
package struct PreparedPicture: Sendable {
    /// The picture.
    package let picture: Picture
    /// The codes of the parts that crops are found by, in the order of `CropWindows`; none where parts are not looked for.
    let crops: [SIMD4<UInt64>?]

    /// - Parameter reach: How much of one picture has to be in the other; not `automatic` where many are compared.
    package init(_ picture: Picture, reach: MatchOptions.Reach) {
        self.picture = picture
        let looksForParts = reach == .parts || reach == .automatic
        crops = looksForParts && picture.places.whole != nil ? CropWindows.codes(of: picture.descriptor) : []
    }
}
