import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// Accounts with their mandates: given, stood in for, ended; an account closed.
@Suite struct AccountPagesTests {
    private func mandates(of account: Account, _ site: SiteUnderTest) async throws -> [Mandate] {
        try await site.test.office.read { try MandateStore.all(of: account.id, $0) }
    }

    @Test func theListFindsFoldedWords() async throws {
        try await SiteUnderTest.serving { site in
            let found = try await site.staff("quantri").open("/app/tai-khoan?tim=hoang%20nga").all("tbody").first?.text ?? ""
            #expect(found.contains("Hoàng Thị Nga") && !found.contains("Phạm Thị Mai"))
        }
    }

    @Test func aMandateIsGivenWithItsDocumentAndEnds() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let path = "/app/quan-tri/tai-khoan/nga"
            let answer = try await admin.fill(
                "\(path)/giao-nhiem-vu",
                [
                    "role": "approver", "unit": site.test.ground.industry.id.text, "from": "2026-09-01", "to": "2026-12-31",
                    "document": "33/QĐ", "documentDate": "2026-08-01",
                ])
            #expect(answer.location == path)
            let page = try await admin.open(path).text
            #expect(page.contains("Nhiệm vụ sắp tới") && page.contains("từ 01/09/2026 đến 31/12/2026") && page.contains("33/QĐ"))
            let given = try #require(try await mandates(of: site.test.cast.nga, site).first { $0.authority.role == .approver })
            let end = try await admin.fill("/app/quan-tri/nhiem-vu/\(given.id.text)/ket-thuc", ["to": "2026-10-31"])
            #expect(end.status == 303)
            #expect(try await site.test.office.read { try MandateStore.load(given.id, $0) }?.validTo == (try day("2026-10-31")))
        }
    }

    @Test func aMandateThatEndsBeforeItBeginsIsRefusedAndStays() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.staff("quantri").fill(
                "/app/quan-tri/tai-khoan/nga/giao-nhiem-vu", ["role": "approver", "from": "2026-09-01", "to": "2026-08-01"])
            #expect(answer.status == 422)
            let page = try answer.page
            #expect(page.text.contains("Ngày kết thúc trước ngày bắt đầu"))
            #expect(try WebForm.on(page, having: ["role"]).value("to") == "2026-08-01")
        }
    }

    @Test func aStandInHasDaysADocumentAndReachesNoFurther() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let mandate = try #require(try await mandates(of: site.test.cast.quan, site).first)
            let path = "/app/quan-tri/nhiem-vu/\(mandate.id.text)/uy-quyen"
            let half = try await admin.fill(path, ["account": site.test.cast.nga.id.text])
            #expect(half.status == 422, "a stand-in always ends and has a document")
            let before = try await admin.fill(
                path,
                [
                    "account": site.test.cast.nga.id.text, "from": "2026-08-01", "to": "2026-08-20", "document": "8/GUQ",
                    "documentDate": "2026-08-01",
                ])
            #expect(before.status == 422)
            #expect(try before.page.text.contains("nằm ngoài thời gian"))
            let done = try await admin.fill(
                path,
                [
                    "account": site.test.cast.nga.id.text, "from": "2026-08-03", "to": "2026-08-20", "document": "8/GUQ",
                    "documentDate": "2026-08-01", "fields": "giao-thong",
                ])
            #expect(done.location == "/app/quan-tri/tai-khoan/nga")
            let given = try await mandates(of: site.test.cast.nga, site).first { $0.authority.standsInFor != nil }
            #expect(given?.authority.standsInFor == "Vũ Anh Quân")
            #expect(given?.authority.role == .approver)
            #expect(given?.authority.fields == [FieldCode("giao-thong")])
            #expect(try await admin.open("/app/quan-tri/tai-khoan/nga").text.contains("theo ủy quyền của Vũ Anh Quân"))
        }
    }

    @Test func anAccountIsClosedOnAPageOfItsOwn() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let nga = try await site.staff("nga")
            let path = "/app/quan-tri/tai-khoan/nga/khoa"
            #expect(try await admin.open(path).text.contains("1 nhiệm vụ"))
            #expect(try await admin.fill(path).location == "/app/quan-tri/tai-khoan/nga")
            #expect(try await nga.get("/app").location?.hasPrefix("/dang-nhap") == true, "signed out at once")
            let own = try await admin.fill("/app/quan-tri/tai-khoan/quantri/khoa")
            #expect(own.status == 409, "the last administrator stays")
        }
    }

    @Test(arguments: ["tai-khoan/nga", "tai-khoan/nga/khoa", "tai-khoan/nga/giao-nhiem-vu"])
    func nobodyButTheAdministratorComesIn(path: String) async throws {
        try await SiteUnderTest.serving { site in
            for login in ["mai", "lan", "nga"] {
                let answer = try await site.staff(login).get("/app/quan-tri/\(path)")
                #expect(answer.status == 403)
            }
            #expect(try await site.staff("quantri").get("/app/quan-tri/tai-khoan/khong-co").status == 404)
        }
    }
}
