import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Petitions by the public form.
@Suite(.eachEngine) struct SubmitFormTests {
    @Test func aFormBecomesACaseWithNumberCodeAndDueDate() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        #expect(petition.number.text == "BD-2026-0000001")
        #expect(petition.state == .received)
        #expect(petition.lead == office.ground.standing.id)
        // Fifteen working days after Monday 3 August: Saturday 22 August, which is worked for Monday the 31st.
        #expect(petition.clock.due.day == (try day("2026-08-22")))
        #expect(try await office.load(petition.id) == petition)
        let owner = Owner(account: office.cast.lan.id, name: office.cast.lan.name, reason: "Cán bộ tiếp nhận duy nhất đang trực.")
        #expect(try await office.events(of: petition) == [.received(due: petition.clock.due, owner: owner)])
        #expect(petition.person == office.cast.lan.id)
    }

    @Test func theSameFormTwiceIsOneCase() async throws {
        let office = try await TestOffice()
        let first = try await office.submit(key: "0123456789abcdef")
        office.clock.advance(hours: 1)
        let second = try await office.submit(key: "0123456789abcdef")
        #expect(second == first)
        #expect(try await office.rows(in: "petition") == 1)
        #expect(try await office.rows(in: "message") == 1)
        #expect(try await office.submit(key: "fedcba9876543210").number.serial == 2)
    }

    @Test func aRefusedFormLeavesNothing() async throws {
        let office = try await TestOffice()
        let program = UploadedFile(name: "hoa-don.pdf", bytes: Samples.program, recognised: FileKind(Samples.program))
        let picture = UploadedFile(name: "anh.png", bytes: Samples.png, recognised: FileKind(Samples.png))
        await #expect(throws: Refusal.invalid([Problem("files", .fileTypeRefused)])) { try await office.submit(files: [picture, program]) }
        await #expect(throws: Refusal.self) { try await office.submit("ngắn") }
        for table in ["contact", "petition", "message", "content", "attachment", "case_event", "stand", "search_entry"] {
            #expect(try await office.rows(in: table) == 0, "\(table)")
        }
        #expect(try await office.submit().number.serial == 1)
    }

    @Test func filesStandOncePerContent() async throws {
        let office = try await TestOffice()
        let picture = UploadedFile(name: "anh.png", bytes: Samples.png, recognised: FileKind(Samples.png))
        _ = try await office.submit(files: [picture, picture])
        let petition = try await office.submit(files: [picture])
        #expect(try await office.rows(in: "attachment") == 3)
        #expect(try await office.rows(in: "content") == 1)
        let file = try #require(try await office.office.read { try AttachmentQueries.of(petition.id, $0) }.first)
        #expect(file.contentType == "image/png" && file.state == .here && file.size == Samples.png.count)
        let kept = try #require(try await office.office.read { try AttachmentStore.find(file.id, $0) })
        #expect(kept.petition == petition.id && kept.state == FileState(content: .known(.png)))
        #expect(try await office.office.read { try AttachmentStore.bytes(of: kept.hash, $0) } == Samples.png)
    }

    @Test func theAnswerToAQuestionStartsTheClockAndGivesTheDaysBack() async throws {
        let office = try await TestOffice()
        let asked = try await office.asked(try await office.submit())
        #expect(asked.clock.isPaused)
        office.clock.set(try moment("2026-08-06T10:00"))
        let supplied = try await office.office.perform(
            SupplyByCode(code: asked.lookupCode, text: "Đoạn trước cổng số 2.", files: []), as: .sender)
        #expect(!supplied.clock.isPaused)
        // Tuesday to Thursday were lost: three working days after Saturday 22 August.
        #expect(supplied.clock.due.day == (try day("2026-08-26")))
        #expect(supplied.clock.originalDue.day == (try day("2026-08-22")))
    }

    @Test func oneWordMoreChangesNoDate() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        let after = try await office.office.perform(
            SupplyByCode(code: petition.lookupCode, text: "Hôm nay lún thêm.", files: []), as: .sender)
        #expect(after.clock == petition.clock)
        #expect(try await office.events(of: after).last == .wrote)
        #expect(try await office.rows(in: "message") == 2)
    }

    @Test func anUnknownCodeFindsNothing() async throws {
        let office = try await TestOffice()
        let code = LookupCode(chance: [1, 2, 3])
        await #expect(throws: Refusal.noSuch(.petition)) {
            try await office.office.perform(SupplyByCode(code: code, text: "xin chào", files: []), as: .sender)
        }
    }

    @Test func numbersBeginAnewWithTheYear() async throws {
        let office = try await TestOffice(at: "2026-12-31T16:00")
        #expect(try await office.submit().number.text == "BD-2026-0000001")
        office.clock.set(try moment("2027-01-01T00:00"))
        #expect(try await office.submit().number.text == "BD-2027-0000001")
    }
}
