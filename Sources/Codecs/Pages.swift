import CCodecs

/// A buffer in pages of its own.
///
/// They take memory once they are written to, so a buffer may be much larger than what is put into it; and all of it goes back
/// to the system when it is freed. In the heap, buffers that grow leave holes, which a run of many pictures keeps: 10 MiB
/// a worker.
@safe final class Pages: Sendable {
    /// A smaller one is as large as this.
    private static let smallest = 256 << 10

    /// With zeros at first, then with anything.
    nonisolated(unsafe) let bytes: UnsafeMutableBufferPointer<UInt8>

    /// Room for `count` bytes and up to as many again, so that what grows seldom has to move; `nil` without memory.
    init?(atLeast count: Int) {
        var room = Self.smallest
        while room < count { room *= 2 }
        guard let start = unsafe codec_pages(room) else { return nil }
        unsafe bytes = UnsafeMutableBufferPointer(start: start, count: room)
    }

    deinit {
        // Nobody else has the pointer any more: it is only lent.
        guard let start = unsafe bytes.baseAddress else { return }
        unsafe codec_free_pages(start, bytes.count)
    }
}
