import Crypto

/// An unguessable token: given out as text, kept as its SHA-256, so that a stolen database opens no door.
package struct Token: Sendable, Equatable {
    package let text: String

    package init(chance: [UInt8]) { text = hexadecimal(chance) }

    /// A token that somebody shows.
    package init(shown text: String) { self.text = text }

    package var hash: String { contentHash(Array(text.utf8)) }
}

/// SHA-256 in lower-case hexadecimal.
package func contentHash(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Bytes in lower-case hexadecimal.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var characters: [UInt8] = []
    for byte in bytes {
        characters.append(digits[Int(byte >> 4)])
        characters.append(digits[Int(byte & 15)])
    }
    return String(decoding: characters, as: UTF8.self)
}
