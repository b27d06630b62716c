import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// Duplicates on the pages: proposed with the reasons, merged, set aside, parted.
@Suite(.eachEngine) struct DuplicatePagesTests {
    /// Two cases of one firm, a day apart.
    private static func pair(_ test: TestOffice) async throws -> (older: Case, newer: Case) {
        let older = try await test.submit()
        test.clock.advance(days: 1)
        let newer = try await test.submit("Duong vao khu cong nghiep bi sut lun, xe tai khong ra vao duoc.")
        _ = try await test.database.write { try LikenessStore.fill(limit: 50, $0) }
        return (older, newer)
    }

    private static func link(_ petition: Case) -> String { "/app/ho-so/\(petition.number.text)" }

    @Test func theIntakeDeskIsShownWhatMayBeTheSameAndWhy() async throws {
        try await SiteUnderTest.serving { site in
            let (older, newer) = try await Self.pair(site.test)
            let lan = try await site.staff("lan")
            let page = try await lan.open(Self.link(newer))
            #expect(page.text.contains("Có thể trùng") && page.text.contains("cùng số điện thoại"))
            #expect(page.text.contains("nội dung giống 100 %"), "accents do not count")
            #expect(page.all("a").contains { $0["href"] == "\(Self.link(newer))/gop?vao=\(older.number.text)" })
            let other = try await lan.open(Self.link(older))
            #expect(other.all("a").contains { $0["href"] == "\(Self.link(newer))/gop?vao=\(older.number.text)" }, "the older stays the main case")
            #expect(try await lan.open("\(Self.link(newer))/sang-loc").text.contains("Có thể trùng"))
        }
    }

    @Test func whoeverMayNotMergeIsShownNothingOfIt() async throws {
        try await SiteUnderTest.serving { site in
            let older = try await site.test.assigned()
            _ = try await site.test.submit()
            #expect(!(try await site.staff("nga").open(Self.link(older))).text.contains("Có thể trùng"))
        }
    }

    @Test func whatWasFoundToBeDifferentIsNotProposedAgain() async throws {
        try await SiteUnderTest.serving { site in
            let (older, newer) = try await Self.pair(site.test)
            let lan = try await site.staff("lan")
            let form = try WebForm.on(try await lan.open(Self.link(newer)), having: [], button: older.number.text)
            #expect(try await lan.send(form, [:], button: older.number.text).status == 303)
            for petition in [older, newer] { #expect(!(try await lan.open(Self.link(petition))).text.contains("Có thể trùng")) }
        }
    }

    @Test func mergingAndPartingOnTheirPages() async throws {
        try await SiteUnderTest.serving { site in
            let (older, newer) = try await Self.pair(site.test)
            let lan = try await site.staff("lan")
            #expect(try await lan.fill("\(Self.link(newer))/gop", ["number": "BD-2026-9999999"]).status == 422)
            #expect(try await lan.fill("\(Self.link(newer))/gop", ["main": older.number.text]).status == 303)
            let duplicate = try await lan.open(Self.link(newer))
            #expect(duplicate.text.contains("Mở hồ sơ chính \(older.number.text)") && duplicate.text.contains("Đã gộp"))
            #expect(try await lan.get("\(Self.link(newer))/sang-loc").status == 409)
            let main = try await lan.open(Self.link(older))
            #expect(main.text.contains("Hồ sơ trùng 1") && main.all("a").contains { $0["href"] == Self.link(newer) })
            #expect(try await lan.open("\(Self.link(older))/tu-choi").text.contains("Người gửi hồ sơ trùng cũng nhận nội dung này"))
            #expect(try await lan.open("/app/ho-so").text.contains("Đã gộp"))
            #expect(try await lan.fill("\(Self.link(newer))/tach-ho-so-trung", ["reason": "Hai đoạn đường khác nhau."]).status == 303)
            #expect(!(try await lan.open(Self.link(older))).text.contains("Hồ sơ trùng 1"))
        }
    }

    @Test func whoeverHoldsTheCodeOfTheDuplicateSeesHowTheMatterStands() async throws {
        try await SiteUnderTest.serving { site in
            let (main, duplicate) = try await site.test.mergedTwins()
            let page = try await site.visitor().open("/tra-cuu/\(duplicate.lookupCode.text)")
            #expect(page.text.contains("Đang xử lý") && page.text.contains(duplicate.clock.own.day.vietnamese))
            #expect(!page.text.contains("Đông Á") && !page.text.contains(main.number.text) && !page.text.contains(main.lookupCode.grouped))
            _ = try await site.test.answered(main)
            let answered = try await site.visitor().open("/tra-cuu/\(duplicate.lookupCode.text)")
            #expect(answered.text.contains("Mặt đường sẽ được sửa xong trong tuần này.") && answered.text.contains("Gửi đánh giá"))
        }
    }

    @Test func theProcessPageListsTheSteps() async throws {
        try await SiteUnderTest.serving { site in
            let page = try await site.staff("lan").open("/app/quy-trinh")
            #expect(page.text.contains("Gộp hồ sơ trùng") && page.text.contains("Tách khỏi hồ sơ chính"))
        }
    }

    @Test func aMainCaseThatCameBackNoLongerPromisesItsAnswerToOthers() async throws {
        try await SiteUnderTest.serving { site in
            let (main, _) = try await site.test.mergedTwins()
            let lan = try await site.staff("lan")
            let words = "Trả lời của hồ sơ này gửi cho người gửi từng hồ sơ"
            #expect(try await lan.open(Self.link(main)).text.contains(words))
            let answered = try await site.test.answered(main)
            _ = try await site.test.office.perform(
                RateByCode(code: answered.lookupCode, rating: Rating(satisfied: false, remark: "Chưa sửa xong.")), as: .sender)
            let page = try await lan.open(Self.link(main))
            #expect(page.text.contains("Hồ sơ trùng 1") && !page.text.contains(words))
        }
    }
}
