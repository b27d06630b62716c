import ArgumentParser
import Documents
import Domain
import Foundation

/// What the imports of tables take alike.
struct ImportFileOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Tệp Excel (.xlsx) hoặc CSV.", valueName: "tệp")) var file: String
    @Flag(name: .customLong("dry-run"), help: "Chỉ kiểm tra và cho xem trước, không ghi gì.") var isDryRun = false
    @Flag(name: .long, help: "In JSON.") var json = false

    func table<Column: ImportColumn>(of columns: Column.Type) throws -> ImportTable { try ImportFile.table(try bytes(), of: columns) }

    /// What stands in the file.
    func bytes() throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw CommandFailure("Không đọc được tệp \(file): hãy kiểm tra đường dẫn và quyền đọc.")
        }
    }

    /// Runs an import; what is wrong in the table is told row by row, in words on standard error or as JSON, and ends with status 1.
    func run(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let failure as ImportFailure {
            try refuse(failure)
        } catch ImportFileFault.wrong(let failure) {
            try refuse(failure)
        } catch let fault as ImportFileFault {
            throw CommandFailure(ImportProblemWords.lines(fault).joined(separator: "\n"))
        }
    }

    private func refuse(_ failure: ImportFailure) throws {
        if json { try Printing.json(ImportProblemsJSON(failure)) }
        throw CommandFailure(
            "Chưa ghi gì: tệp có \(Wording.number(failure.problems.count)) lỗi.\n"
                + failure.problems.map(ImportProblemWords.line).joined(separator: "\n"))
    }
}

/// The JSON of what is wrong in a table.
struct ImportProblemsJSON: Encodable {
    struct Problem: Encodable {
        var row: Nullable<Int>
        var column: Nullable<String>
        var text: String
    }

    var problems: [Problem]

    init(_ failure: ImportFailure) {
        problems = failure.problems.map {
            Problem(row: Nullable($0.row), column: Nullable($0.column), text: ImportProblemWords.sentence($0.fault))
        }
    }
}
