import Database
import Foundation
import TestSupport
import Testing

/// What an operator does with the database from the command line, on each engine.
@Suite(.eachEngine) struct DatabaseCommandsTests {
    @Test func aCommandBeforeTheFirstStartSaysWhatToDo() async throws {
        try await StoredProgram.with { program in
            let result = try await program.run(["case", "list"])
            #expect(result.status == 1)
            #expect(result.faults.contains("donghanh migrate"))
            #expect(try await program.run(["check"]).status == 1)
            #expect(try await program.run(["migrate"]).output.contains("0001_"))
            #expect(try await program.run(["migrate"]).output.contains("đã ở phiên bản này"))
            #expect(try await program.run(["case", "list"]).status == 0)
        }
    }

    @Test func aDatabaseOfANewerVersionIsRefusedInWords() async throws {
        try await StoredProgram.with { program in
            #expect(try await program.run(["migrate"]).status == 0)
            let database = try await program.open()
            _ = try await database.write { try $0.run("INSERT INTO schema_migration (id) VALUES ('9999_later')") }
            try database.close()
            for arguments in [["migrate"], ["serve", "--listen", "127.0.0.1:0"], ["case", "list"], ["check"]] {
                let result = try await program.run(arguments)
                #expect(result.status == 1)
                #expect((result.faults + result.output).contains("phiên bản mới hơn tạo ra (9999_later)"), "\(arguments)")
                if arguments != ["check"] { #expect(result.faults.split(separator: "\n").count == 1, "\(result.faults)") }
            }
        }
    }

    @Test func theDemonstrationIsLoadedOnceAndLookedAt() async throws {
        try await StoredProgram.with { program in
            let filled = try await program.run(["demo", "--fill-only"])
            #expect(filled.status == 0, "\(filled.faults)")
            #expect(try await program.run(["demo", "--fill-only"]).faults.contains("không trống"))
            #expect(try await program.run(["check"]).status == 0)
            let listed = try JSONSerialization.jsonObject(with: Data(try await program.run(["case", "list", "--json", "--limit", "1000"]).output.utf8))
            #expect((listed as? [Any])?.count ?? 0 > 100)
            let report = try JSONSerialization.jsonObject(with: Data(try await program.run(["report", "weekly", "--format", "json"]).output.utf8))
            #expect((report as? [String: Any])?["balanced"] as? Bool == true)
        }
    }
}
