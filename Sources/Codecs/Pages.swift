import CCodecs

/// A buffer in pages of its own.
///
/// They take memory once they are written to, so a buffer may be much larger than what is put into it; and all of it goes
/// back to the system when it is freed. In the heap, buffers that grow leave holes, which a run of many pictures keeps: 10
/// MiB a worker.
///
/// Cannot be copied: whoever has the buffer is the only one, and lends it within calls.
@safe struct Pages: ~Copyable {
    /// A smaller one is as large as this.
    private static let smallest = 256 << 10

    /// With zeros at first, then with anything; nothing before there was a need.
    private(set) var bytes = unsafe UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

    deinit { unsafe Self.free(bytes) }

    /// Makes room for `count` bytes and up to as many again, so that what grows seldom has to move; what was in the buffer is
    /// lost then. False without memory.
    mutating func makeRoom(for count: Int) -> Bool {
        guard unsafe bytes.count < count else { return true }
        var room = Self.smallest
        while room < count { room *= 2 }
        // The old ones are freed first: nothing in them is needed.
        giveBack()
        guard let start = unsafe codec_pages(room) else { return false }
        unsafe bytes = UnsafeMutableBufferPointer(start: start, count: room)
        return true
    }

    /// Gives all of it back to the system.
    mutating func giveBack() {
        unsafe Self.free(bytes)
        unsafe bytes = UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    private static func free(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        unsafe codec_free_pages(start, bytes.count)
    }
}
