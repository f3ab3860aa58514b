/// One small picture of each kind, made by hand: what is cut, flipped and decoded again.
enum Samples {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("png", MadePNG().bytes), ("interlaced png", interlaced), ("palette png", palette),
        ("jpeg", MadeJPEG(width: 40, height: 24, values: [128, 200, 60]).bytes), ("turned jpeg", turned),
        ("gif", animation), ("webp", MadeWebP().bytes), ("translucent webp", MadeWebP(color: [1, 2, 3, 99]).bytes),
        ("animated webp", animatedWebP),
    ]

    private static var interlaced: [UInt8] {
        var png = MadePNG()
        (png.width, png.height, png.isInterlaced, png.color, png.depth) = (11, 9, true, 2, 8)
        png.samples = { x, y in [x * 20, y * 20, 7] }
        png.after = [("eXIf", MadeExif.tiff(orientation: 6, isBigEndian: true))]
        return png.bytes
    }

    private static var palette: [UInt8] {
        var png = MadePNG()
        (png.color, png.depth) = (3, 4)
        png.before = [("PLTE", (0..<48).map { UInt8($0) }), ("tRNS", [0, 128, 255]), ("tEXt", Array("a\0b".utf8))]
        png.samples = { x, y in [x * 4 + y] }
        return png.bytes
    }

    private static var turned: [UInt8] {
        var jpeg = MadeJPEG(width: 24, height: 16)
        jpeg.segments = [(0xE1, MadeExif.segment(orientation: 6, isBigEndian: false)), (0xFE, Array("hello".utf8))]
        return jpeg.bytes
    }

    private static var animation: [UInt8] {
        var gif = MadeGIF()
        (gif.loops, gif.comment) = (0, "hello")
        gif.frames = [
            .init(disposal: 3, transparent: 2, delay: 4, index: { x, y in (x + y) % 4 }),
            .init(left: 1, top: 1, width: 9, height: 9, isInterlaced: true, disposal: 2),
            .init(width: 2, height: 2, colors: [[9, 8, 7], [6, 5, 4], [0, 0, 0], [0, 0, 0]]),
        ]
        return gif.bytes
    }

    private static var animatedWebP: [UInt8] {
        var webp = MadeWebP(width: 8, height: 8)
        webp.frames = [
            .init(width: 8, height: 8), .init(left: 2, top: 2, color: [0, 9, 255, 100], leavesBackground: true),
            .init(width: 2, height: 2, isBlended: false),
        ]
        webp.exif = MadeExif.tiff(orientation: 3, isBigEndian: true)
        return webp.bytes
    }
}
