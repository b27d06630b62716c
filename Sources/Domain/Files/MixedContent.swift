import Foundation

/// Files that are two things at once: each reader takes them for the one that it looks for, so that a check of one says nothing about
/// the other.
enum MixedContent {
    static func isSomethingElseToo(_ bytes: [UInt8], _ kind: FileKind) -> Bool {
        switch kind {
        case .pdf: return holdsMarkup(bytes, within: 1024) || holdsArchive(bytes)
        case .jpeg, .png, .gif, .webp, .heic: return isPaper(bytes) || holdsArchive(bytes) || holdsMarkup(bytes)
        case .m4a, .mp3, .ogg, .amr, .wav, .aac, .mp4, .mov: return isPaper(bytes) || holdsArchive(bytes)
        case .doc, .docx, .xls, .xlsx, .odt, .ods, .text, .csv: return isPaper(bytes)
        // A letter carries other files by its nature, each of them encoded.
        case .eml: return false
        }
    }

    /// Readers of PDF look for its head within the first kilobyte.
    private static func isPaper(_ bytes: [UInt8]) -> Bool { bytes.place(of: "%PDF-".utf8, in: 0..<1024) != nil }

    /// Readers of archives look for their directory from the end: a directory and its closing record (ZIP), or the mark of another format.
    private static func holdsArchive(_ bytes: [UInt8]) -> Bool {
        let all = 1..<bytes.count
        if let directory = bytes.place(of: [0x50, 0x4B, 1, 2], in: all),
            bytes.place(of: [0x50, 0x4B, 5, 6], in: directory..<bytes.count) != nil
        {
            return true
        }
        return bytes.place(of: [0x52, 0x61, 0x72, 0x21, 0x1A, 7], in: all) != nil
            || bytes.place(of: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], in: all) != nil
    }

    /// Marks at which browsers and servers begin to act, behind their first sign.
    private static let marks = ["script", "SCRIPT", "Script", "html", "HTML", "?php", "svg", "iframe"].map { Array($0.utf8) }
    /// Bytes within which such a mark is looked for: browsers look at the first two thousand.
    private static let longestLook = 4 << 20

    /// One way through the bytes, however many of them could begin a mark.
    static func holdsMarkup(_ bytes: [UInt8], within most: Int = longestLook) -> Bool {
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return false }
            let end = min(most, all.count)
            var next = 0
            while next < end, let found = memchr(base + next, Int32(UInt8(ascii: "<")), end - next) {
                next = UnsafeRawPointer(found) - base + 1
                let left = end - next
                if marks.contains(where: { $0.count <= left && $0[0] == all[next] && memcmp(base + next, $0, $0.count) == 0 }) { return true }
            }
            return false
        }
    }
}
