extension DecodeError: CustomStringConvertible {
    /// One line for people: what is wrong, where, and what was expected.
    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .unrecognized(let start):
            "begins with \(Self.hexadecimal(start)), which is no PNG, JPEG, GIF or WebP"
        case .corrupt(let format, let offset, let reason):
            "damaged \(format.name)\(offset.map { " near byte \($0)" } ?? ""): \(reason)"
        case .truncated(let format, let bytes, let reason):
            "incomplete \(format.name), it ends after \(bytes) bytes: \(reason)"
        case .tooManyBytes(let bytes, let limit):
            "\(bytes) bytes, and at most \(limit) are allowed"
        case .tooManyPixels(let width, let height, let limit):
            "\(width)x\(height) pixels, and at most \(limit) are allowed"
        case .tooManyFrames(let frames, let limit):
            "\(frames) frames, and at most \(limit) are allowed"
        case .tooManyPixelsInAll(let width, let height, let frames, let limit):
            "\(frames) frames of \(width)x\(height), and at most \(limit) pixels in all are allowed"
        case .tooCostly(let format, let reason):
            "this \(format.name) costs more than its size deserves: \(reason)"
        case .foreign(let format):
            "this is \(format.rawValue); PNG, JPEG, GIF and WebP are decoded"
        case .unsupported(let format, let reason):
            "a kind of \(format.name) that is not decoded: \(reason)"
        case .outOfMemory(let format):
            "the system gave no memory to decode this \(format.name)"
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
    }
}

extension ImageFormat {
    /// As it is written in a sentence.
    fileprivate var name: String {
        switch self {
        case .png: "PNG"
        case .jpeg: "JPEG"
        case .gif: "GIF"
        case .webp: "WebP"
        }
    }
}
