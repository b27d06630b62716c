import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Who calls about a case that there is.
@Suite(.eachEngine) struct TakeInForCaseTests {
    private func add(
        _ office: TestOffice, _ petition: Case, comesBack: Bool = false, key: String = "0123456789abcdef"
    ) async throws -> Case {
        office.clock.advance(minutes: 1)
        return try await office.office.perform(
            TakeInForCase(
                petition: petition.number, draft: try TestOffice.call("Hôm nay lún thêm nửa mét."), comesBack: comesBack, formKey: key),
            as: .staff(office.cast.lan))
    }

    @Test func aWordMoreIsKeptWithTheCase() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        let after = try await add(office, petition)
        #expect(try await office.events(of: after).last == .wrote)
        let messages = try await office.office.read { try MessageStore.of(petition.id, $0) }
        #expect(messages.map(\.channel) == [.form, .hotline])
        #expect(try await office.approaches().map(\.kind) == [.form, .call])
        #expect(try await add(office, petition) == after)
        #expect(try await office.rows(in: "message") == 2)
    }

    @Test func theAnswerToAQuestionStartsTheClock() async throws {
        let office = try await TestOffice()
        let asked = try await office.asked(try await office.submit())
        office.clock.set(try moment("2026-08-06T10:00"))
        let supplied = try await add(office, asked)
        #expect(!supplied.clock.isPaused)
        #expect(supplied.clock.due.day == (try day("2026-08-26")))
    }

    @Test func whoDoesNotAcceptTheAnswerIsHeardAgain() async throws {
        let office = try await TestOffice()
        let answered = try await office.answered()
        await #expect(throws: Refusal.stateForbids(.supply, .answered)) { try await add(office, answered) }
        let again = try await add(office, answered, comesBack: true)
        #expect(again.state.isOpen)
        #expect(try await office.approaches().last?.kind == .reopening)
    }

    @Test func aCaseThatTheOfficerMayNotSeeIsNotWrittenInto() async throws {
        let office = try await TestOffice()
        let restricted = try await office.restricted()
        let draft = try TestOffice.call()
        await #expect(throws: Refusal.notPermitted(.view)) {
            try await office.office.perform(
                TakeInForCase(petition: restricted.number, draft: draft, formKey: "0123456789abcdef"), as: .staff(office.cast.hung))
        }
    }

    @Test func aQuestionThatNeedsNoCaseIsNotedInOneLine() async throws {
        let office = try await TestOffice()
        let note = NoteInteraction(draft: try TestOffice.call("Hỏi đường,\n đã trả lời ngay."), formKey: "0123456789abcdef")
        for _ in 0..<2 { try await office.office.perform(note, as: .staff(office.cast.lan)) }
        #expect(try await office.rows(in: "interaction") == 1)
        #expect(try await office.rows(in: "petition") == 0)
        let visibility = try #require(CaseVisibility(of: office.cast.lan))
        let row = try #require(
            try await office.office.read {
                try InteractionQueries.list(InteractionFilter(), seenBy: visibility, after: nil, limit: 10, $0)
            }.first)
        #expect(row.summary == "Hỏi đường, đã trả lời ngay." && row.sender == "Nguyễn Văn An" && !row.opensCase)
    }

    @Test func aQuestionAboutACaseStandsWithItAndChangesNothing() async throws {
        let office = try await TestOffice()
        let petition = try await office.answered()
        office.clock.advance(minutes: 1)
        try await office.office.perform(
            NoteInteraction(draft: try TestOffice.call("Hỏi bao giờ sửa xong."), about: petition.number, formKey: "0123456789abcdef"),
            as: .staff(office.cast.lan))
        #expect(try await office.load(petition.id) == petition)
        #expect(try await office.approaches().last?.summary == "Hỏi bao giờ sửa xong.")
    }

    @Test func theSameWordsByAnotherButtonOrAboutAnotherCaseAreNotLost() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        let (draft, key) = (try TestOffice.call("Hôm nay lún thêm nửa mét."), "0123456789abcdef")
        func note(about number: CaseNumber?) async throws {
            try await office.office.perform(NoteInteraction(draft: draft, about: number, formKey: key), as: .staff(office.cast.lan))
        }
        try await note(about: petition.number)
        _ = try await add(office, petition, key: key)
        #expect(try await office.events(of: petition).last == .wrote)
        let opened = try await office.takeIn(draft, key: key)
        #expect(opened.id != petition.id)
        try await note(about: nil)
        #expect(try await office.takeIn(draft, key: key) == opened, "the same button twice is one case")
        #expect(try await office.rows(in: "interaction") == 5)
        #expect(try await office.rows(in: "petition") == 2)
    }

    @Test func anAnswerThatIsNotedLateEndsTheStandstillWhenItWasGiven() async throws {
        let office = try await TestOffice()
        let asked = try await office.asked(try await office.submit())
        office.clock.set(try moment("2026-08-06T10:00"))
        let draft = try TestOffice.call("Ở cổng số 2.", at: "2026-08-05T15:00", because: "Mất mạng hai ngày.")
        let supplied = try await office.office.perform(
            TakeInForCase(petition: asked.number, draft: draft, formKey: "0123456789abcdef"), as: .staff(office.cast.lan))
        let heard = try moment("2026-08-05T15:00")
        let (calendar, now) = (try await office.office.read { try office.office.rules($0).calendar }, office.clock.now)
        #expect(supplied.clock.pauses.map(\.until) == [heard])
        #expect(supplied.clock.own == calendar.extended(asked.clock.own, pausedFrom: asked.clock.pauses[0].from, until: heard))
        #expect(supplied.clock.own < calendar.extended(asked.clock.own, pausedFrom: asked.clock.pauses[0].from, until: now))
        #expect(supplied.clock.recomputed(calendar) == nil)
        #expect(try await office.approaches().last?.summary == "ghi muộn: Mất mạng hai ngày.")
    }

    @Test func aStandstillEndsNotBeforeItBegan() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        office.clock.advance(hours: 4)
        let asked = try await office.asked(petition)
        office.clock.advance(hours: 24)
        let draft = try TestOffice.call("Ở cổng số 2.", at: "2026-08-03T10:00", because: "Ghi vào sổ tay rồi quên.")
        let supplied = try await office.office.perform(
            TakeInForCase(petition: asked.number, draft: draft, formKey: "0123456789abcdef"), as: .staff(office.cast.lan))
        #expect(supplied.clock.pauses.map(\.until) == [asked.clock.pauses[0].from] && supplied.clock.own == asked.clock.own)
    }

    @Test func whyALineIsNotedLateStandsWithIt() async throws {
        let office = try await TestOffice(at: "2026-08-05T10:00")
        let petition = try await office.submit()
        let draft = try TestOffice.call("Hỏi bao giờ sửa xong.", at: "2026-08-04T15:00", because: "Mất mạng\n cả buổi.")
        try await office.office.perform(
            NoteInteraction(draft: draft, about: petition.number, formKey: "0123456789abcdef"), as: .staff(office.cast.lan))
        #expect(try await office.approaches().map(\.summary).contains("Hỏi bao giờ sửa xong. (ghi muộn: Mất mạng cả buổi.)"))
    }
}
