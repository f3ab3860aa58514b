extension Descriptor {
    /// The first bytes of every blob: what it is, and its version.
    private static let signature = [UInt8](kind.utf8)
    private static let headerSize = 8
    private static let cellsSize = lumaSide * lumaSide + 2 * chromaSide * chromaSide

    /// Bytes of a blob, the same for every picture.
    public static let byteCount = headerSize + cellsSize + 2 * 4 * Detail.lags.count

    /// The blob `desc/1`: the six characters of that name and two zero bytes, luma, Cb and Cr row by row, then the detail
    /// along rows and along columns as 32-bit numbers, little-endian.
    public var bytes: [UInt8] {
        var blob: [UInt8] = []
        blob.reserveCapacity(Self.byteCount)
        blob += Self.signature + [0, 0]
        blob += luma
        blob += cb
        blob += cr
        for number in detail.horizontal + detail.vertical {
            for shift in [0, 8, 16, 24] as [UInt32] { blob.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return blob
    }

    /// Reads a blob back; `nil` when it is of another version or size, or says what no picture has.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, Array(bytes[0..<6]) == Self.signature, bytes[6] == 0, bytes[7] == 0 else {
            return nil
        }
        var place = Self.headerSize
        func next(_ count: Int) -> [UInt8] {
            defer { place += count }
            return Array(bytes[place..<place + count])
        }
        func numbers() -> [UInt32] {
            Detail.lags.map { _ in next(4).reversed().reduce(0) { $0 << 8 | UInt32($1) } }
        }
        let luma = next(Self.lumaSide * Self.lumaSide)
        let cb = next(Self.chromaSide * Self.chromaSide)
        let cr = next(Self.chromaSide * Self.chromaSide)
        let horizontal = numbers()
        let vertical = numbers()
        guard horizontal.allSatisfy({ $0 <= Detail.largest }), vertical.allSatisfy({ $0 <= Detail.largest }) else {
            return nil
        }
        self.init(luma: luma, cb: cb, cr: cr, detail: Detail(horizontal: horizontal, vertical: vertical))
    }
}
