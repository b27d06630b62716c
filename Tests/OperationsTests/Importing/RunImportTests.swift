import Database
import Documents
import Domain
import Foundation
import Storage
import Testing
import TestSupport

@testable import Operations

@Suite(.eachEngine) struct RunImportTests {
    private func list(_ text: String, name: String = "ds.csv") throws -> ImportedList { try ImportedList(fileName: name, bytes: Array(text.utf8)) }

    private func order(_ list: ImportedList, _ channel: Channel = .national, leavesAnswered: Bool = false) -> PetitionImportOrder {
        PetitionImportOrder(
            channel: channel, list: PetitionImportOrder.needsName(channel) ? "Hội nghị quý III" : "",
            mapping: PetitionMapping(proposedFor: list.table.heads), day: nil, leavesAnswered: leavesAnswered)
    }

    @discardableResult
    private func run(
        _ list: ImportedList, _ channel: Channel = .national, leavesAnswered: Bool = false, in test: TestOffice
    ) async throws -> RunImport.Outcome {
        try await test.office.perform(
            RunImport(list, order: order(list, channel, leavesAnswered: leavesAnswered), mappingName: ""), as: .staff(test.cast.lan))
    }

    private func petition(_ outcome: RunImport.Outcome, row: Int, _ test: TestOffice) async throws -> Case {
        let number = try #require(outcome.numbers[row])
        return try #require(try await test.office.read { try CaseStore.find(number.text, $0) })
    }

    private static let two = "Mã phản ánh,Thời gian tiếp nhận,Họ tên,SĐT,Nội dung\n"
        + "PA-1,29/07/2026 10:15,Trần Văn Một,0912345678,Đường vào khu công nghiệp bị ngập nặng\n"
        + "PA-2,30/07/2026,Lê Thị Hai,0987654321,Đề nghị hướng dẫn thủ tục thuê đất\n"

    @Test func aRowBecomesACaseWhoseClockCountsFromItsSource() async throws {
        let test = try await TestOffice()
        let outcome = try await run(try list(Self.two), in: test)
        #expect(outcome.run.counts == PetitionImportPlan.Counts(new: 2) && outcome.run.state == .done)
        let petition = try await petition(outcome, row: 2, test)
        let received = try moment("2026-07-29T10:15")
        #expect(petition.channel == .national && petition.receivedAt == received)
        let due = try await test.office.read { try test.office.rules($0) }.due(
            after: petition.receivedAt, workingDays: petition.clock.profile.resolve)
        #expect(petition.clock.due == due && petition.clock.begun == petition.receivedAt)
        let contact = try #require(try await test.office.read { try ContactStore.load(petition.contact, $0) })
        #expect(contact.channel == .national && contact.address == nil && contact.person.phone == "0912345678")
    }

    @Test func itsHistorySaysWhoBroughtItInWhenAndFromWhere() async throws {
        let test = try await TestOffice()
        let petition = try await petition(try await run(try list(Self.two), in: test), row: 2, test)
        let recorded = try #require(try await test.office.read { try CaseStore.events(of: petition.id, $0) }.first)
        #expect(recorded.at == test.clock.now && recorded.actorName == test.cast.lan.name)
        let sentence = EventWords.sentence(recorded.event)
        for words in ["ds.csv", "dòng 2", "PA-1", "10:15 29/07/2026"] { #expect(sentence.contains(words), "\(sentence)") }
    }

    @Test func figuresOfPastWeeksStayAsTheyWere() async throws {
        let test = try await TestOffice()
        try await run(try list(Self.two), in: test)
        let (now, past) = (test.clock.now, try moment("2026-08-01T00:00"))
        #expect(try await test.number("SELECT count(*) AS n FROM stand WHERE from_at < \(past)") == 0)
        #expect(try await test.number("SELECT count(*) AS n FROM stand WHERE from_at = \(now)") == 2)
        #expect(try await test.number("SELECT count(*) AS n FROM due_span WHERE from_at = \(now)") == 2)
    }

    @Test func theSameListAgainChangesNothing() async throws {
        let test = try await TestOffice()
        let first = try await run(try list(Self.two), in: test)
        let again = try await run(try list(Self.two + "PA-3,31/07/2026,Ba,,Chuyện mới\n"), in: test)
        #expect(again.run.counts == PetitionImportPlan.Counts(new: 1, known: 2))
        #expect(again.plan.rows[0].fate == .known(try #require(first.numbers[2])))
        #expect(try await test.rows(in: "petition") == 3)
        #expect(try await test.rows(in: "message") == 3)
    }

    @Test func numbersOfAListMeanSomethingInsideItOnly() async throws {
        let test = try await TestOffice()
        let list = try list("STT,Nội dung kiến nghị\n1,Đường hỏng\n2,Thiếu điện\n")
        try await run(list, .dialogue, in: test)
        #expect(try await run(list, .dialogue, in: test).run.counts == PetitionImportPlan.Counts(known: 2))
        var other = order(list, .dialogue)
        other.list = "Hội nghị quý IV"
        let outcome = try await test.office.perform(RunImport(list, order: other, mappingName: ""), as: .system)
        #expect(outcome.run.counts == PetitionImportPlan.Counts(new: 2))
        other.list = ""
        let nameless = other
        await #expect(throws: Refusal.invalid([Problem("listName", .missing)])) {
            try await test.office.perform(RunImport(list, order: nameless, mappingName: ""), as: .system)
        }
    }

    @Test func rowsWithoutNumbersAreKnownByWhatTheySay() async throws {
        let test = try await TestOffice()
        let list = try list("Họ tên,Nội dung\nMột,Đường hỏng\nHai,Thiếu điện\nMột,đường  hỏng\n")
        let outcome = try await run(list, .portal, in: test)
        #expect(outcome.plan.rows.map(\.fate) == [.new, .new, .repeated(row: 2)])
        #expect(try await run(list, .portal, in: test).run.counts?.known == 3)
    }

    @Test func oneRefusedRowLeavesEverythingAsItWas() async throws {
        let test = try await TestOffice()
        let list = try ImportedList(fileName: "loi.csv", bytes: try ImportSample.refused.bytes)
        do {
            try await run(list, in: test)
            Issue.record("It was taken in.")
        } catch let failure as ImportFailure {
            #expect(failure.problems.map(\.row) == [3, 4, 5, 6, 7])
            #expect(failure.problems.contains { $0.row == 6 && $0.fault == .doubled("A-1", row: 2) })
        }
        for table in ["petition", "contact", "message", "petition_import", "import_mapping", "petition_import_row"] {
            #expect(try await test.rows(in: table) == 0, "\(table)")
        }
    }

    @Test func whatTheSourceAnsweredIsKeptForTheOfficerToConfirm() async throws {
        let test = try await TestOffice()
        let list = try list("Mã,Nội dung,Ngày gửi,Trả lời,Ngày trả lời\nH-1,Hỏi thuế,29/07/2026,Được miễn năm đầu,30/07/2026\n")
        let petition = try await petition(try await run(list, in: test), row: 2, test)
        #expect(petition.state == .received && petition.answeredAt == nil)
        guard case .noted(let note)? = try await test.events(of: petition).last else { throw Missing("a note") }
        #expect(note.text.contains("Hệ thống PAKN quốc gia ghi đã trả lời ngày 30/07/2026:\nĐược miễn năm đầu"))
    }

    @Test func whatTheSourceAnsweredCanBeLeftThere() async throws {
        let test = try await TestOffice()
        let outcome = try await run(
            try list("Mã,Nội dung,Trạng thái\nH-1,Hỏi thuế,Đã trả lời\nH-2,Hỏi đất,Đang xử lý\n"), leavesAnswered: true, in: test)
        #expect(outcome.run.counts == PetitionImportPlan.Counts(new: 1, left: 1) && outcome.numbers[3] != nil)
    }

    @Test func denunciationsGoIntoTheRestrictedCompartment() async throws {
        let test = try await TestOffice()
        let list = try ImportedList(fileName: "pakn.xlsx", bytes: try ImportSample.national.bytes)
        let petition = try await petition(try await run(list, in: test), row: 5, test)
        #expect(petition.classification.kind == .denunciation && petition.isRestricted && !petition.readers.isEmpty)
    }

    @Test func aSenderWhoSaysMuchTheSameAgainIsPointedOut() async throws {
        let test = try await TestOffice()
        let tax = try await run(try ImportedList(fileName: "etax.xlsx", bytes: try ImportSample.tax.bytes), .tax, in: test)
        let calls = try await run(try ImportedList(fileName: "1022.csv", bytes: try ImportSample.callCentre.bytes), .callCentre, in: test)
        let remarks = calls.plan.rows[0].petition.remarks
        let number = try #require(tax.numbers[6])
        #expect(remarks.contains(.like(number: number.text)), "\(remarks)")
        #expect(calls.run.counts?.warned == 1 && calls.run.counts?.new == 2)
    }

    @Test func theSenderHearsNothingFromHere() async throws {
        let test = try await TestOffice()
        try await run(try list(Self.two), in: test)
        #expect(try await test.rows(in: "outbox") == 0)
    }

    @Test func thousandsOfRowsGoInTogether() async throws {
        let test = try await TestOffice()
        let rows = (1...5_000).map { "P-\($0),28/07/2026 08:00,Người \($0),09\(10_000_000 + $0),Nội dung kiến nghị số \($0) về việc riêng\n" }.joined()
        let outcome = try await run(try list("Mã,Ngày gửi,Họ tên,SĐT,Nội dung\n" + rows), in: test)
        #expect(outcome.run.counts?.new == 5_000)
        #expect(try await test.rows(in: "petition") == 5_000)
        #expect(try await test.rows(in: "petition_import_row") == 5_000)
    }

    @Test func aCaseOutOfReachIsNotPointedOut() async throws {
        let test = try await TestOffice()
        _ = try await test.submit()
        let keys = [ImportedPetition.SenderKey.phone("+84912345678")]
        for (account, count) in [(test.cast.lan, 1), (test.cast.nga, 0)] {
            let visibility = try #require(CaseVisibility(of: account))
            let found = try await test.office.read { try ImportQueries.cases(of: keys, seenBy: visibility, $0) }
            #expect(found.values.flatMap { $0 }.count == count, "\(account.login)")
        }
    }

    @Test func aRemarkFromBeforeOnlyNumbersWereKeptIsStillRead() throws {
        let text = #"{"like":{"number":"BD-2026-0000001","title":"Hoàn thuế"}}"#
        #expect(try JSONDecoder().decode(PetitionRemark.self, from: Data(text.utf8)) == .like(number: "BD-2026-0000001"))
    }
}
