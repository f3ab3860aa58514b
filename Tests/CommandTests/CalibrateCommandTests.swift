import Foundation
import TestSupport
import Testing

@Suite struct CalibrateCommandTests {
    private let cat = Fixtures.root.appending(path: "good/lake").path

    @Test func `copies of the user's pictures are found, and the figures are the same again`() async throws {
        let arguments = ["calibrate", cat, "--pictures", "1", "--seed", "3", "--format", "json"]
        let one = try await OwnQueue.run { try Program.ending(of: arguments + ["-j", "1"]) }
        let two = try await OwnQueue.run { try Program.ending(of: arguments + ["-j", "3"]) }
        #expect(one.status == 0 && one.errors.isEmpty)
        #expect(one.output == two.output)
        #expect(one.output.contains("\"schema\": \"pawprint.calibration/1\""))
        #expect(one.output.contains("\"name\": \"jpeg-95\""))
        // The fixtures of this folder are copies of each other.
        #expect(!one.output.contains("\"left_out\": 0"))
    }

    @Test func `a folder without a picture is named`() async throws {
        let folder = try TemporaryFolder()
        let ending = try await Program.run("calibrate", folder.path)
        #expect(ending.status == 5)
        #expect(
            ending.errors
                == "pawprint: \(folder.path): none of 0 files is a picture of 64 pixels a side that is not flat\n")
        #expect(try await Program.run("calibrate", folder.path, "--precision", "2").status == 2)
        #expect(try await Program.run("calibrate", folder.path, "--pictures", "0").status == 2)
    }
}
