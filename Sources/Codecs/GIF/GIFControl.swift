/// A graphic control extension: how the next frame is drawn and taken away.
///
/// Source: CompuServe, Graphics Interchange Format, version 89a, section 23.
struct GIFControl {
    /// 0 and 1 stay, 2 leaves transparency, 3 brings back what was there.
    private(set) var disposal = 0
    private(set) var hasTransparency = false
    /// Milliseconds that the frame is shown.
    private(set) var delay = 0

    init() {}

    init?(_ bytes: Span<UInt8>, at offset: Int) {
        guard bytes.byte(at: offset) == 4, let flags = bytes.byte(at: offset + 1),
            let hundredths = bytes.littleEndian(2, at: offset + 2)
        else { return nil }
        disposal = flags >> 2 & 7
        hasTransparency = flags & 1 == 1
        delay = hundredths * 10
    }
}
