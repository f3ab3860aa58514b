internal import Descriptors

extension Descriptor {
    /// The descriptor of the negative.
    var negative: Descriptor {
        // Gray is 128, so that of 0 there is no negative; 255 is as near.
        func turned(_ levels: [UInt8]) -> [UInt8] { levels.map { UInt8(min(255, 256 - Int($0))) } }
        return Descriptor(luma: luma.map { 255 - $0 }, cb: turned(cb), cr: turned(cr), detail: detail)
    }
}
