import Domain
import Operations
import Simulators
import Storage
import Testing
import TestSupport

/// One letter with three petitions, for three units: three ways, one answer.
@Suite(.eachEngine) struct LetterStoryTests {
    private static let text = """
        Công ty chúng tôi có mấy việc kính đề nghị Tổ công tác giúp đỡ:
        1. Đường vào nhà máy lún sâu, xe tải không ra vào được.
        2. Hồ sơ cấp điện cho xưởng mới nộp hai tháng chưa có trả lời.
        3. Xin hướng dẫn gia hạn tiền thuê đất năm nay.
        """

    @Test func aLetterGoesThreeWaysAndIsAnsweredOnce() async throws {
        try await StorySite.withZalo { site, platform in
            let citizen = "7000000000000000001"
            await platform.userSends(text: Self.text, from: citizen)
            await site.couriers.workOnce()
            let whole = try await site.test.newest(of: citizen)
            let items = try await Self.split(whole, site)
            try await Self.theSenderSeesThree(items, site)
            try await Self.answer(items, site)

            let letter = try #require(items[0].item?.submission)
            #expect(try await site.test.office.read { try SubmissionStore.load(letter, $0) }?.closedAt != nil)
            // One message of a chat goes out at a time, in order.
            for _ in 0..<10 { await site.couriers.workOnce() }
            let answers = await platform.received(by: citizen).map(\.text).filter { $0.contains("Trả lời chung văn bản gồm 3 nội dung") }
            #expect(answers.count == 1)
            for number in 1...3 { #expect(answers.first?.contains("Nội dung thứ \(number) được giải quyết") == true) }
            let page = try await site.visitor().open("/tra-cuu/\(items[1].lookupCode.text)")
            #expect(page.text.contains("Đã xong mọi nội dung"))
        }
    }

    /// The officer takes the cut that is proposed.
    private static func split(_ whole: Case, _ site: StorySite) async throws -> [Case] {
        let lan = try await site.staff("lan")
        let page = try await lan.open("/app/ho-so/\(whole.number.text)/tach")
        #expect(page.text.contains("Đề xuất tách theo các mục đánh số"))
        let form = try WebForm.on(page, having: ["title0", "text2"], button: "split")
        #expect(form.value("text1") == "Hồ sơ cấp điện cho xưởng mới nộp hai tháng chưa có trả lời.")
        #expect(try await lan.send(form, button: "split").status == 303)
        let split = try await site.test.load(whole.id)
        let letter = try #require(split.item?.submission)
        let items = try await site.test.office.read { try SubmissionStore.items(letter, $0) }
        #expect(items.map { $0.item?.item } == [1, 2, 3])
        #expect(items.allSatisfy { $0.receivedAt == whole.receivedAt && $0.clock.due == whole.clock.due })
        let shown = try await lan.open("/app/ho-so/\(items[1].number.text)")
        #expect(shown.text.contains("Nội dung 2/3 của văn bản") && shown.text.contains("Hồ sơ cấp điện cho xưởng mới"))
        return items
    }

    private static func theSenderSeesThree(_ items: [Case], _ site: StorySite) async throws {
        let page = try await site.visitor().open("/tra-cuu/\(items[0].lookupCode.text)")
        #expect(page.text.contains("Văn bản gồm 3 nội dung") && page.text.contains("Đã xong 0/3 nội dung"))
        let links = Set(page.all("a").compactMap { $0["href"] })
        #expect(links.isSuperset(of: items.dropFirst().map { "/tra-cuu/\($0.lookupCode.text)" }))
    }

    private static func answer(_ items: [Case], _ site: StorySite) async throws {
        let (ground, cast) = (site.test.ground, site.test.cast)
        let phuc = try await site.test.office.addAccount(
            NewAccount(
                login: "phuc", name: "Trịnh Văn Phúc", title: "Chuyên viên", roles: [.handler], unit: ground.finance.id, password: Cast.password),
            as: .system)
        let (lan, duc, mai) = (try await site.staff("lan"), try await site.staff("duc"), try await site.staff("mai"))
        let ways = [("park", ground.parkBoard, cast.nga), ("cluster", ground.industry, cast.tam), ("outside", ground.finance, phuc)]
        for (item, (place, unit, handler)) in zip(items, ways) {
            let code = item.lookupCode.text
            try await site.take("sang-loc", of: code, by: lan, ["kind": "regulation", "field": "giao-thong", "site": place])
            try await site.take(
                "chan-doan", of: code, by: duc, ["finding": "Việc thuộc thẩm quyền của đơn vị.", "proposal": "Giao đơn vị giải quyết và trả lời."])
            try await site.take("phan-cong", of: code, by: duc, ["unit": unit.id.text, "person": handler.id.text])
            #expect(try await site.petition(code).lead == unit.id)
            try await site.answer(
                code, by: try await site.staff(handler.login), conclusion: "Nội dung thứ \(item.item?.item ?? 0) được giải quyết trong tuần.")
            try await site.take("phe-duyet", of: code, by: mai, [:], button: "approve")
            #expect(try await site.petition(code).state == .answered)
        }
    }
}
