/// Where the references of the corpus disagree with each other or with us: what is followed, and why.
///
/// The list is exact. A file that begins to differ, and one that no longer does, both fail a test.
struct Disagreement: Hashable {
    enum With: String, Hashable {
        /// `expected/pillow.json`: size or frames of what both decode.
        case pillow
        /// `expected/pillow.json`: decoded there, refused here.
        case pillowAccepts
        /// `expected/libgd.json`: a pixel of a composited frame.
        case libgd
        /// `expected/libpng.json`: what the name of a file says of it.
        case libpng
        /// `expected/image-webp.json`: a pixel of a composited frame.
        case imageWebP
    }

    let with: With
    let path: String
    let reason: String

    static let browserBackground =
        "the canvas begins transparent and disposal 2 leaves transparency, as in browsers and gif-test-suite; "
        + "libgd shows the background color, which modern encoders leave at 0 without meaning it"

    static let all = animations + refusals + references

    private static let animations: [Disagreement] = [
        .init(
            with: .pillow, path: "gif-test-suite/gifs/animated_transparent_loop_frames_out_of_bounds.gif",
            reason: "300x100 to Pillow, which grows the canvas to hold all frames; 100x100 by the screen descriptor, "
                + "as in gif-test-suite's own frames and in browsers"),
        .init(with: .libgd, path: "libgd/gif/gif-conformance/valid/dispose_background.gif", reason: browserBackground),
        .init(with: .libgd, path: "libgd/gif/gif-conformance/valid/dispose_previous.gif", reason: browserBackground),
        .init(
            with: .libgd, path: "libgd/gif/gif-conformance/valid/small_frame_big_canvas.gif", reason: browserBackground),
        .init(
            with: .imageWebP, path: "image-webp/images/animated/random_lossless.webp",
            reason: "opaque frames over opaque frames, yet the reference is darker by 1 in nearly every sample: "
                + "image-webp's blending cuts off its fractions; libwebp and Pillow show what we show"),
    ]

    private static let refusals: [Disagreement] = [
        .init(
            with: .pillowAccepts, path: "pngsuite/xcsn0g01.png",
            reason: "a wrong checksum in IDAT; PngSuite says that it must be refused"),
        .init(
            with: .pillowAccepts, path: "libgd/gif/gif-conformance/invalid/no_trailer.gif",
            reason: "invalid to libgd: a GIF without its trailer cannot be told from one that was cut off"),
    ]

    private static let references: [Disagreement] = ["iftbbn2c16", "iftbgn2c16", "iftbrn2c08"].map {
        .init(
            with: .libpng, path: "libpng/pngsuite/\($0).png",
            reason: "interlaced by the i in its name, but not by its header: it was never saved interlaced")
    }

    static func paths(with: With) -> Set<String> { Set(all.filter { $0.with == with }.map(\.path)) }
}
