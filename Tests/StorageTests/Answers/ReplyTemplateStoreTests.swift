import Database
import Domain
import Storage
import TestSupport
import Testing

/// Templates as they are kept and offered.
@Suite(.eachEngine) struct ReplyTemplateStoreTests {
    private func template(_ number: UInt8, _ name: String, field: String? = nil, outcome: Outcome? = nil) -> ReplyTemplate {
        ReplyTemplate(
            id: id(number), name: name, field: field.map { FieldCode($0) }, outcome: outcome, conclusion: "Kết luận {so}.",
            explanation: "Giải thích.", legalBasis: "[nêu văn bản]", commitments: "{don_vi}: làm")
    }

    @Test func aTemplateIsReadAsItWasKeptAndChangedInPlace() async throws {
        let office = try await TestOffice()
        var template = template(1, "Sửa đường", field: "giao-thong", outcome: .partly)
        try await office.database.write { [template] in try ReplyTemplateStore.save(template, $0) }
        #expect(try await office.database.read { try ReplyTemplateStore.load(id(1), $0) } == template)
        template.field = nil
        template.name = "Đường"
        try await office.database.write { [template] in try ReplyTemplateStore.save(template, $0) }
        #expect(try await office.database.read { try ReplyTemplateStore.all($0) } == [template])
        #expect(try await office.database.read { try ReplyTemplateStore.load(id(2), $0) } == nil)
    }

    @Test func thoseForTheFieldComeBeforeThoseForAllAndRetiredOnesDoNotCome() async throws {
        let office = try await TestOffice()
        var old = template(4, "Thôi dùng", field: "dien")
        old.retiredAt = office.clock.now
        let all = [template(1, "Chung"), template(2, "Điện", field: "dien"), template(3, "Thuế", field: "thue"), old]
        try await office.database.write { tx in for template in all { try ReplyTemplateStore.save(template, tx) } }
        let suiting = try await office.database.read { try ReplyTemplateStore.suiting(field: FieldCode("dien"), outcome: nil, limit: 5, $0) }
        #expect(suiting.map(\.name) == ["Điện", "Chung"])
        #expect(try await office.database.read { try ReplyTemplateStore.suiting(field: FieldCode("dien"), outcome: nil, limit: 1, $0) }.count == 1)
        #expect(try await office.database.read { try ReplyTemplateStore.all($0) }.last?.name == "Thôi dùng")
    }
}
