internal import Spelling

/// A color of the sRGB space in 8 bits a channel, without alpha.
public struct RGB8: Hashable, Sendable {
    /// Red, 0 to 255.
    public let red: UInt8
    /// Green, 0 to 255.
    public let green: UInt8
    /// Blue, 0 to 255.
    public let blue: UInt8

    /// A color from its three channels.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#RRGGBB`, in upper or lower case.
    public init(hexadecimal text: String) throws(ColorTextError) {
        var value: UInt32 = 0
        var digits = 0
        for (position, unit) in text.utf8.enumerated() {
            if position == 0 {
                guard unit == UInt8(ascii: "#") else { throw .noNumberSign(text) }
                continue
            }
            guard let digit = unit.hexadecimalValue else { throw .notADigit(text, offset: position) }
            value = value << 4 | UInt32(digit)
            digits += 1
            guard digits <= 6 else { throw .wrongLength(text) }
        }
        guard digits == 6 else { throw .wrongLength(text) }
        self.init(packed: value)
    }

    /// `#RRGGBB` in upper case.
    public var hexadecimal: String {
        var text = "#"
        for channel in [red, green, blue] {
            if channel < 16 { text += "0" }
            text += String(channel, radix: 16, uppercase: true)
        }
        return text
    }

    /// A color from `0xRRGGBB`.
    private init(packed: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: packed >> 16), green: UInt8(truncatingIfNeeded: packed >> 8),
            blue: UInt8(truncatingIfNeeded: packed))
    }
}

extension RGB8: CustomStringConvertible {
    public var description: String { hexadecimal }
}
