import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Letters, two ladders, hand-offs and clocks through the verbs and the store.
@Suite(.eachEngine) struct ManyHandsTests {
    @Test func aLetterBecomesNumberedCasesAndClosesWithItsLast() async throws {
        let test = try await TestOffice()
        try await test.zalo("Kiến nghị: 1. điện yếu 2. đường lún 3. nước bẩn", id: "m-1")
        let whole = try await test.newest()
        let items = ["Điện", "Đường", "Nước"].map { ItemDraft(title: "\($0) khu công nghiệp", text: "\($0) không bảo đảm cho sản xuất.") }
        let cases = try await test.office.perform(SplitCase(petition: whole.id, version: whole.version, items: items), as: .staff(test.cast.lan))
        #expect(cases.map { $0.item?.item } == [1, 2, 3] && cases[0].id == whole.id)
        #expect(Set(cases.map(\.number)).count == 3 && Set(cases.map(\.lookupCode)).count == 3)
        #expect(cases.allSatisfy { $0.clock.due == whole.clock.due && $0.person != nil })
        for (index, item) in cases.enumerated() {
            let before = try await test.outbox().count
            _ = try await test.answered(try await test.assigned(try await test.screened(try await test.load(item.id))))
            let told = try await test.outbox().dropFirst(before)
            #expect(told.contains { $0.hasPrefix("Trả lời chung") } == (index == 2), "one consolidated answer, at the end")
        }
        let letter = try #require(cases[0].item?.submission)
        #expect(try await test.database.read { try SubmissionStore.load(letter, $0) }?.closedAt == test.clock.now)
        _ = try await test.office.perform(ReopenByCode(code: cases[1].lookupCode, reason: "Đường lại lún sau mưa."), as: .sender)
        #expect(try await test.database.read { try SubmissionStore.load(letter, $0) }?.closedAt == nil)
    }

    @Test func aProposalClimbsFourLevelsAndComesBackAsADirective() async throws {
        let test = try await TestOffice()
        var current = try await test.escalated()
        for (actor, level) in [(test.cast.hung, Level.head), (test.cast.mai, .province), (test.cast.mai, .ministry)] {
            current = try await test.office.perform(
                EscalateCase(petition: current.id, version: current.version, proposal: nil, remark: "Vượt thẩm quyền, kính trình."),
                as: .staff(actor))
            #expect(current.work.escalation?.level == level && current.state == .escalated)
        }
        #expect(current.work.escalation?.proposal == TestOffice.proposal, "nothing is typed twice")
        #expect(current.work.escalation?.remarks.count == 3)
        let order = DirectCase(
            petition: current.id, version: current.version, order: "Bố trí vốn dự phòng.", option: 0, unit: test.ground.parkBoard.id,
            due: current.clock.due.day, document: "Công văn 312/BGTVT-KHĐT")
        let back = try await test.office.perform(order, as: .staff(test.cast.mai))
        #expect(back.state == .handling && back.work.directives.last?.level == .ministry && back.clock.due == current.clock.due)
        #expect(back.signingLevel == .head, "what was so high up is signed by the head")
    }

    @Test func passingAroundEndsWithTheStandingDeputy() async throws {
        let test = try await TestOffice()
        var current = try await test.assigned()
        let due = current.clock.due
        for (from, to) in [(test.cast.nga, test.ground.industry.id), (test.cast.tam, test.ground.parkBoard.id)] {
            let offer = HandOffCase(petition: current.id, version: current.version, unit: to, reason: "Thuộc thẩm quyền đơn vị bạn.")
            let offered = try await test.office.perform(offer, as: .staff(from))
            #expect(offered.lead == current.lead, "it stays until it is taken")
            let taker = to == test.ground.industry.id ? test.cast.tam : test.cast.nga
            current = try await test.office.perform(TakeOverCase(petition: offered.id, version: offered.version), as: .staff(taker))
        }
        current = try await test.office.perform(
            HandOffCase(petition: current.id, version: current.version, unit: test.ground.industry.id, reason: "Thuộc thẩm quyền đơn vị bạn."),
            as: .staff(test.cast.nga))
        #expect(current.work.awaitsDecision && current.work.offer == nil && current.clock.due == due)
        let byDiagnosis = AssignCase(
            petition: current.id, version: current.version, unit: test.ground.industry.id, person: nil, reason: "Theo thẩm quyền.")
        await #expect(throws: Refusal.awaitsDecision) {
            try await test.office.perform(byDiagnosis, as: .staff(test.cast.duc))
        }
        let decided = try await test.office.perform(
            AssignCase(
                petition: current.id, version: current.version, unit: test.ground.industry.id, person: nil, reason: "Sở quản lý công trình."),
            as: .staff(test.cast.hung))
        #expect(decided.work.isDecided && decided.lead == test.ground.industry.id)
        await #expect(throws: Refusal.isDecided) {
            try await test.office.perform(
                HandOffCase(petition: decided.id, version: decided.version, unit: test.ground.parkBoard.id, reason: "Không phải của Sở."),
                as: .staff(test.cast.tam))
        }
    }

    @Test func anExtensionIsAskedByOneAndGrantedByAnother() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường vào KCN bị sụt lún", id: "m-1")
        let assigned = try await test.assigned(try await test.screened(try await test.newest()))
        let asked = try await test.office.perform(
            AskExtension(petition: assigned.id, version: assigned.version, days: 5, reason: "Chờ kết quả đo đạc."), as: .staff(test.cast.nga))
        #expect(asked.clock.due == assigned.clock.due)
        let granted = try await test.office.perform(ExtendCase(petition: asked.id, version: asked.version), as: .staff(test.cast.quan))
        #expect(granted.clock.due > assigned.clock.due && granted.clock.originalDue == assigned.clock.originalDue)
        #expect(try await test.outbox().last?.contains("được gia hạn") == true, "the sender is told")
        #expect(granted.clock.isLateByFirstPromise(at: granted.clock.due) && !granted.clock.isLate(at: granted.clock.due))
    }

    @Test func sortingAppliesTheProfileOfTheKindFromTheSameReceipt() async throws {
        let test = try await TestOffice()
        var urgent = DeadlineProfile.national
        (urgent.key, urgent.resolve, urgent.scope, urgent.source) = ("khan", 3, DeadlineProfile.Scope(urgentOnly: true), "Quy chế, Điều 9")
        try await test.database.write { [urgent] tx in
            try RulesStore.insert(urgent, tx)
            try RulesStore.noteChange(tx)
        }
        let petition = try await test.submit()
        test.clock.set(try moment("2026-08-04T09:00"))
        var sorted = TestOffice.parkRoad
        sorted.urgent = true
        let screened = try await test.screened(petition, as: sorted)
        #expect(screened.clock.due.day == (try day("2026-08-06")), "three days after the receipt on the third, not after the sorting")
        #expect(screened.clock.originalDue == petition.clock.due)
        #expect(try await test.events(of: screened).last?.verb == "clockSet")
    }

    @Test func aPetitionForAnotherBodyStaysOpen() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit()
        let passed = try await test.office.perform(
            TransferCase(
                petition: petition.id, version: petition.version, kind: nil, body: "Bộ Giao thông vận tải",
                reason: "Thuộc thẩm quyền của Bộ."), as: .staff(test.cast.lan))
        #expect(passed.state == .referred && passed.state.isOpen)
    }
}
