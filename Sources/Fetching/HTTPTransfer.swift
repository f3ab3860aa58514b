#if Remote
    internal import AsyncHTTPClient
    internal import NIOCore
    internal import NIOHTTP1
    internal import Sourcing

    /// One attempt at one address: requests along the redirects, then the body.
    struct HTTPTransfer: Sendable {
        let client: HTTPClient
        let options: FetchOptions
        let clock: FetchClock
        let gate: HostGate
        let resolver: HostResolver
        let report: @Sendable (RateNotice) -> Void

        /// An answer that is no redirect, on its way.
        struct Arrival: Sendable {
            let response: HTTPClientResponse
            let fields: HTTPFields
            let address: WebAddress
            /// The uptime until which the last byte has to be there.
            let end: Duration

            var status: Int { Int(response.status.code) }
        }

        private enum Step<Value: Sendable>: Sendable {
            case done(Value)
            case redirect(to: String?)
        }

        /// Fetches the file that `start` leads to, if it is another version than is here.
        func file(
            at start: WebAddress, into folder: String, unless version: FileVersion?
        ) async throws(FetchError) -> FetchedContent {
            try await run(start, for: .file, unless: version) { (arrival) async throws(FetchError) -> FetchedContent in
                if arrival.status == 304, version != nil { return .unchanged }
                guard arrival.status == 200 || arrival.status == 203 else { throw failure(of: arrival) }
                let body = HTTPBody(arrival.response, limit: options.maximumBytes, clock, end: arrival.end)
                return .file(try await body.save(from: arrival.address, into: folder))
            }
        }

        /// Gets the answer that `start` leads to. What may pass is thrown, so that it is tried again.
        func answer(at start: WebAddress, limit: Int) async throws(FetchError) -> HTTPAnswer {
            try await run(start, for: .metadata) { (arrival) async throws(FetchError) -> HTTPAnswer in
                let failure = failure(of: arrival)
                if failure.isTransient { throw failure }
                let body = HTTPBody(arrival.response, limit: limit, clock, end: arrival.end)
                return HTTPAnswer(status: arrival.status, headers: arrival.fields, body: try await body.collect())
            }
        }

        private func run<Value: Sendable>(
            _ start: WebAddress, for use: RequestUse, unless version: FileVersion? = nil,
            take: @Sendable (Arrival) async throws(FetchError) -> Value
        ) async throws(FetchError) -> Value {
            var trail = RedirectTrail(start, maximumRedirects: options.maximumRedirects)
            var address = start
            while true {
                switch try await visit(address, for: use, unless: version, take: take) {
                case .done(let value): return value
                case .redirect(let location): address = try await trail.follow(location, resolver: resolver)
                }
            }
        }

        /// One request, with a place at its host's gate until the last byte.
        private func visit<Value: Sendable>(
            _ address: WebAddress, for use: RequestUse, unless version: FileVersion?,
            take: @Sendable (Arrival) async throws(FetchError) -> Value
        ) async throws(FetchError) -> Step<Value> {
            try await gate.enter(address.host)
            let outcome: Result<Step<Value>, FetchError>
            do throws(FetchError) {
                try await waitForPause(of: address.host)
                outcome = .success(try await ask(address, for: use, unless: version, take: take))
            } catch {
                outcome = .failure(error)
            }
            if case .failure(.status(let status, let seconds?)) = outcome, seconds > 0 {
                let pause = HostGate.Pause(end: clock.uptime() + .seconds(seconds), status: status)
                await gate.note(pause, for: address.host)
            }
            await gate.leave(address.host)
            return try outcome.get()
        }

        /// Leaves a host alone that asked for it; a pause longer than is waited for fails at once, with nothing sent.
        private func waitForPause(of host: String) async throws(FetchError) {
            while true {
                let now = clock.uptime()
                guard let pause = await gate.pause(of: host, at: now) else { return }
                let left = pause.end - now
                if left > options.retry.maximumRetryAfter {
                    throw .status(pause.status, retryAfter: Int(left.components.seconds))
                }
                report(RateNotice(host: host, use: nil, limit: nil, remaining: 0, resetsIn: left, isWaiting: true))
                try await wait(until: pause.end)
            }
        }

        /// Leaves a server alone whose budget is used up.
        private func waitForBudget(of place: RateLedger.Place) async throws(FetchError) {
            while case .wait(let end) = await gate.decision(for: place, at: clock.uptime()) {
                let left = end - clock.uptime()
                if left > options.maximumBudgetWait { throw .budgetSpent }
                let spent = RateBudget(scope: .host, remaining: 0, end: end)
                report(RateNotice(spent, at: place, uptime: clock.uptime(), isWaiting: true))
                try await wait(until: end)
            }
        }

        private func wait(until end: Duration) async throws(FetchError) {
            let left = end - clock.uptime()
            guard left > .zero else { return }
            do throws(CancellationError) { try await clock.sleep(left) } catch { throw .canceled }
        }

        private func request(
            to address: WebAddress, for use: RequestUse, unless version: FileVersion?
        ) -> HTTPClientRequest {
            var request = HTTPClientRequest(url: address.text)
            request.headers.add(name: "User-Agent", value: options.userAgent)
            request.headers.add(name: "Accept", value: use.accepted)
            request.headers.add(name: "Accept-Encoding", value: "identity")
            if let tag = version?.entityTag { request.headers.add(name: "If-None-Match", value: tag) }
            if let date = version?.lastModified { request.headers.add(name: "If-Modified-Since", value: date) }
            return request
        }

        private func ask<Value: Sendable>(
            _ address: WebAddress, for use: RequestUse, unless version: FileVersion?,
            take: @Sendable (Arrival) async throws(FetchError) -> Value
        ) async throws(FetchError) -> Step<Value> {
            let place = RateLedger.Place(authority: address.authority, path: address.path, use: use)
            try await waitForBudget(of: place)
            try await wait(until: await gate.turn(at: address.host, uptime: clock.uptime()))
            let request = request(to: address, for: use, unless: version)
            // Counted from here: waiting for a turn is not the server's time.
            let end = clock.uptime() + options.wholeTimeout
            let response: HTTPClientResponse
            do {
                response = try await client.execute(request, timeout: TimeAmount(options.wholeTimeout))
            } catch {
                throw await failure(ofRequest: error, address)
            }
            let fields = HTTPFields(response.headers.map { HTTPFields.Field(name: $0.name, value: $0.value) })
            if let budget = RateBudget(fields, uptime: clock.uptime(), now: clock.now()) {
                await gate.note(budget, for: place)
                report(RateNotice(budget, at: place, uptime: clock.uptime(), isWaiting: false))
            }
            switch Int(response.status.code) {
            case 301, 302, 303, 307, 308: return .redirect(to: fields["Location"])
            default:
                return .done(try await take(Arrival(response: response, fields: fields, address: address, end: end)))
            }
        }

        /// An answer that is not what was asked for.
        private func failure(of arrival: Arrival) -> FetchError {
            let wait = arrival.fields["Retry-After"].flatMap {
                RetryAfter.seconds($0, date: arrival.fields["Date"], now: clock.now())
            }
            return .status(arrival.status, retryAfter: wait)
        }

        /// A request that got no answer: the client's reasons in this module's words.
        private func failure(ofRequest error: any Error, _ address: WebAddress) async -> FetchError {
            if Task.isCancelled { return .canceled }
            let known = FetchError(ofTransport: error, received: 0, expected: nil)
            // The client does not tell an unknown name from a host that is down.
            guard known == .cannotConnect, await resolver.addresses(address.host).isEmpty else { return known }
            return .unknownHost(address.host)
        }
    }
#endif
