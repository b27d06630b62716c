import Domain
import Storage
import TestSupport
import Testing

@testable import Operations

@Suite(.eachEngine) struct ImportAccountsTests {
    private func table(_ lines: String) throws -> ImportTable {
        let rows = ("Tên đăng nhập|Họ tên|Chức danh|Mã đơn vị|Vai trò|Từ ngày|Văn bản\n" + lines).split(separator: "\n").enumerated()
        return try ImportTable(
            rows.map { number, line in
                ImportTable.Row(number: number + 1, cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            }, of: AccountColumn.self)
    }

    @Test func eachRowOpensAnAccountWithItsMandatesAndAPasswordThatOpensIt() async throws {
        let office = try await TestOffice()
        let made = try await office.office.importAccounts(
            try table("hoa|Lý Thị Hoa|Chuyên viên|so-tai-chinh|Xử lý; Phê duyệt|1/9/2026|12/QĐ-UBND ngày 5/7/2026\nbinh|Trần Bình||bql-kcn|Xử lý|1/8/2026|"),
            as: .staff(office.cast.admin))
        #expect(made.map(\.login) == ["hoa", "binh"] && made.map(\.row) == [2, 3])
        #expect(Set(made.map(\.password)).count == 2 && made.allSatisfy { $0.password.utf8.count >= AccessLimits.passwordLength })
        let (today, later) = (office.clock.now.day, try day("2026-09-01"))
        let hoa = try await office.office.read { (try AccountStore.find(login: "hoa", on: today, $0), try AccountStore.find(login: "hoa", on: later, $0)) }
        #expect(hoa.0?.roles == [] && hoa.1?.roles == [.handler, .approver], "the mandates begin on their day")
        let mandates = try await office.office.read { try MandateStore.lasting(in: office.ground.finance.id, on: later, $0) }
        #expect(mandates.allSatisfy { $0.document?.cited == "12/QĐ-UBND ngày 05/07/2026" } && mandates.count == 2)
        let password = try #require(made.last?.password)
        _ = try await office.office.signIn(login: "binh", password: password)
        let history = try await office.office.read { try OrganisationHistory.page(before: nil, limit: 50, $0).map(\.event) }
        #expect(history.contains(.imported(units: 0, accounts: 2)) && history.contains(.accountOpened(login: "hoa", name: "Lý Thị Hoa")))
    }

    @Test func oneWrongRowOpensNobody() async throws {
        let office = try await TestOffice()
        let before = try await office.rows(in: "account")
        let wrong = try table("hoa|Lý Thị Hoa||so-tai-chinh|Xử lý|1/8/2026|\nlan|Lan||so-khdt|Lái xe|1/8/2026|")
        let failure = await #expect(throws: ImportFailure.self) { try await office.office.importAccounts(wrong, as: .system) }
        #expect(failure?.problems.map(\.column) == ["Tên đăng nhập", "Mã đơn vị", "Vai trò"], "taken, ended in 2025, no such role")
        #expect(failure?.problems.allSatisfy { $0.row == 3 } == true)
        #expect(try await office.rows(in: "account") == before)
    }

    @Test func aPreviewOpensNobody() async throws {
        let office = try await TestOffice()
        let before = try await office.rows(in: "account")
        let drafts = try await office.office.previewAccounts(try table("hoa|Lý Thị Hoa||so-tai-chinh|Xử lý|1/8/2026|"), as: .system)
        #expect(drafts.map(\.login) == ["hoa"])
        #expect(try await office.rows(in: "account") == before)
    }

    @Test func whoMayNotAdministerMayNotImport() async throws {
        let office = try await TestOffice()
        let table = try table("hoa|Lý Thị Hoa||so-tai-chinh|Xử lý|1/8/2026|")
        await #expect(throws: Refusal.notPermitted(.administer)) { try await office.office.importAccounts(table, as: .staff(office.cast.lan)) }
    }

    @Test func aFirstPasswordUsesEverySignAndNoneThatIsMistaken() {
        let text = FirstPassword.text(Array(0...255))
        let signs = Set(text.utf8).subtracting([UInt8(ascii: "-")])
        #expect(signs.count == 32 && signs.isDisjoint(with: Array("01loIO".utf8)))
        #expect(FirstPassword.text([UInt8](repeating: 0, count: FirstPassword.bytes)) == "aaaa-aaaa-aaaa-aaaa")
    }
}
