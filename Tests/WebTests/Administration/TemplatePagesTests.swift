import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// Templates of answers: the list, the form of one.
@Suite struct TemplatePagesTests {
    private static let values: KeyValuePairs = [
        "templateName": "Sửa đường", "field": "giao-thong", "outcome": "partly", "conclusion": "{don_vi} sửa tạm đoạn đường.",
        "templateCommitments": "{don_vi}: vá mặt đường",
    ]

    @Test func aTemplateIsMadeChangedAndRetired() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let made = try await admin.fill("/app/quan-tri/mau-tra-loi/sua", Self.values)
            #expect(made.location == "/app/quan-tri/mau-tra-loi")
            let kept = try #require(try await site.test.office.read { try ReplyTemplateStore.all($0) }.first)
            #expect(kept.field == FieldCode("giao-thong") && kept.outcome == .partly && kept.commitments == "{don_vi}: vá mặt đường")
            let address = "/app/quan-tri/mau-tra-loi/sua?id=\(kept.id)"
            #expect(try await admin.open("/app/quan-tri/mau-tra-loi").all("a").contains { $0["href"] == address })
            _ = try await admin.fill(address, ["templateName": "Đường hỏng", "field": ""], button: "keep")
            let changed = try await site.test.office.read { try ReplyTemplateStore.all($0) }
            #expect(changed.map(\.name) == ["Đường hỏng"] && changed.map(\.id) == [kept.id] && changed.first?.field == nil)
            _ = try await admin.fill(address, [:], button: "retire")
            #expect(try await admin.open("/app/quan-tri/mau-tra-loi").text.contains("Thôi dùng từ"))
        }
    }

    @Test func aRefusedTemplateKeepsWhatWasTypedAndStaysTheSame() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            _ = try await admin.fill("/app/quan-tri/mau-tra-loi/sua", Self.values)
            let kept = try #require(try await site.test.office.read { try ReplyTemplateStore.all($0) }.first)
            let answer = try await admin.fill(
                "/app/quan-tri/mau-tra-loi/sua?id=\(kept.id)", ["conclusion": "Trước {ngay_mai} sẽ xong."], button: "keep")
            #expect(answer.status == 422)
            #expect(answer.text.contains("Không có ô điền {ngay_mai}. Hãy dùng {so}, {don_vi}, {han}, {linh_vuc}, {nguoi_gui}."))
            #expect(answer.text.contains("Trước {ngay_mai} sẽ xong.") && answer.text.contains(kept.id.text))
            #expect(try await site.test.office.read { try ReplyTemplateStore.all($0) } == [kept])
        }
    }

    @Test(arguments: ["?id=x", "?id=00000000000000000000000000"]) func aTemplateThatIsNotThereIsNotFound(query: String) async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.staff("quantri").get("/app/quan-tri/mau-tra-loi/sua\(query)")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: ["lan", "nga", "mai"]) func onlyTheAdministratorComesIn(login: String) async throws {
        try await SiteUnderTest.serving { site in
            let visitor = try await site.staff(login)
            for path in ["/app/quan-tri/mau-tra-loi", "/app/quan-tri/mau-tra-loi/sua"] { #expect(try await visitor.get(path).status == 403) }
        }
    }
}
