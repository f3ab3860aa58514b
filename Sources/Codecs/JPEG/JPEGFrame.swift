import Rasters

/// The frame header of a JPEG.
///
/// Source: ITU-T T.81, section B.2.2.
struct JPEGFrame {
    struct Component {
        let id: Int
        let horizontal: Int
        let vertical: Int
        let table: Int
    }

    let width: Int
    let height: Int
    let bitDepth: Int
    let components: [Component]
    /// The low half of the marker: 0 baseline, 1 extended, 2 progressive, 3 lossless; with 8 arithmetic.
    private let coding: Int

    init(marker: Int, _ bytes: Span<UInt8>, in content: Range<Int>) throws(DecodeError) {
        let start = content.lowerBound
        guard content.count >= 6, let bitDepth = bytes.byte(at: start), let height = bytes.bigEndian(2, at: start + 1),
            let width = bytes.bigEndian(2, at: start + 3), let count = bytes.byte(at: start + 5),
            content.count >= 6 + 3 * count, count > 0
        else { throw .corrupt(.jpeg, offset: start, reason: "a frame header of \(content.count) bytes") }
        guard width > 0 else { throw .corrupt(.jpeg, offset: start, reason: "a size of \(width)x\(height)") }
        guard height > 0 else { throw .unsupported(.jpeg, reason: "the height is given after the pixels (DNL)") }
        self.width = width
        self.height = height
        self.bitDepth = bitDepth
        coding = marker & 0x0F
        components = (0..<count).map { index in
            let at = start + 6 + 3 * index
            let sampling = Int(bytes[at + 1])
            return Component(
                id: Int(bytes[at]), horizontal: sampling >> 4, vertical: sampling & 15, table: Int(bytes[at + 2]))
        }
    }

    var isProgressive: Bool { coding & 3 == 2 }
    var isLossless: Bool { coding & 3 == 3 }

    /// What libjpeg takes the samples for.
    func colorModel(hasJFIF: Bool, adobeTransform: Int?) -> ImageHeader.ColorModel {
        switch components.count {
        case 3 where hasJFIF: return .ycc
        case 3:
            if let adobeTransform { return adobeTransform == 0 ? .rgb : .ycc }
            return components.map(\.id) == [0x52, 0x47, 0x42] ? .rgb : .ycc
        case 4: return adobeTransform == 2 ? .ycck : .cmyk
        default: return .gray
        }
    }

    /// Luma alone, or luma at full size and color differences of one size that divides it; nil for anything else.
    func planes(as model: ImageHeader.ColorModel) -> PlaneLayout? {
        guard bitDepth == 8, !isLossless else { return nil }
        if model == .gray { return PlaneLayout(width: width, height: height, across: 0, down: 0, range: .full) }
        guard model == .ycc, components.count == 3, components[1].horizontal == components[2].horizontal,
            components[1].vertical == components[2].vertical, components[1].horizontal > 0, components[1].vertical > 0
        else { return nil }
        let (luma, chroma) = (components[0], components[1])
        guard luma.horizontal.isMultiple(of: chroma.horizontal), luma.vertical.isMultiple(of: chroma.vertical),
            luma.horizontal > 0, luma.vertical > 0
        else { return nil }
        return PlaneLayout(
            width: width, height: height, across: luma.horizontal / chroma.horizontal,
            down: luma.vertical / chroma.vertical, range: .full)
    }

    /// Two bytes for each coefficient of each component, in whole blocks, and a bit that says whether it is zero.
    var coefficientBytes: Int {
        let across = max(components.map(\.horizontal).max() ?? 1, 1)
        let down = max(components.map(\.vertical).max() ?? 1, 1)
        return components.reduce(0) { sum, component in
            let columns = (width + 8 * across - 1) / (8 * across) * component.horizontal
            let rows = (height + 8 * down - 1) / (8 * down) * component.vertical
            return sum + columns * rows * 136
        }
    }
}
