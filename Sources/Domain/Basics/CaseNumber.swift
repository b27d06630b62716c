/// The number of a case for people and documents (mã số hồ sơ): `BN-2026-0001234`, counted up within prefix and year.
package struct CaseNumber: Hashable, Sendable {
    /// 2 to 6 capital letters and digits, the authority's own.
    package let prefix: String
    package let year: Int
    /// 1 to 9,999,999.
    package let serial: Int

    /// `nil` when a part lies outside its bounds.
    package init?(prefix: String, year: Int, serial: Int) {
        guard (2...6).contains(prefix.utf8.count), prefix.utf8.allSatisfy(Self.isPrefixByte),
            (1000...9999).contains(year), (1...9_999_999).contains(serial)
        else { return nil }
        self.prefix = prefix
        self.year = year
        self.serial = serial
    }

    /// Reads what was printed or typed: small letters and spaces around it are forgiven, missing zeros are not.
    package init?(_ typed: String) {
        let bytes = typed.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
        let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count == 3, fields[1].count == 4, fields[2].count == 7,
            let year = decimal(fields[1]), let serial = decimal(fields[2])
        else { return nil }
        self.init(prefix: String(decoding: fields[0], as: UTF8.self), year: year, serial: serial)
    }

    /// `BN-2026-0001234`.
    package var text: String { "\(prefix)-\(year)-\(padded(serial, 7))" }

    private static func isPrefixByte(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (48...57).contains(byte) }
}

extension CaseNumber: CustomStringConvertible {
    package var description: String { text }
}

extension CaseNumber: Comparable {
    package static func < (a: CaseNumber, b: CaseNumber) -> Bool {
        (a.prefix, a.year, a.serial) < (b.prefix, b.year, b.serial)
    }
}
