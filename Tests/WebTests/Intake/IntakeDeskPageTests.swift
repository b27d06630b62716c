import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// The desk for typing while somebody speaks, without any script.
@Suite(.eachEngine) struct IntakeDeskPageTests {
    @Test func aCallBecomesACaseAndItsCodeIsShownToBeReadOut() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let sent = try await lan.fill(
                "/app/tiep-nhan", ["text": "Đường vào cổng số 2 bị lún.", "phone": "0912 345 678", "name": "Nguyễn Văn An"], button: "case")
            #expect(sent.status == 303, "\(sent.text.suffix(600))")
            let page = try await lan.open(try #require(sent.location))
            let petition = try await site.test.latest()
            #expect(petition.channel == .hotline)
            for words in [petition.number.text, petition.lookupCode.grouped, SpokenCode.of(petition), "22/08/2026"] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
    }

    @Test func enterInALineLooksUpWhoCallsAndLosesNothing() async throws {
        try await SiteUnderTest.serving { site in
            let before = try await site.test.submit(organisation: "Công ty TNHH Đông Á")
            let lan = try await site.staff("lan")
            let page = try await lan.open("/app/tiep-nhan")
            let form = try WebForm.on(page, having: ["text", "phone"])
            // What a browser presses on Enter is the first button of the form.
            let first = try #require(form.element.all("button").first { $0["type"] == "submit" }?["value"])
            let nothing = try await site.storesNothing {
                let answer = try await lan.send(form, ["text": "Gọi lại vụ đường lún", "phone": "0912345678"], button: first)
                #expect(answer.status == 200)
                let found = try answer.page
                #expect(found.text.contains(before.number.text) && found.text.contains("Công ty TNHH Đông Á"))
                #expect(try WebForm.on(found, having: ["text"]).value("text") == "Gọi lại vụ đường lún")
            }
            #expect(nothing)
        }
    }

    @Test func whatIsKnownIsFilledInByOneButton() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.submit(organisation: "Công ty TNHH Đông Á")
            let lan = try await site.staff("lan")
            let looked = try await lan.fill("/app/tiep-nhan", ["text": "Hỏi thêm", "phone": "0912345678"], button: "look")
            let form = try WebForm.on(try looked.page, having: ["text"])
            let fill = try #require(form.element.all("button").first { $0["value"]?.hasPrefix("fill.") == true }?["value"])
            let filled = try WebForm.on(try await lan.send(form, button: fill).page, having: ["text"])
            #expect(filled.value("organisation") == "Công ty TNHH Đông Á" && filled.value("name") == "Lý Thị Hoa")
            #expect(filled.value("text") == "Hỏi thêm")
        }
    }

    @Test func aCallAboutACaseIsWrittenIntoIt() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let looked = try await lan.fill("/app/tiep-nhan", ["text": "Lún thêm", "code": petition.lookupCode.grouped], button: "look")
            let form = try WebForm.on(try looked.page, having: ["petition"])
            #expect(form.value("petition") == "them.\(petition.number.text)")
            let sent = try await lan.send(form, button: "case")
            #expect(sent.location == "/app/tiep-nhan/da-nhan/\(petition.number.text)?them=1")
            #expect(try await site.test.events(of: petition).last == .wrote)
            #expect(try await lan.open(try #require(sent.location)).text.contains("Đã ghi vào hồ sơ \(petition.number.text)"))
        }
    }

    @Test func aQuestionIsNotedInOneStep() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let sent = try await lan.fill("/app/tiep-nhan", ["text": "Hỏi đường, đã trả lời ngay."], button: "note")
            #expect(sent.status == 303)
            #expect(try await lan.open(try #require(sent.location)).text.contains("Đã ghi lượt liên hệ."))
            #expect(try await site.test.rows(in: "petition") == 0)
            #expect(try await lan.open("/app/lien-he").text.contains("Hỏi đường, đã trả lời ngay."))
        }
    }

    @Test(arguments: [("2026-08-03T10:00", "chưa đến"), ("2026-07-20T10:00", "3 ngày làm việc"), ("hôm qua", "không đọc được")])
    func aReceiptThatCannotBeIsRefusedInWordsAndEverythingStays(receivedAt: String, words: String) async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let answer = try await lan.fill(
                "/app/tiep-nhan",
                ["text": "Đường lún", "receivedAt": receivedAt, "receivedReason": "Quên ghi hôm đó.", "phone": "0912345678"], button: "case")
            #expect(answer.status == 422)
            let page = try answer.page
            #expect(page.text.contains(words), "\(page.text.prefix(900))")
            let form = try WebForm.on(page, having: ["text"])
            #expect(form.value("text") == "Đường lún" && form.value("receivedAt") == receivedAt && form.value("phone") == "0912345678")
        }
    }

    @Test func aSenderWhoseNameIsKeptIsShownToNobodyElse() async throws {
        try await SiteUnderTest.serving { site in
            var draft = TestOffice.form("Công nhân phản ánh nợ lương ba tháng.")
            draft.wantsProtection = true
            let petition = try await site.test.office.perform(SubmitForm(draft: draft, files: [], formKey: "0123456789abcdef"), as: .sender)
            let lan = try await site.staff("lan")
            for typed in [("phone", "0912345678"), ("code", petition.number.text)] {
                let page = try await lan.post(
                    "/app/tiep-nhan/nguoi-goi",
                    [("csrf", try WebForm.on(try await lan.open("/app/tiep-nhan"), having: ["text"]).value("csrf") ?? ""), typed])
                #expect(page.status == 200)
                #expect(!page.text.contains("Lý Thị Hoa") && !page.text.contains(petition.number.text))
            }
        }
    }

    @Test func whoMayNotTakeInHasNoDesk() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            for path in ["/app/tiep-nhan", "/app/tiep-nhan/van-ban", "/app/lien-he"] { #expect(try await nga.get(path).status == 403, "\(path)") }
            #expect(!(try await nga.open("/app").text.contains("Điện thoại, tại quầy")))
        }
    }

    /// The code as it is read out.
    private enum SpokenCode {
        static func of(_ petition: Case) -> String {
            petition.lookupCode.grouped.map { $0 == "-" ? "–" : String($0) }.joined(separator: " ")
        }
    }

    @Test func aNewMatterStaysChosenWhateverNumberWasTyped() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let looked = try await lan.fill(
                "/app/tiep-nhan", ["text": "Việc khác hẳn", "phone": "0912345678", "code": petition.number.text], button: "look")
            let chosen = try await lan.send(try WebForm.on(try looked.page, having: ["petition"]), ["petition": "moi"], button: "look")
            let form = try WebForm.on(try chosen.page, having: ["petition"])
            #expect(form.value("petition") == "moi")
            let sent = try await lan.send(form, button: "case")
            #expect(sent.status == 303 && sent.location != "/app/tiep-nhan/da-nhan/\(petition.number.text)?them=1")
            #expect(try await site.test.rows(in: "petition") == 2)
        }
    }

    @Test func aNumberThatIsTypedAfterTheListWasShownSaysWhatTheCallIsAbout() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let looked = try await lan.fill("/app/tiep-nhan", ["text": "Lún thêm", "phone": "0912345678"], button: "look")
            let form = try WebForm.on(try looked.page, having: ["petition"])
            #expect(form.value("petition") == "moi")
            let named = try await lan.send(form, ["code": petition.number.text], button: "look")
            #expect(try WebForm.on(try named.page, having: ["petition"]).value("petition") == "them.\(petition.number.text)")
        }
    }
}
