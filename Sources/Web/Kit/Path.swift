package import Hummingbird

/// The address of a page: one value that the router matches and that other pages link by.
///
///     let path: Path = "/app/ho-so/:code/phan-cong"
///     path.link("BN-2026-0001234")    // "/app/ho-so/BN-2026-0001234/phan-cong"
package struct Path: Sendable, Hashable, ExpressibleByStringLiteral {
    /// As written, parameters as `:name`.
    package let pattern: String

    package init(stringLiteral value: StaticString) {
        pattern = value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// For the router.
    package var route: RouterPath { RouterPath(pattern) }

    /// The names of the parameters, in order.
    package var parameters: [String] {
        pattern.split(separator: "/").filter { $0.utf8.first == UInt8(ascii: ":") }.map { String($0.dropFirst()) }
    }

    /// The address with its parameters filled in, in order, and a query of those values that are there. As many values as the
    /// pattern has parameters: a page that gives fewer links to nowhere, and the test over all pages finds it.
    package func link(_ values: String..., query: KeyValuePairs<String, String?> = [:]) -> String {
        assert(values.count == parameters.count, "\(pattern) wants \(parameters.count) values")
        var rest = values[...]
        let filled = pattern.split(separator: "/", omittingEmptySubsequences: false).map { piece in
            guard piece.utf8.first == UInt8(ascii: ":"), let value = rest.popFirst() else { return String(piece) }
            return percentEncoded(value)
        }
        let address = filled.joined(separator: "/")
        let asked = query.compactMap { name, value in value.map { "\(percentEncoded(name))=\(percentEncoded($0))" } }
        return asked.isEmpty ? address : address + "?" + asked.joined(separator: "&")
    }
}

/// Everything but the unreserved characters of RFC 3986 as `%XX` of its UTF-8 bytes.
func percentEncoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            encoded.append(byte)
        default:
            let digits = Array("0123456789ABCDEF".utf8)
            encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}
