import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Task forces are founded by decisions, have members with dates, and end with minutes of what they handed over.
@Suite(.eachEngine) struct TeamsTests {
    static let decision = Decision(number: "1420/QĐ-UBND", date: Day(number: 20_660), title: "Chủ tịch UBND tỉnh")

    private func found(_ test: TestOffice, _ change: (inout NewTeam) -> Void = { _ in }) async throws -> Team {
        var new = NewTeam(
            key: "bcd", name: "Ban chỉ đạo hỗ trợ khôi phục sản xuất", kind: .steeringCommittee, level: .province, numberPrefix: "BCD",
            decision: Self.decision, validFrom: test.clock.now.day, standingUnit: test.ground.industry.id)
        change(&new)
        return try await test.office.perform(FoundTeam(new), as: .staff(test.cast.admin))
    }

    private func member(_ post: TeamMember.Post, _ account: Account?, _ unit: Domain.Unit, from day: Day? = nil) -> TeamMember {
        TeamMember(
            name: account?.name ?? "Nguyễn Văn An", post: post, unit: unit.id, office: "Giám đốc", duty: "Lĩnh vực điện", account: account?.id,
            fields: [FieldCode("dien")], validFrom: day, document: Self.decision)
    }

    private func reloaded(_ account: Account, _ test: TestOffice) async throws -> Account {
        let today = test.clock.now.day
        guard let found = try await test.office.read({ try AccountStore.load(account.id, on: today, $0) }) else { throw Missing("account") }
        return found
    }

    @Test func aTeamIsFoundedWithTheScanOfItsDecision() async throws {
        let test = try await TestOffice()
        let team = try await found(test) { $0.paper = UploadedFile(name: "qd-1420.pdf", bytes: Samples.pdf, recognised: .pdf) }
        let stored = try #require(try await test.office.read { try TeamStore.load(team.id, $0) })
        #expect(stored == team)
        let paper = try #require(try await test.office.read { try TeamStore.paper(of: team.id, $0) })
        let kept = try #require(try await test.office.read { try PaperStore.load(paper, $0) })
        #expect(kept.bytes == Samples.pdf && kept.paper.name == "qd-1420.pdf")
        #expect(try await test.office.read { try OrganisationHistory.page(before: nil, limit: 50, $0) }.map(\.event.verb).contains("teamFounded"))
    }

    @Test func aTeamThatDoesNotHoldIsRefused() async throws {
        let test = try await TestOffice()
        await #expect(throws: Refusal.taken("tpn")) { try await found(test) { $0.key = "tpn" } }
        await #expect(throws: Refusal.taken("BD")) { try await found(test) { $0.numberPrefix = "BD" } }
        await #expect(throws: Refusal.noSuch(.unit)) { try await found(test) { $0.standingUnit = test.ground.planning.id } }
        await #expect(throws: Refusal.invalid([Problem("key", .unknownCode), Problem("name", .missing)])) {
            try await found(test) {
                $0.key = "Tổ 1"
                $0.name = ""
            }
        }
        #expect(try await test.rows(in: "team") == 1)
    }

    @Test func anAppointmentGivesTheMandatesOfThePost() async throws {
        let test = try await TestOffice()
        let team = try await found(test)
        _ = try await test.office.perform(
            AppointMember(team: team.id, member: member(.deputy, test.cast.tam, test.ground.industry)), as: .staff(test.cast.admin))
        let tam = try await reloaded(test.cast.tam, test)
        #expect(tam.roles == [.handler, .coordinator])
        let electric = CaseSubject(team: team.id, lead: test.ground.finance.id, field: FieldCode("dien"), isRestricted: false)
        #expect(Rights.allow(.staff(tam), .assign, on: electric))
        var land = electric
        land.field = FieldCode("dat-dai")
        #expect(!Rights.allow(.staff(tam), .view, on: land), "a deputy co-ordinates what is assigned to him")
        var foreign = electric
        foreign.team = test.ground.team.id
        #expect(!Rights.allow(.staff(tam), .view, on: foreign), "a mandate reaches as far as its task force")
    }

    @Test func aMembershipThatEndsTakesItsMandatesWithIt() async throws {
        let test = try await TestOffice()
        let team = try await found(test)
        let position = try await test.office.perform(
            AppointMember(team: team.id, member: member(.head, test.cast.tam, test.ground.industry)), as: .staff(test.cast.admin))
        #expect(try await reloaded(test.cast.tam, test).roles == [.handler, .head])
        await #expect(throws: Refusal.invalid([Problem("post", .held)])) {
            try await test.office.perform(
                AppointMember(team: team.id, member: member(.head, test.cast.nga, test.ground.parkBoard)), as: .staff(test.cast.admin))
        }
        try await test.office.perform(
            EndMember(team: team.id, position: position, last: test.clock.now.day, document: Self.decision), as: .staff(test.cast.admin))
        test.clock.advance(days: 1)
        #expect(try await reloaded(test.cast.tam, test).roles == [.handler])
        _ = try await test.office.perform(
            AppointMember(team: team.id, member: member(.head, test.cast.nga, test.ground.parkBoard, from: test.clock.now.day)),
            as: .staff(test.cast.admin))
        let members = try await test.office.read { try TeamStore.members(of: team.id, $0) }.map(\.member)
        #expect(members.map(\.name) == ["Đỗ Thanh Tâm", "Hoàng Thị Nga"], "who served stays on record")
    }

    @Test func aDissolvedTeamHandsOverWhatIsOpenAndStaysReadable() async throws {
        let test = try await TestOffice()
        let heir = try await found(test)
        let answered = try await test.answered()
        let fresh = try await test.submit()
        let handled = try await test.assigned()
        let ended = try await test.office.perform(
            DissolveTeam(
                team: test.ground.team.id, last: test.clock.now.day, decision: nil, reason: "Hoàn thành nhiệm vụ theo Quyết định 2290.",
                heir: heir.id), as: .staff(test.cast.admin))
        let minutes = try #require(ended.end?.minutes)
        #expect(minutes.received == 3 && minutes.closed == 1)
        #expect(Set(minutes.open) == [fresh.number.text, handled.number.text])
        let (newDesk, sameUnit, closed) = (try await test.load(fresh.id), try await test.load(handled.id), try await test.load(answered.id))
        #expect(newDesk.team == heir.id && newDesk.lead == test.ground.industry.id)
        #expect(sameUnit.team == heir.id && sameUnit.lead == test.ground.parkBoard.id && sameUnit.clock == handled.clock)
        #expect(closed.team == test.ground.team.id, "what was done stays with the one who did it")
        #expect(try await test.submit().team == heir.id, "the next petition goes to the one that stands")
        #expect(try await test.office.read { try TeamStore.find(key: "tpn", $0) }?.end == ended.end)
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(
                AppointMember(team: ended.id, member: member(.member, nil, test.ground.industry)), as: .staff(test.cast.admin))
        }
    }

    @Test func whatIsOpenIsNotLeftBehind() async throws {
        let test = try await TestOffice()
        func dissolve(_ team: ID<Team>, heir: ID<Team>?, last: Day? = nil) async throws {
            _ = try await test.office.perform(
                DissolveTeam(
                    team: team, last: last ?? test.clock.now.day, decision: Self.decision, reason: "Nhiệm vụ đã hoàn thành.", heir: heir),
                as: .staff(test.cast.admin))
        }
        await #expect(throws: Refusal.lastOne) { try await dissolve(test.ground.team.id, heir: nil) }
        let other = try await found(test)
        _ = try await test.submit()
        await #expect(throws: Refusal.invalid([Problem("heir", .missing)])) { try await dissolve(test.ground.team.id, heir: nil) }
        await #expect(throws: Refusal.noSuch(.team)) { try await dissolve(test.ground.team.id, heir: test.ground.team.id) }
        let tomorrow = test.clock.now.day.adding(1)
        await #expect(throws: Refusal.notOnThisDay(tomorrow)) { try await dissolve(test.ground.team.id, heir: other.id, last: tomorrow) }
        #expect(try await test.office.read { try TeamStore.load(test.ground.team.id, $0) }?.end == nil)
    }

    @Test func aRegulationIsKeptInItsVersions() async throws {
        let test = try await TestOffice()
        let today = test.clock.now.day
        for (days, limit) in [(0, 2), (30, 1)] {
            _ = try await test.office.perform(
                IssueRegulation(
                    team: test.ground.team.id, document: Self.decision, validFrom: today.adding(days),
                    parameters: Regulation.Parameters(transferLimit: limit)), as: .staff(test.cast.admin))
        }
        let all = try await test.office.read { try TeamStore.regulations(of: test.ground.team.id, $0) }.map(\.regulation)
        #expect(Regulation.inForce(all, on: today)?.parameters.transferLimit == 2)
        #expect(Regulation.inForce(all, on: today.adding(30))?.parameters.transferLimit == 1)
    }

    @Test func theBoardKnowsWhoIsMissing() async throws {
        let test = try await TestOffice()
        let today = test.clock.now.day
        var coverage = try await test.office.read { try TeamQueries.coverage(on: today, $0) }
        #expect(coverage.rows.count == 4, "four units live on this day")
        #expect(coverage.rows.first { $0.unit == test.ground.standing.id }?.hasTeam == true)
        #expect(coverage.missing.count == 4)
        _ = try await test.office.perform(
            IssueRegulation(team: test.ground.team.id, document: Self.decision, validFrom: today, parameters: .init()),
            as: .staff(test.cast.admin))
        coverage = try await test.office.read { try TeamQueries.coverage(on: today, $0) }
        #expect(coverage.missing.count == 3 && coverage.totals.last?.complete == 1)
        let past = try await test.office.read { try TeamQueries.coverage(on: Day(number: 19_000), $0) }
        #expect(past.rows.count == 5 && past.totals.last?.withRegulation == 0, "before the merger and the regulation")
    }
}
