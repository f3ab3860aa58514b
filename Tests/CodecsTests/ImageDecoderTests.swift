import Codecs
import Rasters
import Testing

@Suite struct ImageDecoderTests {
    @Test func `one decoder for many pictures gives what a new one gives for each`() throws {
        var decoder = ImageDecoder()
        for (name, bytes) in Samples.all + Samples.all.reversed() {
            let header = try ImageDecoder.header(of: bytes.span)
            var sink = RasterSink()
            let outcome = try decoder.decode(bytes.span, header: header, into: &sink)
            let alone = try Decoded(bytes)
            #expect(sink.rasters == alone.frames && outcome == alone.outcome, "\(name)")
        }
    }

    @Test func `a failure leaves the decoder usable`() throws {
        var decoder = ImageDecoder()
        for (name, bytes) in Samples.all {
            let header = try ImageDecoder.header(of: bytes.span)
            let expected = try Decoded(bytes).frames
            var sink = RasterSink()
            let cut = Array(bytes.dropLast(20))
            _ = try? decoder.decode(cut.span, header: header, into: &sink)
            sink = RasterSink()
            _ = try decoder.decode(bytes.span, header: header, into: &sink)
            #expect(sink.rasters == expected, "\(name)")
        }
    }

    /// Writes down how rows arrive.
    private struct Strips: FrameSink {
        var counts: [Int] = []
        var bytes: [Int] = []
        var calls: [String] = []

        mutating func begin(frame index: Int, width: Int, height: Int) { calls.append("begin \(index)") }
        mutating func take(rows: Span<UInt8>, count: Int) {
            counts.append(count)
            bytes.append(rows.count)
        }
        mutating func end() { calls.append("end") }
    }

    @Test func `rows come in strips, from top to bottom, without padding`() throws {
        let bytes = MadeJPEG(width: 1000, height: 300).bytes
        var sink = Strips()
        var decoder = ImageDecoder()
        _ = try decoder.decode(bytes.span, header: try ImageDecoder.header(of: bytes.span), into: &sink)
        #expect(sink.counts.reduce(0, +) == 300 && sink.counts.count > 5)
        #expect(zip(sink.bytes, sink.counts).allSatisfy { $0 == $1 * 4000 })
        #expect(sink.calls == ["begin 0", "end"])
    }

    @Test func `frames follow one another`() throws {
        let bytes = Samples.all[5].bytes
        var sink = Strips()
        var decoder = ImageDecoder()
        _ = try decoder.decode(bytes.span, header: try ImageDecoder.header(of: bytes.span), into: &sink)
        #expect(sink.calls == ["begin 0", "end", "begin 1", "end", "begin 2", "end"])
    }

    @Test func `a header of other bytes is found out`() throws {
        let header = try ImageDecoder.header(of: MadePNG(width: 5).bytes.span)
        var decoder = ImageDecoder()
        for bytes in [MadePNG().bytes, MadePNG(width: 50, height: 50).bytes, MadeGIF().bytes, []] {
            var sink = RasterSink()
            #expect(throws: DecodeError.self) { try decoder.decode(bytes.span, header: header, into: &sink) }
        }
    }

    @Test func `formats are told from the content`() {
        #expect(ImageFormat.sniffed(from: MadePNG().bytes.span) == .png)
        #expect(ImageFormat.sniffed(from: MadeJPEG().bytes.span) == .jpeg)
        #expect(ImageFormat.sniffed(from: MadeGIF().bytes.span) == .gif)
        #expect(ImageFormat.sniffed(from: MadeWebP().bytes.span) == .webp)
        #expect(ImageFormat.sniffed(from: Array("GIF90a".utf8).span) == nil)
        #expect(ImageFormat.allCases.map(\.fileExtension) == ["png", "jpg", "gif", "webp"])
    }

    @Test(arguments: [
        ("BM" + String(repeating: " ", count: 30), ForeignFormat.bmp), ("II*\0....", .tiff), ("%PDF-1.7", .pdf),
        ("....ftypavif", .avif), ("....ftypheic", .heic), ("....ftypisom", .mp4), ("<!DOCTYPE html>", .html),
        ("<svg xmlns=", .svg), ("8BPS....", .photoshop), ("....JXL ", .jpegXL), ("....jP  ", .jpeg2000),
    ])
    func `other formats are named`(text: String, format: ForeignFormat) {
        #expect(Decoded.error(of: Array(text.utf8)) == .foreign(format))
    }

    @Test func `nothing at all, and nothing known`() {
        #expect(Decoded.error(of: []) == .empty)
        #expect(Decoded.error(of: [1, 2, 3]) == .unrecognized(start: [1, 2, 3]))
    }
}
