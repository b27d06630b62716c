import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Calls to make, and what became of them. It is Monday 3 August 2026, nine o'clock.
@Suite(.eachEngine) struct WorkReplyTaskTests {
    private func arranged(_ office: TestOffice, due: Instant? = nil, account: ID<Account>? = nil) async throws -> ReplyTask {
        let petition = try await office.takeIn(try TestOffice.call())
        return try await office.office.perform(
            ArrangeCallBack(petition: petition.id, text: "Báo đã nhận hồ sơ bổ sung.", dueAt: due, account: account),
            as: .staff(office.cast.lan))
    }

    private func work(
        _ office: TestOffice, _ task: ReplyTask, _ act: WorkReplyTask.Act, _ note: String = "", by account: Account? = nil
    ) async throws -> ReplyTask {
        try await office.office.perform(
            WorkReplyTask(task: task.id, act: act, note: note), as: .staff(account ?? office.cast.lan))
    }

    @Test func itIsDueWithinFourWorkingHoursUnlessAnHourIsNamed() async throws {
        let office = try await TestOffice()
        #expect(try await arranged(office).dueAt == (try moment("2026-08-03T13:00")))
        let named = try moment("2026-08-04T10:00")
        #expect(try await arranged(office, due: named).dueAt == named)
        await #expect(throws: Refusal.invalid([Problem("dueAt", .dateInPast)])) {
            try await arranged(office, due: moment("2026-08-03T08:00"))
        }
    }

    @Test func aDoneCallStandsInTheConversationAndIsNoApproach() async throws {
        let office = try await TestOffice()
        let task = try await arranged(office)
        office.clock.advance(minutes: 1)
        _ = try await work(office, task, .inVain, "Không nghe máy.")
        let done = try await work(office, task, .reached, "Người gửi đã rõ.")
        #expect(done.done?.reached == true && done.attempts.count == 1)
        let petition = try #require(task.petition)
        let messages = try await office.office.read { try MessageStore.of(petition, $0) }
        #expect(messages.last?.direction == .outbound && messages.last?.text == task.text)
        #expect(messages.last?.author == office.cast.lan.name)
        let kept = try await office.office.read { try InteractionStore.of(petition, $0) }
        #expect(kept.map(\.kind) == [.call, .callBack])
        let counts = try await office.office.read {
            try InteractionQueries.counts(of: nil, from: Instant(milliseconds: 0), until: moment("2030-01-01"), $0)
        }
        #expect(counts == [WeeklyReport.Approaches(channel: .hotline, count: 1, opened: 1)])
        await #expect(throws: Refusal.isOver) { try await work(office, task, .reached) }
    }

    @Test func givenUpItIsNoContactAtAll() async throws {
        let office = try await TestOffice()
        let task = try await arranged(office)
        _ = try await work(office, task, .giveUp, "Số máy không còn dùng.")
        #expect(try await office.rows(in: "interaction") == 1)
    }

    @Test func whatNobodyTookIsTheIntakeDesksUntilSomebodyTakesIt() async throws {
        let office = try await TestOffice()
        let task = try await arranged(office)
        func mine(_ account: Account) async throws -> [ID<ReplyTask>] {
            try await office.office.read {
                try ReplyTaskQueries.list(.mine, for: account, at: office.clock.now, limit: 10, $0).map(\.task.id)
            }
        }
        #expect(try await mine(office.cast.lan) == [task.id])
        #expect(try await mine(office.cast.hung) == [task.id])
        #expect(try await mine(office.cast.duc) == [])
        _ = try await work(office, task, .take, by: office.cast.duc)
        #expect(try await mine(office.cast.duc) == [task.id])
        #expect(try await mine(office.cast.lan) == [])
        office.clock.advance(days: 2)
        let late = try await office.office.read { try ReplyTaskQueries.count(.late, for: office.cast.lan, at: office.clock.now, $0) }
        #expect(late == 1)
    }

    @Test func whoMayNotSeeTheCaseSeesNoTaskOfIt() async throws {
        let office = try await TestOffice()
        let task = try await arranged(office)
        #expect(try await office.office.read { try ReplyTaskQueries.list(.all, for: office.cast.tam, at: office.clock.now, limit: 10, $0) }.isEmpty)
        await #expect(throws: Refusal.notPermitted(.view)) { try await work(office, task, .take, by: office.cast.tam) }
    }
}
