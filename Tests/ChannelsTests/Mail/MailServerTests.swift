import Testing

@testable import Channels

struct MailServerTests {
    @Test func anAddressIsTakenApart() throws {
        let server = try MailServer("imaps://kiennghi%40tinh.vn:m%2Fk%3A@mail.example.vn:9993/Kien%20nghi", scheme: "imap")
        #expect(server.url == "imaps://mail.example.vn:9993")
        #expect(server.user == "kiennghi@tinh.vn")
        #expect(server.password == "m/k:")
        #expect(server.folder == "Kien nghi")
        #expect(!server.mustEncrypt)
        #expect(!server.mailbox.contains("m/k:"))
    }

    @Test func withoutAFolderItIsTheInbox() throws {
        #expect(try MailServer("imap://a:b@127.0.0.1", scheme: "imap").folder == "INBOX")
    }

    @Test(arguments: [("imap://a:b@mail.example.vn", true), ("imap://a:b@127.0.0.1", false), ("imap://a:b@[::1]:143", false), ("imap://localhost", false)])
    func aPasswordGoesOverNoNetInTheClear(_ address: String, _ must: Bool) throws {
        #expect(try MailServer(address, scheme: "imap").mustEncrypt == must)
    }

    @Test(arguments: ["", "mail.example.vn", "http://mail.example.vn", "smtp://x", "imap://", "imap://a:b%0A@x/INBOX", "imap://x/Ki%E1%BA%BFn"])
    func whatIsNoAddressIsRefused(_ address: String) {
        #expect(throws: MailServer.Malformed.self) { try MailServer(address, scheme: "imap") }
    }

    @Test func aSenderHasANameAndAnAddress() {
        #expect(MailSender("Tổ công tác <KienNghi@tinh.example.vn>")?.name == "Tổ công tác")
        #expect(MailSender("Tổ công tác <KienNghi@tinh.example.vn>")?.address == "kiennghi@tinh.example.vn")
        #expect(MailSender("kiennghi@tinh.example.vn")?.name == "")
        #expect(MailSender("Tổ công tác") == nil)
    }
}
