import ArgumentParser
import Foundation
import Specs

/// The pipeline file of a command, and where its dataset goes.
struct PipelineArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline.yaml")) var file: String
    @Option(name: .shortAndLong, help: ArgumentHelp("The dataset folder, instead of the file's.", valueName: "folder"))
    var output: String?
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set a value of the file, as decode.maxPixels=50M; may be repeated.", valueName: "key=value")
    )
    var overrides: [String] = []

    mutating func validate() throws { try OutputPath.validate(output) }

    /// The pipeline, and the dataset folder that the command line or the file names.
    func read() throws -> (spec: PipelineSpec, folder: String) {
        let spec = try PipelineSpec(
            path: file, environment: ProcessInfo.processInfo.environment, overrides: overrides)
        guard let folder = output ?? spec.output.directory else {
            throw PipelineFault(file: file, place: "output.directory", reason: "expected a folder, or -o")
        }
        return (spec, folder)
    }
}
