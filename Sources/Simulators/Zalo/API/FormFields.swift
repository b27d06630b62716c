import Foundation

/// Fields of a form or of a query string, percent-decoded, `+` read as a space.
func formFields(_ text: some StringProtocol) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first else { continue }
        fields[percentDecoded(name)] = parts.count > 1 ? percentDecoded(parts[1]) : ""
    }
    return fields
}

private func percentDecoded(_ bytes: some Sequence<UInt8>) -> String {
    let text = String(decoding: bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }, as: UTF8.self)
    return text.removingPercentEncoding ?? text
}
