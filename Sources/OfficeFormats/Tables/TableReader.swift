/// Reads a table whichever format it comes in: told by its first bytes, not by its name.
package enum TableReader {
    /// The first sheet that can be seen of a workbook (`.xlsx`), or the rows of a text with separators (`.csv`).
    package static func read(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws(TableFault) -> Sheet {
        if bytes.count > limits.fileBytes { throw .fileTooLarge(limits.fileBytes) }
        if bytes.starts(with: [0x50, 0x4B]) { return try XLSXReader.read(bytes, limits: limits) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrLocked }
        return try CSVReader.read(bytes, limits: limits)
    }
}
