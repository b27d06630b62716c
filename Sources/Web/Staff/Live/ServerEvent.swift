import Domain
import Foundation
import NIOCore

/// One event of a stream, as the HTML standard writes it (server-sent events).
struct ServerEvent: Sendable, Equatable {
    /// What a browser gives back as `Last-Event-ID` when it comes again; `nil` keeps the one before.
    var id: String?
    var name: String
    /// One line of JSON.
    var data: String

    /// - Parameter content: of our own types, which can always be written.
    init(_ name: String, id: String? = nil, _ content: some Encodable) {
        self.id = id
        self.name = name
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Values of our own types are words and numbers: they can always be written.
        data = (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    var bytes: ByteBuffer {
        ByteBuffer(string: "\(id.map { "id: \($0)\n" } ?? "")event: \(name)\ndata: \(data)\n\n")
    }

    /// Shows that the line holds; browsers pass over it.
    static let sign = ByteBuffer(string: ": \n\n")

    /// Browsers that lose the line come again after so many milliseconds.
    static let greeting = ByteBuffer(string: "retry: 3000\n\n")

    /// The session is over: the page shall not come again by itself.
    static let signedOut = ServerEvent("het", [String: String]())
}
