/// A number that is measured in permille, thousandths or bits, in half the memory: verdicts are kept by the hundred thousand.
@propertyWrapper
public struct Compact: Sendable, Hashable {
    private var stored: Int32

    /// The nearest number that has room.
    public init(wrappedValue: Int) { stored = Int32(clamping: wrappedValue) }

    /// The number.
    public var wrappedValue: Int {
        get { Int(stored) }
        set { stored = Int32(clamping: newValue) }
    }
}
