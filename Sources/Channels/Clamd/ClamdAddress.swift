/// Where clamd listens (`clamd.address`): `unix:/path` or `host:port`.
package enum ClamdAddress: Sendable, Equatable {
    case socket(path: String)
    case host(String, port: Int)

    /// `nil` for everything else.
    package init?(_ text: String) {
        if text.hasPrefix("unix:/") {
            self = .socket(path: String(text.dropFirst("unix:".count)))
            return
        }
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex, let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        self = .host(String(text[..<colon]), port: port)
    }
}
