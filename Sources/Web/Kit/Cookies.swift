/// The cookies of a request. The first of a name counts: a browser sends the most specific one first (RFC 6265 §5.4).
package struct Cookies: Sendable, Equatable {
    private var values: [String: String] = [:]

    /// Reads a `Cookie` header; what is not `name=value` is passed over.
    package init(header: String?) {
        for pair in (header ?? "").utf8.split(separator: UInt8(ascii: ";")) {
            let bytes = trimmed(Array(pair)[...])
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > bytes.startIndex else { continue }
            var value = trimmed(bytes[(equals + 1)...])
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") { value = value.dropFirst().dropLast() }
            guard let name = String(validating: trimmed(bytes[..<equals]), as: UTF8.self), values[name] == nil,
                let text = String(validating: percentDecoded(value, plusIsSpace: false), as: UTF8.self)
            else { continue }
            values[name] = text
        }
    }

    package subscript(name: String) -> String? { values[name] }
}

/// A cookie to set: never readable by scripts, never sent along from other sites' forms.
package struct SetCookie: Sendable, Equatable {
    package var name: String
    package var value: String
    package var path: String
    /// Seconds; `nil` lasts as long as the browser is open, 0 removes the cookie.
    package var maxAge: Int?
    /// On when the site is served by https (`http.base_url`).
    package var secure: Bool

    package init(_ name: String, _ value: String, path: String = "/", maxAge: Int? = nil, secure: Bool) {
        self.name = name
        self.value = value
        self.path = path
        self.maxAge = maxAge
        self.secure = secure
    }

    /// The value of a `Set-Cookie` header; what a cookie may not hold is percent-encoded.
    package var header: String {
        var parts = ["\(name)=\(percentEncoded(value))", "Path=\(path)"]
        if let maxAge { parts.append("Max-Age=\(maxAge)") }
        parts += ["HttpOnly", "SameSite=Lax"]
        if secure { parts.append("Secure") }
        return parts.joined(separator: "; ")
    }
}
