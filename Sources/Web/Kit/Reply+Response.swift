import HTTPTypes
package import Hummingbird
import NIOCore

extension Reply {
    /// As it goes over the wire. Nothing is kept by browsers or proxies unless it says so.
    package var response: Response {
        switch self {
        case .document(let html, let status, let cookies):
            Response(
                status: status, headers: Self.headers(of: "text/html; charset=utf-8", cookies),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
        case .see(let address, let cookies):
            Response(status: .seeOther, headers: Self.headers([HTTPField(name: .location, value: address)], cookies))
        case .text(let text):
            Response(
                status: .ok, headers: Self.headers(of: "text/plain; charset=utf-8"),
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        case .file(let file):
            Response(status: .ok, headers: Self.headers(of: file), body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .picture(let file):
            Response(
                status: .ok, headers: Self.headers(of: file, disposition: "inline"),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .events(let write):
            Response(status: .ok, headers: Self.streaming, body: ResponseBody(write))
        }
    }

    /// A proxy in front must hand events on as they come.
    private static var streaming: HTTPFields {
        var fields = headers(of: "text/event-stream; charset=utf-8")
        if let name = HTTPField.Name("X-Accel-Buffering") { fields[name] = "no" }
        return fields
    }

    private static func headers(of type: String, _ cookies: [SetCookie] = []) -> HTTPFields {
        headers([HTTPField(name: .contentType, value: type)], cookies)
    }

    private static func headers(_ first: [HTTPField], _ cookies: [SetCookie] = []) -> HTTPFields {
        HTTPFields(
            first + [HTTPField(name: .cacheControl, value: "no-store")] + cookies.map { HTTPField(name: .setCookie, value: $0.header) })
    }

    /// A file that came from outside: saved, never shown as a page of ours, whatever is in it.
    private static func headers(of file: OpenedFile, disposition: String = "attachment") -> HTTPFields {
        let name = cleanedFileName(file.name)
        let ascii = name.unicodeScalars.allSatisfy(\.isASCII) ? name : "tep"
        return [
            .contentType: file.contentType,
            .contentDisposition: "\(disposition); filename=\"\(ascii)\"; filename*=UTF-8''\(percentEncoded(name))",
            .contentSecurityPolicy: "default-src 'none'; sandbox", .xContentTypeOptions: "nosniff", .cacheControl: "private, no-store",
        ]
    }
}
