import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Petitions that an officer writes down for whoever is on the line. It is Monday 3 August 2026, nine o'clock.
@Suite(.eachEngine) struct TakeInTests {
    @Test func aCallBecomesACaseWithCodeAndDueDateAndCountsAsAnApproach() async throws {
        let office = try await TestOffice()
        let petition = try await office.takeIn(try TestOffice.call())
        #expect(petition.channel == .hotline && petition.state == .received)
        #expect(petition.clock.due.day == (try day("2026-08-22")))
        #expect(try await office.rows(in: "outbox") == 0)
        let approach = try #require(try await office.approaches().first)
        #expect(approach.kind == .call && approach.opensCase && approach.petition == petition.id)
        #expect(approach.notedByName == office.cast.lan.name && approach.at == office.clock.now)
    }

    @Test func theDeadlineCountsFromTheRealReceiptAndTheHistorySaysWhoNotedItWhenAndWhy() async throws {
        let office = try await TestOffice(at: "2026-08-05T10:00")
        let petition = try await office.takeIn(try TestOffice.call(at: "2026-08-03T15:30", because: "Mất mạng hai ngày."))
        #expect(petition.receivedAt == (try moment("2026-08-03T15:30")))
        #expect(petition.clock.begun == petition.receivedAt)
        #expect(petition.clock.due.day == (try day("2026-08-22")))
        let received = try #require(try await office.office.read { try CaseStore.events(of: petition.id, $0) }.first)
        #expect(received.at == (try moment("2026-08-05T10:00")) && received.actorName == office.cast.lan.name)
        guard case .received(_, _, _, let noted) = received.event else { throw Missing("the receipt") }
        #expect(noted == Backdating(receivedAt: petition.receivedAt, reason: "Mất mạng hai ngày."))
    }

    @Test func whatIsNotedAfterTheWeekWasClosedCountsInTheNextOne() async throws {
        // The week ended on Friday 7 August at noon.
        let office = try await TestOffice(at: "2026-08-07T14:00")
        let before = try await office.office.read { try WeeklyReportQueries.report(of: office.ground.team, week: week("2026-W32"), $0) }
        _ = try await office.takeIn(try TestOffice.call(at: "2026-08-07T11:00", because: "Họp đến đầu giờ chiều."))
        let after = try await office.office.read { try WeeklyReportQueries.report(of: office.ground.team, week: week("2026-W32"), $0) }
        #expect(after == before)
        let next = try await office.office.read { try WeeklyReportQueries.report(of: office.ground.team, week: week("2026-W33"), $0) }
        #expect(next.figures.received == 1 && next.isBalanced)
        #expect(next.approaches == [WeeklyReport.Approaches(channel: .hotline, count: 1, opened: 1)])
    }

    private func week(_ iso: String) throws -> Week {
        guard let week = Week(iso: iso) else { throw Missing("the week \(iso)") }
        return week
    }

    @Test(arguments: [
        ("2026-08-05T10:30", "receivedAt"), ("2026-07-30T09:00", "receivedAt"), ("2026-08-05T09:00", "receivedReason"),
    ])
    func aReceiptThatCannotBeIsRefusedAndLeavesNothing(receivedAt: String, field: String) async throws {
        let office = try await TestOffice(at: "2026-08-05T10:00")
        let reason = field == "receivedReason" ? "" : "Quên ghi hôm đó."
        let draft = try TestOffice.call(at: receivedAt, because: reason)
        let refusal = await #expect(throws: Refusal.self) { try await office.takeIn(draft) }
        guard case .invalid(let problems)? = refusal else { throw Missing("what is wrong") }
        #expect(problems.map(\.field) == [field])
        for table in ["contact", "petition", "interaction", "message"] { #expect(try await office.rows(in: table) == 0, "\(table)") }
    }

    @Test func theRegulationSetsHowFarBack() async throws {
        let office = try await TestOffice(at: "2026-08-05T10:00")
        _ = try await office.office.perform(
            IssueRegulation(
                team: office.ground.team.id, document: Decision(number: "5/QC-TCT", date: try day("2026-08-04")),
                validFrom: try day("2026-08-05"), parameters: Regulation.Parameters(backdatingDays: 1), paper: nil),
            as: .staff(office.cast.admin))
        let draft = try TestOffice.call(at: "2026-08-03T09:00", because: "Quên ghi hôm đó.")
        await #expect(throws: Refusal.invalid([Problem("receivedAt", .tooLongAgo(1))])) { try await office.takeIn(draft) }
    }

    @Test func theSameFormTwiceIsOneCaseButOtherWordsAreNotLost() async throws {
        let office = try await TestOffice()
        let first = try await office.takeIn(try TestOffice.call(), key: "0123456789abcdef")
        #expect(try await office.takeIn(try TestOffice.call(), key: "0123456789abcdef") == first)
        #expect(try await office.rows(in: "interaction") == 1)
        let other = try await office.takeIn(try TestOffice.call("Còn việc nữa: mất điện."), key: "0123456789abcdef")
        #expect(other.id != first.id)
    }

    @Test func whoCallsAgainIsTheSameContactAndASwitchboardIsNot() async throws {
        let office = try await TestOffice()
        let first = try await office.takeIn(try TestOffice.call("Đường lún."))
        let second = try await office.takeIn(try TestOffice.call("Mất điện.", name: "nguyen van an", phone: "+84 912 345 678"))
        let third = try await office.takeIn(try TestOffice.call("Mất nước.", name: "Lê Thị Bình"))
        #expect(second.contact == first.contact && third.contact != first.contact)
        #expect(try await office.rows(in: "contact") == 2)
    }

    @Test func aSenderWhoseNameIsKeptIsNotTakenForAnybody() async throws {
        let office = try await TestOffice()
        var hidden = try TestOffice.call()
        hidden.wantsProtection = true
        let kept = try await office.takeIn(hidden)
        let next = try await office.takeIn(try TestOffice.call("Mất điện."))
        #expect(next.contact != kept.contact)
    }

    @Test func onlyWhoTakesInMay() async throws {
        let office = try await TestOffice()
        let draft = try TestOffice.call()
        for account in [office.cast.nga, office.cast.quan, office.cast.admin] {
            await #expect(throws: Refusal.notPermitted(.takeIn)) {
                try await office.office.perform(TakeIn(draft: draft, formKey: "0123456789abcdef"), as: .staff(account))
            }
        }
        _ = try await office.office.perform(TakeIn(draft: draft, formKey: "0123456789abcdef"), as: .staff(office.cast.hung))
    }

    @Test func aCallerWhoseNameIsKeptIsNotWrittenIntoAContactThatIsKnown() async throws {
        let office = try await TestOffice()
        let known = try await office.takeIn(try TestOffice.call(name: ""))
        var draft = try TestOffice.call("Nợ lương ba tháng.")
        draft.wantsProtection = true
        let kept = try await office.takeIn(draft)
        #expect(kept.isRestricted && kept.contact != known.contact)
        let names = try await office.office.read { tx in
            try [known, kept].map { try ContactStore.load($0.contact, tx)?.person.name }
        }
        #expect(names == ["", "Nguyễn Văn An"])
    }
}
