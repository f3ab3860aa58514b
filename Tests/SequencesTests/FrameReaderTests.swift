import Descriptors
import Fingerprints
import Sequences
import Testing

@Suite struct FrameReaderTests {
    @Test func `a frame is the same from its rows and from its descriptor`() {
        let picture = MovingPicture()
        var builder = DescriptorBuilder()
        builder.begin(width: picture.width, height: picture.height)
        for row in picture.rows(at: 3) { builder.take(rgba: row.span) }
        var reader = FrameReader()
        #expect(reader.frame(of: builder.finish()) == picture.frame(at: 3))
    }

    @Test(arguments: [(48, 36), (192, 144), (144, 108), (96, 48)])
    func `a frame of another size has nearly the same fingerprint`(_ width: Int, _ height: Int) {
        let frame = MovingPicture().frame(at: 2)
        let other = MovingPicture(width: width, height: height).frame(at: 2)
        #expect(frame.fingerprint.distance(to: other.fingerprint) <= 24)
        #expect(zip(frame.cells, other.cells).allSatisfy { abs(Int($0) - Int($1)) <= 16 })
    }

    @Test func `a reader may be used again`() {
        var reader = FrameReader()
        for picture in [MovingPicture(), MovingPicture(width: 30, height: 50), MovingPicture()] {
            reader.begin(width: picture.width, height: picture.height)
            for row in picture.rows(at: 1) { reader.take(rgba: row.span) }
            #expect(reader.finish() == picture.frame(at: 1))
        }
    }

    @Test func `one pixel is a flat frame`() {
        let frame = MovingPicture(width: 1, height: 1).frame(at: 0)
        #expect(frame.fingerprint.quality == 0)
        #expect(Set(frame.cells[..<256]).count == 1)
    }
}
