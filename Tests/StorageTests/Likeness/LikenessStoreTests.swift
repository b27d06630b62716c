import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Terms of cases as they are kept, and cases found by them.
@Suite(.eachEngine) struct LikenessStoreTests {
    private static let road = "Mặt đường vào xưởng sụt lún, container gãy trục."
    private static let tax = "Hoàn thuế giá trị gia tăng bị treo ba quý liền."

    private func fill(_ office: TestOffice, limit: Int = 50) async throws -> Int {
        try await office.database.write { try LikenessStore.fill(limit: limit, $0) }
    }

    private func alike(
        _ text: String, in office: TestOffice, seenBy visibility: CaseVisibility? = .everything, onlyAnswered: Bool = false,
        excluding: ID<Case>? = nil, limit: Int = 5
    ) async throws -> [LikeCase] {
        try await office.database.read {
            try LikenessQueries.alike(text, visibility: visibility, onlyAnswered: onlyAnswered, excluding: excluding, limit: limit, $0)
        }
    }

    private func frequency(_ term: String, in office: TestOffice) async throws -> Int {
        try await office.number("SELECT CAST(coalesce(sum(cases), 0) AS BIGINT) AS n FROM likeness_frequency WHERE term = \(term)")
    }

    @Test func aCaseLikeAnotherIsFoundWithoutAccentsAndSaysWhy() async throws {
        let office = try await TestOffice()
        let road = try await office.submit(Self.road)
        _ = try await office.submit(Self.tax)
        #expect(try await fill(office) == 2)
        let found = try await alike("duong vao cong ty em sut lun het roi", in: office)
        #expect(found.map(\.row.id) == [road.id])
        let first = try #require(found.first)
        #expect(first.common.contains("sut lun") && first.score > 0 && first.score < 1)
        #expect(first.text == Self.road && first.answer == nil)
    }

    @Test func theSameWordsAreAsAlikeAsCanBeAndComeFirst() async throws {
        let office = try await TestOffice()
        _ = try await office.submit("Mặt đường tỉnh bong tróc nhiều ổ gà.")
        let same = try await office.submit(Self.road, title: Self.road)
        _ = try await fill(office)
        let found = try await alike(Self.road, in: office)
        #expect(found.first?.row.id == same.id)
        #expect((found.first?.score ?? 0) > 0.9)
    }

    @Test func whatIsToldTwiceCountsOnce() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit(Self.road)
        for _ in 0..<2 { try await office.database.write { try LikenessStore.add(petition.id, text: Self.road, $0) } }
        #expect(try await fill(office) == 1)
        #expect(try await fill(office) == 0)
        #expect(try await frequency("sut lun", in: office) == 1)
        #expect(try await frequency("", in: office) == 1)
    }

    @Test func frequenciesAreTheNumbersOfCases() async throws {
        let office = try await TestOffice()
        for text in [Self.road, "Cầu tạm sụt lún.", Self.tax] { _ = try await office.submit(text) }
        _ = try await office.answered()
        while try await fill(office, limit: 1) > 0 {}
        let wrong = try await office.number(
            """
            SELECT count(*) AS n FROM likeness_frequency
            WHERE term <> '' AND cases <> (SELECT count(*) FROM likeness_term WHERE likeness_term.term = likeness_frequency.term)
            """)
        #expect(wrong == 0)
        #expect(try await frequency("", in: office) == 4)
    }

    @Test func anAnswerThatWentOutLaterIsKnownToo() async throws {
        let office = try await TestOffice()
        let waiting = try await office.submitted()
        _ = try await fill(office)
        #expect(try await alike("Sửa xong trong tuần này", in: office, onlyAnswered: true).isEmpty)
        let answered = try await office.office.perform(
            ApproveAnswer(petition: waiting.id, version: waiting.version), as: .staff(office.cast.quan))
        #expect(try await fill(office) == 1)
        let found = try #require(try await alike("được sửa xong trong tuần", in: office, onlyAnswered: true).first)
        #expect(found.row.id == answered.id)
        #expect(found.answer?.conclusion == office.answer().conclusion)
        #expect(found.answer?.legalBasis == office.answer().legalBasis)
        #expect(found.row.outcome == .resolved && found.row.answeredAt == office.clock.now)
    }

    @Test func aCaseIsNotLikeItself() async throws {
        let office = try await TestOffice()
        let one = try await office.submit(Self.road)
        let two = try await office.submit("Đường sụt lún trước cổng.")
        _ = try await fill(office)
        let found = try await office.database.read {
            try LikenessQueries.alike(one.id, visibility: .everything, onlyAnswered: false, limit: 5, $0)
        }
        #expect(found.map(\.row.id) == [two.id])
    }

    @Test func nobodyFindsARestrictedCase() async throws {
        let office = try await TestOffice()
        let before = try await office.submit()
        _ = try await fill(office)
        _ = try await office.office.perform(
            TransferCase(
                petition: before.id, version: before.version, kind: .denunciation, body: "Thanh tra tỉnh", reason: "Là đơn tố cáo."),
            as: .staff(office.cast.lan))
        _ = try await office.restricted()
        #expect(try await fill(office) == 1)
        for visibility in [CaseVisibility.everything, try #require(CaseVisibility(of: office.cast.mai)), try #require(CaseVisibility(of: office.cast.lan))] {
            #expect(try await alike("Đường vào khu công nghiệp bị sụt lún", in: office, seenBy: visibility).isEmpty)
        }
    }

    @Test func aReaderFindsWhatHeMaySee() async throws {
        let office = try await TestOffice()
        let own = try await office.assigned()
        _ = try await office.submit(Self.road)
        _ = try await fill(office)
        let text = "sụt lún xe tải"
        #expect(try await alike(text, in: office).count == 2)
        #expect(try await alike(text, in: office, seenBy: CaseVisibility(of: office.cast.nga)).map(\.row.id) == [own.id])
        #expect(try await alike(text, in: office, seenBy: CaseVisibility(of: office.cast.tam)).isEmpty)
        #expect(try await alike(text, in: office, seenBy: CaseVisibility(of: office.cast.admin)).isEmpty)
    }

    @Test(arguments: ["", "xin chào", "zzz yyy", "'; DROP TABLE petition; --", "{so}"]) func wordsThatSayNothingFindNothing(text: String) async throws {
        let office = try await TestOffice()
        _ = try await office.submit(Self.road)
        _ = try await fill(office)
        #expect(try await alike(text, in: office).isEmpty)
        #expect(try await office.rows(in: "petition") == 1)
    }

    @Test func asManyAreGivenAsWereAskedFor() async throws {
        let office = try await TestOffice()
        for _ in 0..<7 { _ = try await office.submit(Self.road) }
        _ = try await fill(office)
        #expect(try await alike(Self.road, in: office, limit: 3).count == 3)
    }
}
