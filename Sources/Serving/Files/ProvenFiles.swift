/// Which files were found to be what their pictures say.
///
/// A manifest may be another's, and name any file of this machine: one whose digest the author did not know is not sent.
/// Each file is read whole once, before it is sent for the first time; later its size is looked at.
actor ProvenFiles {
    private var proven: Set<FileClaim> = []

    /// Whether the file was proven before.
    func contains(_ claim: FileClaim) -> Bool { proven.contains(claim) }

    /// Remembers that the file was proven.
    func insert(_ claim: FileClaim) { proven.insert(claim) }
}
