package import Database

/// How many rows a table has and a checksum over them in the order of their keys: equal on two engines when the rows are equal.
package struct TableDigest: Sendable, Equatable {
    package let table: String
    package private(set) var rows = 0
    /// FNV-1a over 64 bits, which finds what was lost or changed on the way; it is no seal against somebody who forges.
    package private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ table: String) { self.table = table }

    /// The digests of the whole store, the search index last.
    package static func all(_ tx: Transaction) throws -> [TableDigest] {
        var digests = try StoreTable.all.map { table in
            var digest = TableDigest(table.name)
            try table.each(tx) { digest.add($0.content) }
            return digest
        }
        var search = TableDigest(SearchIndex.table)
        try SearchIndex.each(tx) { search.add([$0.stored, $1.stored]) }
        digests.append(search)
        return digests
    }

    /// Adds a row. Each value goes in with its kind and its length, so that no two rows read the same.
    mutating func add(_ values: [Value]) {
        rows += 1
        for value in values {
            switch value {
            case .null: add(0, [UInt8]())
            case .integer(let number): add(1, Self.bytes(UInt64(bitPattern: number)))
            case .real(let number): add(2, Self.bytes(number.bitPattern))
            case .text(let text): add(3, text.utf8)
            case .bytes(let bytes): add(4, bytes)
            }
        }
    }

    private mutating func add(_ kind: UInt8, _ bytes: some Collection<UInt8>) {
        var sum = checksum
        for byte in [kind] + Self.bytes(UInt64(bytes.count)) { sum = (sum ^ UInt64(byte)) &* Self.prime }
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* Self.prime }
        checksum = sum
    }

    private static let prime: UInt64 = 0x100_0000_01B3

    private static func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
}
