import Synchronization

/// What a visitor sends.
package struct Asking: Sendable {
    package var method: String
    package var path: String
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8] = []

    package init(_ method: String, _ path: String) {
        self.method = method
        self.path = path
    }
}

/// What comes back.
package struct Answer: Sendable {
    package var status: Int
    /// By lower-case name.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package subscript(header: String) -> String? { headers.first { $0.name == header }?.value }
    package var text: String { String(decoding: body, as: UTF8.self) }
    /// Where it leads to.
    package var location: String? { self["location"] }
    /// The page, read strictly.
    package var page: Element { get throws { try Markup.read(text) } }
}

/// A person with a browser that knows nothing but pages, forms and one cookie jar: what he fills in must stand in the form.
package final class Visitor: Sendable {
    package typealias Line = @Sendable (Asking) async throws -> Answer

    private let line: Line
    private let cookies = Mutex<[String: String]>([:])

    /// - Parameter line: carries a request to the site.
    package init(_ line: @escaping Line) { self.line = line }

    /// A file chosen in a form.
    package struct File: Sendable {
        var name: String
        var bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Sends anything, with the cookies.
    package func ask(_ asking: Asking) async throws -> Answer {
        var asking = asking
        let kept = cookies.withLock { $0 }
        if !kept.isEmpty { asking.headers.append(("cookie", kept.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; "))) }
        let answer = try await line(asking)
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies.withLock { $0[pair[0]] = pair[1].isEmpty ? nil : pair[1] }
        }
        return answer
    }

    package func get(_ path: String) async throws -> Answer { try await ask(Asking("GET", path)) }

    /// Opens a page, following where it leads; it must be there.
    package func open(_ path: String) async throws -> Element {
        var answer = try await get(path)
        for _ in 0..<3 where answer.status == 303 { answer = try await get(answer.location ?? "") }
        guard answer.status == 200 else { throw Missing("the page \(path): \(answer.status) \(answer.text.suffix(600))") }
        return try answer.page
    }

    /// Posts fields as a form would, without a form.
    package func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        var asking = Asking("POST", path)
        asking.headers = [("content-type", "application/x-www-form-urlencoded")]
        asking.body = Array(fields.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&").utf8)
        return try await ask(asking)
    }

    /// Posts fields and files as multipart.
    package func post(_ path: String, _ fields: [(String, String)], files: [(field: String, file: File)]) async throws -> Answer {
        var asking = Asking("POST", path)
        let boundary = "----ranhgioi7391"
        asking.headers = [("content-type", "multipart/form-data; boundary=\(boundary)")]
        for (name, value) in fields {
            asking.body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (field, file) in files {
            let head = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream"
            asking.body += Array("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
        }
        asking.body += Array("--\(boundary)--\r\n".utf8)
        return try await ask(asking)
    }

    /// Opens a page, fills in the form on it that has these fields, and sends it by the button of that value.
    package func fill(
        _ path: String, _ values: KeyValuePairs<String, String> = [:], files: [(field: String, file: File)] = [], button: String? = nil
    ) async throws -> Answer {
        let form = try WebForm.on(try await open(path), having: values.map(\.key) + files.map(\.field), button: button)
        return try await send(form, values, files: files, button: button)
    }

    /// Sends a form that was read before.
    package func send(
        _ form: WebForm, _ values: KeyValuePairs<String, String> = [:], files: [(field: String, file: File)] = [], button: String? = nil
    ) async throws -> Answer {
        let fields = try form.filled(values.map { ($0.key, $0.value) }, button: button)
        return form.isMultipart ? try await post(form.action, fields, files: files) : try await post(form.action, fields)
    }

    /// Signs in; throws when it is refused.
    package func signIn(_ login: String, password: String = Cast.password) async throws {
        let answer = try await fill("/dang-nhap", ["login": login, "password": password])
        guard answer.status == 303 else { throw Missing("a session of \(login): \(answer.status)") }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
