internal import Sequences

extension Evidence {
    /// The numbers that all evidence has.
    var numbers: [Int] {
        [
            distance, orientation, correlation, lumaResidual, worstTile, worstColorTile, differingShare, toneShift,
            colorShift, gain, bias,
        ]
    }

    /// Reads them, in that order.
    mutating func take(_ reader: inout NumberReader) throws(PairRecordError) {
        distance = try reader.signed()
        orientation = try reader.signed()
        correlation = try reader.signed()
        lumaResidual = try reader.signed()
        worstTile = try reader.signed()
        worstColorTile = try reader.signed()
        differingShare = try reader.signed()
        toneShift = try reader.signed()
        colorShift = try reader.signed()
        gain = try reader.signed()
        bias = try reader.signed()
    }
}

extension PermilleBox {
    /// Reads the four numbers of a box.
    init(_ reader: inout NumberReader) throws(PairRecordError) {
        let (x, y) = (try reader.signed(), try reader.signed())
        self.init(x: x, y: y, width: try reader.signed(), height: try reader.signed())
    }
}

extension SequenceVerdict {
    /// Reads what frames say.
    init(_ reader: inout NumberReader) throws(PairRecordError) {
        var numbers: [Int] = []
        for _ in 0..<Self.numberCount { numbers.append(try reader.wide()) }
        guard let verdict = SequenceVerdict(numbers: numbers) else { throw .outOfRange(at: reader.place) }
        self = verdict
    }
}
