import Domain
import Operations
import Testing
import TestSupport

/// A petition of the public form, from its first line to its rating, as its people see it.
@Suite(.eachEngine) struct FormLifeTests {
    @Test func aPetitionLivesFromTheFormToItsRating() async throws {
        try await StorySite.serving { site in
            let sender = site.visitor()
            let code = try await site.submit(as: sender)
            try await theSenderSeesThePromise(site, sender, code)
            try await theDesksPassItOn(site, code)
            try await theHandlerAsksAndTheClockStops(site, sender, code)
            try await itIsAnsweredByTwo(site, code)
            try await theSenderReadsAndRates(site, sender, code)
        }
    }

    private func theSenderSeesThePromise(_ site: StorySite, _ sender: Visitor, _ code: String) async throws {
        let sent = try await sender.open("/tra-cuu/\(code)?moi=1")
        let petition = try await site.petition(code)
        #expect(sent.text.contains(petition.lookupCode.grouped))
        #expect(sent.text.contains("chậm nhất ngày \(petition.clock.due.day.vietnamese)"))
    }

    private func theDesksPassItOn(_ site: StorySite, _ code: String) async throws {
        let lan = try await site.staff("lan")
        let number = try await site.number(code)
        #expect(try await lan.open("/app").text.contains(number))
        try await site.screen(code, by: lan)
        #expect(try await !lan.open("/app?x=1").text.contains("Chờ sàng lọc 1"))

        let duc = try await site.staff("duc")
        try await site.take(
            "chan-doan", of: code, by: duc,
            ["finding": "Đoạn đường do chủ đầu tư hạ tầng quản lý.", "proposal": "Ban Quản lý làm việc với chủ đầu tư."])
        let assign = try await duc.open("/app/ho-so/\(number)/phan-cong")
        #expect(assign.text.contains("Quy tắc: Doanh nghiệp trong khu công nghiệp: Ban Quản lý các khu công nghiệp"))
        let form = try WebForm.on(assign, having: ["unit", "person"])
        #expect(form.value("unit") == site.test.ground.parkBoard.id.text, "the rule's unit is chosen beforehand")
        #expect(try await duc.send(form, ["person": site.test.cast.nga.id.text]).status == 303)
        let page = try await duc.open("/app/ho-so/\(number)")
        #expect(page.text.contains("Hoàng Thị Nga"))
    }

    private func theHandlerAsksAndTheClockStops(_ site: StorySite, _ sender: Visitor, _ code: String) async throws {
        let before = try await site.petition(code).clock.due
        try await site.take(
            "yeu-cau-bo-sung", of: code, by: try await site.staff("nga"), ["question": "Xin cho biết lý trình đoạn đường bị lún."])
        let asked = try await sender.open("/tra-cuu/\(code)")
        #expect(asked.text.contains("Thời hạn đang tạm dừng"))
        #expect(asked.text.contains("Xin cho biết lý trình đoạn đường bị lún."))

        site.test.clock.advance(days: 7)
        let supplied = try await sender.fill(
            "/tra-cuu/\(code)", ["text": "Từ cổng số 2 vào 300 m."], files: [("files", Visitor.File("anh.png", Samples.png))])
        #expect(supplied.status == 303)
        let after = try await site.petition(code)
        #expect(!after.clock.isPaused)
        // 22 August 2026 is worked off beforehand for the 31st, so the five working days of waiting lead from it to the 28th.
        #expect(before.day.iso == "2026-08-22")
        #expect(after.clock.due.day.iso == "2026-08-28")

        let page = try await site.staff("nga").open("/app/ho-so/\(after.number.text)")
        let link = page.all("a").first { ($0["href"] ?? "").hasPrefix("/tep/") }
        let file = try await site.staff("nga").get(link?["href"] ?? "")
        #expect(file.status == 200 && file.body == Samples.png)
        #expect(file["content-disposition"]?.hasPrefix("attachment") == true)
    }

    private func itIsAnsweredByTwo(_ site: StorySite, _ code: String) async throws {
        _ = try await site.test.office.addAccount(
            NewAccount(
                login: "kiem", name: "Ngô Văn Kiểm", title: "Phó Trưởng ban", roles: [.handler, .approver], unit: site.test.ground.parkBoard.id,
                password: Cast.password), as: .system)
        let kiem = try await site.staff("kiem")
        try await site.answer(code, by: kiem)
        let number = try await site.number(code)
        let page = try await kiem.open("/app/ho-so/\(number)/phe-duyet")
        #expect(page.text.contains("Người soạn không được tự phê duyệt"))
        #expect(!page.all("button").contains { $0["value"] == "approve" }, "he may take it back, not sign it")
        let form = try WebForm.on(page, having: ["reason"])
        let own = try await kiem.post(form.action, [("csrf", form.value("csrf") ?? ""), ("version", form.value("version") ?? ""), ("do", "approve")])
        #expect(own.status == 403)
        #expect(try own.page.text.contains("Người soạn không được tự phê duyệt"))

        let quan = try await site.staff("quan")
        let approve = try await quan.open("/app/ho-so/\(number)/phe-duyet")
        #expect(approve.text.contains("Mặt đường được sửa xong trong tuần này."))
        try await site.take("phe-duyet", of: code, by: quan, [:], button: "approve")
        #expect(try await site.petition(code).state == .answered)
        let sent = try await quan.open("/app/ho-so/\(number)")
        #expect(sent.first(class: "answer")?.text.contains("Mặt đường được sửa xong trong tuần này.") == true)
    }

    private func theSenderReadsAndRates(_ site: StorySite, _ sender: Visitor, _ code: String) async throws {
        let answered = try await sender.open("/tra-cuu/\(code)")
        #expect(answered.text.contains("Mặt đường được sửa xong trong tuần này."))
        #expect(answered.text.contains("Quyết định 2290/QĐ-UBND, Điều 2"))
        for personal in ["Lý Thị Hoa", "0912 345 678", "Ngô Văn Kiểm"] { #expect(!answered.text.contains(personal)) }
        #expect(try await sender.fill("/tra-cuu/\(code)", ["satisfied": "1", "remark": "Nhanh, rõ."]).status == 303)
        #expect(try await sender.open("/tra-cuu/\(code)").text.contains("Quý vị đã đánh giá: hài lòng."))
        #expect(try await site.petition(code).rating == Rating(satisfied: true, remark: "Nhanh, rõ."))
        let again = try await sender.post("/tra-cuu/\(code)/danh-gia", [("satisfied", "0")])
        #expect(again.status == 409)
        #expect(try await site.petition(code).rating?.satisfied == true)
    }

    @Test func anAnswerSentBackIsMendedAndGoesOut() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let (nga, quan) = (try await site.staff("nga"), try await site.staff("quan"))
            try await site.answer(code, by: nga, conclusion: "Mặt đường sẽ được xem xét.")
            try await site.take("phe-duyet", of: code, by: quan, ["reason": "Kết luận chưa rõ khi nào xong."], button: "return")
            #expect(try await site.petition(code).state == .handling)
            let draft = try await nga.open("/app/ho-so/\(try await site.number(code))/tra-loi")
            #expect(try WebForm.on(draft, having: ["conclusion"]).value("conclusion") == "Mặt đường sẽ được xem xét.")
            try await site.answer(code, by: nga, conclusion: "Mặt đường xong trước ngày 10/8.")
            try await site.take("phe-duyet", of: code, by: quan, [:], button: "approve")
            #expect(try await site.visitor().open("/tra-cuu/\(code)").text.contains("Mặt đường xong trước ngày 10/8."))
        }
    }

    @Test func theSameFormSentTwiceIsOneCase() async throws {
        try await StorySite.serving { site in
            let sender = site.visitor()
            let form = try WebForm.on(try await sender.open("/gui-kien-nghi"), having: ["text"])
            let values: KeyValuePairs = [
                "kind": "question", "text": "Thủ tục gia hạn giấy phép lao động cần gì?", "organisation": "Công ty Bình An", "phone": "0912345678",
            ]
            let first = try await sender.send(form, values)
            let second = try await sender.send(form, values)
            #expect(first.location == second.location)
            #expect(try await site.test.rows(in: "petition") == 1)
            #expect(try await site.test.rows(in: "message") == 1)
        }
    }
}
