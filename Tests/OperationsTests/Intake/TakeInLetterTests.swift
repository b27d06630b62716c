import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Letters on paper. It is Monday 3 August 2026, nine o'clock.
@Suite(.eachEngine) struct TakeInLetterTests {
    private func letter(_ number: String = "12/CV-SM", arrived: String = "2026-08-03") throws -> LetterDraft {
        LetterDraft(number: number, date: try day("2026-07-30"), arrivedOn: try day(arrived), sender: "Công ty Sao Mai")
    }

    private func takeIn(
        _ office: TestOffice, _ letter: LetterDraft, items: [ItemDraft] = [], isAnother: Bool = false, reason: String = "",
        by account: Account? = nil, key: String? = nil
    ) async throws -> [Case] {
        var draft = try TestOffice.call("1. Đường lún.\n2. Mất điện.", because: reason, on: .letter)
        draft.person.organisation = letter.sender
        let scan = UploadedFile(name: "van-ban.pdf", bytes: Samples.pdf, recognised: .pdf)
        return try await office.office.perform(
            TakeInLetter(
                letter: letter, draft: draft, items: items, files: [scan], isAnother: isAnother,
                formKey: key ?? hexadecimal(office.office.world.chance(16))), as: .staff(account ?? office.cast.lan))
    }

    private static let items = [
        ItemDraft(title: "Đường lún", text: "Đường vào cổng số 2 bị lún."), ItemDraft(title: "Mất điện", text: "Mất điện mỗi tuần hai lần."),
    ]

    @Test func aLetterGetsTheNextNumberOfTheYearsRegister() async throws {
        let office = try await TestOffice()
        var numbers: [Int] = []
        for index in 1...3 {
            let petition = try #require(try await takeIn(office, letter("\(index)/CV")).first)
            #expect(petition.channel == .letter)
            let kept = try #require(try await office.office.read { try LetterStore.of(petition, $0) })
            #expect(kept.year == 2026)
            #expect(kept.draft == (try letter("\(index)/CV")))
            numbers.append(kept.arrival)
        }
        #expect(numbers == [1, 2, 3])
        #expect(try await office.rows(in: "attachment") == 3)
    }

    @Test func aRefusedLetterUsesUpNoNumber() async throws {
        let office = try await TestOffice()
        let ahead = try letter(arrived: "2026-08-04")
        await #expect(throws: Refusal.self) { try await takeIn(office, ahead) }
        let petition = try #require(try await takeIn(office, letter()).first)
        #expect(try await office.office.read { try LetterStore.of(petition, $0) }?.arrival == 1)
    }

    @Test func theSameLetterAgainIsWarnedAboutUnlessTheOfficerLooked() async throws {
        let office = try await TestOffice()
        let first = try #require(try await takeIn(office, letter()).first)
        let same = try letter()
        await #expect(throws: Refusal.invalid([Problem("isAnother", .sameLetter(first.number.text))])) { try await takeIn(office, same) }
        _ = try await takeIn(office, same, isAnother: true)
        #expect(try await office.rows(in: "paper_letter") == 2)
    }

    @Test func oneLetterWithTwoPetitionsIsTwoCasesAndOneApproach() async throws {
        let office = try await TestOffice()
        let cases = try await takeIn(office, letter(), items: Self.items, key: "0123456789abcdef")
        #expect(cases.map(\.title) == ["Đường lún", "Mất điện"])
        #expect(cases.map { $0.item?.item } == [1, 2] && cases[0].item?.submission == cases[1].item?.submission)
        #expect(try await office.rows(in: "interaction") == 1)
        let again = try await takeIn(office, letter(), items: Self.items, key: "0123456789abcdef")
        #expect(again.map(\.id) == cases.map(\.id))
    }

    @Test func aLetterFromLastWeekCountsFromItsArrivalItemByItemAndNeedsAReason() async throws {
        let office = try await TestOffice()
        let late = try letter(arrived: "2026-07-30")
        await #expect(throws: Refusal.invalid([Problem("receivedReason", .missing)])) { try await takeIn(office, late) }
        let cases = try await takeIn(office, late, items: Self.items, reason: "Văn thư chuyển chậm.")
        for petition in cases {
            #expect(petition.receivedAt == (try moment("2026-07-30T08:00")))
            let received = try #require(try await office.office.read { try CaseStore.events(of: petition.id, $0) }.first)
            #expect(received.at == office.clock.now)
        }
        let long = LetterDraft(number: "9/CV", date: nil, arrivedOn: try day("2026-07-28"), sender: "Công ty Sao Mai")
        await #expect(throws: Refusal.invalid([Problem("arrivedOn", .tooLongAgo(3))])) {
            try await takeIn(office, long, reason: "Văn thư chuyển chậm.")
        }
    }

    @Test func whoMayNotSplitTakesInTheLetterWhole() async throws {
        let office = try await TestOffice()
        let whole = try letter()
        await #expect(throws: Refusal.notPermitted(.split)) {
            try await takeIn(office, whole, items: Self.items, by: office.cast.hung)
        }
        #expect(try await takeIn(office, whole, by: office.cast.hung).count == 1)
    }
}
