import Crypto
import Operations

/// The signature of a webhook delivery: SHA-256 (no HMAC) over app id, raw body, timestamp and OA secret key, one behind the
/// other (brief zalo.md §2.3).
package struct ZaloSignature: Sendable {
    let appID: String
    let key: String

    package init(appID: String, key: String) {
        self.appID = appID
        self.key = key
    }

    /// Whether the value of `X-ZEvent-Signature` fits the body. The value may come with or without `mac=`, with spaces, in
    /// upper case.
    package func fits(_ header: String, body: [UInt8]) -> Bool {
        guard let claimed = Self.digest(inHeader: header) else { return false }
        return Self.timestamps(in: body).contains { timestamp in
            Self.same(claimed, digest(of: body, timestamp))
        }
    }

    /// The value of the header for a body that carries this timestamp, in lower-case hexadecimal.
    package func mac(of body: [UInt8], timestamp: String) -> String { hexadecimal(digest(of: body, Array(timestamp.utf8)[...])) }

    private func digest(of body: [UInt8], _ timestamp: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array(appID.utf8))
        hash.update(data: body)
        hash.update(data: timestamp)
        hash.update(data: Array(key.utf8))
        return Array(hash.finalize())
    }

    /// Compares in a time that does not depend on where the two differ.
    private static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The 32 bytes that the header claims.
    private static func digest(inHeader header: String) -> [UInt8]? {
        var text = header.utf8.filter { $0 != 0x20 && $0 != 0x09 }[...]
        if text.prefix(4).elementsEqual("mac=".utf8) || text.prefix(4).elementsEqual("MAC=".utf8) { text = text.dropFirst(4) }
        guard text.count == 64 else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text {
            guard let digit = hexDigit(character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }

    /// The texts that stand as a member `timestamp` in the body, untouched, last one first: the platform's own stands on the
    /// outermost level near the end. Found by bytes, so that a genuine body which is broken elsewhere is still known as genuine.
    /// At most four, for the sake of hostile bodies.
    private static func timestamps(in body: [UInt8]) -> [ArraySlice<UInt8>] {
        let name = Array("\"timestamp\"".utf8)
        var found: [ArraySlice<UInt8>] = []
        var at = body.count - name.count
        while at >= 0, found.count < 4 {
            if body[at] == name[0], body[at..<at + name.count].elementsEqual(name), let text = member(in: body[(at + name.count)...]) {
                found.append(text)
            }
            at -= 1
        }
        return found
    }

    /// What stands behind a colon: the text between quotes, or bare digits.
    private static func member(in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        let colon = rest.drop(while: isSpace)
        guard colon.first == UInt8(ascii: ":") else { return nil }
        let value = colon.dropFirst().drop(while: isSpace)
        let text = value.first == UInt8(ascii: "\"") ? value.dropFirst().prefix { $0 != UInt8(ascii: "\"") } : value.prefix { (48...57).contains($0) }
        return text.isEmpty || text.count > 40 ? nil : text
    }
}
