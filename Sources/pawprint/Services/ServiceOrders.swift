import Fetching
import Foundation
import ImageAPIs
import JSONText
import Sourcing
import Specs
import Stages

/// Makes orders of the services that a pipeline file names, and holds them against the services' terms before anything
/// is sent.
struct ServiceOrders {
    /// The pipeline file, for messages.
    let file: String
    /// Brings answers, by whatever limits.
    let transport: any APITransport
    /// The contact in the user agent.
    let contact: String?

    /// All sources of `spec` in order.
    func orders(of spec: PipelineSpec) throws -> [SourceOrder] {
        try checkTerms(spec)
        var names: Set<String> = []
        return try spec.sourceOrders { source, index in
            var name = Self.name(of: source)
            // The same question twice is two listings.
            while !names.insert(name).inserted { name += " again" }
            return try order(for: source, name: name, place: spec.place(ofSource: index))
        }
    }

    private func order(for source: SourceSpec, name: String, place: String) throws -> ServiceOrder {
        let make: @Sendable (String) throws -> any AnsweringSource
        switch source {
        case .nekosia(let spec): make = { [self] session in try self.source(spec, session: session) }
        case .nekosbest(let spec): make = { [self] _ in try self.source(spec) }
        case .folder, .list, .stdin: preconditionFailure("a \(source.kind.rawValue) is no service")
        }
        // What the service would refuse is said before a run begins.
        do { _ = try make("validation") } catch { throw PipelineFault(file: file, place: place, reason: "\(error)") }
        return ServiceOrder(kind: source.kind.rawValue, name: name) { session throws(SourceError) in
            do {
                return try make(session)
            } catch {
                let failure = ServiceFailure(
                    service: source.kind.rawValue, code: "bad-query", message: "\(error)", isTransient: false)
                throw .service(failure)
            }
        }
    }

    private func source(_ spec: SourceSpec.Nekosia, session: String) throws -> any AnsweringSource {
        let client = NekosiaClient(transport: transport, base: spec.url ?? NekosiaClient.publicBase)
        return try NekosiaSource(
            client: client, query: NekosiaQuery(spec, runSession: session), count: spec.count,
            variants: spec.variants.map { NekosiaSource.Variant($0) })
    }

    private func source(_ spec: SourceSpec.NekosBest) throws -> any AnsweringSource {
        let client = try NekosBestClient(transport: transport, contact: contact, base: Self.base(of: spec))
        return try NekosBestSource(client: client, query: NekosBestQuery(spec), amount: spec.amount)
    }

    /// The terms of nekos.best count the pictures of a whole run.
    private func checkTerms(_ spec: PipelineSpec) throws {
        var wanted = 0
        for (index, source) in spec.sources.enumerated() {
            guard case .nekosbest(let source) = source, NekosBestTerms.bind(Self.base(of: source)) else { continue }
            wanted += source.amount
            do throws(NekosBestTerms.Breach) {
                try NekosBestTerms.check(pictures: wanted, contact: contact, base: Self.base(of: source))
            } catch {
                let key = error == .noContact ? "" : ".amount"
                throw PipelineFault(file: file, place: spec.place(ofSource: index) + key, reason: "\(error)")
            }
        }
    }

    private static func base(of source: SourceSpec.NekosBest) -> String { source.url ?? NekosBestClient.publicBase }

    /// What is asked for in one text. An identifier of the user's stands in it as its digest.
    private static func name(of source: SourceSpec) -> String {
        var name = String(decoding: JSONValue(source.echo).encoded(), as: UTF8.self)
        if case .nekosia(let spec) = source, case .id(let identifier) = spec.session {
            name += " " + ContentDigest(of: Array(identifier.utf8).span).hexadecimal
        }
        return name
    }
}

extension PipelineSpec {
    /// The key of the source at `index`, for messages.
    fileprivate func place(ofSource index: Int) -> String {
        (sources.count == 1 ? "source." : "sources[\(index)].") + sources[index].kind.rawValue
    }
}
