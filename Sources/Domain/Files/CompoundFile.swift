/// The directory of an OLE compound file ([MS-CFB] 2.2, 2.6), in which old Word, Excel and installers look alike until their
/// streams are named.
struct CompoundFile {
    private let bytes: [UInt8]
    private let sectorSize: Int

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 1536, bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        switch bytes.number16(at: 30) {
        case 9: sectorSize = 512
        case 12: sectorSize = 4096
        default: return nil
        }
        self.bytes = bytes
    }

    var content: FileContent {
        let names = names
        // Word keeps macros in `Macros`, Excel in `_VBA_PROJECT_CUR`; both hold `_VBA_PROJECT`.
        if ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"].contains(where: names.contains) { return .closed(.macros) }
        if names.contains("EncryptedPackage") { return .closed(.locked) }
        if names.contains("WordDocument") { return .known(.doc) }
        if names.contains("Workbook") || names.contains("Book") { return .known(.xls) }
        return .closed(.unlisted)
    }

    /// The names of the streams and storages in the directory, which is a chain of sectors of 128-byte entries.
    private var names: Set<String> {
        var names: Set<String> = []
        var sector = bytes.number32(at: 48)
        // A chain longer than the file has sectors runs in a circle.
        for _ in 0...(bytes.count / sectorSize) {
            guard let current = sector, current < 0xFFFF_FFFA else { return names }
            let start = (current + 1) * sectorSize
            guard start + sectorSize <= bytes.count else { return names }
            for entry in stride(from: start, to: start + sectorSize, by: 128) { names.insert(entryName(entry)) }
            sector = next(after: current)
        }
        return names
    }

    /// UTF-16 without its closing zero.
    private func entryName(_ entry: Int) -> String {
        guard let size = bytes.number16(at: entry + 64), (4...64).contains(size) else { return "" }
        return String(decoding: (0..<(size / 2 - 1)).compactMap { bytes.number16(at: entry + 2 * $0).map(UInt16.init) }, as: UTF16.self)
    }

    /// By the allocation table, whose first 109 sectors the header lists: enough for 7 MB, and the directory of a document begins early.
    private func next(after sector: Int) -> Int? {
        let perTable = sectorSize / 4
        guard sector / perTable < 109, let table = bytes.number32(at: 76 + 4 * (sector / perTable)), table < 0xFFFF_FFFA else { return nil }
        return bytes.number32(at: (table + 1) * sectorSize + 4 * (sector % perTable))
    }
}
