internal import Descriptors

/// A picture as sixteen gray fields and a mean color: enough to tell most flat pictures apart without their descriptors.
public struct CoarseLook: Sendable, Hashable {
    /// How far the sums of luma of two pictures may lie apart whose cells agree: a copy's 4 x 4 cells differ by at most
    /// `Limits.flatLuma` in the mean, and so does the mean of all.
    static let brightnessReach = Int(Limits.flatLuma) * 64 * 64

    /// The sum of all luma cells.
    let brightness: Int
    /// The sums of luma over 16 x 16 cells, row by row.
    private let fields: SIMD16<Int32>
    /// The sums of all cells of Cb and Cr.
    private let color: SIMD2<Int32>

    init(_ descriptor: Descriptor) {
        var fields = SIMD16<Int32>()
        for (index, level) in descriptor.luma.enumerated() {
            fields[index / 1024 * 4 + index % 64 / 16] &+= Int32(level)
        }
        self.fields = fields
        brightness = Int(fields.wrappedSum())
        color = SIMD2(
            descriptor.cb.reduce(0) { $0 + Int32($1) }, descriptor.cr.reduce(0) { $0 + Int32($1) })
    }

    /// Whether nothing here keeps the cells of the two from agreeing.
    func mayAgree(with other: CoarseLook) -> Bool {
        let reach = Int32(Limits.flatLuma) * 16 * 16
        let difference = fields &- other.fields
        guard difference.max() <= reach, difference.min() >= -reach else { return false }
        let tint = color &- other.color
        let colorReach = Int32(Limits.flatColor) * 32 * 32
        return tint.max() <= colorReach && tint.min() >= -colorReach
    }
}
