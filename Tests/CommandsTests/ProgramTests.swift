import Database
import Foundation
import Testing
import TestSupport

/// The command line from outside: JSON shapes of the interfaces page, exit statuses, one line of complaint.
@Suite struct ProgramTests {
    /// A small office: three cases in different states.
    private func withOffice(_ body: (StoredProgram, TestOffice) async throws -> Void) async throws {
        try await StoredProgram.with { program in
            let database = try await program.open()
            let test = try await TestOffice(database: database)
            _ = try await test.answered()
            test.clock.advance(minutes: 1)
            _ = try await test.asked(try await test.assigned())
            test.clock.advance(minutes: 1)
            try await test.zalo("Điện chập chờn cả tuần nay", id: "m1")
            try database.close()
            try await body(program, test)
        }
    }

    private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    @Test func aDeadlineComesWithEachSkippedDayAndItsReason() async throws {
        try await StoredProgram.with { program in
            let result = try await program.run(["deadline", "--from", "2026-08-03T09:00", "--days", "15", "--json"])
            #expect(result.status == 0, "\(result.faults)")
            let object = try #require(try json(result.output) as? [String: Any])
            #expect(object["from"] as? String == "2026-08-03T09:00:00+07:00")
            #expect(object["days"] as? Int == 15)
            #expect(object["due"] as? String == "2026-08-22")
            let skipped = try #require(object["skipped"] as? [[String: String]])
            #expect(skipped.allSatisfy { Set($0.keys) == ["date", "reason"] && $0["reason"]?.isEmpty == false })
            #expect((object["counted"] as? [[String: String]])?.count == 15)
        }
    }

    @Test(.eachEngine) func aRouteNamesUnitAndRuleAndWhatElseWasConsidered() async throws {
        try await withOffice { program, _ in
            let result = try await program.run(["route", "--site", "park", "--json"])
            let object = try #require(try json(result.output) as? [String: Any])
            #expect((object["unit"] as? [String: String])?["id"] == "bql-kcn")
            #expect(object["person"] is NSNull)
            #expect((object["rule"] as? [String: String])?["id"] == "khu-cong-nghiep")
            #expect((object["considered"] as? [Any])?.isEmpty == false)
            let then = try await program.run(["route", "--site", "outside", "--on", "2024-06-01", "--json"])
            let now = try await program.run(["route", "--site", "outside", "--json"])
            #expect(((try json(then.output) as? [String: Any])?["unit"] as? [String: String])?["id"] == "so-khdt")
            #expect(((try json(now.output) as? [String: Any])?["unit"] as? [String: String])?["id"] == "so-tai-chinh")
            let nobody = try #require(try json(try await program.run(["route", "--json"]).output) as? [String: Any])
            #expect(nobody["rule"] is NSNull)
            #expect((nobody["unit"] as? [String: String])?["id"] == "vp-ubnd", "what no rule catches lands on the intake desk")
        }
    }

    static let caseKeys: Set = [
        "number", "lookup_code", "channel", "kind", "field", "area", "site", "state", "outcome", "unit", "person", "received_at", "due_at",
        "original_due_at", "answered_at", "text",
    ]

    @Test(.eachEngine) func casesAreListedAndShownInOneShape() async throws {
        try await withOffice { program, test in
            let listed = try #require(try json(try await program.run(["case", "list", "--json"]).output) as? [[String: Any]])
            #expect(listed.count == 3)
            for one in listed {
                #expect(Set(one.keys).isSuperset(of: Self.caseKeys))
                #expect(one["messages"] == nil)
            }
            #expect(listed.map { $0["number"] as? String } == ["BD-2026-0000003", "BD-2026-0000002", "BD-2026-0000001"])
            for (filter, count) in [
                (["--state", "answered"], 1), (["--channel", "zalo"], 1), (["--unit", "bql-kcn"], 2), (["--since", "2026-08-04"], 0),
                (["--until", "2026-08-04"], 3), (["--query", "chap chon"], 1), (["--limit", "2"], 2),
            ] {
                let rows = try json(try await program.run(["case", "list", "--json"] + filter).output) as? [Any]
                #expect(rows?.count == count, "\(filter)")
            }
            let shown = try #require(try json(try await program.run(["case", "show", "BD-2026-0000003", "--json"]).output) as? [String: Any])
            #expect(Set(shown.keys).isSuperset(of: Self.caseKeys))
            let message = try #require((shown["messages"] as? [[String: Any]])?.first)
            #expect(Set(message.keys) == ["at", "direction", "channel", "external_id", "text"])
            #expect(message["external_id"] as? String == "m1")
            #expect(message["direction"] as? String == "in")
            let code = try #require(shown["lookup_code"] as? String)
            #expect(try await program.run(["case", "show", code]).status == 0)
        }
    }

    @Test(.eachEngine) func aTraceTellsTheRuleAndEachDeadline() async throws {
        try await withOffice { program, _ in
            let result = try await program.run(["case", "trace", "BD-2026-0000002"])
            #expect(result.status == 0, "\(result.faults)")
            #expect(result.output.contains("Doanh nghiệp trong khu công nghiệp: Ban Quản lý các khu công nghiệp"))
            #expect(result.output.contains("2026-08-22"))
            #expect(try json(try await program.run(["case", "trace", "BD-2026-0000002", "--json"]).output) is [String: Any])
        }
    }

    @Test(.eachEngine) func theWeeklyReportIsBalancedInJSONAndShortAsText() async throws {
        try await withOffice { program, _ in
            let result = try await program.run(["report", "weekly", "--week", "2026-W32", "--format", "json"])
            let object = try #require(try json(result.output) as? [String: Any])
            #expect(Set(object.keys).isSuperset(of: ["team", "from", "to", "figures", "sections", "balanced"]))
            #expect(object["balanced"] as? Bool == true)
            let figures = try #require(object["figures"] as? [String: Int])
            #expect(figures["received"] == 3 && figures["done"] == 1 && figures["waiting"] == 1 && figures["open"] == 2)
            let sections = try #require(object["sections"] as? [[String: Any]])
            #expect(sections.count == 4)
            #expect(sections.allSatisfy { Set($0.keys) == ["heading", "text", "items"] })
            #expect(try await program.run(["report", "weekly"]).output.utf16.count <= 2001)
            let file = program.folder.appendingPathComponent("tuan.txt")
            #expect(try await program.run(["report", "weekly", "--output", file.path]).status == 0)
            #expect(try String(contentsOf: file, encoding: .utf8).contains("Tình hình"))
        }
    }

    @Test(arguments: [
        ["deadline"], ["deadline", "--from", "hôm qua", "--days", "3"], ["deadline", "--from", "2026-08-03", "--days", "-1"],
        ["route", "--site", "biển"], ["case", "list", "--state", "lost"], ["case", "list", "--limit", "0"], ["report", "weekly", "--week", "47"],
        ["khong-co"], ["serve", "--khong-co"], ["user", "add", "ai"],
    ])
    func wrongUsageIs2(arguments: [String]) async throws {
        try await withFolder { folder in
            let result = try await ProgramRun.run(arguments, in: folder)
            #expect(result.status == 2, "\(result.faults)")
            #expect(result.output.isEmpty)
            #expect(!result.faults.isEmpty)
        }
    }

    @Test(arguments: [
        ["case", "show", "BD-2026-9999999"], ["case", "trace", "ABCDE"], ["route", "--field", "khong-co"], ["case", "list", "--unit", "khong-co"],
        ["report", "weekly", "--team", "khong-co"], ["user", "disable", "khong-co"], ["report", "weekly", "--output", "/khong/co/tuan.txt"],
    ])
    func whatIsRefusedIs1WithOneLine(arguments: [String]) async throws {
        try await withOffice { program, _ in
            let result = try await program.run(arguments)
            #expect(result.status == 1, "\(result.output)")
            #expect(result.output.isEmpty)
            #expect(result.faults.split(separator: "\n").count == 1, "\(result.faults)")
        }
    }

    @Test(.eachEngine) func anAccountIsOpenedFromTheCommandLineAndClosedThere() async throws {
        try await withOffice { program, _ in
            let made = try await program.run(
                ["user", "add", "moi", "--name", "Phan Văn Mới", "--role", "handler", "approver", "--unit", "bql-kcn"],
                input: Cast.password + "\n")
            #expect(made.status == 0, "\(made.faults)")
            let weak = try await program.run(
                ["user", "add", "yeu", "--name", "Yếu", "--role", "handler", "--unit", "bql-kcn"], input: "ngan\n")
            #expect(weak.status == 1)
            #expect(try await program.run(["user", "disable", "moi"]).status == 0)
            let rows = try #require(try json(try await program.run(["user", "list", "--json"]).output) as? [[String: Any]])
            let account = try #require(rows.first { $0["login"] as? String == "moi" })
            #expect(account["roles"] as? [String] == ["approver", "handler"])
            #expect(account["active"] as? Bool == false)
            #expect(!rows.contains { $0["login"] as? String == "yeu" })
        }
    }

    @Test func secretsAreMaskedAndSourcesNamed() async throws {
        try await withFolder { folder in
            let result = try await ProgramRun.run(
                ["check", "--print-config"], in: folder,
                environment: ["DONGHANH_ZALO_APP_SECRET": "rat-bi-mat", "DONGHANH_ZALO_APP_ID": "4410", "DONGHANH_LOG_LEVEL": "debug"])
            #expect(result.status == 0, "\(result.faults)")
            #expect(!result.output.contains("rat-bi-mat"))
            #expect(result.output.contains("********"))
            #expect(result.output.split(separator: "\n").contains { $0.hasPrefix("zalo.app_id") && $0.contains("4410") && $0.contains("environment") })
        }
    }

    @Test(.eachEngine) func checkLooksAtEverything() async throws {
        try await withOffice { program, _ in
            let result = try await program.run(["check"])
            #expect(result.status == 0, "\(result.output) \(result.faults)")
            for subject in ["Cấu hình", "Cơ sở dữ liệu", "Tổ công tác", "Lịch nghỉ 2026", "Kênh Zalo", "Đĩa"] {
                #expect(result.output.contains(subject), "\(subject)")
            }
        }
    }

    @Test(.eachEngine) func checkWarnsWhenTheNextYearsDaysOffAreMissing() async throws {
        try await withOffice { program, _ in
            func lines() async throws -> (Int32, [Substring]) {
                let result = try await program.run(["check"])
                return (result.status, result.output.split(separator: "\n").filter { $0.contains("Lịch nghỉ") })
            }
            let (_, expected) = try await lines()
            #expect(expected.first?.hasPrefix("đạt") == true && expected.last?.contains("Lịch nghỉ 2027: dự kiến") == true)
            let database = try await program.open()
            // The database is what counts, not what the program was shipped with.
            _ = try await database.write { try $0.run("DELETE FROM calendar_year WHERE year = 2027") }
            let (status, warned) = try await lines()
            #expect(status == 0 && warned.last?.hasPrefix("lưu ý") == true && warned.last?.contains("Lịch nghỉ 2027: chưa có") == true)
            _ = try await database.write { try $0.run("DELETE FROM calendar_year WHERE year = 2026") }
            let (failed, bad) = try await lines()
            #expect(failed == 1 && bad.first?.hasPrefix("không đạt") == true)
            try database.close()
        }
    }

    @Test func theClockIsNotSetForAServerThatListensBeyondThisMachine() async throws {
        try await StoredProgram.with { program in
            let result = try await program.run(["serve", "--listen", "0.0.0.0:0"])
            #expect(result.status == 1)
            #expect(result.faults.contains("DONGHANH_NOW"))
        }
    }
}
