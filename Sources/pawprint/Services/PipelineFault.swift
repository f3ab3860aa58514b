/// What is wrong with a pipeline file that only the module of a service can say.
struct PipelineFault: Error, CustomStringConvertible {
    let file: String
    /// The keys that lead to the value.
    let place: String
    let reason: String

    var description: String { "\(file): \(place): \(reason)" }
}
