import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// One act on many cases.
@Suite(.eachEngine) struct BulkPageTests {
    private func marks(_ cases: [Case]) -> [(String, String)] { cases.map { ("chon", "\($0.number.text):\($0.version)") } }

    private func token(_ visitor: Visitor) async throws -> String {
        try await visitor.open("/app/ho-so").all("input").first { $0["name"] == "csrf" }?["value"] ?? ""
    }

    @Test func aListMarksItsRowsWithTheirVersions() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let page = try await site.staff("duc").open("/app/ho-so")
            #expect(page.all("input").contains { $0["name"] == "chon" && $0["value"] == "\(petition.number.text):\(petition.version)" })
        }
    }

    @Test func eachCaseIsItsOwnAndTheRefusedSayWhy() async throws {
        try await SiteUnderTest.serving { site in
            let test = site.test
            let fresh = try await test.assigned()
            let changed = try await test.assigned()
            let strange = try await test.submit()
            let duc = try await site.staff("duc")
            let chosen = marks([fresh, changed, strange]) + [("chon", "BN-2026-9999999:1")]
            _ = try await test.office.perform(
                WriteNote(petition: changed.id, version: changed.version, note: Note(kind: .remark, text: "x")), as: .staff(test.cast.lan))
            let fields = [
                ("csrf", try await token(duc)), ("action", "person"), ("person", test.cast.nga.id.text), ("reason", "Phân công lại cho người phụ trách."),
            ]
            let answer = try await duc.post("/app/nhieu-ho-so", fields + chosen)
            #expect(answer.status == 200)
            let text = try answer.page.text
            #expect(text.contains("Đã làm 1 trên 4 hồ sơ."), "\(text)")
            #expect(text.contains("Hồ sơ vừa được người khác cập nhật nên giữ nguyên"))
            #expect(text.contains("Không tìm thấy hồ sơ"))
            #expect(try await test.load(fresh.id).version == fresh.version + 1)
            #expect(try await test.load(changed.id).version == changed.version + 1)
            #expect(try await test.load(strange.id).version == strange.version)
        }
    }

    @Test func onlyWhatSomeCaseAllowsIsOffered() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let nga = try await site.staff("nga")
            let fields = [("csrf", try await token(nga))] + marks([petition])
            let titles = try await nga.post("/app/nhieu-ho-so", fields).page.all("h2").map(\.text)
            #expect(titles.contains("Ghi chú nội bộ") && titles.contains("Mời đơn vị phối hợp"))
            #expect(!titles.contains("Phân công người xử lý"))
            let tam = try await site.staff("tam")
            let none = try await tam.post("/app/nhieu-ho-so", [("csrf", try await token(tam))] + marks([petition])).page.text
            #expect(none.contains("Bạn không làm được việc nào chung") && !none.contains(petition.title))
        }
    }

    @Test func whatIsMissingInTheFormTouchesNoCase() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let nga = try await site.staff("nga")
            let fields = [("csrf", try await token(nga)), ("action", "note"), ("note", " ")] + marks([petition])
            #expect(try await nga.post("/app/nhieu-ho-so", fields).status == 422)
            #expect(try await site.test.load(petition.id) == petition)
        }
    }

    @Test func aHundredIsTheMost() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            let many = (1...101).map { ("chon", "BN-2026-\($0):1") }
            let answer = try await nga.post("/app/nhieu-ho-so", [("csrf", try await token(nga)), ("action", "note"), ("note", "x")] + many)
            #expect(answer.status == 422)
            #expect(try await nga.post("/app/nhieu-ho-so", [("csrf", try await token(nga))]).status == 422)
            #expect(try await nga.get("/app/nhieu-ho-so").status == 303)
        }
    }

    @Test func manyThatWriteOfOneThingAreSortedAtOnceAndKeepTheirOwnPlaces() async throws {
        try await SiteUnderTest.serving { site in
            let cases = [try await site.test.submit(), try await site.test.submit(site: .park)]
            let lan = try await site.staff("lan")
            let fields = [("csrf", try await token(lan)), ("action", "screen"), ("kind", "regulation")]
            #expect(try await lan.post("/app/nhieu-ho-so", fields + marks(cases)).status == 422)
            let answer = try await lan.post("/app/nhieu-ho-so", fields + [("field", "giao-thong"), ("site", "cluster")] + marks(cases))
            #expect(try answer.page.text.contains("Đã làm 2 trên 2 hồ sơ."))
            for petition in cases {
                let now = try await site.test.load(petition.id)
                #expect(now.state == .diagnosing && now.classification.field == FieldCode("giao-thong"))
                #expect(now.classification.site == petition.classification.site ?? .cluster, "what a sender said of himself stays")
            }
        }
    }
}
