import Database
import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// `donghanh reorganise` and what else tells of the organisation, from outside.
@Suite(.eachEngine) struct ReorganiseTests {
    private static let plan = """
        title: Hợp nhất
        document: {number: 12/NQ-HĐND, date: 2026-08-01, title: Về việc hợp nhất}
        steps:
          - found: {key: so-moi, name: Sở Kinh tế, level: department}
          - merge:
              from: [bql-kcn, so-cong-thuong]
              into: so-moi
        """

    /// An office with one case at the board of the parks, and the plan in a file.
    private func withOffice(_ plan: String, _ body: (StoredProgram, String) async throws -> Void) async throws {
        try await StoredProgram.with { program in
            let database = try await program.open()
            _ = try await TestOffice(database: database).assigned()
            try database.close()
            let file = program.folder.appendingPathComponent("plan.yaml")
            try Data(plan.utf8).write(to: file)
            try await body(program, file.path)
        }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func aDryRunTellsAndChangesNothing() async throws {
        try await withOffice(Self.plan) { program, file in
            let result = try await program.run(["reorganise", file, "--on", "2026-08-10", "--dry-run", "--json"])
            #expect(result.status == 0, "\(result.faults)")
            let told = try object(result.output)
            #expect(told["state"] as? String == "preview" && told["id"] is NSNull)
            #expect((told["counts"] as? [String: Int])?["cases"] == 1)
            #expect((told["units"] as? [String: [String]])?["ended"] == ["bql-kcn", "so-cong-thuong"])
            let units = try await program.run(["unit", "list"]).output
            #expect(units.contains("bql-kcn") && !units.contains("so-moi"))
        }
    }

    @Test func onItsDayItIsCarriedOutAtOnceAndBeforeItWaits() async throws {
        try await withOffice(Self.plan) { program, file in
            let later = try await program.run(["reorganise", file, "--on", "2026-09-01"])
            #expect(later.status == 0 && later.output.contains("Đã chuẩn bị"), "\(later.faults)")
            let now = try await program.run(["reorganise", file, "--on", "2026-08-10"])
            #expect(now.status == 0 && now.output.contains("Đã thực hiện"), "\(now.faults)")
            let shown = try await program.run(["case", "show", "BD-2026-0000001", "--json"]).output
            #expect(shown.contains("Sở Kinh tế") || shown.contains("so-moi"), "\(shown)")
            let before = try await program.run(["unit", "list", "--on", "2026-08-09"]).output
            #expect(before.contains("Ban Quản lý các khu công nghiệp") && !before.contains("Sở Kinh tế"))
            #expect(try await program.run(["unit", "list"]).output.contains("Sở Kinh tế"))
        }
    }

    /// What is wrong with a plan, and what is said of it.
    static let faults: [(plan: String, words: String)] = [
        (plan.replacing("into: so-moi", with: "into: so-la"), "Bước 2"),
        (plan.replacing("- merge", with: "- megre"), "Bước 2 (dòng 5)"), (plan.replacing("into: so-moi", with: "vao: so-moi"), "(dòng 7)"),
        (plan.replacing("      into: so-moi", with: ""), "thiếu mục “into”"), (plan.replacing("2026-08-01", with: "hôm qua"), "mục “date”"),
        (plan.replacing("level: department", with: "level: sở"), "Bước 1 (dòng 4)"), ("title: [", "YAML"), ("", "trống"),
    ]

    @Test(arguments: faults.indices) func aPlanThatDoesNotHoldIsTelledByLineAndStep(number: Int) async throws {
        let (plan, words) = Self.faults[number]
        try await withOffice(plan) { program, file in
            let result = try await program.run(["reorganise", file, "--on", "2026-08-10"])
            #expect(result.status == 1, "\(result.output)")
            #expect(result.faults.contains(words), "\(result.faults)")
            #expect(result.faults.split(separator: "\n").count == 1, "\(result.faults)")
        }
    }

    @Test func aFileThatIsNotThereIs1AndADayThatIsNoneIs2() async throws {
        try await withOffice(Self.plan) { program, file in
            for (arguments, status) in [
                (["/khong/co.yaml", "--on", "2026-08-10"], Int32(1)), ([file, "--on", "mai"], 2), ([file], 2),
            ] {
                let result = try await program.run(["reorganise"] + arguments)
                #expect(result.status == status, "\(arguments)")
            }
        }
    }

    @Test func coverageAndTeamsAreToldOfADay() async throws {
        try await withOffice(Self.plan) { program, _ in
            let now = try object(try await program.run(["coverage", "--json"]).output)
            let then = try object(try await program.run(["coverage", "--on", "2024-06-01", "--json"]).output)
            #expect((now["units"] as? [Any])?.count == 4 && (then["units"] as? [Any])?.count == 5)
            #expect((now["totals"] as? [[String: Any]])?.last?["level"] is NSNull)
            #expect(try await program.run(["coverage"]).output.contains("Còn thiếu"))
            let teams = try await program.run(["team", "list", "--json"]).output
            #expect(teams.contains("\"valid_to\" : null"))
        }
    }
}
