import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// Calls to make, by their pages.
@Suite(.eachEngine) struct ReplyTaskPagesTests {
    @Test func aCallIsArrangedTriedAndDone() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let path = "/app/ho-so/\(petition.number.text)/hen-goi-lai"
            let refused = try await lan.fill(path, ["text": "", "dueAt": "hôm qua"])
            #expect(refused.status == 422)
            let arranged = try await lan.fill(path, ["text": "Báo đã nhận hồ sơ."])
            let task = try #require(arranged.location)
            #expect(try await lan.open("/app").text.contains("Việc gọi lại, liên hệ lại"))
            #expect(try await lan.open("/app/ho-so/\(petition.number.text)").text.contains("Báo đã nhận hồ sơ."))
            let page = try await lan.open(task)
            #expect(page.text.contains("0912 345 678") && page.text.contains("Báo đã nhận hồ sơ."))
            #expect(try await lan.fill(task, ["note": "Không nghe máy."], button: "inVain").location == task)
            #expect(try await lan.open(task).text.contains("Không nghe máy."))
            let done = try await lan.fill(task, ["note": "Người gửi đã rõ."], button: "reached")
            #expect(done.location == "/app/goi-lai")
            #expect(try await lan.open("/app/goi-lai").text.contains("Không có việc nào"))
            #expect(try await lan.open("/app/goi-lai?loc=done").text.contains("Báo đã nhận hồ sơ."))
            #expect(try await lan.open(task).text.contains("Đã báo người gửi"))
        }
    }

    @Test func theAnswerToACallIsACallToMake() async throws {
        try await SiteUnderTest.serving { site in
            var person = Contact.Person()
            (person.name, person.phone) = ("Nguyễn Văn An", "0912345678")
            let called = try await site.test.office.perform(
                TakeIn(draft: IntakeDraft(channel: .hotline, person: person, text: "Đường lún."), formKey: "0123456789abcdef"),
                as: .staff(site.test.cast.lan))
            let answered = try await site.test.answered(try await site.test.assigned(try await site.test.screened(called)))
            let tasks = try await site.test.office.read { try ReplyTaskStore.of(answered.id, $0) }
            #expect(tasks.map(\.kind) == [.call])
            let lan = try await site.staff("lan")
            let page = try await lan.open("/app/goi-lai/\(try #require(tasks.first).id.text)")
            #expect(page.text.contains("Mặt đường sẽ được sửa xong trong tuần này."))
        }
    }

    @Test func aLookAtTheCallOfARestrictedCaseIsNoted() async throws {
        try await SiteUnderTest.serving { site in
            let test = site.test
            let hidden = try await test.restricted()
            let task = try await test.office.perform(
                ArrangeCallBack(petition: hidden.id, text: "Báo đã chuyển đơn.", dueAt: nil, account: nil), as: .staff(test.cast.lan))
            let path = "/app/goi-lai/\(task.id.text)"
            #expect(try await site.staff("lan").get(path).status == 200)
            #expect(try await site.staff("hung").get(path).status == 403)
            let looks = try await test.office.read { try CompartmentStore.looks(at: hidden.id, $0) }
            #expect(Set(looks.map { "\($0.name) \($0.granted)" }) == ["\(test.cast.lan.name) true", "\(test.cast.hung.name) false"])
        }
    }
}
