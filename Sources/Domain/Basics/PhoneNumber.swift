/// A telephone number on which a person can be reached (brief §5.2), kept in the international form `+84912345678`. Short
/// numbers such as 1022 or 1900… are services, not persons, and are not taken.
package struct PhoneNumber: Hashable, Sendable {
    package enum Kind: String, Sendable, Codable {
        case mobile, landline
        /// Of another country: owners of foreign firms give such ones.
        case foreign
    }

    /// `+84…`, digits only.
    package let text: String
    package let kind: Kind

    /// Reads a typed number: spaces, dots, dashes and brackets are forgiven; `0…`, `84…`, `0084…` and `+84…` are the same.
    package init?(_ typed: String) {
        var digits: [UInt8] = []
        var plus = false
        for scalar in typed.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                digits.append(UInt8(truncatingIfNeeded: scalar.value) - 48)
            } else if scalar == "+", digits.isEmpty, !plus {
                plus = true
            } else if !Self.isFiller(scalar) {
                return nil
            }
        }
        if !plus, digits.starts(with: [0, 0]) {
            digits.removeFirst(2)
            plus = true
        }
        let isVietnamese = plus ? digits.starts(with: [8, 4]) : digits.first == 0 || digits.starts(with: [8, 4])
        guard isVietnamese else {
            guard plus, (8...15).contains(digits.count), digits.first != 0 else { return nil }
            text = "+" + digits.map(String.init).joined()
            kind = .foreign
            return
        }
        var national = digits.starts(with: [8, 4]) ? digits.dropFirst(2) : digits[...]
        // "+84 (0)912…" is often written.
        if national.first == 0 { national = national.dropFirst() }
        guard Self.isSubscriber(national) else { return nil }
        text = "+84" + national.map(String.init).joined()
        kind = national.first == 2 ? .landline : .mobile
    }

    /// As Vietnamese people read it: `0912 345 678`, `0222 3822 123`; foreign numbers unchanged.
    package var vietnamese: String {
        guard kind != .foreign else { return text }
        let national = "0" + text.dropFirst(3)
        let middle = national.dropFirst(4)
        return "\(national.prefix(4)) \(middle.dropLast(3)) \(middle.suffix(3))"
    }

    /// A number without its leading 0: a mobile has 9 digits beginning 3, 5, 7, 8 or 9, a landline 9 or 10 beginning 2.
    static func isSubscriber(_ digits: some Collection<UInt8>) -> Bool {
        switch digits.first {
        case 3, 5, 7, 8, 9: digits.count == 9
        case 2: digits.count == 9 || digits.count == 10
        default: false
        }
    }

    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
            || scalar == "." || scalar == "(" || scalar == ")"
    }
}

extension PhoneNumber: CustomStringConvertible {
    package var description: String { text }
}
