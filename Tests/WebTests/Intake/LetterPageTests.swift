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

    @Test func anItemThatWasClosedToMostEyesIsNotShownWithTheOthers() async throws {
        try await SiteUnderTest.serving { site in
            let test = site.test
            let letter = LetterDraft(number: "12/CV", date: nil, arrivedOn: test.clock.now.day, sender: "Công ty Sao Mai")
            let items = ["Đường lún", "Cán bộ nhận tiền"].map { ItemDraft(title: $0, text: "\($0), đề nghị giải quyết.") }
            let cases = try await test.office.perform(
                TakeInLetter(
                    letter: letter, draft: IntakeDraft(channel: .letter, text: Self.text), items: items, formKey: "0123456789abcdef"),
                as: .staff(test.cast.lan))
            let hidden = try await test.office.perform(
                TransferCase(
                    petition: cases[1].id, version: cases[1].version, kind: .denunciation, body: "Thanh tra tỉnh", reason: "Là đơn tố cáo."),
                as: .staff(test.cast.lan))
            let path = "/app/tiep-nhan/da-nhan/"
            let page = try await site.staff("hung").open(path + cases[0].number.text)
            #expect(page.text.contains(cases[0].lookupCode.grouped))
            for secret in ["Cán bộ nhận tiền", hidden.lookupCode.grouped, hidden.number.text] { #expect(!page.text.contains(secret), "\(secret)") }
            let own = try await site.staff("lan").open(path + hidden.number.text)
            #expect(own.text.contains("Cán bộ nhận tiền"))
            #expect(try await site.staff("hung").get(path + hidden.number.text).status == 403)
            #expect(try await test.office.read { try CompartmentStore.looks(at: hidden.id, $0) }.map(\.granted).sorted { !$0 && $1 } == [false, true])
        }
    }
}
