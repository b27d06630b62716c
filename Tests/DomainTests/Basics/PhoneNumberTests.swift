import Testing

@testable import Domain

struct PhoneNumberTests {
    @Test(arguments: [
        "0912345678", "+84912345678", "84912345678", "0084912345678", "0912.345.678", " (0912) 345-678 ", "+84 (0)912 345 678", "091 2345\u{A0}678",
    ])
    func oneMobileHasManyForms(typed: String) {
        let number = PhoneNumber(typed)
        #expect(number?.text == "+84912345678")
        #expect(number?.kind == .mobile)
        #expect(number?.vietnamese == "0912 345 678")
    }

    @Test(arguments: [("02223822123", "+842223822123", "0222 3822 123"), ("0241234567", "+84241234567", "0241 234 567")])
    func landlinesHaveTenOrElevenDigits(typed: String, text: String, printed: String) {
        #expect(PhoneNumber(typed)?.text == text)
        #expect(PhoneNumber(typed)?.kind == .landline)
        #expect(PhoneNumber(typed)?.vietnamese == printed)
    }

    @Test func ownersOfForeignFirmsGiveNumbersOfTheirCountries() {
        #expect(PhoneNumber("+82 10-1234-5678")?.text == "+821012345678")
        #expect(PhoneNumber("0082 10 1234 5678")?.kind == .foreign)
    }

    @Test(arguments: [
        "", "1022", "19001234", "091234567", "09123456789", "0112345678", "+84112345678", "0912345678x", "++84912345678", "09+12345678", "gọi tôi",
        "912345678", "+1234", "+8491234567812345",
    ])
    func otherTextIsNoNumber(typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }
}
