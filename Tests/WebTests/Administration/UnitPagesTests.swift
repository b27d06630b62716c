import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// Units: the list on a day, a unit's page, founding and changing.
@Suite struct UnitPagesTests {
    @Test func theListShowsTheUnitsOfTheDayAndFindsFoldedWords() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let now = try await admin.open("/app/quan-tri/don-vi").text
            #expect(now.contains("Sở Tài chính") && !now.contains("Sở Kế hoạch và Đầu tư"))
            let then = try await admin.open("/app/quan-tri/don-vi?ngay=2024-06-01").text
            #expect(then.contains("Sở Kế hoạch và Đầu tư"))
            let found = try await admin.open("/app/quan-tri/don-vi?tim=tai%20CHINH").all("tbody").first?.text ?? ""
            #expect(found.contains("Sở Tài chính") && !found.contains("Sở Công Thương"))
            let boards = try await admin.open("/app/quan-tri/don-vi?cap=board").all("tbody").first?.all("tr").count
            #expect(boards == 1)
        }
    }

    @Test(arguments: ["ngay=hôm-qua", "ngay=2026-02-30", "cap=huyện"]) func anAddressThatAsksNonsenseIs422(query: String) async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.staff("quantri").get("/app/quan-tri/don-vi?\(query)")
            #expect(answer.status == 422)
        }
    }

    @Test func aFoundedUnitHasAPage() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let answer = try await admin.fill(
                "/app/quan-tri/thanh-lap-don-vi",
                [
                    "key": "so-noi-vu", "name": "Sở Nội vụ", "level": "department", "from": "2026-03-01", "document": "12/NQ-HĐND",
                    "documentDate": "2026-02-01",
                ])
            #expect(answer.location == "/app/quan-tri/don-vi/so-noi-vu")
            let page = try await admin.open("/app/quan-tri/don-vi/so-noi-vu").text
            #expect(page.contains("12/NQ-HĐND ngày 01/02/2026") && page.contains("01/03/2026"))
        }
    }

    @Test func aRefusedFoundingKeepsWhatWasTyped() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            for (values, words) in [
                (["key": "bql-kcn", "name": "Ban khác", "level": "board", "from": "2026-03-01"], "đã được dùng"),
                (["key": "moi", "name": "Ban khác", "level": "board", "from": "31/2/2026"], "Ngày không đọc được"),
                (["key": "moi", "name": "Ban khác", "from": "2026-03-01"], "Hãy nhập hoặc chọn"),
            ] as [(KeyValuePairs<String, String>, String)] {
                let answer = try await admin.fill("/app/quan-tri/thanh-lap-don-vi", values)
                #expect(answer.status == 422 || answer.status == 409)
                let page = try answer.page
                #expect(page.first(class: "summary")?.text.contains(words) == true, "\(page.text)")
                #expect(try WebForm.on(page, having: ["key"]).value("name") == "Ban khác")
            }
            #expect(try await site.test.office.read { try OrganisationStore.unit(key: "moi", $0) } == nil)
        }
    }

    @Test func aRenamedUnitShowsBothNames() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let path = "/app/quan-tri/don-vi/so-cong-thuong/thay-doi"
            #expect(try WebForm.on(try await admin.open(path), having: ["name"]).value("name") == "Sở Công Thương")
            let answer = try await admin.fill(path, ["name": "Sở Công nghiệp", "from": "2026-08-01"])
            #expect(answer.status == 303)
            let page = try await admin.open("/app/quan-tri/don-vi/so-cong-thuong").text
            #expect(page.contains("Sở Công nghiệp") && page.contains("Sở Công Thương") && page.contains("31/07/2026"))
            let early = try await admin.fill(path, ["name": "Tên quá sớm", "from": "2026-07-01"])
            #expect(early.status == 422)
            #expect(try early.page.text.contains("chồng lên nhau"))
        }
    }

    @Test func aUnitsPageTellsSuccessorsPeopleAndOpenCases() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.assigned()
            let page = try await site.staff("quantri").open("/app/quan-tri/don-vi/bql-kcn").text
            #expect(page.contains("Hoàng Thị Nga") && page.contains("Hồ sơ đang mở 1"))
            let gone = try await site.staff("quantri").get("/app/quan-tri/don-vi/khong-co")
            #expect(gone.status == 404)
        }
    }

    @Test(arguments: ["don-vi", "don-vi/bql-kcn", "thanh-lap-don-vi", "don-vi/bql-kcn/thay-doi"])
    func nobodyButTheAdministratorComesIn(path: String) async throws {
        try await SiteUnderTest.serving { site in
            for login in ["mai", "lan", "nga"] {
                let answer = try await site.staff(login).get("/app/quan-tri/\(path)")
                #expect(answer.status == 403)
            }
        }
    }
}
