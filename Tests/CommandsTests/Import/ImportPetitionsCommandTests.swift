import Foundation
import TestSupport
import Testing

/// Lists of petitions on the command line, over the demonstration province.
@Suite(.eachEngine) struct ImportPetitionsCommandTests {
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

    @Test func aListIsCheckedThenTakenInThenKnown() async throws {
        try await withProvince { program in
            let arguments = ["import", "petitions", ImportSample.tax.path, "--channel", "tax"]
            let dry = try await program.run(arguments + ["--dry-run"])
            #expect(dry.status == 0, "\(dry.faults)")
            for words in ["Kênh: Hỏi đáp eTax.", "Nội dung câu hỏi → Nội dung", "3 mới", "chưa ghi gì", "ETAX-2026-000871"] {
                #expect(dry.output.contains(words), "\(dry.output)")
            }
            let done = try object(try await program.run(arguments + ["--json"]).output)
            let rows = done["rows"] as? [[String: Any]] ?? []
            #expect(done["dry_run"] as? Bool == false && (done["counts"] as? [String: Int])?["new"] == 3)
            let number = try #require(rows.first?["number"] as? String)
            let shown = try object(try await program.run(["case", "show", number, "--json"]).output)
            #expect(shown["channel"] as? String == "tax" && shown["received_at"] as? String == "2026-07-20T14:30:00+07:00")
            let again = try await program.run(arguments)
            #expect(again.status == 0 && again.output.contains("0 mới, 3 đã có") && again.output.contains("Ghép cột “Hỏi đáp eTax”"))
        }
    }

    @Test func eachRefusedRowHasItsLineAndNothingIsWritten() async throws {
        try await withProvince { program in
            let arguments = ["import", "petitions", ImportSample.refused.path]
            for more in [["--dry-run"], []] {
                let refused = try await program.run(arguments + more)
                #expect(refused.status == 1)
                for words in ["Chưa ghi gì: tệp có 5 lỗi", "Dòng 3, cột “Ngày tiếp nhận”", "Dòng 6, cột “Mã ở hệ thống nguồn”: “A-1” đã có ở dòng 2"] {
                    #expect(refused.faults.contains(words), "\(refused.faults)")
                }
            }
            let listed = try await program.run(["case", "list", "--channel", "forwarded", "--query", "nhà xưởng"])
            #expect(!listed.output.contains("thủ tục xây dựng nhà xưởng"))
        }
    }

    @Test func aColumnIsReadAsTheOptionSays() async throws {
        try await withProvince { program in
            let place = program.folder.appendingPathComponent("la.csv")
            try Data("Số,Chuyện gì\n1,Đường vào khu bị ngập\n".utf8).write(to: place)
            let arguments = ["import", "petitions", place.path, "--channel", "dialogue", "--list", "Đối thoại", "--dry-run"]
            #expect(try await program.run(arguments).faults.contains("Chưa có cột nào được ghép"))
            let mapped = try await program.run(arguments + ["--map", "chuyen gi=text"])
            #expect(mapped.status == 0 && mapped.output.contains("1 mới") && mapped.output.contains("danh sách “Đối thoại”"), "\(mapped.faults)")
            #expect(try await program.run(arguments + ["--map", "Không có=text"]).faults.contains("Các cột của tệp: Số; Chuyện gì"))
            #expect(try await program.run(arguments + ["--map", "Số=la"]).status == 2)
            #expect(try await program.run(["import", "petitions", place.path, "--channel", "zalo"]).status == 2)
        }
    }
}
