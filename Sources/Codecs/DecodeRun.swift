import CCodecs
import Rasters

/// One picture on its way from the C fence to a sink.
///
/// Safe because it is made, used and dropped within the closure that lends it its buffers.
@safe struct DecodeRun {
    let header: ImageHeader
    let options: DecodeOptions
    let limits: DecodeLimits
    let plan: DecodePlan
    let loan: DecodeMemory.Loan

    func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some FrameSink
    ) throws(DecodeError) -> DecodeOutcome {
        try checkContainer(bytes.count)
        var codecOptions = unsafe makeOptions(planes: false)
        let handle = try unsafe CodecHandle(header.format, bytes, &codecOptions)
        var frames = 0
        while try handle.nextFrame() {
            if frames == 0 || options.frames == .all { try push(frame: frames, from: handle, into: &sink) }
            frames += 1
            // The rest of a still is read on: it may be damaged. The rest of an animation was not asked for.
            if options.frames == .first && header.frames > 1 { break }
        }
        return outcome(of: handle, frames: frames)
    }

    /// Fails if the file ends too soon and that is not accepted.
    func checkContainer(_ bytes: Int) throws(DecodeError) {
        if header.isCutShort && !options.acceptsTruncated && header.format != .png {
            throw .truncated(header.format, bytes: bytes, reason: "its last block is cut short or missing")
        }
    }

    /// What is to be said after the last of `frames` frames.
    func outcome(of handle: borrowing CodecHandle, frames: Int) -> DecodeOutcome {
        let damage = handle.damage
        let isTruncated = damage != nil || header.isCutShort
        return DecodeOutcome(
            framesDecoded: frames, denominator: plan.denominator, isTruncated: isTruncated,
            damage: damage.map { [$0.description] } ?? (isTruncated ? ["the file ends before its container does"] : []),
            notes: handle.note.map { [$0] } ?? [])
    }

    func makeOptions(planes: Bool) -> codec_options {
        let isOpaque = header.alpha == .none
        // A missing pixel is see-through where the picture can be, and gray where it cannot.
        let gray: UInt8 = isOpaque ? 128 : 0
        return unsafe codec_options(
            width: UInt32(header.width), height: UInt32(header.height), denominator: UInt32(plan.denominator),
            maximum_frames: UInt32(clamping: limits.maximumFrames),
            maximum_memory: 2 * DecodePlan.libraryBytes(for: header),
            fill: (gray, gray, gray, isOpaque ? 255 : 0), tolerant: options.acceptsTruncated, opaque: isOpaque,
            first_only: options.frames != .all, deep: false, planes: planes, plain: options.usesPlainKernels,
            maximum_rows: UInt32(plan.rowsAtOnce),
            strip: loan.strip.baseAddress.map { unsafe $0 + plan.stripOffset },
            strip_bytes: plan.stripBytes - plan.stripOffset, canvas: loan.canvas.baseAddress,
            canvas_bytes: plan.canvasBytes, whole: loan.whole.baseAddress, whole_bytes: plan.wholeBytes)
    }

    private func push(
        frame: Int, from handle: borrowing CodecHandle, into sink: inout some FrameSink
    ) throws(DecodeError) {
        let swapsSides = header.orientation.swapsSides
        sink.begin(
            frame: frame, width: swapsSides ? plan.height : plan.width, height: swapsSides ? plan.width : plan.height)
        while let rows = try unsafe handle.nextRows() {
            // The handle keeps these rows as they are until it is asked again.
            let pixels = unsafe UnsafeBufferPointer(start: rows.pixels, count: rows.count * plan.width * 4)
            if header.orientation == .upright {
                unsafe sink.take(rows: pixels.span, count: rows.count)
            } else {
                unsafe turn(pixels.span, into: &sink)
            }
        }
        sink.end()
    }

    /// Turns a whole frame, some rows at a time.
    private func turn(_ frame: Span<UInt8>, into sink: inout some FrameSink) {
        let height = header.orientation.swapsSides ? plan.width : plan.height
        for first in stride(from: 0, to: height, by: plan.turnedRows) {
            let count = min(plan.turnedRows, height - first)
            // Lent for this run, and nothing else writes to it.
            var rows = unsafe loan.turned.mutableSpan
            header.orientation.turn(
                frame, width: plan.width, height: plan.height, first: first, count: count, into: &rows)
            let rowBytes = frame.count / height
            sink.take(rows: rows.span.extracting(0..<count * rowBytes), count: count)
        }
    }
}
