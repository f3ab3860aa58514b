public import Sourcing

/// A source without the files that the program itself writes, for a folder that holds its own output: `scan . > a.jsonl`
/// or `dedup . -o out` would otherwise list other files in every run.
///
/// Only what is found by walking folders is left out; a file that is named is wanted.
public struct SourceWithoutOutputs: ItemSource {
    private var base: any ItemSource
    private let isOutput: @Sendable (Locator) -> Bool

    /// The items of `base` that are found in folders and are no output, and all others.
    public init(_ base: any ItemSource, isOutput: @escaping @Sendable (Locator) -> Bool) {
        self.base = base
        self.isOutput = isOutput
    }

    public mutating func next() throws(SourceError) -> ListedOrProblem? {
        while let entry = try base.next() {
            guard case .item(let item) = entry, isFound(item), isOutput(item.locator) else { return entry }
        }
        return nil
    }

    private func isFound(_ item: SourceItem) -> Bool { item.kind == "folder" || item.kind == ReferenceSource.kind }
}
