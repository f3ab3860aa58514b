#if Remote
    internal import AsyncHTTPClient
    internal import NIOCore
    internal import NIOHTTP1
    internal import Sourcing

    /// One attempt at one file: requests along the redirects, then the body to a file.
    struct HTTPTransfer: Sendable {
        let client: HTTPClient
        let options: FetchOptions
        let clock: FetchClock
        let gate: HostGate
        let resolver: HostResolver

        private enum Answer {
            case file(FetchedFile)
            case redirect(to: String?)
        }

        /// Fetches the file that `start` leads to.
        func run(_ start: WebAddress, into folder: String) async throws(FetchError) -> FetchedFile {
            var trail = RedirectTrail(start, maximumRedirects: options.maximumRedirects)
            var address = start
            while true {
                switch try await visit(address, into: folder) {
                case .file(let file): return file
                case .redirect(let location): address = try await trail.follow(location, resolver: resolver)
                }
            }
        }

        /// One request, with a place at its host's gate until the last byte.
        private func visit(_ address: WebAddress, into folder: String) async throws(FetchError) -> Answer {
            try await gate.enter(address.host)
            let outcome: Result<Answer, FetchError>
            do throws(FetchError) {
                try await waitForPause(of: address.host)
                outcome = .success(try await ask(address, into: folder))
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
                do throws(CancellationError) { try await clock.sleep(left) } catch { throw .canceled }
            }
        }

        private func ask(_ address: WebAddress, into folder: String) async throws(FetchError) -> Answer {
            var request = HTTPClientRequest(url: address.text)
            request.headers.add(name: "User-Agent", value: options.userAgent)
            request.headers.add(name: "Accept", value: "image/*, */*;q=0.5")
            request.headers.add(name: "Accept-Encoding", value: "identity")
            // Counted from here: waiting for a turn is not the server's time.
            let end = clock.uptime() + options.wholeTimeout
            let response: HTTPClientResponse
            do {
                response = try await client.execute(request, timeout: TimeAmount(options.wholeTimeout))
            } catch {
                throw await failure(ofRequest: error, address)
            }
            switch Int(response.status.code) {
            case 200, 203:
                return .file(try await HTTPBody(response, options, clock).save(from: address, into: folder, end: end))
            case 301, 302, 303, 307, 308:
                return .redirect(to: response.headers.first(name: "Location"))
            case let status:
                let wait = response.headers.first(name: "Retry-After").flatMap {
                    RetryAfter.seconds($0, date: response.headers.first(name: "Date"), now: clock.now())
                }
                throw .status(status, retryAfter: wait)
            }
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
