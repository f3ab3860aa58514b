internal import CPlanes
internal import Fingerprints

/// Finds what is left of a picture without its borders, letterbox and caption bars.
struct Trimming {
    /// How far a cell may lie from the color of the border, in levels.
    private static let tolerance = 8
    /// Cells of a line of 64 that have to have the color of the border.
    private static let agreeing = 58
    /// How far a bar may reach into the picture, in cells, and with words on it.
    private static let reach = 28
    private static let captionReach = 26
    /// What has to be left at least, and what has to be gone, in cells.
    private static let leastLeft: Float = 10
    private static let leastGone: Float = 0.6

    /// A side of the picture, of which lines are counted from the outermost.
    private enum Side: Int, CaseIterable { case left, top, right, bottom }

    private let luma: [UInt8]
    /// For each side the color of its outermost line, if that has one: mostly none has, and there is no more to ask.
    private var borders: [Int?] = []

    private init(luma: [UInt8]) {
        self.luma = luma
        borders = Side.allCases.map { border($0) }
    }

    /// The picture inside its uniform borders, and inside bars with words; only where that is not all of it.
    static func windows(of luma: [UInt8]) -> [Window] {
        let trimming = Trimming(luma: luma)
        guard trimming.borders.contains(where: { $0 != nil }) else { return [] }
        let plain = Side.allCases.map { trimming.plainEdge($0) }
        var windows: [Window] = []
        let captioned = Side.allCases.enumerated().map { place, side in
            side == .top || side == .bottom ? max(trimming.captionEdge(side), plain[place]) : plain[place]
        }
        let oneSided = [
            [plain[0], captioned[1], plain[2], plain[3]], [plain[0], plain[1], plain[2], captioned[3]],
        ]
        for edges in [plain, captioned] + oneSided {
            let window = Window(
                left: edges[0], top: edges[1], width: 64 - edges[0] - edges[2], height: 64 - edges[1] - edges[3])
            let isLess = (edges.max() ?? 0) >= leastGone
            if isLess, min(window.width, window.height) >= leastLeft, !windows.contains(window) {
                windows.append(window)
            }
        }
        return windows
    }

    /// The cell at `along` of the line `depth` lines from `side`.
    private func cell(_ side: Side, _ depth: Int, _ along: Int) -> Int {
        switch side {
        case .left: Int(luma[along * 64 + depth])
        case .top: Int(luma[depth * 64 + along])
        case .right: Int(luma[along * 64 + 63 - depth])
        case .bottom: Int(luma[(63 - depth) * 64 + along])
        }
    }

    private func line(_ side: Side, _ depth: Int) -> [UInt8] {
        switch side {
        case .top: Array(luma[depth * 64..<depth * 64 + 64])
        case .bottom: Array(luma[(63 - depth) * 64..<(63 - depth) * 64 + 64])
        case .left: (0..<64).map { luma[$0 * 64 + depth] }
        case .right: (0..<64).map { luma[$0 * 64 + 63 - depth] }
        }
    }

    private func isUniform(_ side: Side, _ depth: Int, _ level: Int) -> Bool {
        Self.isUniform(line(side, depth), level)
    }

    private static func isUniform(_ line: [UInt8], _ level: Int) -> Bool {
        count(line, below: level + tolerance + 1) - count(line, below: level - tolerance) >= agreeing
    }

    /// How many cells of a line lie below `level`.
    private static func count(_ line: [UInt8], below level: Int) -> Int {
        unsafe line.withUnsafeBufferPointer { unsafe planes_below($0.baseAddress, $0.count, Int32(level)) }
    }

    /// The color of the outermost line, if it has one.
    private func border(_ side: Side) -> Int? {
        let line = line(side, 0)
        let level = Self.upperMedian(line)
        return Self.isUniform(line, level) ? level : nil
    }

    /// The 33rd smallest cell, bit by bit: the largest level that at most 32 cells lie below.
    private static func upperMedian(_ line: [UInt8]) -> Int {
        var level = 0
        for shift in (0..<8).reversed() where count(line, below: level | 1 << shift) <= 32 { level |= 1 << shift }
        return level
    }

    /// Where the uniform border ends, in cells from `side`, a part of a cell estimated.
    private func plainEdge(_ side: Side) -> Float {
        guard let level = borders[side.rawValue] else { return 0 }
        var depth = 1
        while depth < Self.reach, isUniform(side, depth, level) { depth += 1 }
        return edge(side, depth, level)
    }

    /// Where the last line of the border's color is that is near enough to be behind words.
    private func captionEdge(_ side: Side) -> Float {
        guard let level = borders[side.rawValue],
            let last = (0..<Self.captionReach).last(where: { isUniform(side, $0, level) })
        else { return 0 }
        return edge(side, last + 1, level)
    }

    /// The line at `depth` is partly border: by how much, its likeness to the line behind it says.
    private func edge(_ side: Side, _ depth: Int, _ level: Int) -> Float {
        var (mixed, full) = (0, 0)
        for along in 0..<64 {
            let behind = cell(side, depth + 1, along)
            mixed += (cell(side, depth, along) - behind) * (level - behind)
            full += (level - behind) * (level - behind)
        }
        guard full > 64 * 16 else { return Float(depth) }
        return Float(depth) + min(max(Float(mixed) / Float(full), 0), 1)
    }
}
