/// A hash of short texts that is the same on every machine, for seeds.
///
/// Source: Fowler, Noll and Vo, FNV-1a of 64 bits.
public enum FNV1a {
    /// The hash of `text`, another one for each `salt`.
    public static func hash(_ text: String, salt: UInt64 = 0) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ salt) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
