import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What is open moves as it stands: same number, same clock, same drafts, nothing for the sender to do (brief §3.3).
@Suite(.eachEngine) struct ReorganisationTests {
    static let document = Decision(number: "4774/QĐ-UBND", date: Day(number: 20_660), title: "Sắp xếp các cơ quan chuyên môn")

    private func plan(_ steps: [ReorganisationPlan.Step], people: [String: String]? = nil) -> ReorganisationPlan {
        ReorganisationPlan(title: "Sắp xếp cơ quan chuyên môn", document: Self.document, steps: steps, people: people)
    }

    /// The board of the parks goes into the department of industry.
    private var merger: ReorganisationPlan { plan([.merge(from: ["bql-kcn"], into: "so-cong-thuong")]) }

    private func prepare(_ plan: ReorganisationPlan, inDays days: Int = 1, _ test: TestOffice) async throws -> Reorganisation {
        try await test.office.perform(PrepareReorganisation(plan: plan, on: test.clock.now.day.adding(days)), as: .staff(test.cast.admin))
    }

    private func carryOut(_ plan: ReorganisationPlan, _ test: TestOffice) async throws -> MovedCounts {
        let prepared = try await prepare(plan, test)
        test.clock.advance(days: 1)
        return try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
    }

    private func account(_ login: String, _ test: TestOffice) async throws -> Account {
        let today = test.clock.now.day
        guard let account = try await test.office.read({ try AccountStore.find(login: login, on: today, $0) }) else { throw Missing(login) }
        return account
    }

    @Test func aCaseMovesAsItStands() async throws {
        let test = try await TestOffice()
        let before = try await test.submitted()
        let counts = try await carryOut(merger, test)
        let after = try await test.load(before.id)
        #expect(after.lead == test.ground.industry.id)
        #expect(after.number == before.number && after.lookupCode == before.lookupCode)
        #expect(after.clock == before.clock && after.draft == before.draft && after.state == before.state)
        #expect(after.person == test.cast.nga.id, "Nga went with the case")
        #expect(counts.cases == 1 && counts.unclear == 0 && counts.accounts == 2 && counts.units == 1)
        let events = try await test.events(of: after)
        guard case .inherited(let inheritance) = events.last else { throw Missing("the handing over in the journal") }
        #expect(inheritance.fromName == "Ban Quản lý các khu công nghiệp" && inheritance.toName == "Sở Công Thương")
        #expect(inheritance.document == "4774/QĐ-UBND ngày 26/07/2026" && inheritance.isClear)
    }

    @Test func workGoesOnWithoutAPause() async throws {
        let test = try await TestOffice()
        let before = try await test.submitted()
        _ = try await carryOut(merger, test)
        // Whoever was signed in as of yesterday's unit has the mandates of today's.
        let quan = try await account("quan", test)
        #expect(quan.unit == test.ground.industry.id)
        let moved = try await test.load(before.id)
        let answered = try await test.office.perform(ApproveAnswer(petition: moved.id, version: moved.version), as: .staff(quan))
        #expect(answered.state == .answered)
        let old = try await test.office.read { try MandateStore.all(of: quan.id, $0) }
        #expect(old.map(\.validTo) == [nil, test.clock.now.day.adding(-1)])
        #expect(old.first?.document == Self.document)
    }

    @Test func theSenderIsToldOnHisChannelAndHasNothingToDo() async throws {
        let test = try await TestOffice()
        try await test.zalo("Trạm điện trong khu công nghiệp quá tải cả tuần", id: "m1")
        let fresh = try await test.newest()
        let assigned = try await test.assigned(try await test.screened(fresh))
        let counts = try await carryOut(merger, test)
        #expect(counts.notices == 1)
        let texts = try await test.office.read { try OutboxStore.of(assigned.id, $0).map(\.text) }
        let notice = try #require(texts.first { $0.contains("bàn giao nguyên trạng") })
        #expect(notice.contains("Sở Công Thương") && notice.contains("không phải gửi lại"))
        #expect(notice.contains(assigned.clock.due.day.vietnamese))
        let told = try await test.office.read { try CaseStore.events(of: assigned.id, $0) }.map(\.event)
        #expect(told.contains { if case .inherited = $0 { true } else { false } })
    }

    @Test func routingFollowsFromTheDayOn() async throws {
        let test = try await TestOffice()
        let parkRoad = TestOffice.parkRoad
        let dayBefore = test.clock.now.day
        _ = try await carryOut(merger, test)
        let rules = try await test.office.read { try test.office.rules($0) }
        #expect(rules.route(parkRoad, on: dayBefore.adding(1)).rule?.target == test.ground.industry.id)
        #expect(rules.route(parkRoad, on: dayBefore).rule?.target == test.ground.parkBoard.id, "the past stays as it was")
    }

    @Test func aPlanCanBeTakenBackUntilItsDay() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let prepared = try await prepare(merger, inDays: 3, test)
        await #expect(throws: Refusal.notOnThisDay(prepared.on)) {
            try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        }
        #expect(try await test.load(petition.id) == petition)
        try await test.office.perform(WithdrawReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        test.clock.advance(days: 4)
        await test.office.carryOutDueReorganisations()
        #expect(try await test.load(petition.id) == petition)
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        }
    }

    @Test func onItsDayItIsCarriedOutByItselfAndOnce() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let prepared = try await prepare(merger, inDays: 2, test)
        test.clock.advance(days: 1)
        await test.office.carryOutDueReorganisations()
        #expect(try await test.load(petition.id).lead == test.ground.parkBoard.id)
        test.clock.advance(days: 1)
        await test.office.carryOutDueReorganisations()
        let moved = try await test.load(petition.id)
        #expect(moved.lead == test.ground.industry.id)
        await test.office.carryOutDueReorganisations()
        #expect(try await test.load(petition.id) == moved)
        #expect(try await test.office.read { try ReorganisationStore.load(prepared.id, $0) }?.state == .carriedOut)
    }

    @Test func thePreviewSaysWhatIsDoneAndDoesNothing() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let tables = ["unit", "unit_version", "mandate", "case_event", "routing_rule", "reorganisation", "organisation_event"]
        func rows() async throws -> [Int] {
            var counts: [Int] = []
            for table in tables { counts.append(try await test.rows(in: table)) }
            return counts
        }
        let before = try await rows()
        let preview = try await test.office.preview(merger, on: test.clock.now.day.adding(1), as: .staff(test.cast.admin))
        #expect(try await rows() == before)
        #expect(preview.cases.map(\.id) == [petition.id])
        let done = try await carryOut(merger, test)
        var foreseen = preview.counts
        foreseen.notices = done.notices
        #expect(foreseen == done)
        await #expect(throws: Refusal.notPermitted(.administer)) {
            try await test.office.preview(merger, on: test.clock.now.day, as: .staff(test.cast.lan))
        }
    }

    @Test func whatTheDocumentDoesNotSayIsMarkedAndHasAnOwner() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let split = plan([
            .split(unit: "bql-kcn", parts: [.init(to: "so-cong-thuong", fields: [FieldCode("dien")])], rest: "so-tai-chinh")
        ])
        let counts = try await carryOut(split, test)
        #expect(counts.unclear == 1)
        #expect(try await test.load(petition.id).lead == test.ground.finance.id)
        guard case .inherited(let inheritance) = try await test.events(of: petition).last else { throw Missing("the handing over") }
        #expect(!inheritance.isClear)
    }

    @Test func aPlanThatDoesNotHoldChangesNothing() async throws {
        let test = try await TestOffice()
        for (steps, fault) in [
            ([ReorganisationPlan.Step.merge(from: ["khong-co"], into: "so-cong-thuong")], PlanFault(step: 1, fault: .unit(.unknown("khong-co")))),
            (
                [.transfer(from: "bql-kcn", to: "so-cong-thuong", fields: [FieldCode("lach")], areas: nil)],
                PlanFault(step: 1, fault: .unknownField(FieldCode("lach")))
            ),
            (
                [.split(unit: "bql-kcn", parts: [.init(to: "so-cong-thuong", areas: [AreaCode("sao-hoa")])], rest: "so-tai-chinh")],
                PlanFault(step: 1, fault: .unknownArea(AreaCode("sao-hoa")))
            ),
        ] {
            await #expect(throws: Refusal.planDoesNotHold(fault)) { try await prepare(plan(steps), test) }
        }
        await #expect(throws: Refusal.planDoesNotHold(PlanFault(step: 0, fault: .unknownPerson("ai-do")))) {
            try await prepare(plan(merger.steps, people: ["ai-do": "so-cong-thuong"]), test)
        }
        #expect(try await test.rows(in: "reorganisation") == 0)
    }

    @Test func aCoordinatingUnitThatEndsIsFollowedByItsSuccessor() async throws {
        let test = try await TestOffice()
        let assigned = try await test.assigned()
        let invited = try await test.office.perform(
            ConsultUnit(petition: assigned.id, version: assigned.version, unit: test.ground.finance.id, question: "Xin ý kiến về kinh phí.", due: nil, silence: .agrees),
            as: .staff(test.cast.nga))
        #expect(invited.coordinating == [test.ground.finance.id])
        _ = try await carryOut(plan([.abolish(units: ["so-tai-chinh"], to: "so-cong-thuong")]), test)
        #expect(try await test.load(assigned.id).coordinating == [test.ground.industry.id])
        let tam = try await account("tam", test)
        #expect(Rights.allow(.staff(tam), .view, on: try await test.load(assigned.id).subject))
    }

    @Test func theStandingBodyOfATaskForceMovesToo() async throws {
        let test = try await TestOffice()
        _ = try await carryOut(plan([.abolish(units: ["vp-ubnd"], to: "so-tai-chinh")]), test)
        let team = try #require(try await test.office.read { try TeamStore.load(test.ground.team.id, $0) })
        #expect(team.standingUnit == test.ground.finance.id)
        #expect(try await test.submit().lead == test.ground.finance.id)
    }
}
