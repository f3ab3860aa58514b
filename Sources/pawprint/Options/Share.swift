import ArgumentParser

/// A share on the command line: 0.999, or 99.9%.
struct Share: ExpressibleByArgument {
    /// From 0 to 1.
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        value = isPercent ? number / 100 : number
        guard (0...1).contains(value) else { return nil }
    }

    init(_ value: Double) { self.value = value }

    var defaultValueDescription: String { "\(value)" }
}
