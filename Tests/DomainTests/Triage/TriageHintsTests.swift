import Domain
import Testing

/// What the words of a message suggest.
@Suite struct TriageHintsTests {
    private static let catalogue = Catalogue(
        fields: StandardFields.all, places: [Place(name: "Khu công nghiệp Mỹ Phước", site: .park, area: nil), Place(name: "Thanh An", site: .cluster, area: nil)])

    private func hints(_ text: String) -> TriageHints { TriageHints.of(text, catalogue: Self.catalogue) }

    @Test(arguments: [
        ("Tôi khiếu nại quyết định thu hồi đất", Kind.complaint), ("toi khieu nai quyet dinh thu hoi dat", .complaint),
        ("Tôi tố cáo cán bộ nhận hối lộ", .denunciation), ("Cho hỏi nộp hồ sơ ở đâu ạ", .question), ("Kho đang cháy, cứu với", .emergency),
        ("Cán bộ một cửa nhũng nhiễu, vòi vĩnh", .conduct), ("Mất điện cả ngày", .regulation),
    ])
    func theWordOfTheLawTellsTheKind(text: String, kind: Kind) { #expect(hints(text).kind?.value == kind) }

    @Test(arguments: [
        "Không khiếu nại, chỉ mong sớm có đường", "Tôi không tố cáo ai, đề nghị sửa đường", "ko phai khieu nai, duong hong qua",
        "Chưa muốn khiếu nại nhưng đường hỏng quá", "Không khiếu nại hay tố cáo gì, xin sửa đường",
    ])
    func whatIsDeniedIsNotMeant(text: String) { #expect(hints(text).kind?.value == .regulation) }

    @Test func aDenialEndsWithItsClause() {
        #expect(hints("Hỏi mãi không được, tôi khiếu nại quyết định này").kind?.value == .complaint)
    }

    @Test(arguments: [
        ("Nghiệm thu phòng cháy chữa cháy chậm", "pccc"), ("Lao động nước ngoài chờ giấy phép", "lao-dong-nuoc-ngoai"),
        ("mat dien ca ngay", "dien"), ("Hoá đơn điện tử bị khoá", "thue"), ("Hóa đơn điện tử bị khóa", "thue"), ("cty no bhxh", "lao-dong"),
        ("Thuê đất trả tiền hằng năm", "dat-dai"), ("Đường vào ngâp, sụt lún", "giao-thong"),
    ])
    func theLongerWordsDecide(text: String, field: String) { #expect(hints(text).field?.value == FieldCode(field)) }

    @Test func firePreventionIsNoFire() {
        #expect(hints("Đề nghị thẩm duyệt phòng cháy chữa cháy cho kho").kind?.value == .regulation)
    }

    @Test(arguments: ["", "   ", "123", "😀😀", "\u{0301}\u{0301}", "asdf qwer"]) func nothingIsSaidOfNothing(text: String) {
        let found = hints(text)
        #expect(found.kind == nil && found.field == nil && found.site == nil && found.lead == nil)
        #expect(found.marked(in: text).map(\.text).joined() == text)
    }

    @Test func theWordsAreThoseOfTheSender() {
        let found = hints("Bên em MẤT ĐIỆN từ sáng")
        #expect(found.field?.cues.map(\.words) == ["MẤT ĐIỆN"])
        #expect(found.marked(in: "Bên em MẤT ĐIỆN từ sáng").filter(\.isFound).map(\.text) == ["MẤT ĐIỆN"])
    }

    @Test func aFieldThatTheOfficeDoesNotHaveIsNotProposed() {
        let found = TriageHints.of("Mất điện cả ngày", catalogue: Catalogue(fields: [.init(code: FieldCode("thue"), name: "Thuế")]))
        #expect(found.field == nil)
    }

    @Test(arguments: [
        ("Đường trong KCN hỏng", Site.park), ("Cụm công nghiệp ngập", .cluster), ("Nhà máy ở khu cong nghiep My Phuoc mất điện", .park),
        ("xưởng ở Thanh An", .cluster),
    ])
    func placesAreKnownByTheirNames(text: String, site: Site) { #expect(hints(text).site?.value == site) }

    @Test func theRulesOfTheOfficeNameTheLead() throws {
        let unit = ID<Unit>(at: Instant(milliseconds: 1), chance: [])
        let day = try #require(Day(2026, 8, 3))
        let rule = RoutingRule(id: "khu", text: "Trong khu: Ban Quản lý", priority: 1, validFrom: day, sites: [.park], target: unit)
        let found = TriageHints.of("Đường trong KCN hỏng", catalogue: Self.catalogue, rules: [rule], on: day)
        #expect(found.lead == TriageHints.Lead(unit: unit, rule: "Trong khu: Ban Quản lý"))
        let known = TriageHints.of("Đường hỏng", catalogue: Self.catalogue, rules: [rule], known: RoutingQuestion(site: .park), on: day)
        #expect(known.lead?.unit == unit)
        #expect(TriageHints.of("Đường hỏng", catalogue: Self.catalogue, rules: [rule], on: day).lead == nil)
    }

    @Test func moreWordsAreSurerThanOne() throws {
        let one = try #require(hints("có rác").field)
        let many = try #require(hints("nước thải và khí thải gây ô nhiễm môi trường").field)
        #expect(one.confidence < many.confidence + 0.001 && many.confidence > 0.9)
        #expect((0...1).contains(one.confidence) && (0...1).contains(many.confidence))
    }
}
