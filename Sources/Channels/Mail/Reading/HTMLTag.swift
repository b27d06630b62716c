/// A tag between its angle brackets: `a href="…"`, `/p`.
struct HTMLTag {
    /// In small letters.
    let name: String
    let isClosing: Bool
    private let rest: ArraySlice<UInt8>

    init(_ inside: ArraySlice<UInt8>) {
        isClosing = inside.first == UInt8(ascii: "/")
        let body = isClosing ? inside.dropFirst() : inside
        let letters = body.prefix { byte in (97...122).contains(byte | 0x20) || (48...57).contains(byte) }
        name = String(decoding: letters.prefix(20), as: UTF8.self).lowercased()
        rest = body[letters.endIndex...]
    }

    /// The value of an attribute as it is written; `nil` when it is not there.
    func value(of attribute: String) -> String? {
        var bytes = rest
        while true {
            bytes = bytes.drop { $0 <= 32 || $0 == UInt8(ascii: "/") }
            guard !bytes.isEmpty else { return nil }
            let name = bytes.prefix { $0 > 32 && $0 != UInt8(ascii: "=") }
            bytes = bytes[name.endIndex...].drop { $0 <= 32 }
            var value = bytes[bytes.startIndex..<bytes.startIndex]
            if bytes.first == UInt8(ascii: "=") {
                bytes = bytes.dropFirst().drop { $0 <= 32 }
                if let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    value = bytes.dropFirst().prefix { $0 != quote }
                    bytes = bytes[value.endIndex...].dropFirst()
                } else {
                    value = bytes.prefix { $0 > 32 }
                    bytes = bytes[value.endIndex...]
                }
            }
            if String(decoding: name, as: UTF8.self).lowercased() == attribute { return String(decoding: value, as: UTF8.self) }
        }
    }
}

/// A character reference: `&nbsp;`, `&#7879;`, `&#x1EC7;`; a bare `&` is itself.
struct HTMLEntity {
    let text: String
    /// Bytes that it takes.
    let length: Int

    /// Bytes of the longest reference.
    static let longest = 12

    /// - Parameter bytes: from the `&` on.
    init(_ bytes: ArraySlice<UInt8>) {
        let body = bytes.dropFirst().prefix { byte in
            (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "#")
        }
        let name = String(decoding: body, as: UTF8.self)
        let isClosed = body.endIndex < bytes.endIndex && bytes[body.endIndex] == UInt8(ascii: ";")
        guard let scalar = Self.scalar(name, isClosed: isClosed) else {
            text = "&"
            length = 1
            return
        }
        text = String(scalar)
        length = 1 + body.count + (isClosed ? 1 : 0)
    }

    private static func scalar(_ name: String, isClosed: Bool) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return isClosed || name == "nbsp" || name == "amp" ? named[name] : nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        // Pages of Windows number its own characters.
        if let byte = UInt8(exactly: number), byte >= 0x80 { return Windows1252.scalar(byte) }
        return number == 0 ? nil : Unicode.Scalar(number)
    }

    /// The names of Latin 1 in its order from 0xA0, then those of punctuation and of Vietnamese.
    private static let named: [String: Unicode.Scalar] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot \
            cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
            agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute \
            ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        let names = latin.split(separator: " ").map(String.init)
        var table: [String: Unicode.Scalar] = [
            "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
            "sbquo": "‚",
            "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "euro": "€", "trade": "™", "larr": "←", "rarr": "→",
            "Abreve": "Ă", "abreve": "ă", "Dstrok": "Đ", "dstrok": "đ", "Itilde": "Ĩ", "itilde": "ĩ", "Utilde": "Ũ", "utilde": "ũ",
            "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}", "le": "≤", "ge": "≥", "ne": "≠",
        ]
        for (offset, name) in names.enumerated() { table[name] = Unicode.Scalar(UInt8(0xA0 + offset)) }
        return table
    }()
}
