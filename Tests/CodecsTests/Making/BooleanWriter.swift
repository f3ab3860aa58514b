import Randomness

/// What a boolean decoder reads: RFC 6386, section 7.3.
struct BooleanWriter {
    private var done: [UInt8] = []
    private var range: UInt32 = 255
    private var bottom: UInt32 = 0
    private var free = 24

    mutating func add(_ bit: Bool, probability: UInt32) {
        let split = 1 + ((range - 1) * probability) >> 8
        if bit {
            let (sum, carries) = bottom.addingReportingOverflow(split)
            bottom = sum
            range -= split
            if carries { carry() }
        } else {
            range = split
        }
        while range < 128 {
            range <<= 1
            if bottom >> 31 == 1 { carry() }
            bottom <<= 1
            free -= 1
            if free == 0 {
                done.append(UInt8(bottom >> 24))
                bottom &= 0xFF_FFFF
                free = 8
            }
        }
    }

    /// Bits that are as likely 0 as 1, the highest first.
    mutating func add(_ value: Int, bits count: Int) {
        for place in (0..<count).reversed() { add(value >> place & 1 == 1, probability: 128) }
    }

    /// A bit at random.
    @discardableResult mutating func addFlag(_ random: inout SplitMix64) -> Bool {
        let flag = Bool.random(using: &random)
        add(flag, probability: 128)
        return flag
    }

    /// Sometimes a number at random of so many bits, and before it a bit that says so.
    mutating func addOptional(_ bits: Int, _ random: inout SplitMix64) {
        if addFlag(&random) { add(.random(in: 0..<(1 << bits), using: &random), bits: bits) }
    }

    /// All of it.
    var finished: [UInt8] {
        var rest = self
        rest.add(0, bits: 32)
        return rest.done
    }

    private mutating func carry() {
        var place = done.count - 1
        while place >= 0, done[place] == 255 {
            done[place] = 0
            place -= 1
        }
        if place >= 0 { done[place] += 1 }
    }
}
