package import Domain
package import OfficeFormats

/// Between files of other systems and lists of petitions.
package enum PetitionFile {
    /// Petitions in one list at most: more come in several files.
    package static let mostRows = 10_000
    /// Of a file.
    package static let mostBytes = TableLimits().fileBytes

    /// The list in a workbook or a text with separators. Throws `ImportFileFault`.
    package static func table(_ bytes: [UInt8]) throws(ImportFileFault) -> PetitionTable {
        let sheet: Sheet
        do {
            sheet = try TableReader.read(bytes)
        } catch {
            throw .unreadable(error)
        }
        let table: PetitionTable
        do {
            table = try PetitionTable(sheet.rows.map { ImportTable.Row(number: $0.number, cells: $0.cells.map(\.text)) })
        } catch {
            throw .wrong(error)
        }
        if table.rows.count > mostRows { throw .wrong(ImportFailure([ImportProblem(row: nil, column: nil, .tooManyRows(mostRows))])) }
        return table
    }

    /// An empty workbook to fill in, with heads that are understood.
    package static func template() throws(TableFault) -> [UInt8] {
        let columns = PetitionColumn.allCases
        return try XLSXWriter.write(
            OutgoingTable(
                name: "Danh sách kiến nghị",
                columns: columns.map { OutgoingTable.Column($0 == .text ? $0.head + " *" : $0.head, width: $0 == .text ? 60 : 20) }, rows: []))
    }

    /// The refused rows as they stand in the list, with what is wrong before them: for whoever has hundreds of rows to mend.
    package static func refused(_ problems: [ImportProblem], of table: PetitionTable) -> [UInt8] {
        let byRow = Dictionary(grouping: problems, by: { $0.row ?? 0 })
        let rows = table.rows.filter { byRow[$0.number] != nil }.map { row -> [Cell] in
            let reasons = (byRow[row.number] ?? []).map { problem in
                "\(problem.column.map { "\($0): " } ?? "")\(ImportProblemWords.sentence(problem.fault))"
            }
            let cells = table.heads.indices.map { place -> Cell in
                row.cells.indices.contains(place) && !row.cells[place].isEmpty ? .text(row.cells[place]) : .empty
            }
            return [.number(Double(row.number)), .text(reasons.joined(separator: " "))] + cells
        }
        let heads = ["Dòng", "Lý do không nạp được"] + table.heads
        return CSVWriter.write(OutgoingTable(name: "Dòng bị từ chối", columns: heads.map { .init($0) }, rows: rows))
    }
}
