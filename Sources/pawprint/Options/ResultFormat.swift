import ArgumentParser

/// The forms in which a measurement is written.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
    /// Tables for people.
    case text
    /// One JSON document.
    case json
}
