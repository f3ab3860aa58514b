import Randomness

extension SplitMix64 {
    /// A number from 0 up to `bound`; the bias is below one in a billion for what is asked here.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
