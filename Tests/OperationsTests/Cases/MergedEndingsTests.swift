import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// How merged cases end: together, each for its own sender; and how they part.
@Suite(.eachEngine) struct MergedEndingsTests {
    private static let reason = "Lý do đủ dài để đọc."

    @Test func oneAnswerGoesToBothAtTheSameMoment() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        let before = try await test.outbox().count
        let answered = try await test.answered(main)
        let other = try await test.load(duplicate.id)
        #expect(answered.state == .answered && other.state == .answered && other.answeredAt == answered.answeredAt)
        #expect(other.outcome == answered.outcome && !other.isMerged && other.merger?.main == main.id)
        #expect(try await test.outbox().dropFirst(before).contains { $0.contains("Trả lời kiến nghị mã \(duplicate.lookupCode.grouped)") })
        #expect(try await test.number("SELECT count(*) AS n FROM petition WHERE is_open = 1 OR merged_into IS NOT NULL") == 0)
    }

    @Test func eachSenderRatesAndComesBackForHimself() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        _ = try await test.answered(main)
        _ = try await test.office.perform(RateByCode(code: main.lookupCode, rating: Rating(satisfied: true, remark: "")), as: .sender)
        try await test.zalo("2 đường vẫn lún", from: "z-twin", id: "twin-2")
        let back = try await test.load(duplicate.id)
        #expect(back.state == .escalated && back.merger == nil && back.lead == main.lead && back.diagnosis == main.diagnosis)
        #expect(try await test.load(main.id).state == .answered)
        #expect(try await test.number("SELECT count(*) AS n FROM petition WHERE is_open = 1") == 1, "it lies on a desk again")
        let directed = try await test.directed(back)
        #expect(try await test.answered(directed).state == .answered, "it has all that an answer needs")
    }

    @Test func whatIsReferredUpwardIsToldToBothAndAnsweredToBothLater() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        let referred = try await test.answered(main, outcome: .referredUpward)
        let waiting = try await test.load(duplicate.id)
        #expect(referred.state == .referred && waiting.state == .referred && waiting.isMerged)
        await #expect(throws: Refusal.stateForbids(.unmerge, .referred)) { try await test.separated(waiting) }
        _ = try await test.answered(referred)
        #expect(try await test.load(duplicate.id).state == .answered)
        #expect(try await test.events(of: duplicate).filter { $0.verb == "approved" }.count == 2)
    }

    @Test func refusingAndHandingOverGoToBoth() async throws {
        let test = try await TestOffice()
        let (first, one) = try await test.mergedTwins(try await test.submit())
        _ = try await test.office.perform(DeclineCase(petition: first.id, version: first.version, reason: Self.reason), as: .staff(test.cast.lan))
        #expect(try await test.load(one.id).state == .declined)
        let (second, two) = try await test.mergedTwins(try await test.submit())
        _ = try await test.office.perform(
            TransferCase(petition: second.id, version: second.version, kind: nil, body: "Bộ Tài chính", reason: Self.reason),
            as: .staff(test.cast.lan))
        let away = try await test.load(two.id)
        #expect(away.state == .referred && away.isMerged, "open for both senders until that body has answered")
    }

    @Test func whatTurnsOutToBeADenunciationIsClosedToAllEyesWithItsDuplicate() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins(try await test.submit())
        _ = try await test.office.perform(
            TransferCase(petition: main.id, version: main.version, kind: .denunciation, body: "Thanh tra tỉnh", reason: Self.reason),
            as: .staff(test.cast.lan))
        for id in [main.id, duplicate.id] {
            let hidden = try await test.load(id)
            #expect(hidden.isRestricted && !hidden.readers.isEmpty && hidden.state == .transferred)
        }
    }

    @Test func theAnswerToACommonCauseReachesTheDuplicateOfAMember() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins(try await test.screened())
        _ = try await test.answered(try await test.cause(members: [main]))
        let other = try await test.load(duplicate.id)
        #expect(other.state == .answered && other.lead == test.ground.parkBoard.id && other.cause == nil)
    }

    @Test func aLetterClosesWhenTheLastItemIsAnsweredElsewhere() async throws {
        let test = try await TestOffice()
        let letter = try await test.submit()
        let items = try await test.office.perform(
            SplitCase(
                petition: letter.id, version: letter.version,
                items: ["Đường lún", "Điện yếu"].map { ItemDraft(title: $0, text: "\($0), xin được giải quyết.") }), as: .staff(test.cast.lan))
        _ = try await test.answered(try await test.assigned(try await test.screened(items[1])))
        let main = try await test.assigned()
        _ = try await test.merged(try await test.load(items[0].id), into: main)
        _ = try await test.answered(try await test.load(main.id))
        let closed = try await test.number("SELECT count(*) AS n FROM submission WHERE closed_at IS NOT NULL")
        #expect(closed == 1)
    }

    @Test func partingGivesBackDeskOwnerAndDate() async throws {
        let test = try await TestOffice()
        let (main, second) = try await test.twins()
        let duplicate = try await test.merged(second, into: main)
        let before = try await test.outbox().count
        let alone = try await test.separated(duplicate)
        #expect(alone.state == .received && alone.person == second.person && alone.lead == second.lead && alone.clock == second.clock)
        #expect(try await test.outbox().dropFirst(before).filter { $0.contains("được giải quyết riêng") }.count == 1)
        let left = try await test.load(main.id)
        #expect(left.clock == main.clock && left.work.duplicates.isEmpty && !left.hasDuplicates)
        #expect(try await test.events(of: main).map(\.verb).last == "released")
        _ = try await test.answered(left)
        #expect(try await test.load(alone.id).state == .received)
        #expect(try await test.answered(try await test.assigned(try await test.screened(try await test.load(alone.id)))).state == .answered)
    }

    @Test func aStandstillThatWasSharedIsNotLostInParting() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        _ = try await test.asked(main)
        test.clock.advance(days: 7)
        _ = try await test.office.perform(SupplyByCode(code: main.lookupCode, text: "Ở cổng số 2.", files: []), as: .sender)
        let alone = try await test.separated(try await test.load(duplicate.id))
        #expect(alone.clock.own > duplicate.clock.own && alone.clock.pauses.count == 1, "he was told of it")
        #expect(alone.clock.originalDue == duplicate.clock.originalDue)
    }

    @Test func chainsCollapse() async throws {
        let test = try await TestOffice()
        let (middle, first) = try await test.mergedTwins(try await test.submit())
        let last = try await test.assigned()
        let told = try await test.outbox().count
        _ = try await test.merged(middle, into: last)
        #expect(try await test.outbox().count == told, "the first has been told once; the second has no address")
        for id in [first.id, middle.id] { #expect(try await test.load(id).merger?.main == last.id) }
        #expect(try await test.load(last.id).work.duplicates.map(\.id) == [middle.id, first.id])
        _ = try await test.answered(try await test.load(last.id))
        for id in [first.id, middle.id] { #expect(try await test.load(id).state == .answered) }
    }

    @Test func aMergedUnitTakesTheDuplicateAlong() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        let plan = ReorganisationPlan(
            title: "Hợp nhất", document: Decision(number: "1/QĐ", date: test.clock.now.day),
            steps: [.merge(from: ["bql-kcn"], into: "so-cong-thuong")])
        let prepared = try await test.office.perform(PrepareReorganisation(plan: plan, on: test.clock.now.day), as: .staff(test.cast.admin))
        _ = try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        #expect(try await test.load(main.id).lead == test.ground.industry.id)
        #expect(try await test.load(duplicate.id).lead == test.ground.industry.id)
        #expect(try await test.separated(try await test.load(duplicate.id)).lead == test.ground.standing.id)
    }

    @Test func aCaseThatStandsStillWithDuplicatesOfItsOwnIsMergedOn() async throws {
        let test = try await TestOffice()
        let (middle, first) = try await test.mergedTwins(try await test.submit())
        _ = try await test.asked(middle)
        test.clock.advance(days: 3)
        let last = try await test.assigned()
        _ = try await test.merged(try await test.load(middle.id), into: last)
        for id in [first.id, middle.id] {
            let merged = try await test.load(id)
            #expect(merged.merger?.main == last.id && !merged.clock.isPaused)
        }
        #expect(try await test.load(last.id).work.duplicates.map(\.id) == [middle.id, first.id])
    }

    @Test func whoeverSentBothIsAnsweredOnce() async throws {
        let test = try await TestOffice()
        let first = try await test.takeIn(try TestOffice.call())
        let second = try await test.takeIn(try TestOffice.call("Đường vào cổng số 2 lún thêm."))
        try #require(first.contact == second.contact)
        let main = try await test.assigned(try await test.screened(first))
        _ = try await test.merged(second, into: main)
        _ = try await test.answered(try await test.load(main.id))
        let calls = try await test.office.read { tx in try [first, second].map { try ReplyTaskStore.of($0.id, tx).map(\.kind) } }
        #expect(calls == [[.call], []])
        let other = try await test.load(second.id)
        #expect(other.state == .answered && !other.isMerged, "by its own code it is answered too")
        #expect(try await test.events(of: other).contains { $0.verb == "approved" })
    }

    @Test func partingGivesBackAUnitThatLedTheMainCase() async throws {
        let test = try await TestOffice()
        let (main, second) = try await test.twins()
        let unit = test.ground.parkBoard
        let invited = try await test.office.perform(Invite(petition: second.id, unit: unit), as: .staff(test.cast.lan))
        let duplicate = try await test.merged(invited, into: main)
        #expect(duplicate.lead == unit.id && duplicate.coordinating.isEmpty)
        let alone = try await test.separated(duplicate)
        #expect(alone.lead == second.lead && alone.coordinating == [unit.id])
    }

    /// Has a unit co-ordinate.
    private struct Invite: Operation {
        static let permission = Permission.note
        let petition: ID<Case>
        let unit: Domain.Unit

        func perform(_ turn: Turn) throws -> Case {
            let invitation = Invitation(unit: unit.id, unitName: unit.name, question: "")
            return try turn.record(.invited(invitation), on: try turn.petition(petition))
        }
    }
}
