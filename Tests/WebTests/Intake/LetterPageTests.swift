import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// Letters on paper by their form.
@Suite(.eachEngine) struct LetterPageTests {
    private static let text = "Công ty kiến nghị:\n1. Đường vào cổng số 2 bị lún.\n2. Mất điện mỗi tuần hai lần."

    @Test func aLetterWithTwoPetitionsIsCutAndEntered() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let cut = try await lan.fill(
                "/app/tiep-nhan/van-ban",
                ["letterNumber": "12/CV-SM", "letterDate": "2026-07-30", "letterSender": "Công ty Sao Mai", "text": Self.text], button: "cut")
            let form = try WebForm.on(try cut.page, having: ["title0", "text1"])
            #expect(form.value("text1") == "Mất điện mỗi tuần hai lần.")
            let sent = try await lan.send(form, files: [("files", Visitor.File("van-ban.pdf", Samples.pdf))], button: "letter")
            #expect(sent.status == 303, "\(sent.text.suffix(600))")
            let page = try await lan.open(try #require(sent.location))
            #expect(page.text.contains("gồm 2 nội dung") && page.text.contains("1/2026"))
            #expect(try await site.test.rows(in: "petition") == 2)

            let again = try await lan.fill(
                "/app/tiep-nhan/van-ban",
                ["letterNumber": "12/CV-SM", "letterDate": "2026-07-30", "letterSender": "công ty sao mai", "text": "Một việc."],
                button: "letter")
            #expect(again.status == 422 && again.text.contains("đã vào sổ"))
            let confirmed = try await lan.send(
                try WebForm.on(try again.page, having: ["isAnother"]), ["isAnother": "1"], button: "letter")
            #expect(confirmed.status == 303)
        }
    }

    @Test func aLetterOfAPersonIsHisOwn() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let sent = try await lan.fill(
                "/app/tiep-nhan/van-ban", ["sender": "person", "letterSender": "Trần Thị Tư", "text": "Xin hỏi về tiền thuê đất."],
                button: "letter")
            #expect(sent.status == 303)
            let petition = try await site.test.latest()
            let contact = try await site.test.office.read { try ContactStore.load(petition.contact, $0) }
            #expect(contact?.person.name == "Trần Thị Tư" && contact?.person.organisation == "")
        }
    }
}
