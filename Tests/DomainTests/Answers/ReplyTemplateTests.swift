import Domain
import Testing

/// Templates of answers: their places, their promises, whom they suit.
@Suite struct ReplyTemplateTests {
    private func template(_ change: (inout ReplyTemplate) -> Void = { _ in }) -> ReplyTemplate {
        var template = ReplyTemplate(
            id: ID(at: Instant(milliseconds: 0), chance: []), name: "Sửa đường",
            conclusion: "{don_vi} trả lời hồ sơ {so} về {linh_vuc} trước ngày {han}.", explanation: "Kính gửi {nguoi_gui}.")
        change(&template)
        return template
    }

    private func faults(_ template: ReplyTemplate) -> [Problem] { template.problems }

    @Test func theCaseFillsThePlaces() {
        let filled = template().filled([
            .number: "BD-2026-0000001", .unit: "Ban Quản lý", .field: "Giao thông", .due: "24/08/2026", .sender: "Công ty {so}",
        ])
        #expect(filled.conclusion == "Ban Quản lý trả lời hồ sơ BD-2026-0000001 về Giao thông trước ngày 24/08/2026.")
        #expect(filled.explanation == "Kính gửi Công ty {so}.", "what a sender calls himself is not a template")
    }

    @Test func whatTheCaseDoesNotKnowStaysToBeSeen() {
        #expect(template().filled([.number: "1"]).conclusion == "{don_vi} trả lời hồ sơ 1 về {linh_vuc} trước ngày {han}.")
    }

    @Test(arguments: ["{ten}", "{}", "{SO}", "{so }", "a {đơn vị} b"]) func anUnknownPlaceIsRefused(mark: String) {
        let problems = faults(template { $0.explanation = mark })
        #expect(problems.map(\.field) == ["explanation"])
    }

    @Test(arguments: ["{", "}", "{so", "a } b {", "{\n}", "dấu {\nngoặc}"]) func aLoneBraceIsOnlyABrace(text: String) {
        let odd = template { $0.explanation = text }
        #expect(faults(odd) == [])
        #expect(odd.filled([.number: "1"]).explanation == text)
    }

    @Test func aTemplateNeedsANameAndAConclusion() {
        let problems = faults(template {
            $0.name = ""
            $0.conclusion = "ngắn"
        })
        #expect(problems == [Problem("templateName", .missing), Problem("conclusion", .tooShort(10))])
    }

    @Test func eachLineOfPromisesSaysWhoAndWhat() {
        let promises = template { $0.commitments = "Chủ đầu tư: vá mặt đường\n\nkiểm tra lại: lần hai\nbáo tiến độ" }.promises(by: "Ban")
        #expect(promises.map(\.who) == ["Chủ đầu tư", "kiểm tra lại", "Ban"])
        #expect(promises.map(\.what) == ["vá mặt đường", "lần hai", "báo tiến độ"])
    }

    @Test func morePromisesThanTheFormHasLinesAreRefused() {
        #expect(faults(template { $0.commitments = "a: b\nc: d\ne: f" }) == [])
        #expect(faults(template { $0.commitments = "a: b\nc: d\ne: f\ng: h" }) == [Problem("templateCommitments", .tooManyLines(3))])
    }

    @Test(arguments: [
        (nil, nil, "dat-dai", Outcome.resolved, true), ("dat-dai", nil, "dat-dai", .resolved, true), ("dat-dai", nil, "thue", .resolved, false),
        (nil, Outcome.partly, "thue", .resolved, false), ("dat-dai", .partly, nil, nil, true), ("dat-dai", .partly, "dat-dai", nil, true),
    ] as [(String?, Outcome?, String?, Outcome?, Bool)])
    func itSuitsItsFieldAndOutcome(own: String?, ownOutcome: Outcome?, field: String?, outcome: Outcome?, suits: Bool) {
        let template = template {
            $0.field = own.map { FieldCode($0) }
            $0.outcome = ownOutcome
        }
        #expect(template.suits(field: field.map { FieldCode($0) }, outcome: outcome) == suits)
    }
}
