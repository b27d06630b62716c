import Domain
import Operations
import Storage
import Testing
import TestSupport

@testable import Web

@Suite(.eachEngine) struct ImportPageTests {
    private static let path = "/app/quan-tri/nhap"
    private static let units = "Mã;Tên;Cấp;Từ ngày\nso-moi;Sở Mới;Sở, ban, ngành;1/8/2026\nso-tai-chinh;Sở Ngân sách;Sở, ban, ngành;1/8/2026\n"
    private static let accounts = "Tên đăng nhập;Họ tên;Mã đơn vị;Vai trò;Từ ngày\nhoa;Lý Thị Hoa;so-tai-chinh;Xử lý;1/8/2026\n"

    private func file(_ text: String) -> [(field: String, file: Visitor.File)] { [("file", Visitor.File("bang.csv", Array(text.utf8)))] }

    @Test func unitsAreShownFirstAndWrittenAfterwards() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let looked = try await admin.fill(
                Self.path, ["kind": "units", "document": "12/QĐ-UBND", "documentDate": "2026-07-20"], files: file(Self.units), button: "preview")
            #expect(looked.status == 200)
            let page = try looked.page
            #expect(page.text.contains("thêm mới 1, thay đổi 1, giữ nguyên 0") && page.text.contains("Chưa ghi gì"))
            #expect(page.text.contains("Sở Ngân sách (trước: Sở Tài chính)"))
            #expect(try await site.test.rows(in: "unit") == 5)
            let done = try await admin.send(try WebForm.on(page, having: ["content"], button: "import"), button: "import")
            #expect(try done.status == 200 && (done.page.text.contains("Đã nạp đơn vị")))
            #expect(try await site.test.rows(in: "unit") == 6)
            let unit = try await site.test.office.read { try OrganisationStore.register($0) }
            let version = unit.unit("so-moi").flatMap { unit.version(of: $0, on: site.test.clock.now.day) }
            #expect(version?.document?.cited == "12/QĐ-UBND ngày 20/07/2026")
        }
    }

    @Test func whatIsThereAlreadyLeavesNothingToWrite() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let same = "Mã;Tên;Cấp;Từ ngày\nso-tai-chinh;Sở Tài chính;Sở, ban, ngành;1/8/2026\n"
            let page = try await admin.fill(Self.path, ["kind": "units"], files: file(same), button: "preview").page
            #expect(page.text.contains("giữ nguyên 1"))
            #expect(throws: Missing.self) { try WebForm.on(page, having: [], button: "import") }
        }
    }

    @Test func passwordsAreShownOnceAndOpenTheAccounts() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let page = try await admin.fill(Self.path, ["kind": "accounts"], files: file(Self.accounts), button: "preview").page
            #expect(page.all("code").isEmpty && page.text.contains("Lý Thị Hoa"))
            let form = try WebForm.on(page, having: ["content"], button: "import")
            let password = try #require(try await admin.send(form, button: "import").page.all("code").first?.text)
            try await site.visitor().signIn("hoa", password: password)
            // Sending the same once more opens nothing and shows no password again.
            let again = try await admin.send(form, button: "import")
            #expect(try again.status == 422 && (again.page.text.contains("“hoa” đã có trong hệ thống")) && (again.page.all("code").isEmpty))
        }
    }

    @Test func whatIsWrongIsNamedByRowAndColumnAndCanBeTakenAlong() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let wrong = Self.units + "a b;<b>Tên</b>;Cấp xã;31/2/2026\n"
            let answer = try await admin.fill(Self.path, ["kind": "units"], files: file(wrong), button: "preview")
            #expect(answer.status == 422)
            let page = try answer.page
            let cells = page.all("tbody").first?.all("td").map(\.text) ?? []
            #expect(cells.contains("4") && cells.contains("Từ ngày") && cells.contains { $0.contains("“31/2/2026” không phải là ngày") })
            let list = try await admin.send(try WebForm.on(page, having: ["content"], button: "problems"), button: "problems")
            #expect(list.status == 200 && list["content-disposition"]?.contains("loi.xlsx") == true && list.body.starts(with: [0x50, 0x4B]))
            #expect(try await site.test.rows(in: "unit") == 5)
        }
    }

    @Test func aFileThatIsNoTableOrNoneAtAllIsRefusedInWords() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let old = try await admin.fill(
                Self.path, ["kind": "units"], files: [("file", Visitor.File("cu.xls", [0xD0, 0xCF, 0x11, 0xE0]))], button: "preview")
            #expect(try old.status == 422 && (old.page.text.contains("Excel cũ (.xls)")))
            let none = try await admin.fill(Self.path, ["kind": "units"], button: "preview")
            #expect(try none.status == 422 && (none.page.text.contains("Tệp: Hãy nhập hoặc chọn")))
            let date = try await admin.fill(
                Self.path, ["kind": "units", "document": "12/QĐ"], files: file(Self.units), button: "preview")
            #expect(try date.status == 422 && (date.page.text.contains("Ngày văn bản: Ngày không đọc được")))
        }
    }

    @Test(arguments: ["don-vi", "tai-khoan"]) func aTemplateCanBeHad(kind: String) async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.staff("quantri").get("\(Self.path)/mau/\(kind)")
            #expect(answer.status == 200 && answer.body.starts(with: [0x50, 0x4B]))
            #expect(answer["content-disposition"]?.contains("mau-\(kind).xlsx") == true)
        }
    }

    @Test func whoMayNotAdministerIsTurnedAway() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            for path in [Self.path, "\(Self.path)/mau/don-vi"] { #expect(try await lan.get(path).status == 403) }
            #expect(try await lan.open("/app/kenh").all("a").allSatisfy { $0["href"] != Self.path })
            let admin = try await site.staff("quantri")
            #expect(try await admin.get("\(Self.path)/mau/khac").status == 404)
        }
    }

    /// A hidden field holds so much and no more; the file goes on in several.
    @Test func aLargeTableIsCarriedWhole() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let many = (0..<1500).map { "moi-\($0);Đơn vị số \($0) \(String(repeating: "dài ", count: 20));Cấp xã;1/8/2026\n" }.joined()
            let page = try await admin.fill(Self.path, ["kind": "units"], files: file("Mã;Tên;Cấp;Từ ngày\n" + many), button: "preview").page
            #expect(page.text.contains("và 1.000 dòng khác."))
            #expect(page.all("input").count { $0["name"] == "content" } > 1)
            _ = try await admin.send(try WebForm.on(page, having: ["content"], button: "import"), button: "import")
            #expect(try await site.test.rows(in: "unit") == 1505)
        }
    }
}
