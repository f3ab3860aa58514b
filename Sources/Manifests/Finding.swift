/// One difference between what was declared and what was decoded.
public struct Finding: Sendable, Hashable {
    /// What differs; findings stand in this order, that of the names.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case bytes, `extension`, frames, height, palette
        /// Whether another form of the picture, which the source calls the same, shows the same.
        case variant
        case width
    }

    /// How bad a difference is, which the user decides.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning
    }

    /// A side of the comparison.
    public enum Value: Sendable, Hashable {
        case number(Int)
        case text(String)
    }

    /// What differs.
    public var field: Field
    /// What the source says.
    public var declared: Value
    /// What the bytes say.
    public var decoded: Value
    /// How bad it is.
    public var severity: Severity

    /// A difference.
    public init(field: Field, declared: Value, decoded: Value, severity: Severity) {
        self.field = field
        self.declared = declared
        self.decoded = decoded
        self.severity = severity
    }
}
