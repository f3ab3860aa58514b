import Foundation
import TestSupport

/// Fixtures that are decoded many times over.
enum SmallFixtures {
    /// Those of `folders` below `fixtures` whose names end so and which have fewer than `limit` bytes, by folder and name.
    static func files(
        in folders: [String], endings: [String], below limit: Int
    ) -> [(name: String, bytes: [UInt8])] {
        folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.root.path + "/" + folder)) ?? []
            return names.sorted().compactMap { name -> (name: String, bytes: [UInt8])? in
                guard endings.contains(where: name.hasSuffix), let bytes = try? Fixtures.file("\(folder)/\(name)"),
                    bytes.count < limit
                else { return nil }
                return ("\(folder)/\(name)", bytes)
            }
        }
    }
}
