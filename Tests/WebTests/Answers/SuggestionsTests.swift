import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// What helps to write an answer: beside a draft, and what the draft opens with.
@Suite(.eachEngine) struct SuggestionsTests {
    private func template(_ test: TestOffice, _ name: String = "Sửa đường", field: String? = nil) async throws -> ReplyTemplate {
        let entry = TemplateEntry(
            name: name, field: field.map { FieldCode($0) }, outcome: .partly, conclusion: "{don_vi} trả lời {so} trước {han}.",
            explanation: "Gửi {nguoi_gui}.", commitments: "{don_vi}: vá mặt đường")
        return try await test.office.perform(KeepTemplate(nil, entry), as: .staff(test.cast.admin))
    }

    private func fill(_ test: TestOffice) async { await LikenessFiller(office: test.office) { _ in }.fillAll() }

    private func address(_ petition: Case) -> String { "/app/ho-so/\(petition.number.text)/goi-y" }

    @Test func thePageShowsWhatFitsTheCase() async throws {
        try await SiteUnderTest.serving { site in
            let answered = try await site.test.answered()
            let current = try await site.test.assigned()
            let fitting = try await template(site.test, field: "giao-thong")
            _ = try await template(site.test, "Về thuế", field: "thue")
            await fill(site.test)
            let page = try await site.staff("nga").open(address(current))
            let links = page.all("a").compactMap { $0["href"] }
            let draft = "/app/ho-so/\(current.number.text)/tra-loi"
            #expect(links.contains("\(draft)?mau=\(fitting.id)"))
            #expect(links.contains("\(draft)?theo=\(answered.number.text)"))
            #expect(page.text.contains(site.test.answer().conclusion) && !page.text.contains("Về thuế"))
            #expect(page.all("mark").contains { $0.text.folded.contains("sut lun") })
            #expect(page.text.contains("Ban Quản lý các khu công nghiệp trả lời \(current.number.text) trước"))
        }
    }

    @Test func theScriptGetsTheListAloneAndFindsByWhatIsTyped() async throws {
        try await SiteUnderTest.serving { site in
            let answered = try await site.test.answered()
            let current = try await site.test.assigned(try await site.test.screened(try await site.test.submit("Cho biết khi nào xong.")))
            await fill(site.test)
            let nga = try await site.staff("nga")
            let token = try #require(try await nga.open(address(current)).all("input").first { $0["name"] == "csrf" }?["value"])
            let silent = try await nga.post(address(current), [("csrf", token)])
            #expect(silent.status == 200 && !silent.text.contains("<html") && !silent.text.contains(answered.number.text))
            let typed = try await nga.post(address(current), [("csrf", token), ("conclusion", "duong vao bi sut lun, xe tai ra vao duoc")])
            #expect(typed.text.contains(answered.number.text))
            #expect(try await nga.post(address(current), [("conclusion", "sut lun")]).status == 403)
            #expect(try await nga.post(address(current), [("csrf", token), ("outcome", "khong-co")]).status == 422)
        }
    }

    @Test func whoMayNotSeeTheCaseSeesNoSuggestions() async throws {
        try await SiteUnderTest.serving { site in
            let current = try await site.test.assigned()
            #expect(try await site.staff("tam").get(address(current)).status == 403)
            let restricted = try await site.test.restricted()
            #expect(try await site.staff("duc").get(address(restricted)).status == 403)
            #expect(try await site.staff("nga").get("/app/ho-so/BD-2026-9999999/goi-y").status == 404)
        }
    }

    private func opening(_ query: String, _ petition: Case, by account: Account, _ test: TestOffice) async throws -> [String: String?]? {
        let asked = try QueryString(query)
        return try await test.office.read { tx in
            guard let file = try CaseQueries.file(petition.number.text, tx) else { throw Missing("the case") }
            return try DraftSuggestion.opening(asked, file, by: .staff(account), tx)
        }
    }

    @Test func aTemplateOpensTheDraftWithTheWordsOfTheCase() async throws {
        let test = try await TestOffice()
        let current = try await test.assigned()
        let kept = try await template(test)
        let values = try #require(try await opening("mau=\(kept.id)", current, by: test.cast.nga, test))
        #expect(values["conclusion"]??.contains(current.number.text) == true)
        #expect(values["explanation"] == "Gửi Công ty TNHH Đông Á.")
        #expect(values["outcome"] == "partly" && values["who0"] == test.ground.parkBoard.name && values["what0"] == "vá mặt đường")
        #expect(values["by0"] == nil, "the day is for the drafter")
        #expect(try await opening("", current, by: test.cast.nga, test) == nil)
        try await test.office.perform(RetireTemplate(kept.id), as: .staff(test.cast.admin))
        await #expect(throws: Refusal.noSuch(.template)) { try await opening("mau=\(kept.id)", current, by: test.cast.nga, test) }
    }

    @Test func anEarlierAnswerOpensTheDraftWithoutTheNamesOfItsSender() async throws {
        let test = try await TestOffice()
        let waiting = try await test.assigned(try await test.screened(try await test.submit(organisation: "Công ty TNHH Tây Á")))
        var content = test.answer()
        content.conclusion = "Đường trước Công ty TNHH Tây Á sửa xong."
        let submitted = try await test.office.perform(
            SubmitAnswer(petition: waiting.id, version: waiting.version, content: content), as: .staff(test.cast.nga))
        let answered = try await test.office.perform(
            ApproveAnswer(petition: submitted.id, version: submitted.version), as: .staff(test.cast.quan))
        let current = try await test.assigned()
        let values = try #require(try await opening("theo=\(answered.number.text)", current, by: test.cast.nga, test))
        #expect(values["conclusion"] == "Đường trước [tên doanh nghiệp] sửa xong.")
        #expect(values["legalBasis"] == content.legalBasis && values["what0"] == content.commitments[0].what && values["by0"] == nil)
        await #expect(throws: Refusal.notPermitted(.view)) {
            try await opening("theo=\(answered.number.text)", current, by: test.cast.tam, test)
        }
        await #expect(throws: Refusal.noSuch(.petition)) {
            try await opening("theo=\(current.number.text)", current, by: test.cast.nga, test)
        }
    }
}
