import CCodecs
import Rasters

extension DecodeRun {
    /// The same as `decode`, in planes; `nil`, and nothing was begun, if the pixels turn out to have none.
    func decodePlanes(
        _ bytes: UnsafeBufferPointer<UInt8>, layout: PlaneLayout, into sink: inout some PlaneSink
    ) throws(DecodeError) -> DecodeOutcome? {
        try checkContainer(bytes.count)
        var codecOptions = unsafe makeOptions(planes: true)
        let handle = try unsafe CodecHandle(header.format, bytes, &codecOptions)
        guard try handle.nextFrameOfPlanes() else { return nil }
        sink.begin(frame: 0, planes: layout.oriented(header.orientation))
        while let rows = try unsafe handle.nextPlanes() {
            // The handle keeps these rows as they are until it is asked again.
            let (luma, cb, cr) = unsafe (
                Self.plane(rows.luma, rows.luma_stride, rows.luma_count),
                Self.plane(rows.cb, rows.chroma_stride, rows.chroma_count),
                Self.plane(rows.cr, rows.chroma_stride, rows.chroma_count)
            )
            if header.orientation == .upright {
                unsafe push(luma, cb, cr, layout, rows, into: &sink)
            } else {
                unsafe turn(luma, cb, cr, layout, rows, into: &sink)
            }
        }
        sink.end()
        // The rest of the file is read on: it may be damaged.
        while try handle.nextFrame() {}
        return outcome(of: handle, frames: 1)
    }

    private static func plane(
        _ start: UnsafePointer<UInt8>?, _ stride: Int, _ count: UInt32
    ) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : stride * Int(count))
    }

    /// Hands on rows, not too many at a time: a whole WebP comes at once, and what is looked at thrice should stay in the cache.
    private func push(
        _ luma: UnsafeBufferPointer<UInt8>, _ cb: UnsafeBufferPointer<UInt8>, _ cr: UnsafeBufferPointer<UInt8>,
        _ layout: PlaneLayout, _ rows: codec_planes, into sink: inout some PlaneSink
    ) {
        let (count, chromaCount) = unsafe (Int(rows.luma_count), Int(rows.chroma_count))
        let (stride, chromaStride) = unsafe (rows.luma_stride, rows.chroma_stride)
        let step = DecodePlan.planeRowsAtOnce(layout)
        let chromaStep = layout.hasChroma ? step / layout.down : 0
        for part in 0..<(count + step - 1) / step {
            let first = part * step
            let last = min(first + step, count)
            let chromaFirst = min(part * chromaStep, chromaCount)
            let chromaLast = last == count ? chromaCount : min(chromaFirst + chromaStep, chromaCount)
            let chroma = chromaFirst * chromaStride..<chromaLast * chromaStride
            unsafe sink.take(
                luma: luma.span.extracting(first * stride..<last * stride), count: last - first,
                cb: cb.span.extracting(chroma), cr: cr.span.extracting(chroma), chromaCount: chromaLast - chromaFirst)
        }
    }

    /// Turns whole planes, some rows at a time.
    private func turn(
        _ luma: UnsafeBufferPointer<UInt8>, _ cb: UnsafeBufferPointer<UInt8>, _ cr: UnsafeBufferPointer<UInt8>,
        _ stored: PlaneLayout, _ rows: codec_planes, into sink: inout some PlaneSink
    ) {
        let turned = stored.oriented(header.orientation)
        let step = DecodePlan.planeRowsAtOnce(turned)
        let chromaStep = turned.hasChroma ? step / turned.down : 0
        for part in 0..<(turned.height + step - 1) / step {
            let (first, chromaFirst) = (part * step, part * chromaStep)
            let count = min(step, turned.height - first)
            let chromaCount = min(chromaStep, turned.chromaHeight - chromaFirst)
            let (size, chromaSize) = (count * turned.width, chromaCount * turned.chromaWidth)
            var target = unsafe room(for: 0..<size).mutableSpan
            unsafe header.orientation.turn(
                plane: luma.span, width: stored.width, height: stored.height, stride: rows.luma_stride, first: first,
                count: count, into: &target)
            if turned.hasChroma {
                var (start, plane) = unsafe (size, cb)
                for _ in 0..<2 {
                    var target = unsafe room(for: start..<start + chromaSize).mutableSpan
                    unsafe header.orientation.turn(
                        plane: plane.span, width: stored.chromaWidth, height: stored.chromaHeight,
                        stride: rows.chroma_stride, first: chromaFirst, count: chromaCount, into: &target)
                    unsafe (start, plane) = (start + chromaSize, cr)
                }
            }
            let all = unsafe loan.turned.span
            sink.take(
                luma: all.extracting(0..<size), count: count, cb: all.extracting(size..<size + chromaSize),
                cr: all.extracting(size + chromaSize..<size + 2 * chromaSize), chromaCount: chromaCount)
        }
    }

    /// A part of the buffer for turned rows, which is lent for this run and which nothing else writes to.
    @unsafe @inline(__always)
    private func room(for range: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
        unsafe UnsafeMutableBufferPointer(rebasing: loan.turned[range])
    }
}
