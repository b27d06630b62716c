import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What may be the same: found by sender, tax code, telephone, file and words, and never shown to whoever may not see it.
@Suite(.eachEngine) struct DuplicateQueriesTests {
    private static let road = "Mặt đường vào xưởng sụt lún, container gãy trục."
    private static let tax = "Hoàn thuế giá trị gia tăng bị treo ba quý liền."
    private static let file = UploadedFile(name: "anh.png", bytes: Samples.png, recognised: .png)

    private func submit(
        _ text: String, phone: String = "", taxCode: String = "", organisation: String = "Công ty A", files: [UploadedFile] = [],
        protected: Bool = false, _ test: TestOffice
    ) async throws -> Case {
        var draft = TestOffice.form(text, organisation: organisation)
        (draft.person.phone, draft.person.taxCode) = (phone.isEmpty ? "0903 000 001" : phone, taxCode)
        draft.wantsProtection = protected
        let key = "key-of-form-\(text.utf8.count)-\(phone)-\(taxCode)-\(organisation.utf8.count)-\(files.count)-\(protected)"
        test.clock.advance(minutes: 1)
        return try await test.office.perform(SubmitForm(draft: draft, files: files, formKey: String(key.prefix(64))), as: .sender)
    }

    private func fill(_ test: TestOffice) async throws { _ = try await test.database.write { try LikenessStore.fill(limit: 100, $0) } }

    private func proposals(for petition: Case, seenBy visibility: CaseVisibility? = .everything, _ test: TestOffice) async throws -> [DuplicateProposal] {
        try await test.database.read { try DuplicateQueries.proposals(for: petition, seenBy: visibility, $0) }
    }

    @Test func theSamePhoneHoweverItIsTypedAndTheSameTaxCode() async throws {
        let test = try await TestOffice()
        let first = try await submit(Self.road, phone: "0912 345 678", taxCode: "0100109106", test)
        let second = try await submit(Self.tax, phone: "+84 912.345.678", taxCode: "0100109106", organisation: "Công ty Bê", test)
        let found = try await proposals(for: second, test)
        #expect(found.map(\.row.id) == [first.id])
        #expect(Set(found.first?.reasons ?? []) == [.phone, .taxCode])
    }

    @Test func theSameTextWithoutAccents() async throws {
        let test = try await TestOffice()
        let first = try await submit(Self.road, test)
        let second = try await submit("Mat duong vao xuong sut lun, container gay truc.", phone: "0903 000 002", test)
        _ = try await submit(Self.tax, phone: "0903 000 003", test)
        try await fill(test)
        let found = try await proposals(for: second, test)
        #expect(found.map(\.row.id) == [first.id])
        guard case .text(let percent)? = found.first?.reasons.first else {
            Issue.record("\(found)")
            return
        }
        #expect(percent > 85)
    }

    @Test func theSameFileUnderAnotherName() async throws {
        let test = try await TestOffice()
        let first = try await submit(Self.road, files: [Self.file], test)
        var renamed = Self.file
        renamed.name = "hien-truong.png"
        let second = try await submit(Self.tax, phone: "0903 000 002", files: [renamed], test)
        let found = try await proposals(for: second, test)
        #expect(found.map(\.row.id) == [first.id] && found.first?.reasons == [.attachment])
    }

    @Test func aPictureThatComesWithEveryLetterTellsNothing() async throws {
        let test = try await TestOffice()
        for number in 0..<21 { _ = try await submit(Self.road, phone: "0903 000 1\(number + 10)", files: [Self.file], test) }
        let last = try await submit(Self.tax, phone: "0903 000 002", files: [Self.file], test)
        #expect(try await proposals(for: last, test).isEmpty)
    }

    @Test func noMoreThanFiveTheLikestFirst() async throws {
        let test = try await TestOffice()
        for number in 0..<7 { _ = try await submit(Self.tax + " \(number)", phone: "0912 345 678", organisation: "Số " + String(repeating: "x", count: number), test) }
        let like = try await submit(Self.road, phone: "0912 345 678", test)
        let asked = try await submit(Self.road, phone: "0912 345 678", organisation: "Công ty khác hẳn", test)
        try await fill(test)
        let found = try await proposals(for: asked, test)
        #expect(found.count == DuplicateQueries.most && found.first?.row.id == like.id)
        #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    }

    @Test func whatIsTypedOnTheTelephoneFindsTheCaller() async throws {
        let test = try await TestOffice()
        let first = try await submit(Self.road, phone: "0912 345 678", test)
        try await fill(test)
        let found = try await test.database.read {
            try DuplicateQueries.proposals(phone: "0912345678", taxCode: "", text: "mat duong vao xuong sut lun", hashes: [], for: .everything, $0)
        }
        #expect(found.map(\.row.id) == [first.id] && found.first?.reasons.contains(.phone) == true)
    }

    @Test func nobodyIsShownWhatHeMayNotSee() async throws {
        let test = try await TestOffice()
        _ = try await submit(Self.road, phone: "0912 345 678", protected: true, test)
        let asked = try await submit(Self.road, phone: "0912 345 678", organisation: "Công ty khác", test)
        try await fill(test)
        #expect(try await proposals(for: asked, test).isEmpty, "a restricted case is nobody's duplicate")
        let other = try await submit(Self.road, phone: "0912 345 678", organisation: "Công ty thứ ba", test)
        #expect(try await proposals(for: other, test).count == 1)
        #expect(try await proposals(for: other, seenBy: CaseVisibility(of: test.cast.tam), test).isEmpty)
        #expect(try await proposals(for: other, seenBy: nil, test).isEmpty)
    }

    @Test func theAnsweredAreNotProposedAndADuplicateStandsForItsMainCase() async throws {
        let test = try await TestOffice()
        let main = try await submit(Self.tax, phone: "0903 000 009", test)
        let duplicate = try await submit(Self.road, phone: "0912 345 678", test)
        let asked = try await submit(Self.road, phone: "0912 345 678", organisation: "Công ty khác", test)
        _ = try await test.merged(duplicate, into: main)
        #expect(try await proposals(for: asked, test).map(\.row.id) == [main.id])
        _ = try await test.answered(try await test.assigned(try await test.screened(try await test.load(main.id))))
        #expect(try await proposals(for: asked, test).isEmpty)
    }

    @Test func whatWasSetAsideStaysSetAsideFromBothSides() async throws {
        let test = try await TestOffice()
        let first = try await submit(Self.road, phone: "0912 345 678", test)
        let second = try await submit(Self.tax, phone: "0912 345 678", test)
        for _ in 0..<2 {
            try await test.office.perform(DismissDuplicate(petition: second.id, other: first.number), as: .staff(test.cast.lan))
        }
        #expect(try await proposals(for: first, test).isEmpty)
        #expect(try await proposals(for: second, test).isEmpty)
        await #expect(throws: Refusal.notPermitted(.merge)) {
            try await test.office.perform(DismissDuplicate(petition: second.id, other: first.number), as: .staff(test.cast.nga))
        }
    }
}
