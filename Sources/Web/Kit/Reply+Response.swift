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
            Response(status: .ok, headers: UntrustedContent.headers(name: file.name, contentType: file.contentType, place: .attachment),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .picture(let file):
            Response(
                status: .ok, headers: UntrustedContent.headers(name: file.name, contentType: file.contentType, place: .inline),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .stored(let file, let asked): file.response(to: asked)
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
}
