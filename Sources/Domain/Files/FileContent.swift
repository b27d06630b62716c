/// What a file is, by its content alone: a kind that is opened here, or something that is kept as it is and never opened here.
package enum FileContent: Sendable, Equatable {
    case known(FileKind)
    case closed(Closed)

    /// Why a file is only kept (giữ nguyên, không mở được ở đây): an officer saves it after he has read why, a form refuses it.
    package enum Closed: String, CaseIterable, Sendable, Codable {
        /// Something that a machine carries out: Windows, Linux, macOS, Java, shortcuts.
        case program
        /// A text that a machine carries out.
        case script
        /// HTML, SVG, XML: shown by a browser it could act in the reader's name.
        case page
        case archive
        /// An office document with macros.
        case macros
        /// An office document behind a password.
        case locked
        /// Two things at once: a picture that is also an archive or a page, a document that is also a PDF.
        case mixed
        case empty
        case unlisted
    }

    package init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .closed(.empty)
            return
        }
        let first = Self.bySignature(bytes) ?? TextContent(bytes)?.content ?? .closed(.unlisted)
        if case .known(let kind) = first, MixedContent.isSomethingElseToo(bytes, kind) {
            self = .closed(.mixed)
        } else {
            self = first
        }
    }

    package var kind: FileKind? { if case .known(let kind) = self { kind } else { nil } }

    /// For the `Content-Type` header.
    package var contentType: String { kind?.contentType ?? "application/octet-stream" }

    /// The name under which a file may lie on somebody's disk: one whose ending says something else gets the ending of its kind, so
    /// that a text called `a.bat` or a PDF called `a.exe` is not carried out at a double click; what is closed ends in `.bin`, but for
    /// archives that say so.
    package func safeName(_ name: String) -> String {
        let clean = cleanedFileName(name)
        let ending = clean.utf8.lastIndex(of: UInt8(ascii: ".")).map { clean[clean.utf8.index(after: $0)...].lowercased() } ?? ""
        switch self {
        case .known(let kind): return kind.fileExtensions.contains(ending) ? clean : "\(clean).\(kind.fileExtension)"
        case .closed(.archive): return Self.archives.contains(ending) ? clean : "\(clean).bin"
        case .closed(.program), .closed(.script), .closed(.page), .closed(.macros), .closed(.locked), .closed(.mixed), .closed(.empty),
            .closed(.unlisted):
            return "\(clean).bin"
        }
    }

    private static let archives: Set<String> = ["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "zst", "cab"]
}

extension FileContent {
    /// `nil` when the first bytes tell nothing: it may be a text.
    private static func bySignature(_ bytes: [UInt8]) -> FileContent? {
        if bytes.starts(with: "%PDF-".utf8) { return .known(.pdf) }
        if let picture = picture(bytes) { return .known(picture) }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return ZipDirectory(bytes).map(\.content) ?? .closed(.archive) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return CompoundFile(bytes)?.content ?? .closed(.unlisted)
        }
        if let box = MediaBoxes(bytes) { return box.content }
        if let sound = SoundFrames.kind(bytes) { return .known(sound) }
        if programs.contains(where: bytes.starts) || isWindowsProgram(bytes) { return .closed(.program) }
        if archiveMarks.contains(where: bytes.starts) || bytes.dropFirst(257).starts(with: "ustar".utf8) { return .closed(.archive) }
        return nil
    }

    private static func picture(_ bytes: [UInt8]) -> FileKind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.dropFirst(12).starts(with: "IHDR".utf8) { return .png }
        if bytes.count > 13, bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBPVP8".utf8) { return .webp }
        return nil
    }

    /// ELF, Mach-O in both orders and as a bundle (Java classes begin alike), Android code, WebAssembly, Windows shortcuts.
    private static let programs: [[UInt8]] = [
        [0x7F, 0x45, 0x4C, 0x46], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0x64, 0x65, 0x78, 0x0A, 0x30], [0, 0x61, 0x73, 0x6D], [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
    ]

    /// RAR, 7z, gzip, bzip2, xz, zstd, cabinet, an empty ZIP.
    private static let archiveMarks: [[UInt8]] = [
        [0x52, 0x61, 0x72, 0x21, 0x1A, 7], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B, 8], [0x42, 0x5A, 0x68],
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x4D, 0x53, 0x43, 0x46], [0x50, 0x4B, 5, 6],
    ]

    /// Two letters alone may begin a text; the head of a program is never without zeros.
    private static func isWindowsProgram(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "MZ".utf8) && bytes.prefix(64).contains(0)
    }
}
