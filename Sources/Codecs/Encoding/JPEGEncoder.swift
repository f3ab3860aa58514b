import CCodecs
public import Rasters

/// Makes baseline JPEGs: YCbCr with halved chroma (4:2:0), standard Huffman tables.
public enum JPEGEncoder {
    /// The largest side that libjpeg writes.
    public static let maximumSide = 65500

    /// Encodes a picture; its alpha is not looked at (`Background` puts it on white).
    ///
    /// - Parameter quality: 1...100, on libjpeg's scale.
    /// - Precondition: the quality is on the scale.
    public static func encode(_ raster: Raster, quality: Int) throws(EncodeError) -> [UInt8] {
        precondition((1...100).contains(quality), "quality \(quality) is not 1...100")
        guard raster.width <= maximumSide, raster.height <= maximumSide else {
            throw .tooLarge(width: raster.width, height: raster.height)
        }
        var result = unsafe codec_bytes()
        // The pixels stay where they are for the call, and a raster holds four bytes for each.
        let status = unsafe raster.pixels.withUnsafeBufferPointer { (pixels) -> codec_status in
            guard let start = pixels.baseAddress else { return .unsupported }
            return unsafe codec_encode_jpeg(
                start, UInt32(raster.width), UInt32(raster.height), Int32(quality), &result)
        }
        defer { unsafe codec_free_bytes(&result) }
        if status == .ok { return unsafe Array(UnsafeBufferPointer(start: result.bytes, count: result.count)) }
        if status == .no_memory { throw .outOfMemory }
        throw .refused(reason: unsafe reason(&result))
    }

    private static func reason(_ result: inout codec_bytes) -> String {
        // Text of the library, ended by a zero within its room.
        unsafe withUnsafeBytes(of: &result.reason) { text in
            unsafe String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
