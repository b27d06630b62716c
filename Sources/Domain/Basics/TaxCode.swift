/// A tax code (mã số thuế), which is also the number of an enterprise (mã số doanh nghiệp): brief §5.1.
package struct TaxCode: Hashable, Sendable {
    package enum Kind: String, Sendable, Codable {
        /// 10 digits with a check digit.
        case enterprise
        /// The head's 10 digits, a dash, and 001 to 999.
        case branch
        /// Số định danh cá nhân: household businesses and persons since 1/7/2025 (TT 90/2026/TT-BTC); no check digit.
        case person
    }

    /// What is wrong with a typed code. A warning for the officer, never a reason to turn a petition away.
    package enum Fault: Error, Equatable, Sendable {
        /// Something other than digits, or not 10, 12 or 13 of them.
        case shape
        /// The check digit does not fit: most likely a slip of the pen.
        case checkDigit
        /// Well-formed, but a number that is never given out.
        case neverIssued
    }

    /// As stored: `0100109106`, `0314409058-002` or 12 digits.
    package let text: String
    package let kind: Kind

    /// Reads a typed code; spaces and dots are forgiven, and a missing dash of 13 digits.
    package init(_ typed: String) throws(Fault) {
        let bytes = typed.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && parts[0].count == 10 && parts[1].count == 3 else { throw .shape }
        let characters = parts.joined().map { $0 }
        guard characters.allSatisfy({ (48...57).contains($0) }) else { throw .shape }
        let digits = characters.map { Int($0 - 48) }
        let text = String(decoding: characters, as: UTF8.self)
        switch digits.count {
        case 10:
            try Self.checkHead(digits)
            (self.text, kind) = (text, .enterprise)
        case 13:
            try Self.checkHead(Array(digits.prefix(10)))
            guard digits.suffix(3) != [0, 0, 0] else { throw .neverIssued }
            (self.text, kind) = ("\(text.prefix(10))-\(text.suffix(3))", .branch)
        case 12:
            guard digits[0] == 0 else { throw .neverIssued }
            (self.text, kind) = (text, .person)
        default: throw .shape
        }
    }

    /// The code of the enterprise to which a branch belongs; itself for others.
    package var head: String { kind == .branch ? String(text.prefix(10)) : text }

    static func isWellFormed(_ text: String) -> Bool {
        do {
            _ = try TaxCode(text)
            return true
        } catch {
            return false
        }
    }

    private static let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

    private static func checkHead(_ digits: [Int]) throws(Fault) {
        guard digits[2..<9].contains(where: { $0 != 0 }) else { throw .neverIssued }
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
        // The tenth digit would have to be 10.
        guard sum % 11 != 0 else { throw .neverIssued }
        guard digits[9] == 10 - sum % 11 else { throw .checkDigit }
    }
}

extension TaxCode: CustomStringConvertible {
    package var description: String { text }
}
