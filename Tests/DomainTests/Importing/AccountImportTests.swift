import Testing

@testable import Domain

@Suite struct AccountImportTests {
    @Test func aTableOfAccountsGivesDraftsInItsOrder() throws {
        let drafts = try ImportSamples.accounts("Lan.NT|Nguyễn Thị Lan|Chuyên viên|so-tc|Tiếp nhận, sàng lọc, xử lý; PHÊ DUYỆT|01/07/2025|12/QĐ-UBND ngày 5/6/2025").get()
        #expect(
            drafts == [
                AccountDraft(
                    row: 2, login: "lan.nt", name: "Nguyễn Thị Lan", title: "Chuyên viên", unitCode: "so-tc",
                    roles: [.intake, .handler, .approver], from: try day("2025-07-01"),
                    document: Decision(number: "12/QĐ-UBND", date: try day("2025-06-05")))
            ])
    }

    @Test(arguments: [
        ("lan|Lan||so-yt|Xử lý|1/7/2025|", "Mã đơn vị", ImportProblem.Fault.unknown("so-yt")),
        ("lan|Lan||so-tc||1/7/2025|", "Vai trò", .missing),
        ("lan|Lan||so-tc|Xử lý, lái xe|1/7/2025|", "Vai trò", .notOffered("lai xe", ["Tiếp nhận, sàng lọc", "Xử lý", "Phê duyệt"])),
        ("HUNG|Hùng||so-tc|Xử lý|1/7/2025|", "Tên đăng nhập", .taken("hung")),
        ("a|A||so-tc|Xử lý|1/7/2025|", "Tên đăng nhập", .tooShort(2)), ("lan|Lan||so-tc|;|1/7/2025|", "Vai trò", .missing),
        ("lan|Lan||so-tc|Xử lý|1/7/2025|12/QĐ-UBND", "Văn bản", .notADocument("12/QĐ-UBND")),
        ("ngọc|Ngọc||so-tc|Xử lý|1/7/2025|", "Tên đăng nhập", .notACode("ngọc")),
        ("TOT|Tốt||so-tc|Xử lý|1/7/2025|", "Tên đăng nhập", .doubled("tot", row: 2)),
    ]) func aFaultIsNamedWithItsRowAndColumn(line: String, column: String, fault: ImportProblem.Fault) throws {
        let result = try ImportSamples.accounts("tot|Tốt||so-tc|Xử lý|1/7/2025|\n" + line, logins: ["hung"])
        #expect(ImportSamples.problems(result) == [ImportProblem(row: 3, column: column, fault)])
    }
}
