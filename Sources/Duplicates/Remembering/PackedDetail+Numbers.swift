internal import Descriptors

extension PackedDetail {
    /// Appends the numbers of all lags, along rows and along columns.
    func append(to writer: inout NumberWriter) {
        let detail = detail
        for number in detail.horizontal + detail.vertical { writer.append(Int(number)) }
    }

    /// Reads them, in that order.
    init(_ reader: inout NumberReader) throws(PairRecordError) {
        func numbers() throws(PairRecordError) -> [UInt32] {
            var numbers: [UInt32] = []
            for _ in Detail.lags { numbers.append(UInt32(try reader.number(upTo: Int(Detail.largest)))) }
            return numbers
        }
        let horizontal = try numbers()
        self.init(Detail(horizontal: horizontal, vertical: try numbers()))
    }
}
