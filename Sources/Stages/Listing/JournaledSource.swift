internal import Catalogs
internal import Manifests
internal import Sourcing

/// The items of a service: those that earlier runs were told, as the catalog has them, and then what it answers now.
///
/// Each answer is committed before the first of its items is used. Killed at any instant, the next run lists the same
/// items in the same order and asks only for what is missing; a listing that has come to its end asks nobody.
struct JournaledSource: ItemSource {
    private let order: ServiceOrder
    private let journal: ListingJournal
    private let isOffline: Bool
    private let say: @Sendable (String) -> Void
    private var source: (any AnsweringSource)?
    /// Items of the journal or of the last answer, the next at the end.
    private var pending: [SourceItem] = []
    private var hasBegun = false

    /// - Parameters:
    ///   - isOffline: whether the service may not be asked.
    ///   - say: takes what is to be said of the end of a listing.
    init(
        _ order: ServiceOrder, journal: ListingJournal, isOffline: Bool, say: @escaping @Sendable (String) -> Void
    ) {
        self.order = order
        self.journal = journal
        self.isOffline = isOffline
        self.say = say
    }

    mutating func next() throws(SourceError) -> ListedOrProblem? {
        if !hasBegun { try begin() }
        if pending.isEmpty { try ask() }
        return pending.popLast().map { .item($0) }
    }

    /// Takes what earlier runs were told, and makes the source of the rest if there is any.
    private mutating func begin() throws(SourceError) {
        hasBegun = true
        let (journal, order, isOffline) = (journal, order, isOffline)
        let known = try remembering { () throws(CatalogError) in
            try isOffline ? journal.known(order) : journal.listing(of: order)
        }
        let items = known?.items ?? []
        pending = items.reversed()
        if let row = known?.row, row.isComplete {
            if let remark = row.remark { say(remark) }
        } else if isOffline {
            say("\(order.kind): offline: \(items.count) items were listed before, and there may be more")
        } else {
            source = try order.source(known?.row.session ?? "")
            source?.resume(behind: items)
        }
    }

    private mutating func ask() throws(SourceError) {
        guard let items = try source?.nextAnswer() else { return }
        let (journal, order) = (journal, order)
        if items.isEmpty {
            let remark = source?.remark
            source = nil
            try remembering { () throws(CatalogError) in try journal.complete(order, remark: remark) }
            if let remark { say(remark) }
        } else {
            try remembering { () throws(CatalogError) in try journal.append(items, to: order) }
            pending = items.reversed()
        }
    }

    private func remembering<Value>(_ body: () throws(CatalogError) -> Value) throws(SourceError) -> Value {
        do throws(CatalogError) {
            return try body()
        } catch {
            throw .service(
                ServiceFailure(service: order.kind, code: "catalog", message: error.description, isTransient: true))
        }
    }
}
