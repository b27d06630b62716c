import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Two people at one case at the same time: nothing is lost, and the second sees what the first did.
@Suite(.eachEngine) struct TwoAtOnceTests {
    @Test func theSecondSeesWhatChangedAndGoesOnKnowingly() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let path = "/app/ho-so/\(petition.number.text)"
            let (nga, quan) = (try await site.staff("nga"), try await site.staff("quan"))
            let form = try WebForm.on(try await nga.open("\(path)/tra-loi"), having: ["conclusion"], button: "keep")
            #expect(try await quan.fill("\(path)/ghi-chu", ["note": "Chủ đầu tư hẹn sửa trước ngày 20/8."]).status == 303)
            let late = try await nga.send(form, ["outcome": "explained", "conclusion": "Mặt đường đang chờ khảo sát."], button: "keep")
            #expect(late.status == 409)
            let page = try late.page
            let notice = try #require(page.first(class: "notice"))
            #expect(notice.text.contains("Đã thay đổi từ khi bạn mở trang này"))
            #expect(notice.text.contains("Ghi chú nội bộ Vũ Anh Quân, 09:00 03/08/2026"))
            #expect(!notice.text.contains("Tiếp nhận"), "only what came after")
            let again = try WebForm.on(page, having: ["conclusion"], button: "keep")
            #expect(again.value("conclusion") == "Mặt đường đang chờ khảo sát.")
            #expect(try await nga.send(again, button: "keep").status == 303)
            let now = try await site.test.load(petition.id)
            #expect(now.draft?.conclusion == "Mặt đường đang chờ khảo sát.")
            #expect(try await site.test.events(of: now).contains { if case .noted = $0 { true } else { false } }, "and the note stands")
        }
    }

    @Test func twoDraftersDoNotOverwriteEachOther() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let path = "/app/ho-so/\(petition.number.text)/tra-loi"
            let (first, second) = (try await site.staff("nga"), try await site.staff("nga"))
            let forms = [first, second].map { visitor in (visitor, path) }
            var read: [WebForm] = []
            for (visitor, path) in forms { read.append(try WebForm.on(try await visitor.open(path), having: ["conclusion"], button: "keep")) }
            #expect(try await first.send(read[0], ["outcome": "explained", "conclusion": "Lời thứ nhất."], button: "keep").status == 303)
            let late = try await second.send(read[1], ["outcome": "explained", "conclusion": "Lời thứ hai."], button: "keep")
            #expect(late.status == 409)
            #expect(try late.page.text.contains("Soạn dự thảo trả lời Hoàng Thị Nga"))
            #expect(try await site.test.load(petition.id).draft?.conclusion == "Lời thứ nhất.")
        }
    }

    @Test func whoComesTooLateForAStepKeepsHisTextAndIsToldWhy() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let path = "/app/ho-so/\(petition.number.text)"
            let lan = try await site.staff("lan")
            let form = try WebForm.on(try await lan.open("\(path)/tu-choi"), having: ["reason"])
            _ = try await site.test.screened(petition)
            _ = try await site.test.assigned(try await site.test.load(petition.id))
            let late = try await lan.send(form, ["reason": "Nội dung trùng hồ sơ đã trả lời."])
            #expect(late.status == 409)
            let page = try late.page
            #expect(page.text.contains("Phân công Ban Quản lý các khu công nghiệp"))
            let left = try WebForm.on(page, having: ["reason"])
            #expect(left.value("reason") == "Nội dung trùng hồ sơ đã trả lời.")
            #expect(!left.element.all("button").contains { $0.text == "Từ chối tiếp nhận" }, "what is impossible now is not offered")
            #expect(try await lan.send(left).status == 409)
            #expect(try await site.test.load(petition.id).state == .handling)
        }
    }

    @Test func twoSignaturesAtOnceAreOne() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submitted()
            let visitors = [try await site.staff("quan"), try await site.staff("mai")]
            var forms: [WebForm] = []
            for visitor in visitors {
                forms.append(try WebForm.on(try await visitor.open("/app/ho-so/\(petition.number.text)/phe-duyet"), having: ["reason"]))
            }
            let (one, two) = (forms[0], forms[1])
            async let first = visitors[0].send(one, button: "approve")
            async let second = visitors[1].send(two, button: "approve")
            let statuses = [try await first.status, try await second.status].sorted()
            #expect(statuses == [303, 409])
            let events = try await site.test.events(of: petition)
            #expect(events.count { if case .approved = $0 { true } else { false } } == 1)
        }
    }
}
