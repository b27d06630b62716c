import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Lists of cases: pages, queues, and who sees what.
@Suite(.databases) struct CaseQueriesTests {
    private func list(
        _ filter: CaseFilter, seenBy visibility: CaseVisibility = .everything, after: CaseCursor? = nil, limit: Int = 50,
        in office: TestOffice
    ) async throws -> [CaseRow] {
        let now = office.clock.now
        return try await office.database.read { tx in
            try CaseQueries.list(
                filter, seenBy: visibility, at: now, soon: now.adding(hours: 72), after: after, limit: limit, tx)
        }
    }

    private func filter(_ change: (inout CaseFilter) -> Void) -> CaseFilter {
        var filter = CaseFilter()
        change(&filter)
        return filter
    }

    @Test(arguments: Engine.available, [(CaseFilter.Queue.all, 3), (.all, 50), (.intake, 1), (.intake, 7), (.intake, 50)])
    func pagesShowEachCaseOnce(on engine: Engine, page: (queue: CaseFilter.Queue, size: Int)) async throws {
        let office = try await TestOffice(on: engine)
        for index in 0..<23 {
            // Several share a moment, so that ids must break the tie.
            if index % 4 == 0 { office.clock.advance(hours: 30) }
            _ = try await office.submit()
        }
        let filter = filter { $0.queue = page.queue }
        var seen: [CaseRow] = []
        var cursor: CaseCursor?
        while true {
            let rows = try await list(filter, after: cursor, limit: page.size, in: office)
            guard let last = rows.last else { break }
            seen += rows
            cursor = CaseCursor(last.cursor(byDueDate: filter.isByDueDate).text)
        }
        #expect(seen.count == 23 && Set(seen.map(\.id)).count == 23)
        let moments = seen.map { filter.isByDueDate ? $0.dueAt : $0.receivedAt }
        #expect(moments == (filter.isByDueDate ? moments.sorted() : moments.sorted().reversed()))
    }

    @Test(arguments: Engine.available) func aUnitSeesItsOwnCasesOnly(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let assigned = try await office.assigned()
        _ = try await office.submit()
        let nga = try #require(CaseVisibility(of: office.cast.nga))
        let tam = try #require(CaseVisibility(of: office.cast.tam))
        #expect(try await list(CaseFilter(), seenBy: nga, in: office).map(\.id) == [assigned.id])
        #expect(try await list(CaseFilter(), seenBy: tam, in: office) == [])
        #expect(CaseVisibility(of: office.cast.admin) == nil)
    }

    @Test(arguments: Engine.available) func aDenunciationIsInNobodysListButTheirs(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.submit()
        _ = try await office.office.perform(
            TransferCase(
                petition: petition.id, version: petition.version, kind: .denunciation, body: "Thanh tra tỉnh", reason: "Là đơn tố cáo."),
            as: .staff(office.cast.lan))
        for (account, count) in [(office.cast.duc, 0), (office.cast.lan, 1), (office.cast.hung, 0), (office.cast.mai, 1)] {
            let visibility = try #require(CaseVisibility(of: account))
            #expect(try await list(CaseFilter(), seenBy: visibility, in: office).count == count, "\(account.login)")
        }
    }

    @Test(arguments: Engine.available) func theCountsBesideTheQueuesAreTheLengthsOfTheQueues(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit()
        _ = try await office.asked(try await office.submit())
        _ = try await office.screened()
        _ = try await office.assigned()
        _ = try await office.asked(try await office.assigned())
        _ = try await office.submitted()
        _ = try await office.answered(outcome: .referredUpward)
        _ = try await office.answered()
        office.clock.set(try moment("2026-08-21T09:00"))
        _ = try await office.submit()
        for hours in [0, 24, 48] {
            office.clock.advance(hours: hours)
            let now = office.clock.now
            let counts = try await office.database.read { tx in
                try CaseQueries.queues(seenBy: .everything, at: now, soon: now.adding(hours: 72), tx)
            }
            #expect(counts.count == 8)
            for (queue, count) in counts {
                #expect(try await list(filter { $0.queue = queue }, in: office).count == count, "\(queue)")
            }
        }
    }

    @Test(arguments: Engine.available) func queuesHoldWhatTheirNamesSay(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let fresh = try await office.submit()
        let asked = try await office.asked(try await office.submit())
        let handled = try await office.assigned()
        let waiting = try await office.submitted()
        let answered = try await office.answered()
        for (queue, expected) in [
            (CaseFilter.Queue.intake, fresh), (.waiting, asked), (.handling, handled), (.approving, waiting), (.answered, answered),
        ] {
            #expect(try await list(filter { $0.queue = queue }, in: office).map(\.id) == [expected.id], "\(queue)")
        }
        office.clock.set(fresh.clock.due)
        #expect(try await list(filter { $0.queue = .late }, in: office) == [], "due is not late")
        office.clock.advance(seconds: 1)
        #expect(Set(try await list(filter { $0.queue = .late }, in: office).map(\.id)) == [fresh.id, handled.id, waiting.id])
    }

    @Test(arguments: Engine.available) func filtersNarrowTheList(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        try await office.zalo("Mất điện", id: "m-1")
        let screened = try await office.screened()
        let zalo = try await office.newest()
        #expect(try await list(filter { $0.channel = .zalo }, in: office).map(\.id) == [zalo.id])
        #expect(try await list(filter { $0.site = .park }, in: office).map(\.id) == [screened.id])
        #expect(try await list(filter { $0.field = FieldCode("giao-thong") }, in: office).map(\.id) == [screened.id])
        #expect(try await list(filter { $0.state = .received }, in: office).map(\.id) == [zalo.id])
        #expect(try await list(filter { $0.unit = id(3) }, in: office) == [])
    }

    @Test(arguments: Engine.available) func thePageOfACaseHasAllOfIt(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.answered()
        let file = try #require(try await office.database.read { try CaseQueries.file(petition.number.text, $0) })
        #expect(file.petition == petition)
        #expect(file.text.contains("sụt lún") && file.messages.count == 1)
        #expect(file.contact.person.organisation == "Công ty TNHH Đông Á")
        #expect(file.lead == office.ground.parkBoard && file.person?.id == office.cast.nga.id)
        #expect(file.events.count == 7)
    }
}
