/// A small picture of a picture, by which two are compared without decoding them again.
public struct Descriptor: Hashable, Sendable {
    /// What made it, and how it is laid out.
    public static let kind = "desc/1"
    /// Luma cells a side.
    public static let lumaSide = 64
    /// Cells a side of each color difference.
    public static let chromaSide = 32

    /// 64 rows of 64 area means of luma (BT.601, 0 to 255), whatever the shape of the picture.
    public let luma: [UInt8]
    /// 32 rows of 32 area means of Cb, 128 for gray.
    public let cb: [UInt8]
    /// 32 rows of 32 area means of Cr, 128 for gray.
    public let cr: [UInt8]
    /// How fine the picture's detail is.
    public let detail: Detail

    /// Takes the cells as they are.
    ///
    /// - Precondition: 4096 luma cells, 1024 of each color difference.
    public init(luma: [UInt8], cb: [UInt8], cr: [UInt8], detail: Detail) {
        precondition(
            luma.count == 4096 && cb.count == 1024 && cr.count == 1024,
            "\(luma.count), \(cb.count) and \(cr.count) cells instead of 4096, 1024 and 1024")
        self.luma = luma
        self.cb = cb
        self.cr = cr
        self.detail = detail
    }
}
