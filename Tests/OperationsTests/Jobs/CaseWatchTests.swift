import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// What time itself brings about, done by the watch.
@Suite(.eachEngine) struct CaseWatchTests {
    private func consulted(_ test: TestOffice, silence: Consultation.Silence = .agrees) async throws -> Case {
        let assigned = try await test.assigned()
        return try await test.office.perform(
            ConsultUnit(
                petition: assigned.id, version: assigned.version, unit: test.ground.industry.id, question: "Đề nghị cho ý kiến về kinh phí.",
                due: nil, silence: silence), as: .staff(test.cast.nga))
    }

    @Test func silenceTakesEffectWhenItsDateHasPassed() async throws {
        let test = try await TestOffice()
        let asked = try await consulted(test)
        await test.office.watchOnce()
        #expect(try await test.load(asked.id).owing.count == 1, "not before its date")
        test.clock.set(try #require(asked.work.consultations.first?.due).adding(seconds: 60))
        await test.office.watchOnce()
        let lapsed = try await test.load(asked.id)
        #expect(lapsed.owing.isEmpty && lapsed.work.consultations.first?.isLate == true)
        #expect(try await test.events(of: lapsed).last?.verb == "lapsed")
    }

    @Test func anOpinionAfterItsDateCountsAndStandsAsLate() async throws {
        let test = try await TestOffice()
        let asked = try await consulted(test)
        test.clock.set(try #require(asked.work.consultations.first?.due).adding(seconds: 60))
        await test.office.watchOnce()
        let lapsed = try await test.load(asked.id)
        let told = try await test.office.perform(
            AdviseCase(petition: lapsed.id, version: lapsed.version, stance: .disagrees, opinion: "Không có nguồn kinh phí năm nay."),
            as: .staff(test.cast.tam))
        #expect(told.work.consultations.first?.opinion?.stance == .disagrees && told.work.consultations.first?.isLate == true)
    }

    @Test func aStandstillEndsByItselfWhenItHasLastedAsLongAsItMay() async throws {
        let test = try await TestOffice()
        let asked = try await test.asked(try await test.assigned())
        test.clock.set(try moment("2026-08-20T09:00"))
        await test.office.watchOnce()
        #expect(try await test.load(asked.id).clock.isPaused)
        test.clock.set(try moment("2026-08-28T09:00"))
        await test.office.watchOnce()
        let running = try await test.load(asked.id)
        #expect(!running.clock.isPaused && running.clock.due > asked.clock.due, "the days of the standstill are given back")
    }

    @Test func handlerHeadAndDeputyAreUrgedOneAfterTheOther() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let moments = [("2026-08-21T09:00", "Hoàng Thị Nga"), ("2026-08-24T09:00", "Vũ Anh Quân"), ("2026-09-07T09:00", "Trần Quang Hùng")]
        for (index, (hour, name)) in moments.enumerated() {
            test.clock.set(try moment(hour))
            await test.office.watchOnce()
            await test.office.watchOnce()
            let urged = try await test.database.read { try UrgingStore.of(petition.id, $0) }
            #expect(urged.count == index + 1, "once for each grade: \(urged.map(\.warning))")
            #expect(urged.last?.name == name)
        }
        #expect(try await test.load(petition.id).version == petition.version, "urging makes nobody's page old")
        let mine = try await test.database.read { try UrgingStore.open(for: test.cast.quan.id, limit: 10, $0) }
        #expect(mine.map(\.number) == [petition.number])
    }

    @Test func aCaseInTimeUrgesNobody() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        await test.office.watchOnce()
        #expect(try await test.database.read { try UrgingStore.of(petition.id, $0) }.isEmpty)
    }
}
