import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What is done around the account by itself: each part when it is due, and none at the cost of another.
@Suite(.eachEngine) struct ZaloRoundsTests {
    private func rounds(_ test: TestOffice, _ account: PlayedAccount) -> ZaloRounds {
        ZaloRounds(office: test.office, account: account) { _ in }
    }

    private func health(_ test: TestOffice) async throws -> ChannelHealth? {
        try await test.office.read { try ChannelHealthStore.load(.zalo, $0) }
    }

    // What the webhook missed.

    @Test func whatWasWrittenBeforeTheAccountWasConnectedIsNotTakenIn() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        account.says { $0.missed = [MissedDelivery(key: "k-1", bytes: [1], at: test.clock.now.adding(hours: -1))] }
        try await rounds(test, account).catchUp()
        #expect(account.askedSince.isEmpty)
        #expect(try await test.rows(in: "hook_delivery") == 0)
    }

    @Test func theGapBeginsWhereItWasLastClosedWhateverHasComeInSince() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        let (start, work) = (test.clock.now, rounds(test, account))
        try await work.catchUp()
        test.clock.advance(hours: 20)
        // The server is back, and the first thing that comes in is new.
        try await test.office.database.write { try ChannelHealthStore.noteReceived(.zalo, at: test.clock.now, $0) }
        try await work.catchUp()
        #expect(account.askedSince == [start.adding(seconds: -120 - 600)])
        test.clock.advance(minutes: 4)
        try await work.catchUp()
        #expect(account.askedSince.count == 1, "it was just done")
        test.clock.advance(minutes: 1)
        try await work.catchUp()
        #expect(account.askedSince.count == 2, "a short gap counts too")
    }

    @Test func aFailureLosesNothingThatWasReadAndTheGapStaysOpen() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        let work = rounds(test, account)
        try await work.catchUp()
        test.clock.advance(hours: 3)
        account.says {
            $0.missed = [MissedDelivery(key: "k-2", bytes: [2], at: test.clock.now.adding(hours: -1))]
            $0.missedFailure = ZaloFailure("bận", .crowded)
        }
        await #expect(throws: ZaloFailure.self) { try await work.catchUp() }
        #expect(try await test.rows(in: "hook_delivery") == 1)
        account.says {
            $0.missed.append(MissedDelivery(key: "k-1", bytes: [1], at: test.clock.now.adding(hours: -2)))
            $0.missedFailure = nil
        }
        test.clock.advance(minutes: 1)
        try await work.catchUp()
        #expect(account.askedSince.count == 2 && account.askedSince[0] == account.askedSince[1])
        #expect(try await test.rows(in: "hook_delivery") == 2)
    }

    @Test func whatTheWebhookMayStillBringIsLeftToIt() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        let work = rounds(test, account)
        try await work.catchUp()
        test.clock.advance(hours: 1)
        account.says { $0.missed = [MissedDelivery(key: "k-1", bytes: [1], at: test.clock.now.adding(seconds: -30))] }
        try await work.catchUp()
        #expect(try await test.rows(in: "hook_delivery") == 0)
        test.clock.advance(minutes: 5)
        try await work.catchUp()
        #expect(try await test.rows(in: "hook_delivery") == 1)
    }

    // How the account stands.

    @Test func factsStandThoughTheArticlesAreRefusedAndTheChannelIsNotIll() async throws {
        let test = try await TestOffice()
        let account = PlayedAccount { $0.articles = .failure(ZaloFailure("không có quyền", .refused)) }
        let work = rounds(test, account)
        await #expect(throws: ZaloFailure.self) { try await work.look() }
        #expect(try await test.office.read { try ZaloStore.facts(of: "oa-1", $0) }?.facts.followers == 12)
        #expect(try await health(test)?.failedAt == nil)
        for _ in 0..<3 {
            test.clock.advance(minutes: 20)
            try await work.look()
        }
        #expect(account.asked.count { $0 == "articles" } == 1, "not again on this day")
        test.clock.advance(days: 1)
        account.says { $0.articles = .success(ZaloArticles(count: 5, views: 90)) }
        try await work.look()
        let day = try #require(try await test.office.read { try ZaloDayStore.newest(1, $0) }.first)
        #expect(day.followers == 12 && day.articles == 5 && day.articleViews == 90)
    }

    @Test func articlesThatCouldNotBeAskedNowAreAskedWithTheNextLook() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount { $0.articles = .failure(ZaloFailure("bận", .crowded)) })
        await #expect(throws: ZaloFailure.self) { try await rounds(test, account).look() }
        account.says { $0.articles = .success(ZaloArticles(count: 5, views: 90)) }
        test.clock.advance(minutes: 15)
        try await rounds(test, account).look()
        #expect(try await test.office.read { try ZaloDayStore.newest(1, $0) }.first?.articles == 5)
    }

    @Test func aCrowdedMinuteIsNoIllnessAndAnOutageIs() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount { $0.facts = .failure(ZaloFailure("bận", .crowded)) })
        let work = rounds(test, account)
        await #expect(throws: ZaloFailure.self) { try await work.look() }
        #expect(try await health(test)?.failedAt == nil)
        account.says { $0.facts = .failure(ZaloFailure("không kết nối được", .away)) }
        await #expect(throws: ZaloFailure.self) { try await work.look() }
        #expect(try await health(test)?.reason == "không kết nối được")
        account.says { $0.facts = PlayedAccount.Script().facts }
        try await work.look()
        #expect(try await health(test)?.failedAt == nil, "the account answers again")
    }

    @Test func anAnsweringAccountTakesBackNoReasonThatIsNotItsSilence() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        let inbound = Inbound(
            channel: .zalo, externalID: "e-1", sender: "", sentAt: test.clock.now, content: .notice("change_template_status:REJECT"))
        try await test.office.perform(ReceiveMessage(inbound), as: .sender)
        test.clock.advance(minutes: 15)
        try await rounds(test, account).look()
        #expect(try await health(test)?.reason?.contains("bị từ chối") == true)
    }

    @Test func theFirstLookCountsAllThatIsKeptWhoeverHasAskedForIt() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường ngập", id: "m-1")
        test.clock.advance(days: 30)
        try await test.office.perform(NoteFacts(ZaloFacts(oaID: "", name: "", isVerified: false, followers: 1), of: "oa-1"), as: .system)
        #expect(try await test.office.read { try ZaloDayStore.messages($0) }.came == 1)
        #expect(try await test.office.read { try ZaloStore.facts(of: "oa-1", $0) }?.facts.followers == 1)
    }

    // Profiles.

    @Test(arguments: [ZaloFailure.Kind.away, .crowded]) func whatThePlatformWasNotEvenAskedIsNoTry(kind: ZaloFailure.Kind) async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount { $0.profile = .failure(ZaloFailure("bận", kind)) })
        try await test.zalo("Đường ngập", id: "m-1")
        for _ in 0..<10 {
            try await rounds(test, account).askProfiles()
            test.clock.advance(hours: 2)
        }
        #expect(account.asked.count == 10)
        account.says { $0.profile = PlayedAccount.Script().profile }
        try await rounds(test, account).askProfiles()
        #expect(try await test.office.read { try ContactStore.find(.zalo, address: "z-1", $0) }?.person.name == "An")
    }

    @Test func aProfileThatIsRefusedSixTimesIsGivenUp() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount { $0.profile = .failure(ZaloFailure("không", .refused)) })
        try await test.zalo("Đường ngập", id: "m-1")
        for _ in 0..<10 {
            try await rounds(test, account).askProfiles()
            test.clock.advance(hours: 2)
        }
        #expect(account.asked.count == 6)
    }

    // Groups.

    private func owned(_ test: TestOffice, ended: Bool = false) async throws -> ChatGroup {
        let entry = GroupEntry(name: "GMF", kind: .owned, externalID: "g-1", keeper: test.cast.lan.id, isEnded: ended)
        return try await test.office.perform(TendGroup(nil, entry), as: .staff(test.cast.lan))
    }

    @Test func aGroupThatThePlatformDoesNotNameIsNotAskedForEveryMinute() async throws {
        let (test, account) = (try await TestOffice(), PlayedAccount())
        _ = try await owned(test)
        for _ in 0..<5 {
            try await rounds(test, account).readGroups()
            test.clock.advance(minutes: 1)
        }
        #expect(account.asked == ["groups"])
        test.clock.advance(hours: 1)
        try await rounds(test, account).readGroups()
        #expect(account.asked == ["groups", "groups"])
    }

    @Test func whatAnOfficerHasEndedStaysEndedUntilItIsMadeAnew() async throws {
        let test = try await TestOffice()
        let group = try await owned(test, ended: true)
        let account = PlayedAccount { $0.groups = [ZaloGroupFacts(id: "g-1", name: "GMF", link: "", members: 2, isEnabled: true)] }
        try await rounds(test, account).readGroups()
        func ended() async throws -> Bool { try await test.office.read { try ChatGroupStore.load(group.id, $0) }?.endedAt != nil }
        #expect(try await ended())
        func hear(_ kind: GroupNews.Kind, _ id: String) async throws {
            let inbound = Inbound(
                channel: .zaloGroup, externalID: id, sender: "", sentAt: test.clock.now, content: .group(GroupNews(group: "g-1", kind)))
            try await test.office.perform(ReceiveMessage(inbound), as: .sender)
        }
        try await hear(.changed, "e-1")
        #expect(try await ended(), "a new name is no new beginning")
        try await hear(.created, "e-2")
        #expect(try await !ended())
    }

    @Test func aGroupWhoseMembersAreNotToldHoldsTheOthersUpNot() async throws {
        let test = try await TestOffice()
        let account = PlayedAccount {
            $0.groups = ["g-1", "g-2"].map { ZaloGroupFacts(id: $0, name: "Nhóm \($0)", link: "", members: 2, isEnabled: true) }
            $0.members = .failure(ZaloFailure("không có quyền", .refused))
        }
        try await rounds(test, account).readGroups()
        #expect(try await test.office.read { try ChatGroupStore.all($0) }.map(\.name) == ["Nhóm g-1", "Nhóm g-2"])
        try await rounds(test, account).readGroups()
        #expect(account.asked.count == 3, "not at once again")
    }

    // Who asks to be forgotten.

    @Test func whoAsksAgainAfterItWasSeenToIsATaskAgain() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường ngập", id: "m-1")
        func withdraw(_ id: String) async throws -> Int {
            test.clock.advance(hours: 1)
            let inbound = Inbound(channel: .zalo, externalID: id, sender: "z-1", sentAt: test.clock.now, content: .withdrew)
            try await test.office.perform(ReceiveMessage(inbound), as: .sender)
            return try await test.rows(in: "reply_task")
        }
        #expect(try await withdraw("w-1") == 1)
        #expect(try await withdraw("w-2") == 1, "it is not done yet")
        let petition = try await test.newest()
        let task = try #require(try await test.office.read { try ReplyTaskStore.of(petition.id, $0) }.first)
        let done = WorkReplyTask(task: task.id, act: .giveUp, note: "Đã ẩn danh thông tin liên hệ theo quy định.")
        _ = try await test.office.perform(done, as: .staff(test.cast.lan))
        #expect(try await withdraw("w-3") == 2)
    }
}
