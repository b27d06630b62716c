import Domain
import Storage
import Testing

@testable import Operations

/// What the rows of a list are compared with.
@Suite struct SenderComparisonTests {
    private func row(_ number: Int, _ text: String, phone: String = "0912345678") throws -> ImportedPetition {
        var person = Contact.Person()
        person.phone = phone
        return ImportedPetition(
            row: number, number: "\(number)", receivedAt: try #require(Instant(iso: "2026-08-03T09:00")), person: person, title: nil, text: text)
    }

    @Test func aCaseComesBeforeARowAboveAndStrangersAreLeftAlone() throws {
        let road = "Đường vào cổng số 2 bị sụt lún, xe tải không ra vào được"
        let number = try #require(CaseNumber("BD-2026-0000001"))
        var senders = SenderComparison(cases: [.phone("+84912345678"): [SenderCase(number: number, text: road)]])
        #expect(senders.remark(on: try row(1, road)) == .like(number: number.text))
        #expect(senders.remark(on: try row(2, "Thiếu điện giờ cao điểm, máy dừng cả ca")) == nil)
        #expect(senders.remark(on: try row(3, "Thieu dien gio cao diem, may dung ca ca")) == .likeRow(2))
        #expect(senders.remark(on: try row(4, road, phone: "0987654321")) == nil)
        #expect(senders.remark(on: try row(5, road, phone: "")) == nil)
    }
}
