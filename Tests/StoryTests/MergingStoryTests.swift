import Database
import Domain
import Operations
import Simulators
import Storage
import Testing
import TestSupport

/// Two senders tell of one matter, one by the form and one over Zalo: the intake desk merges them, and both are answered.
@Suite(.eachEngine) struct MergingStoryTests {
    @Test func twoSendersTwoChannelsOneAnswer() async throws {
        try await StorySite.withZalo { site, platform async throws in
            let firm = site.visitor()
            let code = try await site.submit(as: firm)
            site.test.clock.advance(hours: 2)
            let citizen = "7000000000000000077"
            await platform.userSends(text: "Duong vao nha may lun sau, xe tai khong ra vao duoc tu dau thang", from: citizen)
            await site.couriers.workOnce()
            let second = try await site.test.newest(of: citizen)
            _ = try await site.test.database.write { try LikenessStore.fill(limit: 50, $0) }

            let lan = try await site.staff("lan")
            let number = try await site.number(code)
            let screening = try await lan.open("/app/ho-so/\(second.number.text)/sang-loc")
            #expect(screening.text.contains("Có thể trùng") && screening.text.contains("nội dung giống"))
            try await site.take("gop", of: second.lookupCode.text, by: lan, ["main": number])
            await site.couriers.workOnce()
            let told = await platform.received(by: citizen).last?.text ?? ""
            #expect(told.contains("giải quyết cùng một lần") && !told.contains(code) && !told.contains("Đông Á"))
            #expect(try await site.visitor().open("/tra-cuu/\(code)").text.contains("Một kiến nghị khác có cùng nội dung"))

            await platform.userSends(text: "Chỗ cổng số 2", from: citizen)
            await site.couriers.workOnce()
            let main = try await lan.open("/app/ho-so/\(number)")
            #expect(main.text.contains("Người gửi hồ sơ trùng \(second.number.text) nhắn thêm") && main.text.contains("Chỗ cổng số 2"))

            try await site.screen(code, by: lan)
            try await site.diagnoseAndAssign(code, by: try await site.staff("duc"))
            try await site.answer(code, by: try await site.staff("nga"))
            try await site.take("phe-duyet", of: code, by: try await site.staff("quan"), [:], button: "approve")
            await site.couriers.workOnce()
            let answer = "Mặt đường được sửa xong trong tuần này."
            #expect(await platform.received(by: citizen).last?.text.contains(answer) == true)
            #expect(try await firm.open("/tra-cuu/\(code)").text.contains(answer))
            #expect(try await site.visitor().open("/tra-cuu/\(second.lookupCode.text)").text.contains(answer))

            let rated = try await firm.fill("/tra-cuu/\(code)", ["satisfied": "1"])
            #expect(rated.status == 303)
            await platform.userSends(text: "2 vẫn lún", from: citizen)
            await site.couriers.workOnce()
            #expect(try await site.petition(code).state == .answered)
            #expect(try await site.petition(second.lookupCode.text).state == .escalated, "each comes back for himself")
        }
    }
}
