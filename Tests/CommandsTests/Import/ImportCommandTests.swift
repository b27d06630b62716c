import Foundation
import TestSupport
import Testing

/// Tables on the command line, over the demonstration province.
@Suite(.eachEngine) struct ImportCommandTests {
    private func file(_ text: String, in folder: URL) throws -> String {
        let place = folder.appendingPathComponent("bang.csv")
        try Data(text.utf8).write(to: place)
        return place.path
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func withProvince(_ body: (StoredProgram) async throws -> Void) async throws {
        try await StoredProgram.with { program in
            let filled = try await program.run(["demo", "--fill-only"])
            try #require(filled.status == 0, "\(filled.faults)")
            try await body(program)
        }
    }

    @Test func unitsGoInOnceAndTheFiguresByUnitAddUp() async throws {
        try await withProvince { program in
            let path = try file("Mã;Tên;Cấp;Từ ngày\nso-thu;Sở Thử;Sở, ban, ngành;1/8/2026\n", in: program.folder)
            let dry = try await program.run(["import", "units", path, "--dry-run"])
            #expect(dry.status == 0 && dry.output.contains("thêm mới") && dry.output.contains("chưa ghi gì"), "\(dry.faults)")
            let listed = try await program.run(["unit", "list"]).output
            #expect(!listed.contains("so-thu"))
            let done = try object(
                try await program.run(["import", "units", path, "--json", "--document", "12/QĐ-UBND ngày 20/07/2026"]).output)
            #expect((done["rows"] as? [[String: Any]])?.first?["result"] as? String == "founded" && done["dry_run"] as? Bool == false)
            #expect(try await program.run(["unit", "list"]).output.contains("so-thu"))
            #expect(try await program.run(["import", "units", path]).output.contains("giữ nguyên"))

            for way in ["then", "now"] {
                let units = try object(try await program.run(["report", "units", "--by", way, "--json"]).output)
                let whole = try object(try await program.run(["report", "weekly", "--json"]).output)
                let (sum, figures) = (units["sum"] as? [String: Int] ?? [:], whole["figures"] as? [String: Int] ?? [:])
                for name in ["opening", "received", "done", "done_in_time", "open", "open_overdue", "transferred"] {
                    #expect(sum[name] == figures[name] && sum[name] != nil, "\(way) \(name)")
                }
            }
            #expect(try await program.run(["report", "units"]).output.contains("Tổng số"))
            #expect(try await program.run(["report", "units", "--by", "khac"]).status == 2)
        }
    }

    @Test func whatIsWrongIsToldByRowAndColumnAndNothingIsWritten() async throws {
        try await withProvince { program in
            let path = try file("Mã;Tên;Cấp;Từ ngày\nso-thu;Sở Thử;Sở, ban, ngành;1/8/2026\nhai;;Cấp bộ;31/2/2026\n", in: program.folder)
            let refused = try await program.run(["import", "units", path])
            #expect(refused.status == 1 && refused.output.isEmpty)
            for words in ["tệp có 3 lỗi", "Dòng 3, cột “Tên”", "Dòng 3, cột “Cấp”", "Dòng 3, cột “Từ ngày”: “31/2/2026” không phải là ngày"] {
                #expect(refused.faults.contains(words), "\(refused.faults)")
            }
            let json = try await program.run(["import", "units", path, "--json"])
            #expect(try json.status == 1 && (object(json.output)["problems"] as? [Any])?.count == 3)
            let listed = try await program.run(["unit", "list"]).output
            #expect(!listed.contains("so-thu"))
            #expect(try await program.run(["import", "units", program.folder.path + "/khong.xlsx"]).faults.contains("Không đọc được tệp"))
            #expect(try await program.run(["import", "units", path, "--document", "12/QĐ-UBND"]).status == 2)
        }
    }

    @Test func accountsArePrintedOnceWithTheirPasswords() async throws {
        try await withProvince { program in
            let units = try #require(
                try JSONSerialization.jsonObject(with: Data(try await program.run(["unit", "list", "--json"]).output.utf8)) as? [[String: Any]])
            let unit = try #require(units.first?["id"] as? String)
            let path = try file("Tên đăng nhập;Họ tên;Mã đơn vị;Vai trò;Từ ngày\nhoa.thu;Lý Thị Hoa;\(unit);Xử lý;1/8/2026\n", in: program.folder)
            let dry = try await program.run(["import", "accounts", path, "--dry-run"])
            #expect(dry.output.contains("hoa.thu") && !dry.output.contains("MẬT KHẨU"))
            let listed = try await program.run(["user", "list"]).output
            #expect(!listed.contains("hoa.thu"))
            let done = try await program.run(["import", "accounts", path])
            #expect(done.status == 0 && done.output.contains("MẬT KHẨU BAN ĐẦU"), "\(done.faults)")
            let password = done.output.split(whereSeparator: \.isWhitespace).first { $0.split(separator: "-").count == 4 }
            #expect(password?.utf8.count == 19)
            #expect(try await program.run(["user", "list"]).output.contains("hoa.thu"))
            let again = try await program.run(["import", "accounts", path])
            #expect(again.status == 1 && again.faults.contains("Dòng 2, cột “Tên đăng nhập”: “hoa.thu” đã có trong hệ thống"))
        }
    }
}
