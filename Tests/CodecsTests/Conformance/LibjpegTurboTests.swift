import Codecs
import Rasters
import TestSupport
import Testing

/// Output equals libjpeg-turbo's own, by its table of digests.
@Suite(.enabled(if: Corpus.exists)) struct LibjpegTurboTests {
    /// A binary PPM, as djpeg writes it.
    private static func ppm(_ frame: Raster, columns: Range<Int>? = nil, rows: [Int]? = nil) -> [UInt8] {
        let columns = columns ?? 0..<frame.width
        let rows = rows ?? Array(0..<frame.height)
        var bytes = Array("P6\n\(columns.count) \(rows.count)\n255\n".utf8)
        for y in rows { for x in columns { bytes += frame[x, y].prefix(3) } }
        return bytes
    }

    private static func decoded(_ name: String, divisor: Int = 1) throws -> Raster {
        let bytes = try Corpus.file("libjpeg-turbo/\(name)")
        // 227 x 149: the largest side that still allows the divisor.
        let scale = divisor == 1 ? DecodeOptions.Scale.full : .atLeast(side: 149 / divisor)
        return try Decoded(bytes, options: DecodeOptions(scale: scale)).frames[0]
    }

    private static func digest(of output: (name: String, args: String)) throws -> String? {
        let (name, args) = output
        let prefix = "djpeg -dct int -scale"
        let picture: [UInt8]
        switch args {
        case "(libjpeg API defaults: JDCT_ISLOW, fancy upsampling, RGB)": picture = ppm(try decoded(name))
        case "\(prefix) 1/2 -nosmooth -ppm": picture = ppm(try decoded(name, divisor: 2))
        case "\(prefix) 1/4 -nosmooth -ppm": picture = ppm(try decoded(name, divisor: 4))
        case "\(prefix) 1/8 -nosmooth -ppm": picture = ppm(try decoded(name, divisor: 8))
        case "djpeg -dct int -skip 15,31 -ppm", "djpeg -dct int -skip 16,139 -ppm":
            let frame = try decoded(name)
            let skipped = args.contains("15,31") ? 15...31 : 16...139
            picture = ppm(frame, rows: (0..<frame.height).filter { !skipped.contains($0) })
        default: return nil
        }
        return MD5.hexadecimal(of: picture)
    }

    @Test func `every output of ours has libjpeg-turbo's digest`() throws {
        var compared: [String] = []
        for output in try Expectations("libjpeg-turbo").list("decode_md5") {
            guard let name = output["file"] as? String, let args = output["args"] as? String,
                let digest = try Self.digest(of: (name, args))
            else { continue }
            #expect(digest == output["md5"] as? String, "\(name): \(args)")
            compared.append(args)
        }
        // The others are sizes and roundings that we do not offer: n/8, 256 colors, fast DCT, crops of chroma.
        #expect(compared.count == 6, "\(compared)")
    }

    @Test func `arithmetic coding gives the same pixels as Huffman coding`() throws {
        #expect(try Self.decoded("testimgari.jpg") == Self.decoded("testimgint.jpg"))
    }

    @Test func `the digest is RFC 1321's`() {
        #expect(MD5.hexadecimal(of: Array("message digest".utf8)) == "f96b697d7cb7938d525a2f31aaf161d0")
    }
}
