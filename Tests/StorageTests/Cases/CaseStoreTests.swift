import Database
import Domain
import Storage
import TestSupport
import Testing

/// A case in its row.
@Suite(.databases) struct CaseStoreTests {
    private func fullCase(of petition: Case, _ office: TestOffice) throws -> Case {
        var full = petition
        full.title = "Đường “sụt lún” ở cổng 2"
        full.state = .approving
        full.classification = Classification(
            kind: .conduct, field: FieldCode("dat-dai"), area: AreaCode("ben-cat"), site: .cluster, siteName: "CCN Thanh An", urgent: true)
        full.lead = office.ground.industry.id
        full.person = office.cast.tam.id
        full.diagnosis = TestOffice.diagnosis
        full.clock.own = full.clock.due.adding(hours: 24)
        full.clock.pauses = [
            CaseClock.Pause(from: office.clock.now, until: office.clock.now.adding(hours: 1), reason: "hỏi"),
            CaseClock.Pause(from: office.clock.now.adding(hours: 2), reason: "hỏi nữa"),
        ]
        full.draft = AnswerDraft(
            outcome: .partly, conclusion: "Sửa trước ngày 10.", explanation: "Mưa \"lớn\"", legalBasis: "QĐ 2290",
            commitments: [AnswerDraft.Commitment(who: "Sở", what: "Sửa", by: try day("2026-08-10"))], contact: "Phòng", drafter: id(3),
            drafterName: "Tâm")
        full.outcome = .partly
        full.answeredAt = office.clock.now.adding(seconds: 7)
        full.rating = Rating(satisfied: false, remark: "chậm")
        full.version += 1
        return full
    }

    @Test(arguments: Engine.available) func everyFieldComesBackAsItWasSaved(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.submit()
        let full = try fullCase(of: petition, office)
        let now = office.clock.now
        try await office.database.write { tx in
            try CaseStore.save(full, before: petition, event: .wrote, by: .system, at: now, tx)
        }
        #expect(try await office.load(petition.id) == full)
        let found = try await office.database.read { tx in
            [try CaseStore.find(full.number.text, tx), try CaseStore.find(full.lookupCode.grouped.lowercased(), tx)]
        }
        #expect(found == [full, full])
    }

    @Test(arguments: Engine.available) func whoeverSavesSecondIsToldThatTheCaseChanged(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.submit()
        var mine = petition
        mine.title = "của tôi"
        mine.version += 1
        let (first, now) = (mine, office.clock.now)
        try await office.database.write { try CaseStore.save(first, before: petition, event: .wrote, by: .system, at: now, $0) }
        await #expect(throws: Refusal.changedMeanwhile) {
            try await office.database.write { try CaseStore.save(first, before: petition, event: .wrote, by: .system, at: now, $0) }
        }
        #expect(try await office.events(of: petition).count == 2)
    }

    @Test(arguments: Engine.available) func whatIsNoCodeFindsNothing(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit()
        for code in ["", "BD-2026-0000002", "' OR 1=1 --", "%", "BD-2026-1"] {
            #expect(try await office.database.read { try CaseStore.find(code, $0) } == nil, "\(code)")
        }
    }

    @Test(arguments: Engine.available) func everyEventComesBackAsItWasRecorded(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.submit()
        let draft = AnswerDraft(
            outcome: .explained, conclusion: "a", explanation: "b", legalBasis: "c", commitments: [], contact: "d", drafter: id(1),
            drafterName: "e")
        let events: [CaseEvent] = [
            .wrote, .screened(TestOffice.parkRoad, remark: "rõ"), .declined(reason: "lý do"),
            .transferred(as: .complaint, to: "Thanh tra", reason: "lý do"), .transferred(as: nil, to: "Sở", reason: "lý do"),
            .asked(question: "đâu?"), .supplied(due: office.clock.now), .resumed(reason: "gọi", due: office.clock.now),
            .diagnosed(TestOffice.diagnosis), .assigned(Assignment(unit: id(2), unitName: "BQL", rule: "quy tắc")),
            .gaveBack(reason: "lý do"), .noted(Note(kind: .field, text: "đến nơi")), .drafted(draft), .submitted,
            .draftReturned(reason: "lý do"), .approved(draft), .rated(Rating(satisfied: true, remark: "")),
            .reopened(reason: "lý do", due: office.clock.now),
        ]
        var current = petition
        for event in events {
            var next = current
            next.version += 1
            let (before, after, now) = (current, next, office.clock.now)
            try await office.database.write { try CaseStore.save(after, before: before, event: event, by: .system, at: now, $0) }
            current = next
        }
        #expect(try await office.events(of: petition).dropFirst() == events[...])
    }
}
