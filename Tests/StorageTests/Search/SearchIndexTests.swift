import Database
import Domain
import Storage
import TestSupport
import Testing

/// Finding by words, with or without accents.
@Suite(.databases) struct SearchIndexTests {
    private func found(_ words: String, in office: TestOffice) async throws -> Int {
        var filter = CaseFilter()
        filter.words = words
        let (asked, now) = (filter, office.clock.now)
        return try await office.database.read { try CaseQueries.count(asked, seenBy: .everything, at: now, soon: now, $0) }
    }

    @Test(
        arguments: Engine.available,
        [
            "sụt lún", "sut lun", "SỤT LÚN", "Sut lú", "lun sut", "đất đai", "dat dai", "ĐẤT", "thành p", "dong a", "BD-2026-0000001",
            "bd-2026", "0000001", "su\u{323}t lun",
            "\"đường sụt\"", "“duong sut lun”", "\"duong su", "\"thu tuc\" cham", "cham \"dat dai\"",
        ])
    func itFinds(on engine: Engine, words: String) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit("Mặt đường sụt lún; thủ tục đất đai của thành phố chậm.")
        _ = try await office.submit("Mất điện cả ngày hôm nay.", organisation: "Hợp tác xã Bình Minh")
        #expect(try await found(words, in: office) >= 1, "\(words)")
        if !words.lowercased().hasPrefix("bd-2026") || words.count > 8 { #expect(try await found(words, in: office) == 1, "\(words)") }
    }

    @Test(
        arguments: Engine.available, ["xyz", "sut dien", "un", "\"lun sut\"", "\"sut lu\"", "“mat sut”"])
    func itDoesNotFind(on engine: Engine, words: String) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit("Mặt đường sụt lún.")
        _ = try await office.submit("Mất điện cả ngày.")
        #expect(try await found(words, in: office) == 0)
    }

    @Test(
        arguments: Engine.available,
        [
            "\"", "\"sut", "sut\"lun", "sut AND lun", "sut OR", "NOT", "NEAR(sut lun)", "sut*", "*", "(sut", "words:sut", "petition:x",
            "-sut", "^sut", "sut'", "'; DROP TABLE petition; --", "sut + lun", "{sut}", "\u{0}sut", "%", "_",
        ])
    func operatorsAreOnlyWords(on engine: Engine, words: String) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit("Mặt đường sụt lún.")
        _ = try await found(words, in: office)
        #expect(try await office.rows(in: "petition") == 1)
    }

    @Test(arguments: Engine.available) func aQueryWithoutWordsFiltersNothing(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.submit()
        #expect(try await found("  -- ", in: office) == 1)
    }

    @Test(arguments: Engine.available) func laterMessagesAreFoundToo(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        try await office.zalo("Đường hỏng", id: "m-1")
        try await office.zalo("Gần cầu Thủ Biên", id: "m-2")
        #expect(try await found("thu bien", in: office) == 1)
    }
}
