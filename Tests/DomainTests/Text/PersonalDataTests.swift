import Testing

@testable import Domain

struct PersonalDataTests {
    @Test(arguments: [
        "0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "+84912345678", "+84 (0)912 345 678", "84912345678", "0084 912 345 678",
        "(0222) 3822 123", "02223822123", "+82 10-1234-5678", "0912\u{A0}345\u{A0}678",
    ])
    func telephoneNumbersAreCovered(number: String) {
        let masked = PersonalData.mask("Liên hệ \(number), gặp Lan")
        #expect(masked.text == "Liên hệ [số điện thoại], gặp Lan")
        #expect(masked.found == [.init(kind: .phone, text: number)])
    }

    @Test(arguments: ["lan@example.vn", "Nguyen.Thi_Lan+1@mail.cong-ty.com.vn", "0912345678@zalo.example"])
    func addressesAreCovered(address: String) {
        let masked = PersonalData.mask("Thư gửi \(address).")
        #expect(masked.text == "Thư gửi [thư điện tử].")
        #expect(masked.found == [.init(kind: .email, text: address)])
    }

    @Test(arguments: ["027099001234", "027 099 001 234"])
    func identityNumbersAreCovered(number: String) {
        let masked = PersonalData.mask("CCCD \(number)")
        #expect(masked.text == "CCCD [số định danh]")
        #expect(masked.found.map(\.kind) == [.personalID])
    }

    @Test(arguments: ["9900000016", "0100109106", "0314409058-002"])
    func taxCodesAreCovered(code: String) {
        let masked = PersonalData.mask("MST \(code)")
        #expect(masked.text == "MST [mã số thuế]")
    }

    @Test(arguments: [
        "Hồ sơ BN-2026-0001234", "Quyết định 1420/QĐ-UBND ngày 09/7/2021", "1.234.567.890 đồng", "84.912.345.678 đồng", "123.456.789.012 đồng",
        "tổng đài 1022, 19001234", "5/5 doanh nghiệp, 6.300 lao động", "a@b", "@lan", "ngày 20-11-2026",
    ])
    func otherNumbersStay(text: String) {
        #expect(PersonalData.mask(text) == .init(text: text, found: []))
    }

    @Test func severalFindsKeepTheirOrderAndTheTextBetween() {
        let masked = PersonalData.mask("sđt0912345678 hoặc 0987 654 321, 12 người; a.b@c.vn")
        #expect(masked.text == "sđt[số điện thoại] hoặc [số điện thoại], 12 người; [thư điện tử]")
        #expect(masked.found.map(\.kind) == [.phone, .phone, .email])
    }

    @Test func aNumberBehindATelephoneNumberIsNotSwallowed() {
        #expect(PersonalData.mask("0912345678 12 người").text == "[số điện thoại] 12 người")
        #expect(PersonalData.mask("2 0912345678").text == "2 [số điện thoại]")
        #expect(PersonalData.mask("0912345678 0987654321").text == "[số điện thoại] [số điện thoại]")
    }

    @Test func aCombiningMarkDoesNotHideANumber() {
        #expect(PersonalData.mask("0912345678\u{301}").found.count == 1)
    }
}
