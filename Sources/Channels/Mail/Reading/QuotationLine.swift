import Domain

/// What a line of a letter looks like, for telling quotations.
struct QuotationLine {
    let text: Substring
    /// For comparison; empty for lines that are too long to be anything but words.
    let folded: String

    init(_ text: Substring) {
        self.text = text
        folded = text.utf8.count <= 400 ? String(text).folded : ""
    }

    var isBlank: Bool { text.utf8.allSatisfy { $0 == 32 } }

    var isQuoted: Bool { text.utf8.first == UInt8(ascii: ">") }

    /// `________________________________`
    var isRule: Bool { text.utf8.count >= 5 && text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") } }

    /// `-- `, as mail programs set it above a signature; many lose the space.
    var isSignature: Bool { text == "--" || text == "-- " }

    /// “Đã gửi từ iPhone của tôi” and its kin.
    var isTrailer: Bool {
        folded.utf8.count <= 80 && Self.trailers.contains { folded.hasPrefix($0) }
    }

    /// “-----Thư gốc-----”, “-----Original Message-----”.
    var isSeparator: Bool {
        let words = bare
        return folded.hasPrefix("--") && Self.separators.contains(words)
    }

    /// “---------- Forwarded message ---------”, “Bắt đầu thư được chuyển tiếp:”.
    var beginsForwarded: Bool { Self.forwards.contains(bare) }

    private var bare: String {
        String(folded.drop { $0 == "-" || $0 == " " || $0 == ">" }.reversed().drop { $0 == "-" || $0 == " " || $0 == ":" }.reversed())
    }

    /// The key of `Từ: …`, without the stars and spaces that programs put around it; `nil` when the line is none.
    var headerKey: String? {
        guard let colon = folded.firstIndex(of: ":") else { return nil }
        let key = folded[..<colon].filter { $0 != "*" }.split(separator: " ").joined(separator: " ")
        return Self.senderKeys.contains(key) || Self.otherKeys.contains(key) ? key : nil
    }

    /// Cheap, before lines are joined.
    var mayBeginAttribution: Bool {
        Self.openings.contains { folded.hasPrefix($0) } || folded.hasSuffix("wrote:") || folded.hasSuffix("viet:") || folded.hasSuffix(">:")
    }

    /// Whether these joined lines say who wrote what follows, and when.
    static func isAttribution(_ folded: String) -> Bool {
        guard folded.utf8.count <= 400, folded.utf8.contains(where: { (48...57).contains($0) }) || folded.contains("@") else { return false }
        if closings.contains(where: { folded.hasSuffix($0) }) { return true }
        // “2026-05-05 9:00 GMT+07:00 Nguyễn Văn A <a@b.vn>:”
        return folded.hasSuffix(">:") && folded.contains("@") && folded.contains("20")
    }

    static let senderKeys: Set<String> = ["from", "tu", "nguoi gui", "gui tu"]
    static let otherKeys: Set<String> = [
        "sent", "date", "to", "subject", "cc", "da gui", "ngay", "den", "toi", "chu de", "tieu de", "gui", "thoi gian", "ngay gui",
        "nguoi nhan", "gui luc", "dong kinh gui", "gui den",
    ]
    private static let openings = ["on ", "vao ", "luc ", "ngay ", "le "]
    private static let closings = ["wrote:", "writes:", "da viet:", "viet:", "da gui:", "da viet nhu sau:"]
    private static let separators: Set<String> = [
        "original message", "thu goc", "tin nhan goc", "original appointment", "thu cu", "noi dung thu goc", "reply message", "thu ban dau",
    ]
    private static let forwards: Set<String> = [
        "forwarded message", "begin forwarded message", "thu da chuyen tiep", "thu duoc chuyen tiep", "bat dau thu duoc chuyen tiep",
        "bat dau thu da chuyen tiep", "tin nhan da chuyen tiep", "tin nhan duoc chuyen tiep", "thu chuyen tiep", "original message forwarded",
        "bat dau thu chuyen tiep",
    ]
    private static let trailers: [String] = {
        let devices = [
            "iphone", "ipad", "dien thoai", "thiet bi", "samsung", "galaxy", "android", "xiaomi", "oppo", "vivo", "yahoo", "outlook",
            "gmail", "mail cho",
        ]
        let verbs = ["da gui tu ", "duoc gui tu ", "gui tu "]
        return verbs.flatMap { verb in devices.map { verb + $0 } } + [
            "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from samsung", "get outlook for ",
            "lay outlook cho ", "tai outlook cho ",
        ]
    }()
}
