/// The boxes of an ISO base media file (ISO/IEC 14496-12 §4.2, §4.3): photographs of telephones, recordings, films.
struct MediaBoxes {
    private let bytes: [UInt8]
    /// The main brand, then those that it is compatible with.
    private let brands: [String]

    init?(_ bytes: [UInt8]) {
        guard bytes.dropFirst(4).starts(with: "ftyp".utf8), let size = bytes.bigNumber32(at: 0), size >= 16, size <= min(bytes.count, 512)
        else { return nil }
        self.bytes = bytes
        brands = ([8] + stride(from: 16, to: size - 3, by: 4)).map { String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self) }
    }

    var content: FileContent {
        let main = brands[0]
        if Self.pictures.contains(main) { return .known(.heic) }
        if ["mif1", "msf1"].contains(main) { return brands.contains(where: Self.pictures.contains) ? .known(.heic) : .closed(.unlisted) }
        if main == "qt  " { return .known(.mov) }
        if ["M4A ", "M4B "].contains(main) { return .known(.m4a) }
        guard main.hasPrefix("3gp") || Self.films.contains(main) else { return .closed(.unlisted) }
        return .known(hasPictures ? .mp4 : .m4a)
    }

    private static let pictures: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx"]
    private static let films: Set<String> = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV"]

    /// Whether a track of it is a film. Without a list of tracks, which stands at the end of a file that was cut, it may be one.
    private var hasPictures: Bool {
        var start = 0
        while let size = bytes.bigNumber32(at: start), size >= 8, start + 8 <= bytes.count {
            if bytes[(start + 4)...].starts(with: "moov".utf8) { return tracks(in: start..<min(start + size, bytes.count)) }
            start += size
        }
        return true
    }

    /// The handler of each track (§8.4.3) is named eight bytes behind the head of its box.
    private func tracks(in part: Range<Int>) -> Bool {
        var rest = part
        while let handler = bytes.place(of: "hdlr".utf8, in: rest) {
            if bytes[handler...].dropFirst(12).starts(with: "vide".utf8) { return true }
            rest = (handler + 4)..<part.upperBound
        }
        return false
    }
}
