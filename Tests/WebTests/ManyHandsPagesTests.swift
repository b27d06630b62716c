import Documents
import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// What the pages of many hands show and help with.
@Suite(.eachEngine) struct ManyHandsPagesTests {
    @Test func aLetterWithoutNumbersGetsMoreRowsByAPress() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit("Đường lún, lại thêm điện yếu và thiếu nước sạch.")
            let path = "/app/ho-so/\(petition.number.text)/tach"
            let lan = try await site.staff("lan")
            let form = try WebForm.on(try await lan.open(path), having: ["title1"], button: "more")
            #expect(form.value("title2") == nil)
            let more = try await lan.send(form, ["title0": "Đường lún", "text0": "Đường vào nhà máy lún sâu."], button: "more")
            #expect(more.status == 200)
            let three = try WebForm.on(try more.page, having: ["title2"], button: "split")
            #expect(three.value("title0") == "Đường lún", "what was typed stays")
            #expect(try await site.test.load(petition.id) == petition)
            // The middle row stays empty and is left out.
            let sent = try await lan.send(three, ["title2": "Điện yếu", "text2": "Điện yếu về buổi chiều."], button: "split")
            #expect(sent.status == 303)
            #expect(try await site.test.load(petition.id).item?.of == 2)
        }
    }

    @Test func thePublicTextIsCoveredByAPressAndRefusedUncovered() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let path = "/app/ho-so/\(petition.number.text)/tra-loi"
            let nga = try await site.staff("nga")
            let form = try WebForm.on(try await nga.open(path), having: ["publicText"], button: "mask")
            let masked = try await nga.send(
                form, ["outcome": "explained", "conclusion": "Công ty liên hệ 0912 345 678 để được hướng dẫn."], button: "mask")
            #expect(masked.status == 200)
            let shown = try WebForm.on(try masked.page, having: ["publicText"], button: "keep")
            #expect(shown.value("publicText") == "Công ty liên hệ [số điện thoại] để được hướng dẫn.")
            #expect(shown.value("conclusion") == "Công ty liên hệ 0912 345 678 để được hướng dẫn.", "the answer itself stays as it is")
            var open = typedAnswer(site.test).setting("publicText", "Hỏi ông Nam, 0912 345 678.")
            open.values += [("csrf", shown.value("csrf") ?? ""), ("version", "\(petition.version)")]
            let refused = try await nga.post(path, open.values)
            #expect(refused.status == 422)
            #expect(try refused.page.text.contains("Nội dung công khai: Nội dung công khai còn số điện thoại"))
        }
    }

    @Test func aFileOfEvidenceIsKeptShownAndDropped() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let path = "/app/ho-so/\(petition.number.text)/tra-loi"
            let nga = try await site.staff("nga")
            let sent = try await nga.fill(
                path, ["outcome": "explained"], files: [("proofFile0", Visitor.File("bien-ban.pdf", Samples.pdf))], button: "keep")
            #expect(sent.status == 303)
            let draft = try await nga.open(path)
            let link = try #require(draft.all("a").first { $0.text == "bien-ban.pdf" }?["href"])
            #expect(try await nga.get(link).body == Samples.pdf)
            #expect(try await nga.fill(path, button: "keep").status == 303)
            #expect(try await site.test.load(petition.id).draft?.evidence.count == 1, "kept again with the draft")
            #expect(try await nga.fill(path, ["proofDrop0": "1"], button: "keep").status == 303)
            #expect(try await site.test.load(petition.id).draft?.evidence.isEmpty == true)
            let bad = try await nga.fill(path, files: [("proofFile1", Visitor.File("x.exe", Array("MZ".utf8)))], button: "keep")
            #expect(bad.status == 422)
            #expect(try bad.page.all("a").contains { $0["href"] == "#proofFile1" }, "said at the row where it stands")
        }
    }

    @Test func aWordOnTheDraftStandsUnderIt() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submitted()
            let path = "/app/ho-so/\(petition.number.text)"
            let hung = try await site.staff("hung")
            #expect(try await hung.fill("\(path)/ghi-chu", ["kind": "onDraft", "note": "Nêu rõ ngày bắt đầu thi công."]).status == 303)
            for login in ["nga", "quan"] {
                let page = try await site.staff(login).open(path)
                #expect(page.text.contains("Góp ý dự thảo Trần Quang Hùng"))
            }
            let returned = try await site.staff("quan").fill("\(path)/phe-duyet", ["reason": "Xem góp ý của Tổ phó."], button: "return")
            #expect(returned.status == 303)
            #expect(try await site.staff("nga").open("\(path)/tra-loi").text.contains("Nêu rõ ngày bắt đầu thi công."))
        }
    }

    @Test func theCaseSaysWhoHasItAndWhyAndWhatElseIsDue() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let page = try await lan.open("/app/ho-so/\(petition.number.text)")
            #expect(page.text.contains("Người phụ trách Nguyễn Thị Lan"))
            #expect(page.text.contains("Vì sao Cán bộ tiếp nhận duy nhất đang trực."))
            #expect(page.text.contains("Từ chối, trả lại 05/08/2026"))
            #expect(page.text.contains("Chuyển cơ quan khác 10/08/2026"))
            let assigned = try await site.test.assigned()
            #expect(try await lan.open("/app/ho-so/\(assigned.number.text)").text.contains("Được Lê Minh Đức phân công đích danh."))
        }
    }

    @Test func theProcessIsDrawnFromTheTables() async throws {
        try await SiteUnderTest.serving { site in
            let page = try await site.staff("nga").open("/app/quy-trinh")
            for (index, sheet) in StepSheet.all.enumerated() { #expect(page.text.contains("\(index + 1). \(Terms.action(sheet.step))")) }
            var ways: Set<String> = []
            for sheet in StepSheet.all {
                for from in sheet.from { for to in sheet.leadsTo.states where to != from { ways.insert("\(from) \(to)") } }
            }
            #expect(page.all("path").count { $0["class"] == "way" } == ways.count)
            #expect(page.all("rect").count { ["open", "ended"].contains($0["class"]) } == CaseState.allCases.count)
            #expect(page.text.contains("Phê duyệt: hồ sơ đơn vị mình chủ trì"))
        }
    }
}
