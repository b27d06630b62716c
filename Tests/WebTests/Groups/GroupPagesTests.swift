import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// The pages of the groups.
@Suite(.eachEngine) struct GroupPagesTests {
    @Test func anExcerptIsReadCorrectedAndBecomesCases() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let group = try await site.test.office.perform(
                TendGroup(nil, GroupEntry(name: "Nhóm KCN", kind: .ordinary)), as: .staff(site.test.cast.lan))
            let excerpt = "An (03/08 08:05): Đường ngập\nBình (03/08 08:06): Điện chập chờn"
            let read = try await lan.fill("/app/nhom-zalo/ghi-nhan", ["group": group.id.text, "excerpt": excerpt], button: "read")
            #expect(read.status == 200)
            let form = try WebForm.on(try read.page, having: ["text1"], button: "cases")
            #expect(form.value("text1") == "Điện chập chờn" && form.value("who0") == "An")
            let done = try await lan.send(form, ["text0": "Đường vào xưởng ngập"], button: "cases")
            #expect(done.status == 303)
            #expect(try await site.test.rows(in: "petition") == 2)
            #expect(try await lan.get("/app/nhom-zalo/nhom/\(group.id.text)").status == 200)
        }
    }

    @Test func whatBecameACaseIsReadInTheGroupByWhoMayOpenIt() async throws {
        try await SiteUnderTest.serving { site in
            let inbound = Inbound(
                channel: .zaloGroup, externalID: "g-m-1", sender: "70", sentAt: site.test.clock.now,
                content: .group(GroupNews(group: "g-1", .message(Words("Cán bộ đòi tiền")))))
            try await site.test.office.perform(ReceiveMessage(inbound), as: .sender)
            let group = try #require(try await site.test.office.read { try ChatGroupStore.find("g-1", $0) })
            let page = "/app/nhom-zalo/nhom/\(group.id.text)"
            #expect(try await site.staff("nga").open(page).text.contains("Cán bộ đòi tiền"))
            let lan = try await site.staff("lan")
            let line = try #require(try await site.test.office.read { try ChatGroupTalkStore.newest(of: group.id, limit: 1, $0).first })
            #expect(try await lan.fill(page, ["message": line.message.text], button: "case").status == 303)
            #expect(try await lan.open(page).text.contains("Cán bộ đòi tiền"))
            let shown = try await site.staff("nga").open(page).text
            #expect(!shown.contains("Cán bộ đòi tiền") && shown.contains("không mở được với tài khoản này"))
        }
    }
}
