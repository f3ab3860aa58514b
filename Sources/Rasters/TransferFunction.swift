/// The curve between sRGB channels and linear light, both from 0 to 1.
///
/// Source: IEC 61966-2-1, with the thresholds of its usual reading.
package enum TransferFunction {
    /// Linear light of each of the 256 values of a channel.
    package static let linear: [Double] = (0..<256).map { linear(Double($0) / 255) }

    /// Linear light of a channel.
    package static func linear(_ channel: Double) -> Double {
        guard channel > 0.04045 else { return channel / 12.92 }
        // The power 2.4 is the square times the power 2/5.
        let base = (channel + 0.055) / 1.055
        let square = base * base
        return square * square.fifthRoot
    }

    /// The channel, in 8 bits, nearest to this linear light; what lies outside of sRGB is clipped.
    package static func channel(_ linear: Double) -> UInt8 {
        guard linear > 0 else { return 0 }
        guard linear < 1 else { return 255 }
        var channel = linear * 12.92
        if linear > 0.0031308 {
            // The power 5/12 is the cube root of the fourth root of the fifth power.
            let fifth = linear * linear * linear * linear * linear
            channel = 1.055 * fifth.squareRoot().squareRoot().cubeRoot - 0.055
        }
        return UInt8(min(255, max(0, (channel * 255 + 0.5).rounded(.down))))
    }
}
