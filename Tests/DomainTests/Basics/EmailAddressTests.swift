import Testing

@testable import Domain

struct EmailAddressTests {
    @Test(arguments: [
        ("lan@example.vn", "lan@example.vn"), (" Nguyen.Lan+zalo@Cong-Ty.COM.VN ", "Nguyen.Lan+zalo@cong-ty.com.vn"),
        ("a@b.xn--p1ai", "a@b.xn--p1ai"),
    ])
    func anAddressKeepsItsNameAndLowersItsHost(typed: String, text: String) {
        #expect(EmailAddress(typed)?.text == text)
    }

    @Test(arguments: [
        "", "lan", "@example.vn", "lan@", "lan@vn", "lan@@example.vn", "lan@example..vn", "lan.@example.vn", "a b@example.vn", "lan@-x.vn",
        "lan@example.v1.2", "lan@example.vn\r\nBcc: x@y.vn", "lan@exa\u{301}mple.vn", "lan@127.0.0.1",
    ])
    func otherTextIsNoAddress(typed: String) {
        #expect(EmailAddress(typed) == nil)
    }

    @Test func anAddressHasAnEnd() {
        #expect(EmailAddress(String(repeating: "a", count: 65) + "@example.vn") == nil)
        #expect(EmailAddress("a@" + String(repeating: "abcdefgh.", count: 30) + "vn") == nil)
    }
}
