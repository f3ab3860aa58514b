import CCodecs

/// One opened picture inside the C fence.
///
/// It borrows the bytes and the buffers, so it lives within the closure that lends them; closing frees all that the
/// library took, however decoding ended. Safe because every pointer it holds is valid for that long.
@safe struct CodecHandle: ~Copyable {
    private let codec: OpaquePointer
    private let format: ImageFormat
    private let byteCount: Int

    init(
        _ format: ImageFormat, _ bytes: UnsafeBufferPointer<UInt8>, _ options: inout codec_options
    ) throws(DecodeError) {
        // A buffer of no bytes has no address, but then there is no header either.
        guard let start = bytes.baseAddress else { throw .empty }
        guard let codec = unsafe codec_open(Self.code(of: format), start, bytes.count, &options) else {
            throw .outOfMemory(format)
        }
        unsafe self.codec = codec
        self.format = format
        byteCount = bytes.count
    }

    deinit { unsafe codec_close(codec) }

    /// Goes to the next frame; false after the last.
    func nextFrame() throws(DecodeError) -> Bool {
        try check(unsafe codec_next_frame(codec))
    }

    /// The next rows, valid until the next call; nil after the last.
    func nextRows() throws(DecodeError) -> (pixels: UnsafePointer<UInt8>, count: Int)? {
        var rows = unsafe codec_rows()
        guard try check(unsafe codec_next_rows(codec, &rows)), let pixels = unsafe rows.pixels else { return nil }
        return unsafe (pixels, Int(rows.count))
    }

    /// Goes to the first frame; false if it has no planes.
    func nextFrameOfPlanes() throws(DecodeError) -> Bool {
        let status = unsafe codec_next_frame(codec)
        if status == .no_planes { return false }
        return try check(status)
    }

    /// The next rows of all planes, valid until the next call; nil after the last.
    func nextPlanes() throws(DecodeError) -> codec_planes? {
        var planes = unsafe codec_planes()
        return try check(unsafe codec_next_planes(codec, &planes)) ? unsafe planes : nil
    }

    /// The first damage that was passed over.
    var damage: DecodeError? { error(for: unsafe codec_report(codec).damage) }

    /// A harmless oddity, in the library's words.
    var note: String? {
        // The text lives as long as the handle.
        let note = unsafe String(cString: codec_report(codec).note)
        return note.isEmpty ? nil : note
    }

    private func check(_ status: codec_status) throws(DecodeError) -> Bool {
        if let error = error(for: status) { throw error }
        return status == .ok
    }

    private func error(for status: codec_status) -> DecodeError? {
        let report = unsafe codec_report(codec)
        let offset = unsafe report.offset > byteCount ? nil : report.offset
        // The text lives as long as the handle.
        let reason = unsafe String(cString: report.reason)
        return switch status {
        case .ok, .end: nil
        case .corrupt: .corrupt(format, offset: offset, reason: reason)
        case .truncated: .truncated(format, bytes: byteCount, reason: reason)
        case .unsupported, .no_planes: .unsupported(format, reason: reason)
        case .limit: .tooCostly(format, reason: reason)
        case .no_memory: .outOfMemory(format)
        }
    }

    private static func code(of format: ImageFormat) -> codec_format {
        switch format {
        case .png: .png
        case .jpeg: .jpeg
        case .gif: .gif
        case .webp: .webp
        }
    }
}
