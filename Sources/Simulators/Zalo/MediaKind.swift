/// The kind of a file by its first bytes.
enum MediaKind: Sendable {
    case png, jpeg, gif, pdf, word, film, other

    init(_ bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: "GIF8".utf8) {
            self = .gif
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .word
        } else if bytes.dropFirst(4).starts(with: "ftyp".utf8) || bytes.dropFirst(8).starts(with: "AVI ".utf8) {
            self = .film
        } else {
            self = .other
        }
    }

    /// What a browser may take it for; anything that could be active is handed out as mere bytes.
    var contentType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .pdf: "application/pdf"
        case .word, .film, .other: "application/octet-stream"
        }
    }
}
