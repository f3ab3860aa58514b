/// EXIF data with one tag, the orientation.
enum MadeExif {
    static func tiff(orientation: Int, isBigEndian: Bool, type: Int = 3, count: Int = 1) -> [UInt8] {
        var tiff = ByteWriter()
        func add(_ value: Int, bytes: Int) {
            if isBigEndian {
                tiff.add(bigEndian: value, bytes: bytes)
            } else {
                tiff.add(littleEndian: value, bytes: bytes)
            }
        }
        tiff.add(isBigEndian ? "MM" : "II")
        add(42, bytes: 2)
        add(8, bytes: 4)
        add(2, bytes: 2)
        // A tag that nobody asks for, then the one.
        for (tag, type, count, value) in [(0x0100, 3, 1, 640), (0x0112, type, count, orientation)] {
            add(tag, bytes: 2)
            add(type, bytes: 2)
            add(count, bytes: 4)
            add(value, bytes: type == 4 ? 4 : 2)
            if type != 4 { add(0, bytes: 2) }
        }
        add(0, bytes: 4)
        return tiff.bytes
    }

    /// The content of a JPEG's APP1.
    static func segment(orientation: Int, isBigEndian: Bool, type: Int = 3) -> [UInt8] {
        Array("Exif\0\0".utf8) + tiff(orientation: orientation, isBigEndian: isBigEndian, type: type)
    }
}
