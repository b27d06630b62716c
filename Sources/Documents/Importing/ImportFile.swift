package import Domain
package import OfficeFormats

/// Between files of spreadsheet programs and tables of the domain.
package enum ImportFile {
    /// The table in a workbook or a text with separators. Throws `ImportFileFault`.
    package static func table<Column: ImportColumn>(_ bytes: [UInt8], of columns: Column.Type) throws(ImportFileFault) -> ImportTable {
        let sheet: Sheet
        do {
            sheet = try TableReader.read(bytes)
        } catch {
            throw .unreadable(error)
        }
        do {
            return try ImportTable(
                sheet.rows.map { ImportTable.Row(number: $0.number, cells: $0.cells.map(\.text)) }, of: columns)
        } catch {
            throw .wrong(error)
        }
    }

    /// An empty workbook to fill in, with the heads that are understood.
    package static func template<Column: ImportColumn>(_ name: String, of columns: Column.Type) throws(TableFault) -> [UInt8] {
        try XLSXWriter.write(
            OutgoingTable(name: name, columns: Column.allCases.map { .init($0.isRequired ? $0.head + " *" : $0.head) }, rows: []))
    }

    /// What is wrong with a table as a table: for whoever has hundreds of rows to mend.
    package static func problems(_ failure: ImportFailure) throws(TableFault) -> [UInt8] {
        try XLSXWriter.write(
            OutgoingTable(
                name: "Lỗi", columns: [.init("Dòng", width: 8), .init("Cột", width: 20), .init("Lỗi", width: 80)],
                rows: failure.problems.map { problem in
                    [
                        problem.row.map { .number(Double($0)) } ?? .empty, problem.column.map { .text($0) } ?? .empty,
                        .text(ImportProblemWords.sentence(problem.fault)),
                    ]
                }))
    }
}

/// Why no table came out of a file.
package enum ImportFileFault: Error, Sendable, Equatable {
    case unreadable(TableFault)
    case wrong(ImportFailure)
}
