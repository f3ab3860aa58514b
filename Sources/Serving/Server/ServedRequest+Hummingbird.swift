#if Serve
    internal import HTTPTypes
    internal import Hummingbird

    extension ServedRequest {
        init(_ request: Request, client: String) {
            var fields = Fields()
            fields.host = request.head.authority.flatMap { $0.isEmpty ? nil : $0 }
            var tags: [String] = []
            for field in request.headers {
                fields.bytes += field.name.rawName.utf8.count + field.value.utf8.count
                switch field.name {
                case .range: fields.range = field.value
                case .ifRange: fields.ifRange = field.value
                case .ifNoneMatch: tags.append(field.value)
                default: break
                }
            }
            if !tags.isEmpty { fields.ifNoneMatch = tags.joined(separator: ",") }
            self.init(
                method: request.method.rawValue, target: request.head.path ?? "/", fields: fields, client: client)
        }
    }

    extension Response {
        /// An answer with its body, or without one where only the header was asked for.
        init(_ answer: ServedAnswer, body: ResponseBody) {
            var headers = HTTPFields()
            for field in answer.fields {
                if let name = HTTPField.Name(field.name) { headers.append(HTTPField(name: name, value: field.value)) }
            }
            headers[.contentLength] = String(answer.body.count)
            self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
            // Of a body that is not sent because the client has it, nothing is said.
            if answer.status == 204 || answer.status == 304 { self.headers[.contentLength] = nil }
        }
    }
#endif
