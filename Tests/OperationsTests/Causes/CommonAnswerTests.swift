import Database
import Domain
@testable import Operations
import Storage
import Testing
import TestSupport

/// One answer to everybody who has the same trouble, through the verbs and the store.
@Suite(.eachEngine) struct CommonAnswerTests {
    /// Cases of as many senders, every third of a form, the others of Zalo.
    private static func senders(_ count: Int, _ test: TestOffice) async throws -> [Case] {
        var cases: [Case] = []
        for index in 0..<count {
            if index.isMultiple(of: 3) {
                cases.append(try await test.screened())
            } else {
                try await test.zalo("Đường vào nhà máy lún, lần \(index)", from: "z-\(index)", id: "m-\(index)")
                cases.append(try await test.screened(try await test.newest(of: "z-\(index)")))
            }
        }
        return cases
    }

    private static func deliveries(_ cause: CommonCause, _ test: TestOffice) async throws -> [CauseQueries.Delivery: Int] {
        try await test.office.read { try CauseQueries.deliveries(of: cause.id, $0) }
    }

    @Test func thirtySendersGetOneAnswerEachOnTheChannelThatHeCameBy() async throws {
        let test = try await TestOffice()
        let cases = try await Self.senders(30, test)
        let cause = try await test.cause(members: cases)
        let before = try await test.outbox().count
        let answered = try await test.answered(cause)
        #expect(answered.state == .answered && answered.round == 1)
        for petition in cases {
            let now = try await test.load(petition.id)
            #expect(now.state == .answered && now.lead == test.ground.parkBoard.id && now.number == petition.number)
            #expect(now.person == test.cast.quan.id, "the head of the unit answers for what nobody was named for")
            #expect(now.clock.originalDue == petition.clock.originalDue, "the clock of each stays its own")
        }
        let told = try await test.outbox().dropFirst(before).filter { $0.contains("Trả lời kiến nghị mã") }
        #expect(told.count == 20 && Set(told).count == 20, "each with his own code")
        let deliveries = try await Self.deliveries(cause, test)
        #expect(deliveries == [.waiting: 20, .noAddress: 10], "\(deliveries)")
    }

    @Test func whatDoesNotFitIntoOneBiteIsCarriedOnByTheWatch() async throws {
        let test = try await TestOffice()
        let count = Turn.deliveryBite + 5
        var cases: [Case] = []
        for _ in 0..<count { cases.append(try await test.screened()) }
        let cause = try await test.answered(try await test.cause(members: cases))
        let open = SQL("SELECT count(*) AS n FROM petition WHERE cause IS NOT NULL AND is_open = 1")
        #expect(try await test.number(open) == 5)
        await test.office.watchOnce()
        #expect(try await test.number(open) == 0)
        #expect(try await test.office.read { try CauseQueries.delivering(limit: 10, $0) }.isEmpty)
        await test.office.watchOnce()
        #expect(try await test.number("SELECT count(*) AS n FROM case_event WHERE verb = 'approved'") == count, "nobody twice")
        #expect(try await Self.deliveries(cause, test).values.reduce(0, +) == count)
    }

    @Test func aSenderWhoIsNotContentIsHandledByHimselfAndTheOthersAreNot() async throws {
        let test = try await TestOffice()
        let cases = try await Self.senders(3, test)
        let cause = try await test.answered(try await test.cause(members: cases))
        _ = try await test.office.perform(
            ReopenByCode(code: cases[1].lookupCode, reason: "Đường của chúng tôi vẫn chưa sửa."), as: .sender)
        let back = try await test.load(cases[1].id)
        #expect(back.state == .escalated && !back.isAnsweredInCommon, "it goes to the next level by itself")
        #expect(try await test.load(cases[2].id).state == .answered)
        #expect(try await Self.deliveries(cause, test)[.ownWay] == 1)
    }

    @Test func lateCasesHoldTheAnswerUpUntilSomebodyHasSaidWhy() async throws {
        let test = try await TestOffice()
        let cause = try await test.cause(members: try await Self.senders(3, test))
        test.clock.advance(days: 40)
        await #expect(throws: Refusal.lateNeedsExcuse) { try await test.submitted(cause) }
        for petition in try await test.office.read({ try CauseQueries.openMembers(of: cause.id, $0) }) {
            _ = try await test.excused(petition, by: test.cast.nga)
        }
        _ = try await test.answered(cause)
    }

    @Test func twoWhoWriteAtOnceDoNotOverwriteEachOther() async throws {
        let test = try await TestOffice()
        let cause = try await test.cause(members: try await Self.senders(1, test))
        let draft = DraftCommonAnswer(cause: cause.id, version: cause.version, content: test.answer())
        _ = try await test.office.perform(draft, as: .staff(test.cast.nga))
        await #expect(throws: Refusal.changedMeanwhile) { try await test.office.perform(draft, as: .staff(test.cast.nga)) }
    }

    @Test func aUnitThatLeadsNothingOfItSeesAndWritesNothing() async throws {
        let test = try await TestOffice()
        let cause = try await test.cause(members: try await Self.senders(1, test))
        let draft = DraftCommonAnswer(cause: cause.id, version: cause.version, content: test.answer())
        await #expect(throws: Refusal.notPermitted(.view)) { try await test.office.perform(draft, as: .staff(test.cast.tam)) }
    }

    @Test func aCaseThatLeftIsAnsweredByItself() async throws {
        let test = try await TestOffice()
        let cases = try await Self.senders(2, test)
        let cause = try await test.cause(members: cases)
        let member = try await test.load(cases[0].id)
        let alone = try await test.office.perform(
            LeaveCause(petition: member.id, version: member.version, reason: "Đường này do xã quản lý."), as: .staff(test.cast.duc))
        _ = try await test.answered(cause)
        #expect(try await test.load(alone.id).state == .handling)
        #expect(try await test.answered(try await test.load(alone.id)).state == .answered)
    }

    @Test func theCausesOfAMergedUnitAreAnsweredByItsHeir() async throws {
        let test = try await TestOffice()
        let cause = try await test.cause(members: try await Self.senders(2, test))
        let plan = ReorganisationPlan(
            title: "Hợp nhất", document: Decision(number: "1/QĐ", date: test.clock.now.day),
            steps: [.merge(from: ["bql-kcn"], into: "so-cong-thuong")])
        let prepared = try await test.office.perform(PrepareReorganisation(plan: plan, on: test.clock.now.day), as: .staff(test.cast.admin))
        _ = try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        #expect(try await test.office.read { try CauseStore.load(cause.id, $0) }?.lead == test.ground.industry.id)
        #expect(try await test.number("SELECT count(*) AS n FROM petition WHERE person IS NULL AND is_open = 1") == 0)
    }
}
