import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Two senders, one matter: merging and parting through the verbs and the store.
@Suite(.eachEngine) struct MergeCaseTests {
    private static func queue(_ queue: CaseFilter.Queue, _ test: TestOffice) async throws -> [ID<Case>] {
        var filter = CaseFilter()
        filter.queue = queue
        let (asked, now) = (filter, test.clock.now)
        return try await test.office.read { tx in
            try CaseQueries.list(asked, seenBy: .everything, at: now, soon: now, after: nil, limit: 50, tx).map(\.id)
        }
    }

    @Test func eachSenderIsToldOnceAndNothingOfTheOther() async throws {
        let test = try await TestOffice()
        let (main, second) = try await test.twins()
        let before = try await test.outbox().count
        let duplicate = try await test.merged(second, into: main)
        let told = try await test.outbox().dropFirst(before)
        #expect(told.count == 1, "the sender of the form has no address; he reads it by his code")
        let text = try #require(told.first)
        #expect(text.contains(duplicate.lookupCode.grouped) && text.contains(duplicate.clock.own.day.vietnamese))
        for secret in [main.lookupCode.grouped, main.lookupCode.text, main.number.text, "Đông Á", "Hoa"] { #expect(!text.contains(secret)) }
        #expect(duplicate.isMerged && duplicate.number == second.number && duplicate.lookupCode == second.lookupCode)
        #expect(duplicate.lead == main.lead && duplicate.person == main.person, "whoever has the main case sees it")
        #expect(try await test.events(of: main).map(\.verb).last == "absorbed")
        #expect(try await test.events(of: duplicate).map(\.verb).last == "merged")
    }

    @Test func theMainSenderIsToldWithTheFirstDuplicateAndNotWithHisOwn() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường vào nhà máy lún sâu.", from: "z-1", id: "a")
        let main = try await test.newest()
        let (_, duplicate) = try await test.twins(main)
        let before = try await test.outbox().count
        _ = try await test.merged(duplicate, into: main)
        #expect(try await test.outbox().count == before + 2)
        _ = try await test.merged(try await test.submit(), into: try await test.load(main.id))
        #expect(try await test.outbox().count == before + 2, "the second time he knows")
    }

    @Test func aDuplicateLiesOnNoDeskAndTheMainCaseGoesByTheEarliestDate() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường vào khu công nghiệp lún.", from: "z-old", id: "old")
        let old = try await test.newest(of: "z-old")
        test.clock.advance(days: 10)
        let main = try await test.assigned()
        let duplicate = try await test.merged(old, into: main)
        let now = try await test.load(main.id)
        #expect(now.clock.due == old.clock.own && now.clock.own == main.clock.own && now.clock.originalDue == main.clock.originalDue)
        #expect(try await Self.queue(.intake, test).isEmpty)
        #expect(try await test.office.read { try MergingStore.duplicates(of: main.id, $0) }.map(\.id) == [duplicate.id])
        test.clock.set(old.clock.own.adding(seconds: 3600))
        await test.office.watchOnce()
        #expect(try await Self.queue(.late, test) == [main.id], "late once, and not the duplicate")
        #expect(try await test.number("SELECT count(*) AS n FROM urging WHERE petition = \(duplicate.id)") == 0)
        #expect(try await test.number("SELECT count(*) AS n FROM urging WHERE petition = \(main.id)") > 0)
    }

    @Test func theDelayIsExplainedToWhoeverHasWaitedTooLong() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường vào khu công nghiệp lún.", from: "z-old", id: "old")
        let old = try await test.newest(of: "z-old")
        test.clock.advance(days: 10)
        try await test.zalo("Đường vào nhà máy lún.", from: "z-1", id: "new")
        let main = try await test.assigned(try await test.screened(try await test.newest()))
        _ = try await test.merged(old, into: main)
        test.clock.set(old.clock.own.adding(seconds: 3600))
        let before = try await test.outbox().count
        await #expect(throws: Refusal.lateNeedsExcuse) {
            let current = try await test.load(main.id)
            return try await test.office.perform(
                SubmitAnswer(petition: current.id, version: current.version, content: test.answer()), as: .staff(test.cast.nga))
        }
        let excused = try await test.excused(try await test.load(main.id), by: test.cast.nga)
        let told = try await test.outbox().dropFirst(before)
        #expect(told.count == 1 && told.first?.contains(old.lookupCode.grouped) == true, "towards the other nothing is late")
        _ = try await test.answered(excused)
        let figures = try await test.number("SELECT count(*) AS n FROM stand WHERE counts_as = 'done' AND in_time = 1")
        #expect(figures == 1, "each is measured by what his sender was promised")
    }

    @Test func whatTheOtherSenderWritesLiesBeforeTheMainCase() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        try await test.zalo("Ở cổng số 2, chỗ trạm cân.", from: "z-twin", id: "twin-2")
        #expect(try await test.events(of: main).last == .duplicateWrote(duplicate.number))
        #expect(try await test.rows(in: "petition") == 2)
        #expect(try await test.load(duplicate.id).isMerged)
    }

    @Test func bothAreAskedAndWhoeverAnswersStartsBothClocks() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        let before = try await test.outbox().count
        _ = try await test.asked(main)
        #expect(try await test.outbox().dropFirst(before).count == 1)
        #expect(try await test.load(duplicate.id).clock.isPaused)
        test.clock.advance(days: 7)
        try await test.zalo("Ở cổng số 2.", from: "z-twin", id: "twin-2")
        let (mainNow, duplicateNow) = (try await test.load(main.id), try await test.load(duplicate.id))
        #expect(!mainNow.clock.isPaused && !duplicateNow.clock.isPaused)
        #expect(mainNow.clock.own > main.clock.own && duplicateNow.clock.own > duplicate.clock.own)
        #expect(mainNow.clock.due == min(mainNow.clock.own, duplicateNow.clock.own))
        let told = try await test.outbox().dropFirst(before)
        #expect(told.filter { $0.contains("Đã nhận nội dung bổ sung") }.count == 1, "only whoever wrote is thanked")
        #expect(try await test.events(of: main).map(\.verb).filter { $0 == "duplicateWrote" || $0 == "resumed" } == ["duplicateWrote", "resumed"])
    }

    @Test func theMainSenderAnswersForBothToo() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        _ = try await test.asked(main)
        test.clock.advance(days: 3)
        _ = try await test.office.perform(SupplyByCode(code: main.lookupCode, text: "Ở cổng số 2.", files: []), as: .sender)
        let now = try await test.load(duplicate.id)
        #expect(!now.clock.isPaused && now.clock.own > duplicate.clock.own)
        #expect(try await test.load(main.id).clock.joint == now.clock.own)
    }

    @Test func anExtensionIsToldToBothAndMovesBothDates() async throws {
        let test = try await TestOffice()
        let (main, duplicate) = try await test.mergedTwins()
        let asked = try await test.office.perform(
            AskExtension(petition: main.id, version: main.version, days: 5, reason: "Chờ kết quả đo đạc."), as: .staff(test.cast.nga))
        let before = try await test.outbox().count
        let extended = try await test.office.perform(ExtendCase(petition: asked.id, version: asked.version), as: .staff(test.cast.quan))
        let now = try await test.load(duplicate.id)
        #expect(extended.clock.own > main.clock.own && now.clock.own > duplicate.clock.own)
        #expect(extended.clock.joint == now.clock.own, "the main case is given back as it stands")
        #expect(try await test.outbox().dropFirst(before).contains { $0.contains("gia hạn") && $0.contains(now.lookupCode.grouped) })
    }

    @Test func twoWhoActOnTheSameVersionDoNotOverwriteEachOther() async throws {
        let test = try await TestOffice()
        let (main, second) = try await test.twins()
        _ = try await test.merged(second, into: main)
        await #expect(throws: Refusal.changedMeanwhile) { try await test.merged(second, into: main) }
    }

    @Test func onlyDesksMergeAndNobodyLearnsOfWhatHeMayNotSee() async throws {
        let test = try await TestOffice()
        let (main, second) = try await test.twins()
        let merge = MergeCase(petition: second.id, version: second.version, into: main.number)
        for account in [test.cast.nga, test.cast.quan, test.cast.mai, test.cast.tam] {
            await #expect(throws: (any Error).self) { try await test.office.perform(merge, as: .staff(account)) }
        }
        let hidden = try await test.restricted()
        await #expect(throws: Refusal.notPermitted(.merge)) {
            try await test.office.perform(MergeCase(petition: second.id, version: second.version, into: hidden.number), as: .staff(test.cast.lan))
        }
        #expect(!(try await test.load(second.id).isMerged))
    }
}
