internal import Duplicates

/// What somebody knows of pictures: which are copies of each other, which are related otherwise, which are not.
///
/// Copies of a copy are copies. What is said of two pictures themselves goes before what follows from others.
public struct Truth: Sendable {
    /// The pictures that it names, in the order of the file.
    public private(set) var names: [PictureName] = []
    private var numbers: [PictureName: Int] = [:]
    /// What is said of two pictures.
    private(set) var statements: [PicturePair: [Relation]] = [:]
    /// Lists of pictures of which any two are alternates, and of which any two are different.
    private(set) var alternateSets: [[Int]] = []
    private var alternateMemberships: [Int: [Int]] = [:]
    private var differentMemberships: [Int: [Int]] = [:]
    private var differentSets: [[Int]] = []
    /// Those that are copies.
    private var copies = Unions()
    /// Those that are copies or may be called so.
    private var looseCopies = Unions()
    /// Those that have something to do with each other.
    private var families = Unions()
    /// Those that are in a group, of which different ones show different pictures.
    private var grouped: Set<Int> = []
    /// Beginnings of paths below which different pictures are meant wherever nothing is said.
    var completeFolders: [String] = []

    /// A truth that says nothing.
    init() {}

    /// The number of the picture with this name.
    mutating func number(of name: PictureName) -> Int {
        if let known = numbers[name] { return known }
        let number = names.count
        names.append(name)
        numbers[name] = number
        return number
    }

    /// Takes note that `members` are copies of one picture.
    mutating func addCopies(_ members: [Int], isGroup: Bool = false) {
        for member in members {
            copies.join(members[0], member)
            looseCopies.join(members[0], member)
            families.join(members[0], member)
            if isGroup { grouped.insert(member) }
        }
    }

    /// Takes note that two pictures are in one of `relations`; the copies among them hold for their copies too.
    mutating func addPair(_ one: Int, _ other: Int, _ relations: [Relation], isGroup: Bool = false) throws(TruthError) {
        let pair = PicturePair(one, other)
        if isGroup { grouped.formUnion([one, other]) }
        if let known = statements[pair] {
            guard known.contains(where: \.isDuplicate) == relations.contains(where: \.isDuplicate) else {
                throw contradiction(one, other)
            }
            statements[pair] = known + relations.filter { !known.contains($0) }
        } else {
            statements[pair] = relations
        }
        if relations.allSatisfy(\.isDuplicate) { copies.join(one, other) }
        if relations.contains(where: \.isDuplicate) { looseCopies.join(one, other) }
        if relations != [.unrelated] { families.join(one, other) }
    }

    /// Takes note that any two of `members` are alternates of each other.
    mutating func addAlternates(_ members: [Int]) {
        for member in members {
            alternateMemberships[member, default: []].append(alternateSets.count)
            families.join(members[0], member)
        }
        alternateSets.append(members)
    }

    /// Takes note that any two of `members` are different pictures.
    mutating func addDifferent(_ members: [Int]) {
        for member in members { differentMemberships[member, default: []].append(differentSets.count) }
        differentSets.append(members)
    }

    /// - Throws: that two pictures are said to be copies and not to be copies.
    func checkContradictions() throws(TruthError) {
        for (pair, relations) in statements.sorted(by: { $0.key < $1.key })
        where !relations.contains(where: \.isDuplicate) && copies.joins(pair.first, pair.second) {
            throw contradiction(pair.first, pair.second)
        }
        for members in alternateSets + differentSets {
            var seen: [Int: Int] = [:]
            for member in members {
                let root = copies.root(of: member)
                if let other = seen[root], other != member { throw contradiction(other, member) }
                seen[root] = member
            }
        }
    }

    private func contradiction(_ one: Int, _ other: Int) -> TruthError {
        .contradiction(first: names[one].text, second: names[other].text)
    }
}

extension Truth {
    /// What is known of two pictures.
    func answer(_ pair: PicturePair) -> TruthAnswer {
        let (one, other) = (pair.first, pair.second)
        if let relations = statements[pair] { return .relations(relations) }
        if share(alternateMemberships, one, other) { return .relations([.alternate]) }
        if share(differentMemberships, one, other) { return .relations([.unrelated]) }
        if copies.joins(one, other) { return .copies }
        if looseCopies.joins(one, other) { return .either }
        if families.joins(one, other) { return .related }
        let areGrouped = grouped.contains(one) && grouped.contains(other)
        return areGrouped || isComplete(one) && isComplete(other) ? .different : .unknown
    }

    /// All pictures that are copies, or may be called so, in lists of two and more.
    var copyLists: [[Int]] {
        var lists: [Int: [Int]] = [:]
        for number in names.indices { lists[looseCopies.root(of: number), default: []].append(number) }
        return lists.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
    }

    private func share(_ memberships: [Int: [Int]], _ one: Int, _ other: Int) -> Bool {
        guard let first = memberships[one], let second = memberships[other] else { return false }
        return first.contains { second.contains($0) }
    }

    private func isComplete(_ number: Int) -> Bool {
        completeFolders.contains { names[number].bytes.starts(with: $0.utf8) }
    }
}
