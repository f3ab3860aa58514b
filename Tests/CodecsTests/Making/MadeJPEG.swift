/// A flat JPEG: every component has one value all over, so each block is a difference of zero and an end.
struct MadeJPEG {
    var width = 16
    var height = 16
    private static let sizes = [0, 7, 6, 5, 4, 3, 2, 1]
    /// One value for each component, 1...255.
    var values = [100]
    /// The ids of the components.
    var ids = [1, 2, 3, 4]
    /// APP14's last byte; nil for none.
    var adobeTransform: Int?
    /// Segments before the frame header.
    var segments: [(marker: UInt8, content: [UInt8])] = []
    /// 0xC0 baseline, 0xC1 extended, ...
    var frameMarker: UInt8 = 0xC0
    /// The 64 divisors of the only table. The first must be 8, so that a difference is a difference in value.
    var divisors = [UInt8](repeating: 8, count: 64)

    var bytes: [UInt8] {
        var file = ByteWriter()
        file.add([0xFF, 0xD8])
        for (marker, content) in segments { file.add(Self.segment(marker, content)) }
        if let adobeTransform {
            file.add(Self.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, UInt8(adobeTransform)]))
        }
        file.add(Self.segment(0xDB, [0] + divisors))
        var frame = ByteWriter()
        frame.add([8])
        frame.add(bigEndian: height, bytes: 2)
        frame.add(bigEndian: width, bytes: 2)
        frame.add([UInt8(values.count)] + values.indices.flatMap { [UInt8(ids[$0]), 0x11, 0] })
        file.add(Self.segment(frameMarker, frame.bytes))
        // Differences: n ones and a zero stand for one of these numbers of bits. The rest of a block: a zero ends it.
        let counts = [UInt8](repeating: 1, count: 8) + [UInt8](repeating: 0, count: 8)
        file.add(Self.segment(0xC4, [0x00] + counts + Self.sizes.map { UInt8($0) }))
        file.add(Self.segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0]))
        file.add(
            Self.segment(0xDA, [UInt8(values.count)] + values.indices.flatMap { [UInt8(ids[$0]), 0] } + [0, 63, 0]))
        file.add(scan)
        file.add([0xFF, 0xD9])
        return file.bytes
    }

    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    private var scan: [UInt8] {
        var bits = BitWriter(.highestFirst)
        let blocks = ((width + 7) / 8) * ((height + 7) / 8)
        for block in 0..<blocks {
            for value in values {
                let difference = block == 0 ? value - 128 : 0
                let size = Int.bitWidth - abs(difference).leadingZeroBitCount
                let place = Self.sizes.firstIndex(of: size) ?? 0
                bits.add((1 << (place + 1)) - 2, bits: place + 1)
                bits.add(difference > 0 ? difference : difference + (1 << size) - 1, bits: size)
                bits.add(0, bits: 1)
            }
        }
        // A byte of ones would be a marker.
        return bits.bytes(filler: true).flatMap { $0 == 0xFF ? [0xFF, 0] : [$0] }
    }
}
