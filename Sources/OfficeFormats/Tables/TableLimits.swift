/// How much of a file that somebody sent is read. Beyond it the file is refused, not cut.
package struct TableLimits: Sendable {
    /// The file as it came, in bytes.
    package var fileBytes = 20 << 20
    /// Entries of an archive.
    package var entries = 1_000
    /// One entry unpacked, in bytes.
    package var entryBytes = 64 << 20
    /// All entries that are read, unpacked, in bytes.
    package var unpackedBytes = 128 << 20
    /// How many times larger an entry may become; sheets of repeated rows reach 60. Entries below a million bytes are let be.
    package var ratio = 200
    /// Rows that hold something.
    package var rows = 50_000
    package var columns = 256
    /// Cells that hold something.
    package var cells = 1_000_000
    /// Characters of one cell; what spreadsheet programs allow.
    package var cellCharacters = 32_767

    package init() {}
}

/// Why a file was not read or not written.
package enum TableFault: Error, Sendable, Equatable {
    /// Neither a workbook nor text.
    case unknownFormat
    /// A workbook of the old binary format, or one locked with a password: they look alike.
    case oldOrLocked
    /// Larger than this many bytes.
    case fileTooLarge(Int)
    /// Something in the archive goes beyond the limits, as nothing made by a spreadsheet program does.
    case hostile(part: String)
    /// A part is missing or cannot be read.
    case damaged(part: String)
    /// There is no sheet that can be seen.
    case noSheet
    case tooManyRows(Int)
    case tooManyColumns(Int)
    case tooManyCells(Int)
    /// A cell longer than this many characters.
    case cellTooLong(row: Int, limit: Int)
    /// Text that is neither Unicode nor of the code page of Vietnamese Windows.
    case notUnicode
    /// A quote that was opened in this row and never closed.
    case openQuote(row: Int)
    /// The program could not pack what it made.
    case notWritten
}
