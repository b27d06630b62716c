import Database
import Domain
@testable import Operations
import Storage
import Testing
import TestSupport

/// Changing the calendar, and what it moves.
@Suite(.eachEngine) struct ChangeCalendarTests {
    private static func storm(_ iso: String = "2026-08-06", kind: SpecialDay.Kind = .localClosure) throws -> SpecialDay {
        SpecialDay(date: try day(iso), kind: kind, name: "phòng, chống bão", source: "Công điện 05/CĐ-UBND")
    }

    private func change(_ test: TestOffice, _ change: CalendarChange) async throws {
        let preview = try await test.office.preview(change)
        try await test.office.changeCalendar(change, version: preview.version, as: .staff(test.cast.admin))
    }

    @Test func aPreviewSaysWhatWouldMoveAndMovesNothing() async throws {
        let test = try await TestOffice()
        let (open, restricted) = (try await test.assigned(), try await test.restricted())
        _ = try await test.answered()
        test.clock.advance(days: 5)
        _ = try await test.submit()
        let preview = try await test.office.preview(.keep(try Self.storm()))
        // What is answered, what came in later and what the law gave to another procedure stays.
        #expect(preview.count == 1 && preview.sooner == 0 && preview.late == 0)
        #expect(preview.shown.map(\.number) == [open.number])
        let (first, monday) = (try #require(preview.shown.first), try day("2026-08-24"))
        #expect(first.from == open.clock.due && first.to.day == monday)
        #expect(try await test.load(open.id) == open && !restricted.state.isOpen)
    }

    @Test func aConfirmedChangeMovesWhatWasPreviewedInTheJournalOfEachCase() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let waiting = try await test.asked(try await test.assigned())
        try await change(test, .keep(try Self.storm()))
        for before in [petition, waiting] {
            let after = try await test.load(before.id)
            #expect(after.clock.due.day == (try day("2026-08-24")), "Saturday the 22nd is worked, the day after it is Monday")
            #expect(after.clock.originalDue == before.clock.originalDue && after.clock.begun == before.clock.begun)
            let last = try #require(try await test.office.read { try CaseStore.events(of: before.id, $0) }.last)
            #expect(last.actorName == "Bùi Văn Quản")
            guard case .recomputed(let reason, _) = last.event else { throw Missing("the act in the journal") }
            #expect(reason == "06/08/2026: Nghỉ theo quyết định của địa phương, phòng, chống bão (Công điện 05/CĐ-UBND)")
        }
        let job = try #require(try await test.office.read { try RecomputationStore.newest(limit: 1, $0) }.first)
        #expect(job.seen == 2 && job.changed == 2 && job.doneAt == test.clock.now)
        #expect(try await test.submit().clock.due.day == (try day("2026-08-24")), "the next case is counted by it too")
    }

    @Test func whatIsTakenOutAgainPutsTheDatesBack() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        try await change(test, .keep(try Self.storm()))
        try await change(test, .remove(try day("2026-08-06"), source: "Công điện 06/CĐ-UBND"))
        let after = try await test.load(petition.id)
        #expect(after.clock.due == petition.clock.due && after.version == petition.version + 2)
    }

    @Test func whatMovesNoDateStartsNothing() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        var renamed = try Self.storm("2026-09-02", kind: .holiday)
        renamed.name = "Quốc khánh nước CHXHCN Việt Nam"
        try await change(test, .keep(renamed))
        #expect(try await test.rows(in: "recomputation") == 0)
        #expect(try await test.load(petition.id) == petition)
        let calendar = try await test.office.read { try test.office.rules($0).calendar }
        #expect(calendar.specialDays[renamed.date] == renamed)
    }

    @Test func whatWasPreviewedUnderOtherRulesIsLookedAtAgain() async throws {
        let test = try await TestOffice()
        let wanted = CalendarChange.keep(try Self.storm())
        let preview = try await test.office.preview(wanted)
        try await change(test, .keep(try Self.storm("2026-08-07")))
        await #expect(throws: Refusal.hindered(.rulesChanged)) {
            try await test.office.changeCalendar(wanted, version: preview.version, as: .staff(test.cast.admin))
        }
        #expect(try await test.office.read { try test.office.rules($0).calendar.isWorking(wanted.day) })
    }

    @Test func aServerThatStoppedInTheMiddleGoesOn() async throws {
        let test = try await TestOffice()
        var cases: [Case] = []
        for _ in 0..<4 { cases.append(try await test.submit()) }
        let wanted = CalendarChange.keep(try Self.storm())
        let preview = try await test.office.preview(wanted)
        // The calendar is written, two cases are done, then the server stops.
        try await test.office.perform(ChangeCalendar(wanted, version: preview.version), as: .staff(test.cast.admin))
        var job = try #require(try await test.office.read { try RecomputationStore.waiting($0) })
        (job.seen, job.last) = (2, cases.map(\.id).sorted()[1])
        _ = try await test.database.write { [job] in try RecomputationStore.advance(job, $0) }
        await test.office.watchOnce()
        let moved = try await test.number("SELECT count(*) AS n FROM case_event WHERE verb = 'recomputed'")
        let done = try #require(try await test.office.read { try RecomputationStore.newest(limit: 1, $0) }.first)
        #expect(moved == 2 && done.seen == 4 && done.doneAt != nil)
        await test.office.watchOnce()
        #expect(try await test.number("SELECT count(*) AS n FROM case_event WHERE verb = 'recomputed'") == moved)
    }

    @Test func theWatchActsForWhoeverMayNoLonger() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit()
        let wanted = CalendarChange.keep(try Self.storm())
        let preview = try await test.office.preview(wanted)
        try await test.office.perform(ChangeCalendar(wanted, version: preview.version), as: .staff(test.cast.admin))
        _ = try await test.office.addAccount(
            NewAccount(
                login: "moi", name: "Người mới", title: "", roles: [.admin], unit: test.ground.standing.id, password: Cast.password), as: .system)
        try await test.office.perform(DisableAccount(login: test.cast.admin.login), as: .system)
        await test.office.watchOnce()
        let last = try #require(try await test.office.read { try CaseStore.events(of: petition.id, $0) }.last)
        #expect(last.event.verb == "recomputed" && last.actorName.isEmpty)
    }

    @Test func aDecidedYearSpeaksForItsDays() async throws {
        let test = try await TestOffice()
        let year = CalendarFile.Year(year: 2027, source: "Thông báo 1/TB-BNV", provisional: false)
        try await test.office.perform(MarkCalendarYear(year), as: .staff(test.cast.admin))
        let calendar = try await test.office.read { try test.office.rules($0).calendar }
        let days = calendar.specialDays.values.filter { $0.date.year == 2027 }
        #expect(calendar.covers(2027) == .decided && !days.isEmpty)
        #expect(days.allSatisfy { !$0.provisional && $0.source == "Thông báo 1/TB-BNV" })
        await #expect(throws: Refusal.invalid([Problem("yearSource", .missing)])) {
            try await test.office.perform(
                MarkCalendarYear(CalendarFile.Year(year: 2028, source: "", provisional: true)), as: .staff(test.cast.admin))
        }
    }

    @Test func onlyTheAdministratorMay() async throws {
        let test = try await TestOffice()
        let wanted = CalendarChange.keep(try Self.storm())
        let version = try await test.office.preview(wanted).version
        for account in [test.cast.mai, test.cast.hung, test.cast.nga] {
            await #expect(throws: Refusal.notPermitted(.administer)) {
                try await test.office.changeCalendar(wanted, version: version, as: .staff(account))
            }
        }
    }
}
