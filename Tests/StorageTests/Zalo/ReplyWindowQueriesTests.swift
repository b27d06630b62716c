import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Who is to be answered soon, while it is still possible on Zalo.
@Suite(.eachEngine) struct ReplyWindowQueriesTests {
    private func closing(_ test: TestOffice, limit: Int = 10) async throws -> [CaseNumber] {
        try await test.office.read {
            try ReplyWindowQueries.closing(for: test.cast.nga.id, at: test.clock.now, limit: limit, $0).map(\.number)
        }
    }

    /// A case of a sender on Zalo that Nga handles.
    private func handled(_ test: TestOffice, by sender: String) async throws -> Case {
        try await test.zalo("Đường vào khu công nghiệp của \(sender) bị sụt lún nặng", from: sender, id: "m-\(sender)")
        return try await test.assigned(try await test.screened(try await test.newest(of: sender)))
    }

    @Test func theNearestEndComesFirstOfWhicheverPartItIs() async throws {
        let test = try await TestOffice()
        // Seven days end in seven hours; forty-eight hours end in two.
        let paid = try await handled(test, by: "z-1")
        test.clock.advance(hours: 7 * 24 - 47 - 6)
        let free = try await handled(test, by: "z-2")
        test.clock.advance(hours: 46)
        #expect(try await closing(test) == [free.number, paid.number])
        #expect(try await closing(test, limit: 1) == [free.number])
    }

    @Test func nobodyIsUrgedLongBeforeTheEndOrAfterIt() async throws {
        let test = try await TestOffice()
        let petition = try await handled(test, by: "z-1")
        var warned: [Int] = []
        for hour in 1...180 {
            test.clock.advance(hours: 1)
            if try await closing(test) == [petition.number] { warned.append(hour) }
        }
        #expect(warned == Array(40...47) + Array(160...167))
    }

    @Test func whoHasBeenAnsweredSinceHisLastWordIsNotUrged() async throws {
        let test = try await TestOffice()
        let petition = try await handled(test, by: "z-1")
        test.clock.advance(hours: 41)
        #expect(try await closing(test) == [petition.number], "the acknowledgement is no answer")
        let said = Inbound(
            channel: .zalo, externalID: "s-1", sender: "z-1", sentAt: test.clock.now, content: .said(Words("Tự động"), officer: ""))
        try await test.office.perform(ReceiveMessage(said), as: .sender)
        #expect(try await closing(test) == [petition.number], "nor is a word of a machine")
        let words = "Ban Quản lý đang khảo sát đoạn đường, sẽ trả lời trong tuần."
        let tell = TellSender(petition: petition.id, version: try await test.load(petition.id).version, text: words)
        _ = try await test.office.perform(tell, as: .staff(test.cast.nga))
        #expect(try await closing(test).isEmpty)
        test.clock.advance(hours: 1)
        try await test.zalo("Xin cảm ơn, chờ tin", from: "z-1", id: "m-2")
        test.clock.advance(hours: 41)
        #expect(try await closing(test) == [petition.number], "he has written again")
    }

    @Test func theSenderOfADuplicateIsAnsweredWithItsMainCase() async throws {
        let test = try await TestOffice()
        let (_, duplicate) = try await test.mergedTwins()
        test.clock.advance(hours: 41)
        #expect(try await closing(test) == [duplicate.number])
    }
}
