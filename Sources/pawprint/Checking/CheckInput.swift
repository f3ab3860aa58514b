import ArgumentParser
import Files
import Foundation
import JSONText
import Manifests

/// What one argument of `check` is.
enum CheckInput {
    /// A manifest that is read as it is.
    case manifest(ManifestFile)
    /// A pipeline file.
    case pipeline(path: String)
    /// Everything else: pictures, folders, lists, addresses, which are grouped together.
    case pictures(InputArguments)

    /// The inputs in the order of the arguments; pictures stand where the first of them was named.
    static func inputs(of arguments: InputArguments) throws -> [CheckInput] {
        var inputs: [CheckInput] = []
        var pictures = arguments
        pictures.paths = []
        var position: Int?
        for path in arguments.paths {
            if !arguments.areLists, let manifest = ManifestFile(argument: path) {
                inputs.append(.manifest(manifest))
            } else if isPipeline(path) {
                inputs.append(.pipeline(path: path))
            } else {
                position = position ?? inputs.count
                pictures.paths.append(path)
            }
        }
        let hasPictures = position != nil || arguments.stdin || arguments.endsWithZero
        if hasPictures { inputs.insert(.pictures(pictures), at: position ?? inputs.count) }
        return inputs
    }

    private static func isPipeline(_ path: String) -> Bool {
        let lower = path.lowercased()
        return (lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")) && FileKind.at(path) != .folder
    }
}
