/// Finds personal data in free text and covers it, before an officer looks over what is to be published (brief §2.7,
/// requirement 51). It errs on the side of covering: a person confirms the result.
package enum PersonalData {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Mobile or landline number.
        case phone
        case email
        /// Số định danh cá nhân, số căn cước: 12 digits.
        case personalID
        /// Mã số thuế: it names a firm, which is published only with its consent.
        case taxCode

        /// What stands in the place of a find.
        package var mask: String {
            switch self {
            case .phone: "[số điện thoại]"
            case .email: "[thư điện tử]"
            case .personalID: "[số định danh]"
            case .taxCode: "[mã số thuế]"
            }
        }
    }

    package struct Find: Hashable, Sendable {
        package var kind: Kind
        /// As it stood in the text.
        package var text: String
    }

    package struct Masked: Hashable, Sendable {
        package var text: String
        /// In the order of the text.
        package var found: [Find]
    }

    package static func mask(_ text: String) -> Masked {
        let scalars = Array(text.unicodeScalars)
        var masked = String.UnicodeScalarView()
        var found: [Find] = []
        var index = 0
        while index < scalars.count {
            guard let (kind, end) = find(in: scalars, at: index) else {
                masked.append(scalars[index])
                index += 1
                continue
            }
            found.append(Find(kind: kind, text: string(scalars[index..<end])))
            masked.append(contentsOf: kind.mask.unicodeScalars)
            index = end
        }
        return Masked(text: String(masked), found: found)
    }

    private static func find(in scalars: [Unicode.Scalar], at start: Int) -> (Kind, end: Int)? {
        let before = start > 0 ? scalars[start - 1] : " "
        if !EmailPattern.isLocal(before), let end = EmailPattern.end(in: scalars, from: start) { return (.email, end) }
        // A number may follow a letter directly ("sđt0912…"), but not begin inside another number.
        return isDigit(before) ? nil : NumberPattern.end(in: scalars, from: start)
    }

    fileprivate static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    fileprivate static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// `name@host.tld`.
private enum EmailPattern {
    static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var at = start
        while at < scalars.count, isLocal(scalars[at]) { at += 1 }
        guard at > start, at < scalars.count, scalars[at] == "@" else { return nil }
        var end = at + 1
        while end < scalars.count, isHost(scalars[end]) { end += 1 }
        // The full stop of the sentence is not part of the address.
        while end > at + 1, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
        return scalars[(at + 1)..<end].contains(".") ? end : nil
    }

    static func isLocal(_ scalar: Unicode.Scalar) -> Bool { isHost(scalar) || "_+%'".unicodeScalars.contains(scalar) }

    private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
    }
}

/// Digits in groups that single spaces, dots, dashes or brackets part: `0912 345.678`, `+84 (0)912-345-678`, `027 099 001 234`.
private enum NumberPattern {
    /// The longest number that begins here and is one of the known kinds. A telephone number is not stretched to twelve digits
    /// by a number that stands behind it.
    static func end(in scalars: [Unicode.Scalar], from start: Int) -> (PersonalData.Kind, end: Int)? {
        let plus = scalars[start] == "+"
        var index = plus ? start + 1 : start
        if index < scalars.count, scalars[index] == "(" { index += 1 }
        guard index < scalars.count, PersonalData.isDigit(scalars[index]) else { return nil }
        var digits: [UInt8] = []
        var separators: Set<Unicode.Scalar> = []
        var best: (PersonalData.Kind, end: Int)?
        while index < scalars.count, digits.count <= 16 {
            if PersonalData.isDigit(scalars[index]) {
                digits.append(UInt8(truncatingIfNeeded: scalars[index].value) - 48)
                index += 1
                let groupEnds = index == scalars.count || !PersonalData.isDigit(scalars[index])
                if groupEnds, let kind = kind(of: digits, plus: plus, separators: separators), best?.0 != .phone || kind != .personalID {
                    best = (kind, index)
                }
            } else if let next = skipSeparator(scalars, index) {
                separators.formUnion(scalars[index..<next])
                index = next
            } else {
                break
            }
        }
        return best
    }

    /// The index of the digit behind a separator of at most two characters.
    private static func skipSeparator(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
        for length in 1...2 where index + length < scalars.count {
            guard " .-()\u{A0}\u{2011}\u{2013}".unicodeScalars.contains(scalars[index + length - 1]) else { return nil }
            if PersonalData.isDigit(scalars[index + length]) { return index + length }
        }
        return nil
    }

    private static func kind(of digits: [UInt8], plus: Bool, separators: Set<Unicode.Scalar>) -> PersonalData.Kind? {
        if isPhone(digits, plus: plus, separators: separators) { return .phone }
        guard !plus else { return nil }
        let text = digits.map(String.init).joined()
        if digits.count == 12, digits.first == 0 { return .personalID }
        // Dots part the thousands of an amount of money, never a tax code.
        if !separators.contains("."), [10, 13].contains(digits.count), TaxCode.isWellFormed(text) { return .taxCode }
        return nil
    }

    private static func isPhone(_ digits: [UInt8], plus: Bool, separators: Set<Unicode.Scalar>) -> Bool {
        var national = digits[...]
        if plus {
            // Any country's number is somebody's.
            if !digits.starts(with: [8, 4]) { return (8...15).contains(digits.count) && digits.first != 0 }
            national = digits.dropFirst(2)
        } else if digits.starts(with: [0, 0, 8, 4]) {
            national = digits.dropFirst(4)
        } else if digits.count == 11, digits.starts(with: [8, 4]), !separators.contains(".") {
            national = digits.dropFirst(2)
        } else if digits.first != 0 {
            return false
        }
        if national.first == 0 { national = national.dropFirst() }
        return PhoneNumber.isSubscriber(national)
    }
}
