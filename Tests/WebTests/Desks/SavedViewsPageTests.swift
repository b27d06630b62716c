import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Filters in the address, and lists kept under a name.
@Suite(.eachEngine) struct SavedViewsPageTests {
    @Test func eachConditionOfTheAddressHolds() async throws {
        try await SiteUnderTest.serving { site in
            let mine = try await site.test.assigned()
            let other = try await site.test.submit()
            let nga = site.test.cast.nga.id.text
            let (mai, boss) = (try await site.staff("mai"), try await site.staff("nga"))
            for (query, expected) in [
                ("don-vi=\(site.test.ground.parkBoard.id.text)", [mine]), ("trang-thai=received", [other]), ("nguoi=\(nga)", [mine]),
                ("tu-ngay=2026-08-03&den-ngay=2026-08-03", [mine, other]), ("den-ngay=2026-08-02", []), ("tu-ngay=04/08/2026", []),
                ("nguoi=toi", []), ("khan=1", []),
            ] {
                let page = try await mai.open("/app/ho-so?\(query)")
                let rows = page.all("tbody").flatMap { $0.all("a") }.map(\.text)
                #expect(Set(rows) == Set(expected.map(\.number.text)), "\(query)")
            }
            #expect(try await boss.open("/app/ho-so?nguoi=toi").text.contains(mine.number.text))
            for query in ["don-vi=x", "trang-thai=x", "nguoi=x", "tu-ngay=x", "tu-ngay=2026-08-03&den-ngay=2026-08-02"] {
                #expect(try await mai.get("/app/ho-so?\(query)").status == 422, "\(query)")
            }
        }
    }

    @Test func aListIsKeptRenamedAndForgotten() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let saved = try await lan.fill("/app/ho-so?hang=late&khan=1", ["viewName": "Khẩn, quá hạn"], button: "save")
            #expect(saved.location == "/app/ho-so?hang=late&khan=1")
            let rail = try await lan.open("/app/ho-so?hang=late&khan=1").all("nav").first { $0["class"] == "rail" }
            let link = try #require(rail?.all("a").first { $0.text == "Khẩn, quá hạn" })
            #expect(link["href"] == "/app/ho-so?hang=late&khan=1" && link["aria-current"] == "page")
            #expect(try await lan.fill("/app/bo-loc", ["viewName": "Gấp"], button: "rename").status == 303)
            #expect(try await lan.open("/app/bo-loc").text.contains("Gấp"))
            #expect(try await lan.fill("/app/bo-loc", [:], button: "delete").status == 303)
            #expect(try await !lan.open("/app/bo-loc").text.contains("Gấp"))
        }
    }

    @Test func onlyWhatTheListKnowsIsKept() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let token = try WebForm.on(try await lan.open("/app/ho-so?khan=1"), having: ["viewName"], button: "save").value("csrf") ?? ""
            let fields = [("csrf", token), ("do", "save"), ("viewName", "a"), ("query", "khan=1&x=javascript:alert(1)&sau=1.2")]
            #expect(try await lan.post("/app/bo-loc", fields).status == 422)
            let clean = [("csrf", token), ("do", "save"), ("viewName", "a"), ("query", "khan=1&x=javascript:alert(1)")]
            #expect(try await lan.post("/app/bo-loc", clean).location == "/app/ho-so?khan=1")
        }
    }
}
