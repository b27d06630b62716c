package import HTTPTypes
package import Hummingbird

/// A page is one file: its path, who may see it, what it shows, what its form does.
package protocol Page: Sendable {
    static var path: Path { get }
    static var access: Access { get }
    /// Whether a visit keeps the session alive; not where a page asks by itself while its reader may have left the desk.
    static var keepsSession: Bool { get }
    /// How much its form may hold.
    static var formLimits: FormLimits { get }
    static func show(_ visit: Visit) async throws -> Reply
    /// What the page's form does; pages without one refuse.
    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply
}

extension Page {
    package static var keepsSession: Bool { true }
    package static var formLimits: FormLimits { FormLimits() }
    package static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply { throw Entry.noForm }
}

/// Who may come to a page at all; what is done there is for the verbs to allow.
package enum Access: Sendable, Equatable {
    case anyone
    case staff
}

/// What a page answers.
package enum Reply: Sendable {
    /// A whole document.
    case document(HTML, status: HTTPResponse.Status = .ok, cookies: [SetCookie] = [])
    /// On to another page, after a form; so that going back sends nothing twice.
    case see(String, cookies: [SetCookie] = [])
    /// Plain text.
    case text(String)
    /// A file somebody sent, with the headers that keep it harmless.
    case file(OpenedFile)
    /// A file of the store, as far as the request's headers ask for it.
    case stored(StoredFile, to: HTTPFields)
    /// Server-sent events for as long as the reader stays.
    case events(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
    /// A picture that a page of ours shows.
    case picture(OpenedFile)
}

/// A file on its way to a browser.
package struct OpenedFile: Sendable {
    package var name: String
    package var contentType: String
    package var bytes: [UInt8]

    package init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }
}
