import Documents
import Domain
import TestSupport
import Testing

/// How a case came to its unit and to its due date, in words.
@Suite struct CaseHistoryTests {
    private func history(_ events: [CaseEvent], classification: Classification = TestOffice.parkRoad) throws -> CaseHistory {
        let now = try moment("2026-08-03T09:00")
        let ground = try TestGround()
        let rules = Rules(calendar: try CalendarFile.national().calendar(), profiles: [.national], routing: ground.rules)
        let due = rules.due(after: now, workingDays: 15)
        let number = try #require(CaseNumber("BD-2026-0000001"))
        let petition = Case(
            id: id(1), number: number, lookupCode: LookupCode(chance: []), contact: id(2), channel: .form, receivedAt: now, title: "",
            classification: classification, lead: ground.standing.id, clock: CaseClock(profile: .national, due: due))
        let recorded = ([.received(due: due)] + events).enumerated().map {
            RecordedEvent(position: $0.offset + 1, at: now, actorName: "", state: .received, event: $0.element)
        }
        return CaseHistory(of: petition, events: recorded, rules: rules)
    }

    @Test func theDaysThatDidNotCountAreNamed() throws {
        let first = try #require(try history([]).clock.first)
        #expect(first.text.contains("15 ngày làm việc") && first.text.contains("22/08/2026"))
        #expect(first.detail.contains { $0.contains("08/08/2026") && $0.contains("thứ Bảy") })
    }

    @Test func onlyActsOnTheClockAreItsSteps() throws {
        let due = try moment("2026-08-27T17:00")
        let clock = try history([.wrote, .asked(question: "ở đâu?"), .supplied(due: due), .submitted]).clock
        #expect(clock.count == 3)
        #expect(clock.last?.text.contains("27/08/2026") == true)
    }

    @Test func everyDateBesideTheDueDateSaysHowItWasComputed() throws {
        let stones = try history([]).milestones
        #expect(stones.map(\.name) == ["Trả lời ban đầu", "Từ chối, trả lại", "Yêu cầu bổ sung", "Chuyển cơ quan khác"])
        #expect(stones.first?.due.day == (try day("2026-08-05")))
        #expect(stones.first?.step.text.contains("2 ngày làm việc từ ngày tiếp nhận 03/08/2026") == true)
    }

    @Test(arguments: [("2026-08-10", "5 ngày làm việc từ ngày lấy ý kiến 03/08/2026"), ("2026-08-06", "người lấy ý kiến đặt ngày 03/08/2026")])
    func theDateOfAnOpinionSaysWhereItComesFrom(due: String, words: String) throws {
        let now = try moment("2026-08-03T09:00")
        let ground = try TestGround()
        let rules = Rules(calendar: try CalendarFile.national().calendar(), profiles: [.national], routing: [])
        let asked = Consultation(
            unit: ground.industry.id, unitName: "Sở Công Thương", question: "?", askedAt: now,
            due: rules.calendar.count(from: try day(due), workingDays: 0).dueAt, silence: .agrees)
        var petition = Case(
            id: id(1), number: try #require(CaseNumber("BD-2026-0000001")), lookupCode: LookupCode(chance: []), contact: id(2), channel: .form,
            receivedAt: now, title: "", state: .handling, lead: ground.parkBoard.id,
            clock: CaseClock(profile: .national, due: rules.due(after: now, workingDays: 15)))
        petition.apply(.consulted(asked), at: now)
        let stone = try #require(CaseHistory(of: petition, events: [], rules: rules).milestones.first)
        #expect(stone.name == "Ý kiến của Sở Công Thương" && stone.step.text.contains(words), "\(stone.step.text)")
    }

    @Test func theRuleThatDecidedStandsBesideThoseThatDidNot() throws {
        let assignment = Assignment(unit: id(2), unitName: "Ban Quản lý", rule: "trong khu công nghiệp")
        let routing = try history([.assigned(assignment)]).routing
        #expect(routing.first?.contains("giao Ban Quản lý, quy tắc: trong khu công nghiệp") == true)
        #expect(routing.count == 5)
        #expect(routing.contains { $0.contains("ngoai-khu-2020") && $0.contains("hết hiệu lực") })
    }

    @Test func whereAPersonChoseHisReasonStands() throws {
        let assignment = Assignment(unit: id(3), unitName: "Sở Công Thương", reason: "Ban Quản lý đề nghị.")
        #expect(try history([.assigned(assignment)]).routing.first?.contains("do cán bộ chọn: Ban Quản lý đề nghị.") == true)
    }

    @Test func beforeItIsAssignedItSaysSo() throws {
        #expect(try history([], classification: Classification()).routing == ["Chưa phân công."])
    }
}
