import Testing

@testable import Web

@Suite struct CookiesTests {
    @Test func theFirstOfANameCounts() {
        let cookies = Cookies(header: "phien=abc; giao-dien=\"toi\"; phien=xyz; rac; =x;a=")
        #expect(cookies["phien"] == "abc")
        #expect(cookies["giao-dien"] == "toi")
        #expect(cookies["a"] == "")
        #expect(cookies["rac"] == nil)
        #expect(Cookies(header: nil)["phien"] == nil)
    }

    @Test func whatWasSetIsReadBack() {
        let value = "một; hai=\"3\"\r\nX: y"
        let header = SetCookie("a", value, secure: false).header
        #expect(!header.utf8.contains(10))
        #expect(Cookies(header: String(header.prefix { $0 != ";" }))["a"] == value)
    }

    @Test func aCookieIsNeverForScriptsNorOtherSites() {
        #expect(SetCookie("p", "1", maxAge: 900, secure: true).header == "p=1; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure")
        #expect(SetCookie("p", "", path: "/app", maxAge: 0, secure: false).header == "p=; Path=/app; Max-Age=0; HttpOnly; SameSite=Lax")
    }
}
