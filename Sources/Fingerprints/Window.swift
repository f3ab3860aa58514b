/// A part of a picture, in sixty-fourths of its sides from the top-left.
package struct Window: Hashable, Sendable {
    /// Left edge.
    package var left: Float
    /// Top edge.
    package var top: Float
    /// Width.
    package var width: Float
    /// Height.
    package var height: Float

    /// The part with these edges.
    package init(left: Float, top: Float, width: Float, height: Float) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    /// All of it.
    package static let whole = Window(left: 0, top: 0, width: 64, height: 64)
}
