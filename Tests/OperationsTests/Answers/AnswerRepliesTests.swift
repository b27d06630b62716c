import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What senders say to an answer.
@Suite(.eachEngine) struct AnswerRepliesTests {
    /// An office with one case that came over Zalo and was answered.
    private func answeredOffice(_ outcome: Outcome = .resolved) async throws -> TestOffice {
        let office = try await TestOffice()
        try await office.zalo("Đường vào KCN bị sụt lún", id: "m-1")
        _ = try await office.answered(try await office.assigned(try await office.screened(try await office.newest())), outcome: outcome)
        return office
    }

    @Test func theAnswerGoesOutWithWhatWasPromised() async throws {
        let office = try await answeredOffice()
        let text = try #require(try await office.outbox().last)
        #expect(text.contains("Mặt đường sẽ được sửa xong"))
        #expect(text.contains("Chủ đầu tư hạ tầng: Vá mặt đường, gia cố nền, trước ngày 10/08/2026"))
        #expect(text.contains("Quyết định 2290/QĐ-UBND"))
        #expect(text.contains("Nhắn 1 nếu hài lòng"))
        #expect(!text.contains("Nga") && !text.contains("Quân"), "names stay inside")
    }

    @Test func aOneRatesTheAnswer() async throws {
        let office = try await answeredOffice()
        try await office.zalo("1", id: "m-2")
        #expect(try await office.newest().rating == Rating(satisfied: true, remark: ""))
        #expect(try await office.newest().state == .answered)
        #expect(try await office.rows(in: "petition") == 1)
    }

    @Test func aSecondOneOpensNothing() async throws {
        let office = try await answeredOffice()
        try await office.zalo("1", id: "m-2")
        try await office.zalo("1", id: "m-3")
        #expect(try await office.rows(in: "petition") == 1)
        #expect(try await office.rows(in: "message") == 3)
    }

    @Test func aTwoWithAReasonOpensTheCaseAgainBeforeTheNextLevel() async throws {
        let office = try await answeredOffice()
        office.clock.set(try moment("2026-08-12T09:00"))
        try await office.zalo("2 đường vẫn lún", id: "m-2")
        let petition = try await office.newest()
        #expect(petition.state == .escalated && petition.work.escalation?.level == .deputy)
        #expect(petition.clock.due.day == (try day("2026-09-04")))
        #expect(try await office.rows(in: "petition") == 1)
        #expect(try await office.events(of: petition).suffix(3).map(\.verb) == ["rated", "reopened", "escalated"])
    }

    @Test func theSecondAnswerIsRatedAnew() async throws {
        let office = try await answeredOffice()
        try await office.zalo("1", id: "m-2")
        try await office.zalo("2 đường lại lún", id: "m-3")
        _ = try await office.answered(try await office.directed(try await office.newest()))
        try await office.zalo("1", id: "m-4")
        #expect(try await office.newest().rating?.satisfied == true)
        #expect(try await office.rows(in: "petition") == 1)
    }

    @Test func thanksOpenNothing() async throws {
        let office = try await answeredOffice()
        try await office.zalo("Cảm ơn Tổ công tác", id: "m-2")
        #expect(try await office.newest().state == .answered)
        #expect(try await office.rows(in: "petition") == 1)
        #expect(try await office.rows(in: "message") == 2)
    }

    @Test func aNewMatterOpensANewCase() async throws {
        let office = try await answeredOffice()
        try await office.zalo("Từ hôm qua mất điện", id: "m-2")
        #expect(try await office.rows(in: "petition") == 2)
        #expect(try await office.newest().number.serial == 2)
    }

    @Test func aReferralStaysOpenAndListens() async throws {
        let office = try await answeredOffice(.referredUpward)
        #expect(try await office.newest().state == .referred)
        #expect(try await office.outbox().last?.contains("Nhắn 1") == false)
        try await office.zalo("1", id: "m-2")
        #expect(try await office.newest().rating == nil)
        #expect(try await office.rows(in: "petition") == 1)
    }

    @Test func theSenderOfAFormRatesAndComesBackByCode() async throws {
        let office = try await TestOffice()
        let petition = try await office.answered()
        let code = petition.lookupCode
        let rated = try await office.office.perform(RateByCode(code: code, rating: Rating(satisfied: false, remark: "chậm")), as: .sender)
        #expect(rated.state == .escalated && rated.rating == nil, "a bad rating goes to the next level by itself")
        #expect(try await office.events(of: rated).contains(.rated(Rating(satisfied: false, remark: "chậm"))))
        await #expect(throws: Refusal.stateForbids(.rate, .escalated)) {
            try await office.office.perform(RateByCode(code: code, rating: Rating(satisfied: true, remark: "")), as: .sender)
        }
        let again = try await office.answered(try await office.directed(rated))
        let back = try await office.office.perform(ReopenByCode(code: code, reason: "Mặt đường sụt trở lại sau mưa."), as: .sender)
        #expect(again.state == .answered && back.state == .escalated && back.work.level == .head, "the second time it is the head's")
        #expect(try await office.rows(in: "message") == 2)
    }

    @Test func whatASenderWritesOnComingBackIsFound() async throws {
        let office = try await TestOffice()
        let petition = try await office.answered()
        _ = try await office.office.perform(
            ReopenByCode(code: petition.lookupCode, reason: "Cống thoát nước vẫn tắc."), as: .sender)
        var filter = CaseFilter()
        filter.words = "cong thoat nuoc"
        let now = office.clock.now
        let found = try await office.office.read { [filter] tx in
            try CaseQueries.list(filter, seenBy: .everything, at: now, soon: now, after: nil, limit: 9, tx)
        }
        #expect(found.map(\.id) == [petition.id])
    }
}
