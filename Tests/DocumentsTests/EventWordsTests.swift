import Documents
import Domain
import TestSupport
import Testing

/// What is said of an event inside, and what outside.
@Suite struct EventWordsTests {
    static let secret = "CHUYỆN NỘI BỘ"

    /// Every event, full of what must not get out.
    static func events() throws -> [CaseEvent] {
        let now = try moment("2026-08-20T09:00")
        let classification = Classification(
            kind: .regulation, field: FieldCode(secret), area: AreaCode(secret), site: .park, siteName: secret)
        let draft = AnswerDraft(
            outcome: .resolved, conclusion: secret, explanation: secret, legalBasis: secret,
            commitments: [AnswerDraft.Commitment(who: secret, what: secret, by: now.day)], contact: secret, drafter: id(1),
            drafterName: secret)
        var upward = draft
        upward.outcome = .referredUpward
        return [
            .received(due: now), .wrote, .screened(classification, remark: secret), .declined(reason: secret),
            .transferred(as: .denunciation, to: secret, reason: secret), .asked(question: secret), .supplied(due: now),
            .resumed(reason: secret, due: now), .diagnosed(Diagnosis(finding: secret, proposal: secret)),
            .assigned(
                Assignment(
                    unit: id(2), unitName: "Sở Công Thương", person: id(3), personName: secret, rule: secret, reason: secret)),
            .gaveBack(reason: secret), .noted(Note(kind: .field, text: secret)), .drafted(draft), .submitted,
            .draftReturned(reason: secret), .approved(draft), .approved(upward), .rated(Rating(satisfied: false, remark: secret)),
            .reopened(reason: secret, due: now),
        ]
    }

    @Test func outsideNoNamesAndNoInnerWordsAreSaid() throws {
        for event in try Self.events() {
            let sentence = EventWords.publicSentence(event)
            #expect(sentence?.contains(Self.secret) != true, "\(event.verb)")
            #expect(sentence?.contains("Tố cáo") != true, "\(event.verb)")
            #expect(sentence?.hasSuffix(".") != false, "\(event.verb)")
        }
    }

    @Test func whatStaysInsideIsNotMentioned() throws {
        let silent = try Self.events().filter { EventWords.publicSentence($0) == nil }.map(\.verb)
        #expect(silent == ["diagnosed", "gaveBack", "noted", "drafted", "submitted", "draftReturned"])
    }

    @Test func theSenderReadsWhoHasIt() throws {
        let assignment = Assignment(unit: id(2), unitName: "Sở Công Thương", personName: "Nga")
        #expect(EventWords.publicSentence(.assigned(assignment)) == "Đã giao Sở Công Thương chủ trì giải quyết.")
    }

    @Test func insideEachEventIsASentence() throws {
        for event in try Self.events() { #expect(!EventWords.sentence(event).isEmpty, "\(event.verb)") }
        let assignment = Assignment(unit: id(2), unitName: "Sở Công Thương", personName: "Nga", rule: "ngoài khu")
        #expect(EventWords.sentence(.assigned(assignment)) == "Phân công Sở Công Thương, Nga, theo quy tắc: ngoài khu")
    }
}
